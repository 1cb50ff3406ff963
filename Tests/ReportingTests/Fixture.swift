import Assessment
import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Reporting

/// Small values that the tests of this module share.
enum Fixture {
    static func id(_ text: String) throws -> ItemID { try #require(ItemID(text)) }
    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    static func decimal(_ text: String) throws -> Decimal { try #require(Decimal(plain: text)) }

    static let anchor = Anchor(lines: 1...1, digest: "0")

    static func observation(
        _ time: String,
        _ value: String?,
        precision: Observation.Precision = .exact,
        of item: String = "share",
        in area: String = "370600",
        stage: Observation.Stage = .verified
    ) throws -> Observation {
        Observation(
            indicator: try id(item),
            area: try #require(AreaCode(area)),
            period: try #require(TimePeriod(time)),
            value: try value.map { try decimal($0) },
            precision: precision,
            unit: "%",
            stage: stage,
            definition: "口径",
            source: "来源",
            location: SourceLocation(file: "test.csv", line: 2)
        )
    }

    /// 公办幼儿园在园幼儿占比, 41.17 (2020) → 75 (2025).
    static func indicator(_ baseline: String = "41.17", _ target: String = "75") throws -> Indicator {
        Indicator(
            id: try id("share"),
            number: 1,
            name: "公办幼儿园在园幼儿占比",
            category: "学前教育",
            unit: "%",
            nature: .anticipatory,
            comparator: .atLeast,
            baseline: Indicator.Value(period: .year(2020), value: try decimal(baseline)),
            target: Indicator.Value(period: .year(2025), value: try decimal(target)),
            anchor: anchor
        )
    }

    /// The indicator above with figures by period.
    static func assessment(_ figures: [String: String]) throws -> IndicatorAssessment {
        try assessment(of: indicator(), figures)
    }

    static func assessment(of indicator: Indicator, _ figures: [String: String]) throws -> IndicatorAssessment {
        let day = CalendarDate.endOfYear(2030)
        let assessor = IndicatorAssessor(rules: .standard, date: EvaluationDate(cutOff: day, knownBy: day))
        let observations = try figures.sorted { $0.key < $1.key }.map { try observation($0.key, $0.value) }
        return assessor.assess(indicator, observations: observations, area: try #require(AreaCode("370600")))
    }

    /// How a commitment of a key project is judged by its figures and notes, in words.
    static func commitment(
        _ kind: Target.Kind,
        _ value: Decimal?,
        deadline: String,
        _ figures: [String: String],
        _ notes: [ProgressNote] = []
    ) throws -> JudgementWording {
        let target = Target(
            id: try id("share"),
            kind: kind,
            subject: "占比",
            value: value,
            unit: value == nil ? nil : "%",
            deadline: TimePeriod(deadline),
            text: "占比达到要求",
            anchor: anchor
        )
        var plan = try plan()
        plan.keyProjects = [
            KeyProject(id: try id("project-1"), number: 1, name: "工程", content: "", anchor: anchor, targets: [target])
        ]
        let observations = try figures.sorted { $0.key < $1.key }.map { try observation($0.key, $0.value) }
        let view = try view(plan, observations, progress: notes, on: "2024-12-31")
        return try #require(view.judgement(of: target.id))
    }

    /// A plan of 2021 to 2025 with the indicators, and nothing else in it.
    static func plan(_ indicators: [Indicator] = []) throws -> Plan {
        Plan(
            id: try #require(PlanID("plan")),
            title: "规划",
            shortTitle: "规划",
            documentNumber: "〔2021〕1号",
            issuer: "市政府",
            issued: .year(2021),
            years: 2021...2025,
            area: try #require(AreaCode("370600")),
            lead: try #require(OrganizationID("edu")),
            preamble: Paragraph(text: "", anchor: anchor),
            chapters: [],
            indicators: indicators
        )
    }

    /// The city with four districts, and two departments.
    static func registry() throws -> Registry {
        let city = try #require(AreaCode("370600"))
        let districts = try zip(["370602", "370611", "370612", "370613"], ["芝罘区", "福山区", "牟平区", "莱山区"]).map {
            Area(code: try #require(AreaCode($0)), name: $1, parent: city)
        }
        let departments = try zip(["edu", "finance"], ["市教育局", "市财政局"]).map {
            Organization(id: try #require(OrganizationID($0)), name: $1)
        }
        return Registry(areas: [Area(code: city, name: "烟台市")] + districts, organizations: departments)
    }

    /// A plan seen at the end of a day on which everything is known.
    static func view(
        _ plan: Plan,
        _ observations: [Observation] = [],
        progress: [ProgressNote] = [],
        findings: [Finding] = [],
        on day: String = "2023-12-31",
        requiresTargetYear: Bool = false
    ) throws -> PlanView {
        let input = ReportInput(
            plan: plan,
            registry: try registry(),
            observations: observations,
            progress: progress,
            findings: findings
        )
        let date = EvaluationDate(cutOff: try Self.day(day), knownBy: try Self.day(day))
        return PlanView(input, rules: .standard, date: date, requiresTargetYear: requiresTargetYear)
    }
}
