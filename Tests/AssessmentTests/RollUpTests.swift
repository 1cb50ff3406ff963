import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Assessment

@Suite("汇总、排名、自评与验证、预警、规划调整")
struct RollUpTests {
    private func date(_ text: String = "2030-12-31") throws -> EvaluationDate {
        EvaluationDate(cutOff: try day(text), knownBy: try day(text))
    }

    @Test("完成率 = (超额完成 + 完成 + 保持达标) ÷ 总数；没有数据的也在总数里")
    func counts() {
        let counts = VerdictCounts([.exceeded, .achieved, .held, .missed, .noData, nil])
        #expect(counts.total == 6 && counts.judged == 4 && counts.open == 1)
        #expect(counts.asExpected == 3)
        #expect(counts.completion == decimal("0.5"))
        #expect(counts.shares().map(\.percent).reduce(0, +) == 100)
        #expect(counts.shares().map(\.verdict) == [.achieved, .exceeded, .held, .missed])
        #expect(VerdictCounts([Verdict?]()).completion == nil)
    }

    @Test("按类别、属性、单位汇总，先出现的排在前面；由几个单位牵头的在每个单位都计入")
    func groups() throws {
        var share = try indicator("40", "60")
        share.nature = .binding
        let one = try assess(share, [observation("2025", "61")])
        let other = try assess(indicator("40", "60"), [observation("2025", "59")])
        var place = TargetPlace(target: try target(.atLeast, "60"))
        place.lead = [try #require(OrganizationID("finance")), try #require(OrganizationID("edu"))]
        let judged = JudgedTarget(place: place, assessment: try assess(place.target, figures("2025 60")))
        let nothing = WorkAssessor(notes: [], date: try date())
        let sums = PlanRollUps(plan: try emptyPlan(), indicators: [other, one], targets: [judged], work: nothing)
        #expect(sums.byNature.map(\.key) == [.anticipatory, .binding])
        #expect(sums.byCategory.first?.counts.counts == [.missed: 1, .exceeded: 1])
        #expect(sums.byDepartment.map(\.department.text) == ["edu", "finance"])
        #expect(sums.byDepartment.map(\.indicators.total) == [2, 0])
        #expect(sums.byDepartment.map(\.targets.total) == [1, 1])
        #expect(sums.byDepartment.map(\.hasReported) == [true, true])
        #expect(sums.byPart.map(\.key) == [.annex])
    }

    @Test("区市排名：并列同名次，其后空出名次；没有同期数据的单列，不用往年的数代替")
    func ranking() throws {
        let districts = try ["370602", "370611", "370612", "370613", "370614"].map { try area($0) }
        var rows = try figures("2023 50", area: "370602") + figures("2023 60", area: "370611")
        rows += try figures("2023 60", area: "370612") + figures("2022 99", area: "370613")
        func ranked(_ order: DistrictRanking.Order) throws -> DistrictRanking {
            DistrictRanking(
                item: try item("share"),
                period: .year(2023),
                order: order,
                districts: districts,
                observations: ObservationIndex(rows.reversed()),
                date: try date()
            )
        }
        let up = try ranked(.descending)
        #expect(up.entries.map(\.area.text) == ["370611", "370612", "370602"])
        #expect(up.entries.map(\.place) == [1, 1, 3])
        #expect(up.entries.map(\.isTied) == [true, true, false])
        #expect(up.missing.map(\.text) == ["370613", "370614"])
        #expect(try ranked(.ascending).entries.map(\.place) == [1, 2, 2])
    }

    @Test("取半数以上区市有数据的最近一个时期；没有这样的时期就不排名")
    func latest() throws {
        let districts = try ["370602", "370611", "370612", "370613", "370614"].map { try area($0) }
        func latest(_ rows: [Observation]) throws -> DistrictRanking? {
            DistrictRanking(
                latestOf: try item("share"),
                order: .descending,
                districts: districts,
                observations: ObservationIndex(rows),
                date: try date()
            )
        }
        let full = try figures("2022 50, 2023 51", area: "370602") + figures("2022 60, 2023 61", area: "370611")
        let rows = try full + figures("2022 70", area: "370612")
        #expect(try latest(rows)?.period == .year(2022))
        #expect(try latest(rows + figures("2023 70", area: "370613"))?.period == .year(2023))
        #expect(try latest(full) == nil)
        #expect(try latest([]) == nil)
    }

    @Test("哪个数排在前面：越低越好的由低到高；下降的幅度由高到低")
    func order() throws {
        #expect(try indicator("1.07", "1", .atMost).rankingOrder == .ascending)
        #expect(try indicator("5", "5", .atMost).rankingOrder == .ascending)
        #expect(try indicator("100", "100").rankingOrder == .descending)
        #expect(try target(.atMost, "1.05").rankingOrder(unit: "比值") == .ascending)
        let fall = try target(.yearlyChange, "1", direction: .down)
        #expect(fall.rankingOrder(unit: "%") == .ascending)
        #expect(fall.rankingOrder(unit: "个百分点") == .descending)
    }

    @Test("自评与验证都保留；验证值计入，差异超过 5% 的列出")
    func stages() throws {
        let rows = [
            try observation("2022", "100", stage: .selfReported, line: 2), try observation("2022", "95", line: 3),
            try observation("2023", "100", stage: .selfReported, line: 4), try observation("2023", "96", line: 5),
            try observation("2024", "100", stage: .selfReported, line: 6),
        ]
        // 95 的 5% 是 4.75 < 5；96 的 5% 是 4.8 > 4
        let comparisons = StageComparison.all(rows, date: try date(), tolerance: decimal("0.05"))
        #expect(comparisons.map(\.difference) == [-5, -4])
        #expect(comparisons.map(\.isLarge) == [true, false])
        let listing = DistrictDifferences.listing(comparisons)
        #expect(listing.map(\.compared) == [2] && listing.first?.large.count == 1)
    }

    @Test("约束性指标：落后、没有数据、照此速度达不到，都预警；达到的不预警")
    func warnings() throws {
        func warned(_ values: [Observation]) throws -> EarlyWarning.Reason? {
            var subject = try indicator("40", "60")
            subject.nature = .binding
            return EarlyWarning.indicators([try assess(subject, values)]).first?.reason
        }
        #expect(try warned([]) == .noFigure)
        #expect(try warned([observation("2022", "44")]) == .fallsShort)
        // 速度 0.95：基本符合预期，但 40+19=59<60
        #expect(try warned([observation("2022", "47.6")]) == .forecastFallsShort)
        #expect(try warned([observation("2022", "49")]) == nil)
        #expect(try warned([observation("2025", "60")]) == nil)
        let anticipatory = try assess(indicator("40", "60"), [observation("2022", "44")])
        #expect(EarlyWarning.indicators([anticipatory]).isEmpty)
    }

    private func project(_ goals: [Goal], _ targets: [Target] = []) throws -> Plan {
        var plan = try emptyPlan()
        plan.keyProjects = [
            KeyProject(
                id: try item("project-1"),
                number: 1,
                name: "工程",
                content: "",
                anchor: nowhere,
                goals: goals,
                targets: targets
            )
        ]
        return plan
    }

    private func warned(
        _ plan: Plan,
        _ observations: [Observation] = [],
        _ notes: [ProgressNote] = [],
        on day: String
    ) throws -> [EarlyWarning] {
        let date = try date(day)
        let assessor = TargetAssessor(
            plan: plan,
            rules: .standard,
            date: date,
            observations: ObservationIndex(observations),
            notes: notes
        )
        return EarlyWarning.projects(
            plan,
            targets: plan.targetPlaces.map { JudgedTarget(place: $0, assessment: assessor.assess($0)) },
            work: WorkAssessor(notes: notes, date: date),
            date: date,
            months: 12
        )
    }

    @Test("重点工程：时限临近或已过而未完成的预警，先到时限的在前；工程已完成的不预警")
    func deadlines() throws {
        let dates: [TimePeriod] = [.year(2030), .year(2024), .year(2023)]
        let plan = try project([Goal(id: try item("goal-1"), text: "", deadlines: dates, anchor: nowhere)])
        let open = try warned(plan, on: "2024-01-31")
        #expect(open.map(\.reason) == [.deadlineOver, .deadlineNear] && open.map(\.due) == [.year(2023), .year(2024)])
        #expect(try warned(plan, [], [note("project-1", "2024-01-01", .completed)], on: "2024-01-31").isEmpty)
    }

    @Test("数据已达到的部分不预警，没有数据的和没有达到的分开预警；报告了完成而数据没有达到的照样预警")
    func metParts() throws {
        func part(_ id: String) throws -> Target {
            var part = try target(.atLeast, "60", deadline: "2023")
            part.id = try item(id)
            return part
        }
        func rows(_ values: [(String, String)]) throws -> [Observation] {
            try values.map {
                var row = try figures("2023 \($0.1)")[0]
                row.indicator = try item($0.0)
                return row
            }
        }
        let targets = [try part("part-1"), try part("part-2")]
        let goal = Goal(id: try item("goal-1"), text: "", deadlines: [.year(2023)], anchor: nowhere, targets: targets)
        let plan = try project([goal])
        #expect(try warned(plan, rows([("part-1", "61"), ("part-2", "60")]), on: "2024-01-31").isEmpty)
        let half = try warned(plan, rows([("part-1", "61")]), on: "2024-01-31")
        #expect(half.map(\.reason) == [.deadlineOver] && half.first?.commitments.map(\.text) == ["part-2"])
        let missed = try warned(plan, rows([("part-1", "59")]), on: "2024-01-31")
        #expect(missed.map(\.reason) == [.missed, .deadlineOver])
        #expect(missed.map { $0.commitments.map(\.text) } == [["part-1"], ["part-2"]])
        let done = [try note("goal-1", "2024-01-01", .completed)]
        #expect(try warned(plan, rows([("part-1", "59")]), done, on: "2024-01-31").map(\.reason) == [.missed])
        #expect(try warned(plan, rows([("part-1", "59")]), on: "2023-06-30").map(\.reason) == [.deadlineNear])
    }

    @Test("没有逐项目标的工程以规划期末为时限：期末尚未报告完成的预警，承诺事项的数据达到了也一样")
    func withoutGoals() throws {
        let plan = try project([], [target(.atLeast, "60", deadline: "2023")])
        let met = try figures("2023 61")
        #expect(try warned(plan, met, on: "2024-06-30").isEmpty)
        let whole = try warned(plan, met, [note("project-1", "2025-06-01", .inProgress)], on: "2025-12-31")
        #expect(whole.map(\.reason) == [.deadlineOver] && whole.map(\.item.text) == ["project-1"])
        #expect(whole.map(\.due) == [.year(2025)] && whole.first?.commitments.isEmpty == true)
        #expect(try warned(plan, met, [note("project-1", "2025-06-01", .completed)], on: "2025-12-31").isEmpty)
        let missed = try warned(plan, figures("2023 59"), on: "2025-12-31")
        #expect(missed.map(\.reason) == [.missed, .deadlineOver] && missed.map(\.due) == [.year(2023), .year(2025)])
    }

    @Test("规划调整自生效之日起适用，之前按原目标")
    func amendments() throws {
        var subject = try indicator("40", "60")
        subject.amendments = [
            Amendment(effective: try day("2024-06-01"), document: "〔2024〕1号", value: 55),
            Amendment(effective: try day("2023-01-01"), document: "〔2023〕1号", value: 58, period: .year(2026)),
        ]
        #expect(subject.held(on: try day("2022-12-31")).target == .init(period: .year(2025), value: 60))
        #expect(subject.held(on: try day("2023-01-01")).target == .init(period: .year(2026), value: 58))
        #expect(subject.held(on: try day("2024-06-01")).target == .init(period: .year(2026), value: 55))
        var plan = try emptyPlan()
        plan.indicators = [subject]
        #expect(plan.held(on: try day("2024-06-01")).indicators.first?.target.value == 55)
    }

    @Test("问题整改：整改中 → 逾期 → 已复查 → 已销号")
    func findings() throws {
        var finding = Finding(
            id: try item("finding-1"),
            item: try item("share"),
            found: try day("2023-06-01"),
            problem: "问题",
            measure: "措施",
            responsible: [],
            due: try day("2023-12-31"),
            source: "测试",
            location: .init(file: "test.yaml")
        )
        #expect(try finding.state(on: day("2023-05-31")) == nil)
        #expect(try finding.state(on: day("2023-12-31")) == .rectifying)
        #expect(try finding.state(on: day("2024-01-01")) == .overdue)
        finding.rechecks = [
            .init(date: try day("2024-02-01"), isPassed: false, result: ""),
            .init(date: try day("2024-03-01"), isPassed: true, result: ""),
        ]
        finding.closed = try day("2024-04-01")
        #expect(try finding.state(on: day("2024-02-15")) == .overdue)
        #expect(try finding.state(on: day("2024-03-15")) == .rechecked)
        #expect(try finding.state(on: day("2024-04-01")) == .closed)
    }
}
