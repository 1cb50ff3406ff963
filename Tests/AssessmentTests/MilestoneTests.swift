import Foundation
import PlanModel
import Testing

@testable import Assessment

@Suite("里程碑和区市目标")
struct MilestoneTests {
    private func place(_ kind: Target.Kind = .milestone, wholeGoal: Bool = false) throws -> TargetPlace {
        var place = TargetPlace(target: try target(kind, unit: nil, deadline: "2023"))
        place.task = try item("task-1")
        place.goal = wholeGoal ? try item("goal-1") : nil
        place.isWholeGoal = wholeGoal
        return place
    }

    private func judge(
        _ place: TargetPlace,
        _ notes: [ProgressNote],
        asOf: String
    ) throws -> TargetAssessment {
        TargetAssessor(
            plan: try emptyPlan(),
            rules: .standard,
            date: EvaluationDate(cutOff: try day(asOf), knownBy: try day(asOf)),
            observations: ObservationIndex([]),
            notes: notes
        )
        .assess(place)
    }

    @Test(
        "到2023年建成：自己的进展说了算",
        arguments: [
            ("2022-11-01", ProgressNote.State.completed, "2022-12-31", Verdict.achieved, false),
            ("2024-03-01", .completed, "2024-12-31", .achieved, true),
            ("2022-11-01", .inProgress, "2022-12-31", .onTrack, false),
            ("2022-11-01", .slow, "2022-12-31", .behind, false),
            ("2022-11-01", .notStarted, "2022-12-31", .behind, false),
            ("2024-01-10", .inProgress, "2024-12-31", .missed, false),
            ("2023-11-01", .inProgress, "2024-12-31", .noData, false),
        ]
    )
    func own(_ date: String, _ state: ProgressNote.State, _ asOf: String, _ verdict: Verdict, _ late: Bool) throws {
        let result = try judge(place(), [note("share", date, state)], asOf: asOf)
        #expect(result.verdict == verdict)
        #expect(result.isLate == late)
    }

    @Test("所在任务已完成，里程碑也已完成；任务仍在推进，说明不了其中一个里程碑，到期前后都一样")
    func enclosing() throws {
        #expect(try judge(place(), [note("task-1", "2023-06-01", .completed)], asOf: "2023-12-31").verdict == .achieved)
        for (date, state) in [
            ("2022-06-01", ProgressNote.State.inProgress), ("2022-06-01", .slow), ("2024-06-01", .inProgress),
        ] {
            let open = try judge(place(), [note("task-1", date, state)], asOf: "\(date.prefix(4))-12-31")
            #expect(open.verdict == .noData && open.openReason == .notReported && open.note == nil)
        }
    }

    @Test("任务整体在期限之后才完成，不说明其中的里程碑逾期")
    func enclosingLate() throws {
        let result = try judge(place(), [note("task-1", "2025-06-01", .completed)], asOf: "2025-12-31")
        #expect(result.verdict == .achieved && !result.isLate)
    }

    @Test("凭进展报告判断的不再说没有数据")
    func byNote() throws {
        let result = try judge(place(), [note("share", "2022-11-01", .inProgress)], asOf: "2022-12-31")
        #expect(result.openReason == nil && result.note?.date.description == "2022-11-01")
    }

    @Test("目标是工作目标的全部内容时，工作目标的进展就是它的进展")
    func wholeGoal() throws {
        let notes = [try note("goal-1", "2024-06-01", .slow)]
        #expect(try judge(place(wholeGoal: true), notes, asOf: "2024-12-31").verdict == .missed)
    }

