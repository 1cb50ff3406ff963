import Diagnostics
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Assessment

@Suite("指标判断规则")
struct VerdictTests {
    @Test("公办园在园幼儿占比 2022 年：应达值 54.702，完成率 0.6494，速度 1.6236，快于预期")
    func workedExample() throws {
        // 41.17 + (75 − 41.17) × 2/5 = 54.702; (63.14 − 41.17) / 33.83 = 21.97 / 33.83 = 0.6494; ÷ 0.4 = 1.6236
        let result = try assess(try indicator("41.17", "75"), [try observation("2022", "63.14")], asOf: "2023-06-30")
        #expect(result.expected == decimal("54.702"))
        #expect(result.attainment?.rounded(scale: 4) == decimal("0.6494"))
        #expect(result.pace?.rounded(scale: 4) == decimal("1.6236"))
        // 41.17 + 21.97 × 60/24 = 96.095
        #expect(result.forecast == decimal("96.095"))
        #expect(result.verdict == .ahead)
    }

    @Test("公办园在园幼儿占比 2021 年：完成率 34.0%，时间进度 20%")
    func firstYear() throws {
        let result = try assess(try indicator("41.17", "75"), [try observation("2021", "52.66")])
        #expect(result.attainment?.rounded(scale: 3) == decimal("0.340"))
        #expect(result.pace?.rounded(scale: 2) == decimal("1.70"))
    }

    @Test(
        "上升指标 50→100（2020→2025）逐档判断",
        arguments: [
            // 2022: p = 2/5, 应达 70, one step of pace 0.1 is 2 points
            ("2022", "100", Verdict.achieved), ("2022", "120", .achieved),
            ("2022", "72", .ahead),  // pace 22/20 = 1.10 exactly
            ("2022", "71.99", .onTrack), ("2022", "68", .onTrack),  // pace 18/20 = 0.90 exactly
            ("2022", "67.99", .behind), ("2022", "50", .behind),  // pace 0
            ("2022", "49.99", .regressing),
            // 2023-H1: 30 of 60 months, 应达 75
            ("2023-H1", "77.5", .ahead), ("2023-H1", "77.4", .onTrack),
            // at and after the target's year
            ("2025", "100", .achieved), ("2025", "100.01", .exceeded), ("2025", "99.99", .missed),
            ("2026", "101", .exceeded), ("2026", "99", .missed),
        ]
    )
    func rising(_ time: String, _ value: String, _ verdict: Verdict) throws {
        #expect(try assess(try indicator("50", "100"), [try observation(time, value)]).verdict == verdict)
    }

    @Test("目标年没有达到、以后才达到的是逾期完成，不是超额完成；目标年没有数的不说逾期")
    func late() throws {
        let subject = try indicator("50", "100")
        let late = try assess(subject, [observation("2025", "99.99"), observation("2026", "101")])
        #expect(late.verdict == .achieved && late.isLate)
        let onTime = try assess(subject, [observation("2025", "100"), observation("2026", "101")])
        #expect(onTime.verdict == .exceeded && !onTime.isLate)
        let unknown = try assess(subject, [observation("2024", "80"), observation("2026", "101")])
        #expect(unknown.verdict == .exceeded && !unknown.isLate)
        let before = try assess(subject, [observation("2023", "80"), observation("2025", "100")])
        #expect(before.verdict == .achieved && !before.isLate)
    }

    @Test(
        "下降指标 1.07→1（越低越好）逐档判断",
        arguments: [
            // 2022: 应达 1.07 − 0.07 × 2/5 = 1.042; pace 1.1 at 1.07 − 0.0308 = 1.0392; 0.9 at 1.07 − 0.0252 = 1.0448
            ("2022", "1", Verdict.achieved), ("2022", "1.0392", .ahead), ("2022", "1.0393", .onTrack),
            ("2022", "1.0448", .onTrack), ("2022", "1.0449", .behind), ("2022", "1.07", .behind),
            ("2022", "1.08", .regressing), ("2025", "0.99", .exceeded), ("2025", "1", .achieved),
            ("2025", "1.01", .missed),
        ]
    )
    func falling(_ time: String, _ value: String, _ verdict: Verdict) throws {
        let ratio = try indicator("1.07", "1", .atMost)
        #expect(try assess(ratio, [try observation(time, value)]).verdict == verdict)
    }

    @Test(
        "保持类指标不计算完成率和速度，不作除零",
        arguments: [
            ("100", "100", "100", Verdict.held), ("100", "100", "117.4", .held), ("100", "100", "99.9", .broken),
            ("95", "93", "93", .held), ("95", "93", "92.9", .broken),
        ]
    )
    func holding(_ baseline: String, _ target: String, _ value: String, _ verdict: Verdict) throws {
        let result = try assess(try indicator(baseline, target), [try observation("2022", value)])
        #expect(result.verdict == verdict)
        #expect(result.isHold)
        #expect(result.expected == decimal(target))
        #expect(result.attainment == nil && result.pace == nil && result.forecast == nil)
    }

    @Test("左右类目标按容差判断")
    func about() throws {
        let about = try indicator("50", "100", .about)
        #expect(try assess(about, [try observation("2025", "95")]).verdict == .achieved)
        #expect(try assess(about, [try observation("2025", "94.9")]).verdict == .missed)
    }

