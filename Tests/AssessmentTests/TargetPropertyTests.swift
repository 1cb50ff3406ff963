import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Assessment

@Suite("承诺目标的性质（随机输入）")
struct TargetPropertyTests {
    /// A random commitment with figures of some of the years 2020 to 2026.
    private struct Sample {
        var target: Target
        var figures: [Observation]
        var unit: String

        init(_ random: inout SeededGenerator) throws {
            let kinds: [Target.Kind] = [
                .atLeast, .atMost, .about, .range, .complete, .zero, .nonDecreasing, .yearlyChange, .yearlyAmount,
                .growthRate,
            ]
            let kind = kinds.randomElement(using: &random) ?? .atLeast
            let value = Decimal(Int.random(in: 0...1200, using: &random)) / 10
            let hasNoValue: Set<Target.Kind> = [.range, .complete, .zero, .nonDecreasing]
            unit = kind == .yearlyChange && Bool.random(using: &random) ? "个百分点" : "%"
            let sums: Set<Target.Kind> = [.atLeast, .range]
            target = try AssessmentTests.target(
                kind,
                hasNoValue.contains(kind) ? nil : value.plainText,
                range: kind == .range ? (value.plainText, (value + 3).plainText) : nil,
                direction: kind == .yearlyChange ? .up : nil,
                recurrence: Int.random(in: 0..<5, using: &random) == 0 ? .year : nil,
                deadline: ["2022", "2023", "2025", "2030"].randomElement(using: &random),
                holds: Int.random(in: 0..<6, using: &random) == 0,
                accumulates: sums.contains(kind) && Bool.random(using: &random)
            )
            let years = (2020...2026).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
            let cells = years.map { "\($0) \((Decimal(Int.random(in: 0...1300, using: &random)) / 10).plainText)" }
            figures = try AssessmentTests.figures(cells.joined(separator: ","), unit: unit)
        }
    }

    private static let scale: [Verdict?] = [
        .missed, .broken, .regressing, .behind, .onTrack, .ahead, .achieved, .held, .exceeded,
    ]

    private func samples(_ count: Int, seed: UInt64, _ body: (Sample, inout SeededGenerator) throws -> Void) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<count { try body(try Sample(&random), &random) }
    }

    @Test("判断与数据行的先后顺序无关")
    func order() throws {
        try samples(400, seed: 1) { sample, random in
            let once = try assess(sample.target, sample.figures)
            let again = try assess(sample.target, sample.figures.shuffled(using: &random))
            #expect(once.verdict == again.verdict && once.actual == again.actual && once.trace == again.trace)
        }
    }

    @Test("换算单位不改变判断")
    func scaling() throws {
        let relative: Set<Target.Kind> = [.complete, .growthRate]
        try samples(400, seed: 2) { sample, _ in
            guard !relative.contains(sample.target.kind) else { return }
            var target = sample.target
            target.value = target.value.map { $0 * 10_000 }
            target.range = target.range.map { $0.lowerBound * 10_000...$0.upperBound * 10_000 }
            let figures = sample.figures.map { figure in
                var scaled = figure
                scaled.value = figure.value.map { $0 * 10_000 }
                return scaled
            }
            let once = try assess(sample.target, sample.figures).verdict
            let scaled = try assess(target, figures).verdict
            #expect(once == scaled)
        }
    }

    @Test("最近一期更好，判断不会更差")
    func monotone() throws {
        try samples(1_500, seed: 3) { sample, random in
            guard let last = sample.figures.indices.last, sample.figures.count > 1 else { return }
            let isFalling = [.atMost, .zero].contains(sample.target.kind)
            var target = sample.target
            if target.kind == .about { target.direction = .up }
            var better = sample.figures
            let more = Decimal(Int.random(in: 0...500, using: &random)) / 10
            better[last].value = better[last].value.map { isFalling ? $0 - more : $0 + more }
            let before = Self.scale.firstIndex(of: try assess(target, sample.figures).verdict)
            let after = Self.scale.firstIndex(of: try assess(target, better).verdict)
            guard let before, let after else { return }
            #expect(before <= after, "\(target.kind) \(sample.figures.map(\.value))")
        }
    }

    @Test("任何数都是有限的，缺的年份从不被补上")
    func finite() throws {
        try samples(1_500, seed: 4) { sample, _ in
            let result = try assess(sample.target, sample.figures)
            let numbers = [result.actual, result.expected, result.attainment, result.pace, result.forecast]
            #expect(numbers.compactMap { $0 }.allSatisfy { $0.isFinite && !$0.isNaN })
            #expect(!result.trace.contains { ($0.numbers + $0.result).contains("NaN") })
            let years = Set(sample.figures.map(\.period.year))
            // A step from one year's level to the next needs both years.
            let needsTwo = sample.target.kind == .yearlyChange && sample.unit == "%"
            #expect(result.gaps.allSatisfy { !years.contains($0) || (needsTwo && !years.contains($0 - 1)) })
            #expect(result.verdict != nil || result.openReason != nil)
            #expect(result.verdict != .noData || result.openReason != nil)
        }
    }
}
