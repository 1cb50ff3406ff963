import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Collection

@Suite("A figure that cannot be is refused")
struct ImpossibleFiguresTests {
    /// One row for the city in 2022.
    private func codes(_ indicator: String, _ value: String, _ unit: String) throws -> [String] {
        try Sample.read("\(indicator),370600,2022,\(value),\(unit),verified,,来源,,,,").1.map(\.code)
    }

    @Test(
        "for what it counts",
        arguments: [
            ("enrolment", "-5", "万人", "metrics.negative-value"),
            ("share", "-0.1", "%", "metrics.negative-value"),
            ("schools", "-3", "所", "metrics.negative-value"),
            ("share", "650", "%", "metrics.share-too-large"),
            ("covered", ">100.1", "%", "metrics.share-too-large"),
            ("schools", "3.5", "所", "metrics.fractional-count"),
            ("groups", "125.5", "个", "metrics.fractional-count"),
        ]
    )
    func impossible(indicator: String, value: String, unit: String, code: String) throws {
        #expect(try codes(indicator, value, unit) == [code])
    }

    @Test(
        "but not where it can be: changes, gross rates, averages, what the plan itself gives in fractions",
        arguments: [
            ("decline", "-0.8", "个百分点"), ("growth", "-3", "%"), ("growth", "120", "%"), ("gross", "104.2", "%"),
            ("share", "100", "%"), ("share", "41.5", "%"), ("schools", "30.0", "所"), ("site-per-school", "0.8", "处"),
            ("visits", "2.4", "次"), ("hours", "1.25", "节"), ("enrolment", "25.83", "万人"),
        ]
    )
    func possible(indicator: String, value: String, unit: String) throws {
        #expect(try codes(indicator, value, unit) == [])
    }

    @Test("with its place, what is wrong and what to do")
    func wording() throws {
        let (observations, diagnostics) = try Sample.read(
            "share,370600,2022,650,%,verified,,来源,,,,",
            "schools,370600,2022,3.5,所,verified,,来源,,,,",
            "enrolment,370600,2022,-5,万人,verified,,来源,,,,"
        )
        #expect(observations.isEmpty)
        #expect(
            diagnostics.map(\.pinned).joined(separator: "\n") == """
                2:19+3 [metrics.share-too-large]
                650% is more than the whole (100%)
                数值为 650%，超过 100%
                - check the value and its decimal point; only gross rates (毛入学率), ratios and growth can exceed it
                - 请核对数值和小数点；只有毛入学率、两数之比、增长率等可以超过 100%
                3:21+3 [metrics.fractional-count]
                3.5 所: a count must be a whole number
                数值为 3.5所，以“所”计的数量应为整数
                - check the value; an average says so in its name in plan.yaml (平均, 每)
                - 请核对数值；如为平均数，请在 plan.yaml 的名称中写明“平均”或“每”
                4:23+2 [metrics.negative-value]
                -5 万人: this figure cannot be negative
                数值为 -5万人，此项数据不能为负
                - correct the sign; write the level reached, not the change
                - 请更正正负号；应填达到的水平，而不是增减量
                """
        )
    }

    @Test("of a time that has not come, or published then")
    func future() throws {
        let text = [
            Sample.header, "share,370600,2028,70,%,verified,,来源,,,,", "share,370600,2025,71,%,verified,,来源,,2028-03,,",
            "share,370600,2024-11,72,%,verified,,来源,,2024-11,,", "share,370600,2024,73,%,verified,,来源,,2024,,",
        ]
        .joined(separator: "\n")
        let file = ObservationReader.File(path: "m.csv", bytes: Array(text.utf8))
        let (_, diagnostics) = try Sample.reader(today: CalendarDate("2024-11-22")).read([file])
        #expect(
            diagnostics.map(\.pinned).joined(separator: "\n") == """
                2:14+4 [metrics.future-period]
                the period 2028 is after today (2024-11-22)
                时期2028年晚于今天（2024年11月22日）
                - correct it; what has not happened yet cannot be reported
                - 请更正；尚未发生的情况不能填报
                3:14+4 [metrics.future-period]
                the period 2025 is after today (2024-11-22)
                时期2025年晚于今天（2024年11月22日）
                - correct it; what has not happened yet cannot be reported
                - 请更正；尚未发生的情况不能填报
                3:38+7 [metrics.future-publication]
                published in 2028-03, which is after today (2024-11-22)
                发布时间2028年3月晚于今天（2024年11月22日）
                - correct it; what has not happened yet cannot be reported
                - 请更正；尚未发生的情况不能填报
                """
        )
        #expect(try Sample.reader().read([file]).1.isEmpty)
    }
}

@Suite("Figures of one indicator, area, period and stage")
struct RepeatedFiguresTests {
    private func row(_ value: String, published: String = "", definition: String = "", source: String = "来源") -> String
    {
        "share,370600,2022,\(value),%,verified,\(definition),\(source),,\(published),,"
    }

