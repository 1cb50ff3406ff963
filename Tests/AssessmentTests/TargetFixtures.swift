import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Assessment

/// A plan of the years 2021 to 2025 without anything in it.
func emptyPlan(_ years: ClosedRange<Int> = 2021...2025) throws -> Plan {
    Plan(
        id: try #require(PlanID("plan")),
        title: "规划",
        shortTitle: "规划",
        documentNumber: "〔2021〕1号",
        issuer: "市政府",
        issued: .year(years.lowerBound),
        years: years,
        area: try area(),
        lead: try #require(OrganizationID("edu")),
        preamble: Paragraph(text: "", anchor: nowhere),
        chapters: []
    )
}

func target(
    _ kind: Target.Kind,
    _ value: String? = nil,
    range: (String, String)? = nil,
    unit: String? = "%",
    direction: Target.Direction? = nil,
    recurrence: Target.Recurrence? = nil,
    deadline: String? = nil,
    holds: Bool = false,
    accumulates: Bool = false,
    districts: Target.DistrictRule? = nil,
    text: String = "目标"
) throws -> Target {
    Target(
        id: try item("share"),
        kind: kind,
        subject: "目标",
        value: value.map(decimal),
        range: range.map { decimal($0.0)...decimal($0.1) },
        unit: unit,
        direction: direction,
        recurrence: recurrence,
        deadline: try deadline.map(period),
        holds: holds,
        accumulates: accumulates,
        districts: districts,
        text: text,
        anchor: nowhere
    )
}

/// Figures written as `2021 51.8, 2023-H1 20`; a period alone is a figure that nobody has.
func figures(_ text: String, unit: String = "%", area code: String = "370600") throws -> [Observation] {
    try text.split(separator: ",").enumerated().map { line, part in
        let words = part.split(separator: " ").map(String.init)
        return Observation(
            indicator: try item("share"),
            area: try area(code),
            period: try period(words[0]),
            value: words.count > 1 ? decimal(words[1]) : nil,
            unit: unit,
            stage: .verified,
            definition: "测试口径",
            source: "测试来源",
            reason: words.count > 1 ? nil : "未统计",
            location: SourceLocation(file: "test.csv", line: line + 2)
        )
    }
}

func assess(
    _ target: Target,
    _ observations: [Observation],
    notes: [ProgressNote] = [],
    asOf: String = "2040-12-31",
    districts: [String] = [],
    final: Bool = false,
    rules: AssessmentRules = .standard
) throws -> TargetAssessment {
    let assessor = TargetAssessor(
        plan: try emptyPlan(),
        rules: rules,
        date: EvaluationDate(cutOff: try day(asOf), knownBy: try day(asOf)),
        observations: ObservationIndex(observations),
        notes: notes,
        districts: try districts.map { try area($0) },
        requiresTargetYear: final
    )
    return assessor.assess(TargetPlace(target: target))
}

func note(_ item: String, _ date: String, _ state: ProgressNote.State) throws -> ProgressNote {
    ProgressNote(
        item: try identifier(item),
        state: state,
        date: try day(date),
        reportedBy: try #require(OrganizationID("edu")),
        summary: "进展",
        source: "测试",
        location: SourceLocation(file: "test.yaml")
    )
}

private func identifier(_ text: String) throws -> ItemID { try item(text) }
