import Foundation
import PlanModel
import Testing

@testable import Assessment

/// One line of the table: a commitment, its figures, and what comes out, with the arithmetic.
struct TargetCase: CustomTestStringConvertible, Sendable {
    /// The arithmetic, as it was done by hand.
    let testDescription: String
    let verdict: Verdict?
    var actual: String?
    var expected: String?
    var attainment: String?
    var pace: String?
    var forecast: String?
    var gaps: [Int] = []
    var open: TargetAssessment.OpenReason?
    var isLate = false
    let target: @Sendable () throws -> Target
    let figures: String
    var unit = "%"
    var notes: [(String, ProgressNote.State)] = []
    var asOf = "2040-12-31"

    init(
        _ arithmetic: String,
        _ target: @autoclosure @escaping @Sendable () throws -> Target,
        _ figures: String,
        unit: String = "%",
        _ verdict: Verdict?,
        actual: String? = nil,
        expected: String? = nil,
        attainment: String? = nil,
        pace: String? = nil,
        forecast: String? = nil,
        gaps: [Int] = [],
        open: TargetAssessment.OpenReason? = nil,
        isLate: Bool = false,
        asOf: String = "2040-12-31"
    ) {
        testDescription = arithmetic
        self.target = target
        self.figures = figures
        self.unit = unit
        self.verdict = verdict
        self.actual = actual
        self.expected = expected
        self.attainment = attainment
        self.pace = pace
        self.forecast = forecast
        self.gaps = gaps
        self.open = open
        self.isLate = isLate
        self.asOf = asOf
    }
}

@Suite("承诺目标：手工计算的算例（规划期 2021—2025 年）")
struct TargetTableTests {
    private func check(_ line: TargetCase) throws {
        let result = try assess(line.target(), figures(line.figures, unit: line.unit), asOf: line.asOf)
        #expect(result.verdict == line.verdict)
        #expect(result.openReason == line.open)
        #expect(result.gaps == line.gaps)
        #expect(result.isLate == line.isLate)
        if let actual = line.actual { #expect(result.actual?.rounded(scale: 4) == decimal(actual)) }
        if let expected = line.expected { #expect(result.expected?.rounded(scale: 4) == decimal(expected)) }
        if let attainment = line.attainment { #expect(result.attainment?.rounded(scale: 4) == decimal(attainment)) }
        if let pace = line.pace { #expect(result.pace?.rounded(scale: 4) == decimal(pace)) }
        if let forecast = line.forecast { #expect(result.forecast?.rounded(scale: 4) == decimal(forecast)) }
    }

    @Test("不低于、不高于、左右、区间、全覆盖、清零", arguments: TargetTable.levels)
    func level(_ line: TargetCase) throws { try check(line) }

    @Test("起点已达到目标的只看是否保持：不算时间进度、完成率和推进速度，也不推算")
    func startIsEnough() throws {
        let result = try assess(target(.atLeast, "1", unit: "项"), figures("2021 1.1, 2022 1.3, 2025 1.8", unit: "项"))
        #expect(result.method == .hold && result.verdict == .held && result.start?.origin == .firstFigure)
        #expect(result.attainment == nil && result.pace == nil && result.forecast == nil)
        #expect(result.trace.map(\.quantity) == [.comparison, .comparison])
        #expect(result.trace.map { $0.formula + $0.numbers } == ["起点1.1 ≥ 1", "1.8 ≥ 1"])
    }

    @Test("逐年累计：合计从规划第一年算起，缺的年份说明而不补", arguments: TargetTable.sums)
    func sum(_ line: TargetCase) throws { try check(line) }

    @Test("每年的任务、每年的变化、只增不减、年均增长", arguments: TargetTable.yearly)
    func yearly(_ line: TargetCase) throws { try check(line) }

    @Test("表中不少于四十例")
    func enough() {
        #expect(TargetTable.levels.count + TargetTable.sums.count + TargetTable.yearly.count >= 40)
    }
}
