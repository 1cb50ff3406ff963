import Assessment
import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Reporting

@Suite("用词")
struct WordingTests {
    @Test(
        "差值的动词和单位随计量单位而定",
        arguments: [
            ("%", "41.17", "63.14", "提高21.97个百分点"), ("%", "63.14", "60", "下降3.14个百分点"),
            ("‰", "5", "4", "下降1个千分点"), ("万人", "49.18", "51.03", "增加1.85万人"),
            ("所", "10", "7", "减少3所"), ("年", "10.8", "11.3", "提高0.5年"), ("比值", "1.07", "1.05", "下降0.02"),
            ("%", "100", "100", "持平"),
        ]
    )
    func change(_ unit: String, _ old: String, _ new: String, _ expected: String) throws {
        let old = try #require(Decimal(plain: old))
        let new = try #require(Decimal(plain: new))
        #expect(UnitWording(unit: unit).change(from: old, to: new) == expected)
    }

    @Test("每一种判断和状态都有不同的词和符号，不靠颜色区分")
    func labels() {
        let verdicts = Verdict.allCases.map { Status($0, isBeforeTarget: true) }
        #expect(Set(verdicts.map(\.label)).count == Verdict.allCases.count)
        #expect(Set(verdicts.map(\.symbol)).count == Verdict.allCases.count)
        let states = WorkState.allCases.map { Status($0) }
        #expect(Set(states.map(\.label)).count == WorkState.allCases.count)
        #expect(Set(states.map(\.symbol)).count == WorkState.allCases.count)
    }

    @Test("目标年之前达到目标是提前实现，之后是完成")
    func early() {
        #expect(Status(.achieved, isBeforeTarget: true).label == "提前实现")
        #expect(Status(.achieved, isBeforeTarget: false).label == "完成")
    }

    @Test("误了期限才达到的是逾期完成，多出再多也不是超额完成")
    func late() throws {
        let late = try Fixture.commitment(.atLeast, 90, deadline: "2022", ["2021": "80", "2022": "88.4", "2023": "94"])
        #expect(late.status.label == "逾期完成" && late.status.code == "achieved")
        let onTime = try Fixture.commitment(.atLeast, 90, deadline: "2022", ["2021": "80", "2022": "90", "2023": "94"])
        #expect(onTime.status.label == "超额完成")
    }

    @Test("指标也一样：目标年未达到、以后才达到的，标签和句子都说逾期完成")
    func lateIndicator() throws {
        let late = try Fixture.assessment(["2025": "74", "2026": "80"])
        #expect(Status(late).label == "逾期完成" && Status(late).code == "achieved")
        #expect(IndicatorSentence(late, name: "占比", genre: "规划").text?.hasSuffix("逾期完成规划目标（75%）。") == true)
        #expect(Status(try Fixture.assessment(["2025": "75", "2026": "80"])).label == "超额完成")
    }

    @Test("凭进展报告作出的判断写明是哪一天的报告，不说没有收集到数据")
    func byNote() throws {
        func note(_ state: ProgressNote.State, on day: String) throws -> ProgressNote {
            ProgressNote(
                item: try Fixture.id("share"),
                state: state,
                date: try Fixture.day(day),
                reportedBy: try #require(OrganizationID("edu")),
                summary: "平台建成。",
                source: "测试",
                location: SourceLocation(file: "test.yaml")
            )
        }
        let done = try Fixture.commitment(.milestone, nil, deadline: "2023", [:], [note(.completed, on: "2023-11-25")])
        #expect(done.full == "完成：按进展报告（2023年11月25日）判断" && done.summary == "按进展报告（2023年11月25日）判断")
        let silent = try Fixture.commitment(.milestone, nil, deadline: "2023", [:])
        #expect(silent.full == "暂无数据：没有关于是否完成的进展记录")
    }

    @Test("来源说超过时照样写超过")
    func precision() throws {
        #expect(Figure(try Fixture.observation("2023", "95", precision: .over)).text == "超过95")
        #expect(Figure(try Fixture.observation("2023", "95", precision: .about)).text == "约95")
        #expect(Figure(try Fixture.observation("2023", nil)).text == "暂无数据")
    }

    @Test("承诺事项的要求写成几个字")
    func commitments() throws {
        func value(_ kind: Target.Kind, _ change: (inout Target) -> Void = { _ in }) throws -> String {
            var target = Target(
                id: try Fixture.id("t"),
                kind: kind,
                subject: "占比",
                text: "原文",
                anchor: Anchor(lines: 1...1, digest: "0")
            )
            change(&target)
            return CommitmentWording(target: target).value
        }
        #expect(try value(.atLeast) { ($0.value, $0.unit) = (93, "%") } == "≥93%")
        #expect(try value(.atMost) { ($0.value, $0.unit) = (Decimal(105) / 100, "比值") } == "≤1.05")
        #expect(try value(.about) { ($0.value, $0.unit) = (3, "%") } == "约3%")
        #expect(try value(.range) { ($0.range, $0.unit) = (5...8, "所") } == "5—8所")
        #expect(try value(.yearlyChange) { ($0.value, $0.unit, $0.direction) = (1, "个百分点", .down) } == "每年下降≥1个百分点")
        #expect(try value(.yearlyAmount) { ($0.value, $0.unit, $0.recurrence) = (1, "次", .schoolYear) } == "每学年≥1次")
        #expect(try value(.growthRate) { ($0.value, $0.unit) = (10, "%") } == "年均增长约10%")
        #expect(try value(.complete) == "全覆盖")
        #expect(try value(.nonDecreasing) { $0.direction = .down } == "不再新增")
    }
}

@Suite("图表")
struct ChartTests {
    @Test(
        "纵轴刻度是整数步长，覆盖所有数值",
        arguments: [
            (["41.17", "75", "63.14"], ["40", "50", "60", "70", "80"]),
            (["1.07", "1"], ["1", "1.02", "1.04", "1.06", "1.08"]),
            (["100", "100"], ["99", "100", "101"]), (["10.8", "11.3"], ["10.8", "11", "11.2", "11.4"]),
            (["-3", "2"], ["-4", "-2", "0", "2"]),
        ]
    )
    func scale(_ values: [String], _ ticks: [String]) throws {
        let scale = ChartScale(covering: try values.map { try #require(Decimal(plain: $0)) })
        #expect(scale.ticks.map(\.plainText) == ticks)
    }

    @Test("图和表说的一样：每年应达值与实际值，没有就是暂无数据")
    func rows() throws {
        let chart = ChartBuilder(try Fixture.assessment(["2022": "63.14"])).chart()
        #expect(chart.rows.map(\.period) == ["2020年", "2021年", "2022年", "2023年", "2024年", "2025年"])
        #expect(chart.rows.map(\.expected) == ["41.17", "47.94", "54.7", "61.47", "68.23", "75"])
        #expect(chart.rows.map(\.actual) == ["41.17（基期）", "暂无数据", "63.14", "暂无数据", "暂无数据", "暂无数据"])
        #expect(chart.points.count == 2)
        #expect(chart.hasActual)
    }

    @Test("所有坐标都在画布内")
    func bounds() throws {
        let chart = ChartBuilder(try Fixture.assessment(["2021": "52.66", "2022": "99", "2026": "30"])).chart()
        for point in chart.points + [chart.target] {
            #expect((56...464).contains(point.x) && (16...180).contains(point.y))
        }
    }
}