    @Test("没有数据就是暂无数据，并保留原因")
    func noData() throws {
        var missing = try observation("2023", nil)
        missing.reason = "未见公开数据"
        let result = try assess(try indicator("50", "100"), [missing])
        #expect(result.verdict == .noData)
        #expect(result.actual == nil && result.expected == nil && result.attainment == nil)
        #expect(result.missingReason == "未见公开数据")
    }

    @Test("基期及以前的数据不能说明规划的进展")
    func baselineFigure() throws {
        let result = try assess(try indicator("100", "100"), [try observation("2020", "117.4")])
        #expect(result.verdict == .noData)
    }

    @Test("终期总结只认目标年及以后的数据，之前的数据仍然列出")
    func finalNeedsTargetYear() throws {
        let result = try assess(try indicator("41.17", "75"), [try observation("2022", "63.14")], final: true)
        #expect(result.verdict == .noData)
        #expect(result.actual == decimal("63.14"))
    }
}

@Suite("用哪一个数据")
struct ObservationChoiceTests {
    @Test("取截止日之前最近一期")
    func latestKnown() throws {
        let figures = [
            try observation("2023", "80"), try observation("2021", "60"), try observation("2022", "70"),
        ]
        #expect(try assess(try indicator("50", "100"), figures, asOf: "2023-06-30").actual == decimal("70"))
        #expect(try assess(try indicator("50", "100"), figures, asOf: "2020-12-31").actual == nil)
    }

    @Test("尚未公布的数据不能使用")
    func notYetPublished() throws {
        let figures = [try observation("2022", "70", published: "2023-03")]
        #expect(try assess(try indicator("50", "100"), figures, asOf: "2023-03-30").actual == nil)
        #expect(try assess(try indicator("50", "100"), figures, asOf: "2023-03-31").actual == decimal("70"))
    }

    @Test("同一时期有自评和验证时用验证值，与先后顺序无关")
    func verifiedFirst() throws {
        let figures = [
            try observation("2022", "72", stage: .selfReported, line: 2),
            try observation("2022", "70", stage: .verified, line: 3),
        ]
        for order in [figures, figures.reversed()] {
            let result = try assess(try indicator("50", "100"), order)
            #expect(result.actual == decimal("70"))
            #expect(result.series.count == 1)
        }
    }

    @Test("同一时期两个验证值用后公布的")
    func latestPublication() throws {
        let figures = [
            try observation("2022", "71", published: "2024-01", line: 2),
            try observation("2022", "70", published: "2023-03", line: 3),
        ]
        #expect(try assess(try indicator("50", "100"), figures).actual == decimal("71"))
    }

    @Test("其他地区的数据不参与")
    func otherArea() throws {
        var other = try observation("2022", "70")
        other.area = try area("370602")
        #expect(try assess(try indicator("50", "100"), [other]).verdict == .noData)
    }
}

@Suite("判断的普遍性质")
struct VerdictPropertyTests {
    private static let scale: [Verdict] = [
        .regressing, .behind, .onTrack, .ahead, .achieved,
    ]

    @Test("数值更好，判断不会更差；换算单位，判断不变")
    func monotoneAndScaleFree() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let baseline = Decimal(Int.random(in: 1...500, using: &random)) / 10
            let target = baseline + Decimal(Int.random(in: 1...500, using: &random)) / 10
            let low = Decimal(Int.random(in: -100...1200, using: &random)) / 10
            let high = low + Decimal(Int.random(in: 0...300, using: &random)) / 10
            func verdict(_ value: Decimal, factor: Decimal = 1) throws -> Verdict {
                let subject = try indicator((baseline * factor).plainText, (target * factor).plainText)
                return try assess(subject, [try observation("2022", (value * factor).plainText)]).verdict
            }
            let lower = try #require(Self.scale.firstIndex(of: try verdict(low)))
            let higher = try #require(Self.scale.firstIndex(of: try verdict(high)))
            #expect(lower <= higher, "\(baseline)→\(target): \(low), \(high)")
            #expect(try verdict(low) == verdict(low, factor: 10_000))
        }
    }
}

@Suite("任务和项目的状态")
struct WorkStateTests {
    private func note(_ date: String, _ state: ProgressNote.State) throws -> ProgressNote {
        ProgressNote(
            item: try item("task-1"),
            state: state,
            date: try day(date),
            reportedBy: try #require(OrganizationID("edu")),
            summary: "进展",
            source: "测试",
            location: .init(file: "test.yaml")
        )
    }

    @Test("状态取截止日之前最近一次报告；没有报告是暂无数据")
    func latestNote() throws {
        let notes = [try note("2024-01-01", .completed), try note("2023-06-01", .slow)]
        func state(_ text: String) throws -> WorkState {
            let date = EvaluationDate(cutOff: try day(text), knownBy: try day(text))
            return WorkAssessor(notes: notes, date: date).assess(try item("task-1")).state
        }
        #expect(try state("2023-05-31") == .noData)
        #expect(try state("2023-12-31") == .slow)
        #expect(try state("2024-12-31") == .completed)
    }
}
