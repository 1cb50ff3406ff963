import Assessment
import Foundation
import PlanModel
import Testing

@testable import Reporting

@Suite("到期和未到期")
struct FinalWordingTests {
    private func target(_ deadline: Int) throws -> Target {
        Target(
            id: try Fixture.id("schools"),
            kind: .atLeast,
            subject: "学校占比",
            value: 60,
            unit: "%",
            deadline: .year(deadline),
            text: "60%以上",
            anchor: Fixture.anchor
        )
    }

    private func plan(_ targets: [Target]) throws -> Plan {
        var plan = try Fixture.plan()
        plan.keyProjects = [
            KeyProject(
                id: try Fixture.id("project-1"),
                number: 1,
                name: "工程",
                content: "",
                anchor: Fixture.anchor,
                targets: targets
            )
        ]
        return plan
    }

    @Test("终期总结里时限未到的是尚未到期，时限已过而没有数据的是暂无数据；中期都是暂无数据")
    func notDue() throws {
        for (deadline, isFinal, expected) in [(2025, true, "尚未到期"), (2023, true, "暂无数据"), (2025, false, "暂无数据")] {
            let target = try target(deadline)
            let view = try Fixture.view(plan([target]), requiresTargetYear: isFinal)
            #expect(view.status(of: target.id).label == expected && view.status(of: target.id).code == "noData")
            #expect(view.judgementText(of: target.id) == nil)
        }
    }

    @Test("有到期之前的数据、没有到期数据的，说没有到期数据")
    func noFigureWhenDue() throws {
        let target = try target(2023)
        let rows = try [("2021", "50"), ("2022", "55")].map { try Fixture.observation($0.0, $0.1, of: "schools") }
        let view = try Fixture.view(plan([target]), rows, requiresTargetYear: true)
        #expect(view.status(of: target.id).label == "暂无到期数据")
        #expect(try Fixture.view(plan([target]), rows).status(of: target.id).code != "noData")
    }

    @Test("有原因的缺数把原因写出来")
    func reason() throws {
        let target = try target(2023)
        var row = try Fixture.observation("2023", nil, of: "schools")
        row.reason = "未见公开发布"
        let view = try Fixture.view(plan([target]), [row])
        #expect(view.judgementText(of: target.id)?.contains("未见公开发布") == true)
    }

    @Test("期末预测只在目标年结束之前作，终期总结不作")
    func forecast() throws {
        let plan = try Fixture.plan([try Fixture.indicator()])
        let rows = [try Fixture.observation("2022", "63.14")]
        func row(_ day: String, isFinal: Bool = false) throws -> IndicatorRow {
            try #require(try Fixture.view(plan, rows, on: day, requiresTargetYear: isFinal).indicatorRows.first)
        }
        let before = try row("2023-12-31")
        #expect(before.forecast.text == "96.1" && before.outlook.linear.text == "96.1" && !before.isOverdue)
        for day in ["2025-12-31", "2026-11-22"] {
            let after = try row(day)
            #expect(after.forecast.isMissing && after.outlook.linear.isMissing && after.isOverdue, "\(day)")
        }
        let final = try row("2025-10-31", isFinal: true)
        #expect(final.forecast.isMissing && final.outlook.linear.isMissing && !final.isOverdue)
    }

    @Test("什么都没有收集到的没有最新资料日期；承诺事项里的方向性要求另计")
    func counts() throws {
        var direction = try target(2025)
        direction.kind = .direction
        direction.value = nil
        var other = try target(2025)
        other.id = try Fixture.id("other")
        let view = try Fixture.view(plan([direction, other]))
        #expect(view.documentFacts(.midterm).knownBy == nil && view.documentFacts(.midterm).knownByCode == "2021-12-31")
        #expect(view.summary.commitmentCount == 2 && view.summary.directionCount == 1)
        #expect(view.summary.unledProjectCount == 1 && view.summary.unledTaskCount == 0)
    }

    @Test("方案自称方案，负数用负号")
    func words() throws {
        var plan = try Fixture.plan()
        #expect(plan.genre == "规划")
        plan.title = "烟台市推进乡村教育振兴专项工作方案"
        #expect(plan.genre == "工作方案")
        let negative = Figure(try Fixture.decimal("-1.4"))
        #expect(negative.text == "−1.4" && negative.digits == "-1.4")
        let text = IndicatorSentence(try Fixture.assessment(["2025": "80"]), name: "占比", genre: plan.genre).text
        #expect(text?.contains("超额完成工作方案目标（75%）") == true)
    }

    @Test("区市数据排成一张表：一列一个区市，一行一个时期；自评与验证并列，修订的算后发布的")
    func matrix() throws {
        let target = try target(2025)
        var rows: [Observation] = []
        for (time, value, area) in [("2022", "40", "370602"), ("2023", "50", "370602"), ("2022", "41", "370611")] {
            rows.append(try Fixture.observation(time, value, of: "schools", in: area))
        }
        rows[0].published = TimePeriod("2023-12")
        var revised = try Fixture.observation("2022", "44", of: "schools", in: "370602")
        revised.note = "修订值"
        revised.published = TimePeriod("2023-11")
        rows.insert(revised, at: 0)
        rows.append(try Fixture.observation("2023", "55", of: "schools", in: "370602", stage: .selfReported))
        let view = try Fixture.view(plan([target]), rows + [try Fixture.observation("2023", "45", of: "schools")])
        let commitment = try #require(view.projectRows.first?.commitments.first)
        let table = commitment.table
        #expect(table.districts.map(\.name) == ["芝罘区", "福山区"] && table.unit == "%")
        #expect(table.lines.map(\.period) == ["2022年", "2023年"])
        let values = table.lines.map { $0.cells.map { $0.values.map(\.value.text) } }
        #expect(values == [[["40"], ["41"]], [["50", "55"], []]])
        #expect(table.notes == ["芝罘区2022年（修订值）"])
        #expect(table.own.map(\.value.text) == ["45"] && commitment.figures.count == 6)
        #expect(table.lines.last?.cells.first?.values.map(\.stage) == [nil, "自评"])
    }
}