    @Test("没有数的全覆盖目标只认自己的进展，不认所在任务的")
    func completeByNote() throws {
        #expect(
            try judge(place(.complete), [note("task-1", "2023-06-01", .completed)], asOf: "2023-12-31").verdict
                == .noData
        )
        #expect(
            try judge(place(.complete), [note("share", "2023-06-01", .completed)], asOf: "2023-12-31").verdict
                == .achieved
        )
    }

    private static let districts = ["370602", "370611", "370612", "370613"]

    @Test("60%以上区市：四个区市中三个达标为 75%；只知两个达标一个未达时还不能判断")
    func share() throws {
        let subject = try target(.atLeast, "60", deadline: "2023", districts: .share)
        func rows(_ values: [String]) throws -> [Observation] {
            try zip(Self.districts, values).flatMap { try figures("2023 \($1)", area: $0) }
        }
        let met = try assess(subject, rows(["100", "100", "100", "0"]), districts: Self.districts)
        #expect(met.actual == 75 && met.verdict == .exceeded)
        #expect(met.trace.first?.numbers == "3 ÷ 4")
        #expect(met.districts?.met.count == 3 && met.districts?.unmet.map(\.text) == ["370613"])
        // 期限之前区市还不够数，而有全市的数：按全市的数判断，区市的情况照样附上
        let early = try target(.atLeast, "60", deadline: "2025", districts: .share)
        let own = try assess(
            early,
            rows(["100", "0", "0", "0"]) + figures("2021 10, 2023 40"),
            districts: Self.districts
        )
        #expect(own.actual == 40 && own.verdict != nil && own.districts?.met.count == 1)
        #expect(try assess(subject, rows(["100", "0", "0", "0"]), districts: Self.districts).verdict == .missed)
        // 100、100、0、?：50% 或 75%，取决于缺的一个；全市自己报的比例说得清
        let open = try assess(subject, rows(["100", "100", "0"]), districts: Self.districts)
        #expect(open.verdict == nil && open.openReason == .missingDistricts && open.districts?.unknown.count == 1)
        let city = try rows(["100", "100", "0"]) + figures("2022 25, 2023 75")
        #expect(try assess(subject, city, districts: Self.districts).verdict == .exceeded)
        // 期限之前 1÷4，没有全市的数：还不到判断的时候；终期总结则缺到期年份的数
        let notDue = try assess(early, rows(["100", "0", "0", "0"]), districts: Self.districts)
        #expect(notDue.verdict == nil && notDue.openReason == .notDue)
        let last = try assess(early, rows(["100", "0", "0", "0"]), districts: Self.districts, final: true)
        #expect(last.verdict == .noData && last.openReason == .noFigureWhenDue)
    }

    @Test("期限时区市还不够数、后来才够的，是逾期完成；期限时不知道的不说逾期")
    func lateShare() throws {
        let subject = try target(.atLeast, "50", deadline: "2023", districts: .share)
        func judged(_ series: [String]) throws -> TargetAssessment {
            let rows = try zip(Self.districts, series).flatMap { try figures($1, area: $0) }
            return try assess(subject, rows, districts: Self.districts)
        }
        // 2023 年 1÷4=25%<50%；2025 年 3÷4=75%
        let late = try judged(["2023 100", "2023 0, 2025 100", "2023 0, 2025 100", "2023 0"])
        #expect(late.verdict == .achieved && late.isLate && late.actual == 75)
        // 2023 年 1÷4，另有两个不知道：最多 3÷4，够
        let unknown = try judged(["2023 100", "2025 100", "2025 100", "2023 0"])
        #expect(unknown.verdict == .exceeded && !unknown.isLate)
    }

    @Test("各区市都要达标：有一个未达就是未完成")
    func each() throws {
        let subject = try target(.atLeast, "50", deadline: "2023", districts: .each)
        func rows(_ values: [String]) throws -> [Observation] {
            try zip(Self.districts, values).flatMap { try figures("2023 \($1)", area: $0) }
        }
        #expect(try assess(subject, rows(["50", "61", "70", "55"]), districts: Self.districts).verdict == .achieved)
        #expect(try assess(subject, rows(["50", "61", "70", "49"]), districts: Self.districts).verdict == .missed)
    }

    @Test("各区市都要达标：全市平均值够了不等于每个区市都够，缺一个区市的数就不能判断；平均值不够则必有区市不够")
    func averageOfEach() throws {
        let subject = try target(.atLeast, "1", unit: "个", deadline: "2023", districts: .each)
        func judged(_ values: [String], city: String) throws -> TargetAssessment {
            let own = try zip(Self.districts, values).flatMap { try figures("2023 \($1)", unit: "个", area: $0) }
            return try assess(subject, own + figures(city, unit: "个"), districts: Self.districts)
        }
        // 3、2、1、?：平均 1.5 也可能是 3、2、1、0
        let open = try judged(["3", "2", "1"], city: "2023 1.5")
        #expect(open.verdict == nil && open.openReason == .missingDistricts && open.districts?.met.count == 3)
        #expect(open.trace.first?.numbers == "3 ÷ 4")
        #expect(try judged(["3", "2", "1"], city: "2023 0.8").verdict == .missed)
        #expect(try judged(["3", "2", "1", "0"], city: "2023 1.5").verdict == .missed)
        #expect(try judged(["3", "2", "1", "1"], city: "2023 1.75").verdict == .achieved)
        // 一个区市的数也没有
        let average = try judged([], city: "2023 1.5")
        #expect(average.verdict == nil && average.openReason == .missingDistricts && average.districts == nil)
    }

    @Test("终期总结要目标年的数；规划期以后才到期的目标照常判断进度")
    func final() throws {
        let inPlan = try assess(target(.atLeast, "60"), figures("2021 50, 2024 59"), final: true)
        #expect(inPlan.verdict == .noData && inPlan.openReason == .noFigureWhenDue)
        let beyond = try assess(target(.atLeast, "60", deadline: "2030"), figures("2021 50, 2024 59"), final: true)
        #expect(beyond.verdict == .ahead)
    }
}
