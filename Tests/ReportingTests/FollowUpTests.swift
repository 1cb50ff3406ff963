import Assessment
import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Reporting

@Suite("文档中的预警、台账、调整、差异")
struct FollowUpTests {
    private func followUp(_ view: PlanView) -> FollowUp { view.followUp(.midterm, isDraft: true) }

    // MARK: 台账

    private func finding() throws -> Finding {
        Finding(
            id: try Fixture.id("finding-1"),
            item: try Fixture.id("share"),
            found: try Fixture.day("2023-06-01"),
            problem: "公办园建设进度慢。",
            measure: "按月调度。",
            responsible: [try #require(OrganizationID("edu")), try #require(OrganizationID("finance"))],
            due: try Fixture.day("2023-12-31"),
            rechecks: [
                .init(date: try Fixture.day("2024-02-01"), isPassed: false, result: "仍有2处未开工。"),
                .init(date: try Fixture.day("2024-03-01"), isPassed: true, result: "已全部开工。"),
            ],
            closed: try Fixture.day("2024-04-01"),
            source: "测试",
            location: SourceLocation(file: "test.yaml")
        )
    }

    @Test(
        "台账的每一种状态：词、代码、复查、销号日期",
        arguments: [
            ("2023-12-31", "rectifying", "整改中", nil, nil),
            ("2024-01-01", "overdue", "逾期未完成整改", nil, nil),
            ("2024-02-15", "overdue", "逾期未完成整改", "2024年2月1日：仍有2处未开工。", nil),
            ("2024-03-15", "rechecked", "已复查，待销号", "2024年3月1日：已全部开工。", nil),
            ("2024-04-01", "closed", "已销号", "2024年3月1日：已全部开工。", "2024年4月1日"),
        ] as [(String, String, String, String?, String?)]
    )
    func ledger(_ day: String, _ code: String, _ label: String, _ recheck: String?, _ closed: String?) throws {
        let plan = try Fixture.plan([Fixture.indicator()])
        let row = try #require(followUp(try Fixture.view(plan, findings: [finding()], on: day)).findings.first)
        #expect(row.stateCode == code && row.state.label == label)
        #expect(row.recheck == recheck && row.closed == closed)
        #expect(row.name == "公办幼儿园在园幼儿占比" && row.problem == "公办园建设进度慢。")
        #expect(row.measure == "按月调度。" && row.responsible == "市教育局、市财政局" && row.due == "2023年12月31日")
    }

    @Test("数据截止日期之后才发现的问题不列入台账")
    func notFoundYet() throws {
        let plan = try Fixture.plan([Fixture.indicator()])
        #expect(followUp(try Fixture.view(plan, findings: [finding()], on: "2023-05-31")).findings.isEmpty)
    }

    // MARK: 目标调整

    @Test("目标调整：由几调整为几，逐次对照前一次；尚未生效的不列")
    func amendments() throws {
        var subject = try Fixture.indicator()
        subject.amendments = [
            Amendment(effective: try Fixture.day("2023-06-01"), document: "〔2023〕2号", value: 70, period: .year(2026)),
            Amendment(effective: try Fixture.day("2022-06-01"), document: "〔2022〕1号", value: 72),
            Amendment(effective: try Fixture.day("2024-06-01"), document: "〔2024〕3号", value: 68),
        ]
        let rows = followUp(try Fixture.view(try Fixture.plan([subject]))).amendments
        #expect(rows.map(\.change) == ["目标值由75%调整为72%", "目标值由72%调整为70%，时限由2025年调整为2026年"])
        #expect(rows.map(\.document) == ["〔2022〕1号", "〔2023〕2号"])
        #expect(rows.map(\.effective) == ["2022年6月1日", "2023年6月1日"])
    }

    @Test("区间和没有写明时限的承诺也说得清；没有变的说维持不变")
    func amendedRange() throws {
        var target = Target(
            id: try Fixture.id("schools"),
            kind: .range,
            subject: "学校",
            range: 5...8,
            unit: "所",
            text: "争创5—8所",
            anchor: Fixture.anchor
        )
        let change = Amendment(
            effective: try Fixture.day("2023-01-01"),
            document: "〔2023〕1号",
            range: 6...8,
            period: .year(2025)
        )
        var wording = AmendmentWording(target, lastYear: 2025)
        #expect(wording.change(change) == "目标区间由5—8所调整为6—8所，时限维持2025年不变")
        target.range = nil
        wording = AmendmentWording(target, lastYear: 2027)
        #expect(wording.change(change) == "目标区间定为6—8所，时限由2027年调整为2025年")
    }

    // MARK: 预警

    @Test(
        "约束性指标的预警用判断的词来说",
        arguments: [
            ([:], "约束性指标暂无数据"), (["2022": "45"], "约束性指标相对滞后"), (["2022": "40"], "约束性指标背离目标"),
            (["2023": "59.8"], "约束性指标按现有进度推算不能如期达到"), (["2022": "63.14"], nil),
        ] as [([String: String], String?)]
    )
    func bindingWarning(_ figures: [String: String], _ reason: String?) throws {
        var subject = try Fixture.indicator()
        subject.nature = .binding
        let rows = try figures.map { try Fixture.observation($0.key, $0.value) }
        let warnings = followUp(try Fixture.view(try Fixture.plan([subject]), rows)).warnings
        #expect(warnings.map(\.reason) == [reason].compactMap { $0 })
        #expect(warnings.allSatisfy { $0.name == "公办幼儿园在园幼儿占比" && $0.due == "2025年" })
    }

    @Test("项目目标：临近时限、时限已过")
    func deadlineWarning() throws {
        var plan = try Fixture.plan()
        let goal = Goal(
            id: try Fixture.id("goal-1"),
            text: "建成平台。",
            deadlines: [.year(2023), .year(2024)],
            anchor: Fixture.anchor
        )
        plan.keyProjects = [
            KeyProject(
                id: try Fixture.id("project-1"),
                number: 1,
                name: "平台工程",
                content: "",
                anchor: Fixture.anchor,
                goals: [goal]
            )
        ]
        let warnings = followUp(try Fixture.view(plan)).warnings
        #expect(warnings.map(\.reason) == ["“建成平台”时限已过，尚未报告完成", "“建成平台”临近时限，尚未报告完成"])
        #expect(warnings.map(\.due) == ["2023年", "2024年"] && warnings.map(\.name) == ["平台工程", "平台工程"])
    }

    @Test("一个项目有几项目标的，写明是哪一项、哪家牵头、哪些承诺；按时限先后排列")
    func warnedGoals() throws {
        func goal(_ number: Int, _ year: Int, _ lead: String, _ targets: [Target] = []) throws -> Goal {
            Goal(
                id: try Fixture.id("goal-\(number)"),
                text: "到\(year)年，建成“云”平台。定期检修。",
                deadlines: [.year(year)],
                anchor: Fixture.anchor,
                lead: [try #require(OrganizationID(lead))],
                targets: targets
            )
        }
        let target = Target(
            id: try Fixture.id("share"),
            kind: .atLeast,
            subject: "平台覆盖率",
            value: 90,
            unit: "%",
            deadline: .year(2022),
            text: "平台覆盖率90%以上",
            anchor: Fixture.anchor
        )
        var plan = try Fixture.plan()
        plan.keyProjects = [
            KeyProject(
                id: try Fixture.id("project-1"),
                number: 1,
                name: "平台工程",
                content: "",
                anchor: Fixture.anchor,
                goals: [try goal(1, 2023, "edu"), try goal(2, 2022, "finance", [target])]
            )
        ]
        let unmet = followUp(try Fixture.view(plan, [try Fixture.observation("2022", "88.4")])).warnings
        #expect(unmet.map(\.name) == ["平台工程（目标2）", "平台工程（目标1）"])
        #expect(unmet.map(\.lead) == ["市财政局", "市教育局"])
        #expect(unmet.map(\.reason) == ["“平台覆盖率”时限已过，数据未达到目标", "“到2023年，建成‘云’平台”时限已过，尚未报告完成"])
        let met = followUp(try Fixture.view(plan, [try Fixture.observation("2022", "90")])).warnings
        #expect(met.map(\.item) == ["goal-1"])
    }

    // MARK: 差异

    @Test("自评与验证相差超过5%的列出，差为验证减自评")
    func differences() throws {
        let rows = [
            try Fixture.observation("2022", "50", in: "370602", stage: .selfReported),
            try Fixture.observation("2022", "46.5", in: "370602"),
            try Fixture.observation("2023", "50", in: "370602", stage: .selfReported),
            try Fixture.observation("2023", "49", in: "370602"),
        ]
        let listed = followUp(try Fixture.view(try Fixture.plan([Fixture.indicator()]), rows)).differences
        #expect(listed.map(\.period) == ["2022年"] && listed.map(\.area) == ["芝罘区"])
        #expect(listed.map(\.difference.text) == ["−3.5"] && listed.map(\.reported.text) == ["50"])
        #expect(listed.map(\.difference.digits) == ["-3.5"] && listed.map(\.differenceUnit) == ["个百分点"])
    }
}

@Suite("文档中的汇总、排名、预测")
struct TablesTests {
    @Test("排名：并列的同名次、其后空出，没有同期数据的单列")
    func ranking() throws {
        let rows = [
            try Fixture.observation("2023", "60", in: "370602"), try Fixture.observation("2023", "71.5", in: "370611"),
            try Fixture.observation("2023", "71.5", in: "370612", stage: .selfReported),
            try Fixture.observation("2022", "99", in: "370613"),
        ]
        let table = try #require(try Fixture.view(try Fixture.plan([Fixture.indicator()]), rows).rankingTables.first)
        let shown = table.entries.map { "\($0.place) \($0.district.name) \($0.value.text)\($0.isTied ? "并列" : "")" }
        #expect(shown == ["1 福山区 71.5并列", "1 牟平区 71.5并列", "3 芝罘区 60"])
        #expect(table.entries.map(\.stage) == ["验证", "自评", "验证"])
        #expect(table.missing.map(\.name) == ["莱山区"])
        #expect(table.period == "2023年" && table.order == "由高到低" && table.anchor == "share")
    }

    @Test("不足半数区市有同期数据的不排名")
    func tooFew() throws {
        let rows = [try Fixture.observation("2023", "60", in: "370602")]
        #expect(try Fixture.view(try Fixture.plan([Fixture.indicator()]), rows).rankingTables.isEmpty)
    }

    @Test("以区市计的承诺：哪些达到、哪些未达到、哪些没有数据，判断的话与之一致")
    func standing() throws {
        let target = Target(
            id: try Fixture.id("share"),
            kind: .atLeast,
            subject: "通过认定的区市占比",
            value: 60,
            unit: "%",
            districts: .share,
            text: "60%以上区市通过认定",
            anchor: Fixture.anchor
        )
        var plan = try Fixture.plan()
        plan.keyProjects = [
            KeyProject(
                id: try Fixture.id("project-1"),
                number: 1,
                name: "工程",
                content: "",
                anchor: Fixture.anchor,
                targets: [target]
            )
        ]
        let rows = try [("370602", "100"), ("370611", "100"), ("370612", "100")].map {
            try Fixture.observation("2023", $0.1, in: $0.0)
        }
        let view = try Fixture.view(plan, rows + [try Fixture.observation("2023", "0", in: "370613")])
        let standing = try #require(view.standings.first)
        #expect(standing.met.map(\.name) == ["芝罘区", "福山区", "牟平区"] && standing.unmet.map(\.name) == ["莱山区"])
        #expect(standing.unknown.isEmpty && standing.target == "≥60%" && standing.total == 4)
        #expect(view.judgement(of: target.id)?.summary == "截至2023年，4个区市中3个达到、1个未达到")
        #expect(view.rankingTables.isEmpty)
        let part = try Fixture.view(plan, rows.dropLast())
        #expect(part.judgement(of: target.id)?.status.label == "尚不能判断")
        #expect(part.judgement(of: target.id)?.summary == "截至2023年，4个区市中2个达到、2个暂无数据，暂无数据的区市可能改变结论，不作判断")
        #expect(part.standings.first?.unknown.count == 2)
    }

    @Test("汇总：每行的占比合计为100，条形合计400像素，什么都没报的单位看得出来")
    func sums() throws {
        var indicators: [Indicator] = []
        for (number, lead) in ["edu", "edu", "finance"].enumerated() {
            var indicator = try Fixture.indicator()
            indicator.id = try Fixture.id("share-\(number)")
            indicator.lead = [try #require(OrganizationID(lead))]
            indicator.category = number == 0 ? "学前教育" : "高等教育"
            indicators.append(indicator)
        }
        let rows = [
            try Fixture.observation("2022", "63.14", of: "share-0"),
            try Fixture.observation("2022", "45", of: "share-1"),
        ]
        let followUp = try Fixture.view(try Fixture.plan(indicators), rows).followUp(.midterm, isDraft: true)
        let table = try #require(followUp.indicatorSums.first)
        #expect(table.rows.map(\.title) == ["全部指标", "预期性指标", "学前教育", "高等教育"])
        #expect(table.rows.first?.segments.map(\.percent) == ["33.4", "33.3", "33.3"])
        #expect(table.rows.last?.segments.map(\.count) == [0, 1, 1])
        #expect(table.rows.last?.verdicts.map(\.status.label) == ["相对滞后", "暂无数据"])
        let all = (followUp.indicatorSums + followUp.departmentSums).flatMap(\.rows)
        for row in all {
            #expect(try row.segments.map { try Fixture.decimal($0.percent) }.reduce(0, +) == 100, "\(row.title)")
            #expect(row.segments.map(\.width).reduce(0, +) == 400)
            #expect(row.segments.map(\.count).reduce(0, +) == row.total)
        }
        #expect(followUp.silentDepartments == ["市财政局"])
        #expect(followUp.departmentSums.first?.rows.map(\.isSilent) == [false, true])
        #expect(followUp.partSums.isEmpty)
    }

    @Test("期末预测和R值：有的写数，没有的写原因")
    func outlook() throws {
        let both = Outlook(try Fixture.assessment(["2021": "52.66", "2022": "63.14"]))
        #expect(both.linear.text == "96.1")
        #expect(both.constantGrowth.text == "119.92" && both.range == "94.58—97.61" && both.reason == nil)
        #expect(both.ratio.text == "1.87" && both.band == "进展充分" && both.bandCode == "onTrack")
        let one = Outlook(try Fixture.assessment(["2022": "63.14"]))
        #expect(one.range == "—" && one.reason == "基期以来只有一期变化，不能给出区间")
        let due = Outlook(try Fixture.assessment(["2025": "70"]))
        #expect(due.linear.isMissing && due.reason == "目标年已到，不作推算" && due.band == "进展中等")
        let none = Outlook(try Fixture.assessment([:]))
        #expect(none.reason == "暂无数据，不作推算" && none.ratioReason == "暂无数据")
    }

    @Test("按线性推算能达到目标的和不能达到的各计各的；没有推算的不计")
    func forecastCounts() throws {
        let assessments = try [["2022": "63.14"], ["2022": "45"], ["2025": "80"], [:]].map(Fixture.assessment)
        let counts = ForecastCounts(assessments)
        #expect(counts.total == 2 && counts.reaching == 1 && counts.fallingShort == 1)
    }

    @Test("基期已达到目标的没有预测和R值，等于目标的说明等于目标")
    func held() throws {
        let equal = Outlook(try Fixture.assessment(of: Fixture.indicator("100", "100"), ["2022": "99"]))
        #expect(equal.reason == "基期已达到目标，不作推算" && equal.ratioReason == "目标值等于基期值")
        let above = Outlook(try Fixture.assessment(of: Fixture.indicator("95", "93"), ["2022": "96"]))
        #expect(above.ratio.isMissing && above.ratioReason == "基期已达到目标")
    }

    @Test(
        "修约不越过界限",
        arguments: [
            ("0.8996", 2, "0.9", "0.8996"), ("0.949", 2, "0.95", "0.949"), ("0.9512", 2, "0.95", "0.951"),
            ("0.95", 2, "0.95", "0.95"), ("74.998", 2, "75", "74.998"), ("1.234", 2, "0.95", "1.23"),
        ]
    )
    func rounding(_ value: String, _ scale: Int, _ limit: String, _ expected: String) throws {
        let shown = try Fixture.decimal(value).rounded(scale: scale, apartFrom: [Fixture.decimal(limit)])
        #expect(shown.plainText == expected)
    }

    @Test("方法说明给印出的每一种判断下定义，并说明怎样计入汇总")
    func definedVerdicts() {
        let rules = Dictionary(uniqueKeysWithValues: Method(.standard).rules.map { ($0.code, $0.text) })
        for words in ["为逾期完成，超出再多也不作超额完成", "为尚不能判断", "按文字判断", "进展报告"] {
            #expect(rules["commitments"]?.contains(words) == true, "\(words)")
        }
        let counted = rules["shares"] ?? ""
        for verdict in Verdict.allCases where verdict != .noData {
            #expect(counted.contains(StatusLabel.text(verdict, isBeforeTarget: true)), "\(verdict)")
            #expect(counted.contains(StatusLabel.text(verdict, isBeforeTarget: false)), "\(verdict)")
        }
        for words in ["逾期完成的目标已经实现，只是误了时限，计入符合预期", "尚不能判断和按文字判断的，列为不作数值判断", "项数相同的占比相同"] {
            #expect(counted.contains(words), "\(words)")
        }
    }

    @Test("方法说明写出配置的每一个界限")
    func method() throws {
        let rules = AssessmentRules(
            version: "2023-2",
            ahead: try Fixture.decimal("1.2"),
            onTrack: try Fixture.decimal("0.85"),
            aboutTolerance: try Fixture.decimal("0.03"),
            differenceTolerance: try Fixture.decimal("0.07"),
            warningMonths: 9
        )
        let method = Method(rules)
        let text = method.rules.map(\.text).joined()
        for words in [
            "不低于1.20为快于预期", "不低于0.85且低于1.20为基本符合预期", "不超过目标值的3%", "超过验证值7%", "时限9个月以内",
            "不低于0.95为进展充分", "不低于0.60为进展中等", "不低于0为进展有限", "低于0为背离目标", "GB/T 8170",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(method.version == "2023-2" && method.differenceTolerance == "7" && method.warningMonths == 9)
        #expect(Set(method.rules.map(\.code)).count == method.rules.count)
    }
}