    @Test("that say the same are one too many, whatever their source")
    func duplicate() throws {
        let (_, diagnostics) = try Sample.read(
            row("65", published: "2023-03"),
            row("65", published: "2023-03", source: "另一来源")
        )
        #expect(
            diagnostics.map(\.pinned) == [
                """
                3:1+5 [metrics.duplicate]
                line 3 gives the same figure as line 2
                第 3 行与第 2 行重复
                - remove one of the two; a second source can be named in its 'source' or 'note'
                - 请删除其中一行；另一来源可写入保留行的“source”或“note”
                """
            ]
        )
    }

    @Test("that differ contradict each other when neither was published later")
    func contradiction() throws {
        let (_, diagnostics) = try Sample.read(
            row("63.14", published: "2023-03"),
            row("65", published: "2023-03", definition: "全口径")
        )
        #expect(
            diagnostics.map(\.pinned) == [
                """
                3:19+2 [metrics.contradiction]
                line 3 says 65%, line 2 says 63.14%, and neither was published later
                第 3 行为 65%，第 2 行为 63.14%，发布时间不分先后，互相矛盾
                - keep the right one; a revision says in 'published' that it is later; another definition's figure goes into 'note'
                - 请保留正确的一行；如为修订数据，请在“published”列写明较晚的发布时间；其他口径的数值可写入“note”
                """
            ]
        )
    }

    @Test("that repeat a contradiction are one too many beside the one they repeat")
    func repeatedContradiction() throws {
        let (_, diagnostics) = try Sample.read(row("63"), row("65"), row("65"))
        #expect(diagnostics.map(\.code) == ["metrics.contradiction", "metrics.duplicate"])
        #expect(diagnostics.last?.message.zh == "第 4 行与第 3 行重复")
    }

    @Test("revise each other when one was published later, and say in turn that there was none and what it is")
    func revision() throws {
        let none = "share,370600,2022,,,verified,,,,,未公布,"
        #expect(try Sample.read(row("63.14", published: "2023-03"), row("65", published: "2023-04")).1.isEmpty)
        #expect(try Sample.read(row("63.14"), row("63.14", published: "2023-04")).1.isEmpty)
        #expect(try Sample.read(none, row("63.14")).1.isEmpty)
    }

    @Test("are compared with each of several before them")
    func third() throws {
        let (_, diagnostics) = try Sample.read(
            row("63", published: "2023-03"),
            row("64", published: "2023-04"),
            row("65", published: "2023-04")
        )
        #expect(diagnostics.map { "\($0.location.line) \($0.code)" } == ["4 metrics.contradiction"])
    }
}

@Suite("A figure an order of magnitude away from those beside it")
struct MagnitudeTests {
    private func warnings(_ indicator: String, _ unit: String, _ area: String, _ values: [String]) throws -> [String] {
        let rows = values.enumerated().map { "\(indicator),\(area),\(2021 + $0),\($1),\(unit),verified,,来源,,,," }
        let text = ([Sample.header] + rows).joined(separator: "\n")
        let (observations, diagnostics) = try Sample.reader().read([.init(path: "m.csv", bytes: Array(text.utf8))])
        #expect(observations.count == values.count)
        #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.code == "metrics.suspicious-magnitude" })
        return diagnostics.map(\.message.zh)
    }

    @Test("is warned about with both figures: 人 typed as 万人, 0.7 for 70 %")
    func jumps() throws {
        #expect(
            try warnings("enrolment", "万人", "370600", ["270000", "271000"])
                == ["2021年为270000万人，而2020年基期值为25万人，相差一个数量级以上"]
        )
        #expect(try warnings("share", "%", "370600", ["0.7"]) == ["2021年为0.7%，而2020年基期值为41%，相差一个数量级以上"])
        #expect(try warnings("share", "%", "370602", ["70", "0.71", "72"]) == ["2022年为0.71%，而2021年为70%，相差一个数量级以上"])
        #expect(try warnings("share", "%", "370602", ["0.7", "71", "72"]) == ["2021年为0.7%，而2022年为71%，相差一个数量级以上"])
    }

    @Test("is not seen where figures grow, start from nothing, count few things, or cover periods of other lengths")
    func harmless() throws {
        #expect(try warnings("share", "%", "370602", ["12", "45", "90"]).isEmpty)
        #expect(try warnings("share", "%", "370602", ["0", "45"]).isEmpty)
        #expect(try warnings("groups", "个", "370602", ["2", "35"]).isEmpty)
        let (_, diagnostics) = try Sample.read(
            "enrolment,370600,2022,26,万人,verified,,来源,,,,",
            "enrolment,370600,2022-06,2,万人,verified,,来源,,,,"
        )
        #expect(diagnostics.isEmpty)
    }
}
