import Assessment
import Diagnostics
import Foundation
import PlanModel
import Reporting

/// The verdicts of one plan at a day.
struct StatusReport {
    let plan: Plan
    let isSample: Bool
    let date: EvaluationDate
    let indicators: [IndicatorAssessment]
    let tasks: [(number: Int, title: String, state: WorkState)]
    let projects: [(number: Int, title: String, state: WorkState)]

    init(_ input: ReportInput, rules: AssessmentRules, date: EvaluationDate) {
        let plan = input.plan.held(on: date.cutOff)
        self.plan = plan
        isSample = input.isSample
        self.date = date
        let assessor = IndicatorAssessor(rules: rules, date: date)
        let index = ObservationIndex(input.observations)
        indicators = plan.indicators.map { assessor.assess($0, in: index, area: plan.area) }
        let work = WorkAssessor(notes: input.progress, date: date)
        tasks = plan.chapters.flatMap(\.allTasks).map { ($0.number, $0.title, work.assess($0.id).state) }
        projects = plan.keyProjects.map { ($0.number, $0.name, work.assess($0.id).state) }
    }

    /// The indicators as scripts take them.
    var rows: [StatusRow] { indicators.map { StatusRow($0, plan: plan) } }

    /// All indicators of some plans as a JSON array.
    static func json(_ reports: [StatusReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports.flatMap(\.rows)), as: UTF8.self) + "\n"
    }

    /// All indicators of some plans as CSV (RFC 4180), with a header.
    static func csv(_ reports: [StatusReport]) -> String {
        let rows = reports.flatMap(\.rows).map { row in row.cells.map { $0 ?? "" } }
        return ([StatusRow.CodingKeys.allCases.map(\.rawValue)] + rows)
            .map { $0.map(quoted).joined(separator: ",") + "\r\n" }
            .joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

/// One indicator as scripts take it; the keys are a contract.
struct StatusRow: Encodable {
    enum CodingKeys: String, CodingKey, CaseIterable {
        case plan, id, name, category, unit, nature, comparator
        case baseline, baselinePeriod, target, targetPeriod
        case actual, timePeriod, expected, attainment, pace, verdict, forecast
    }

    private let texts: [CodingKeys: String]
    private let numbers: [CodingKeys: Decimal]

    init(_ assessment: IndicatorAssessment, plan: Plan) {
        let indicator = assessment.indicator
        var texts: [CodingKeys: String] = [
            .plan: plan.id.text, .id: indicator.id.text, .name: indicator.name, .category: indicator.category,
            .unit: indicator.unit, .nature: indicator.nature.rawValue, .comparator: indicator.comparator.rawValue,
            .baselinePeriod: indicator.baseline.period.description,
            .targetPeriod: indicator.target.period.description, .verdict: assessment.verdict.rawValue,
        ]
        texts[.timePeriod] = assessment.observation?.period.description
        self.texts = texts
        var numbers: [CodingKeys: Decimal] = [
            .baseline: indicator.baseline.value, .target: indicator.target.value,
        ]
        numbers[.actual] = assessment.actual
        numbers[.expected] = assessment.expected?.rounded(scale: 6)
        numbers[.attainment] = assessment.attainment?.rounded(scale: 4)
        numbers[.pace] = assessment.pace?.rounded(scale: 4)
        numbers[.forecast] = assessment.forecast?.rounded(scale: 6)
        self.numbers = numbers
    }

    /// The cells in the order of the keys; nil where something is missing.
    var cells: [String?] { CodingKeys.allCases.map { texts[$0] ?? numbers[$0]?.plainText } }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for key in CodingKeys.allCases {
            if let text = texts[key] {
                try container.encode(text, forKey: key)
            } else if let number = numbers[key] {
                try container.encode(number, forKey: key)
            } else {
                try container.encodeNil(forKey: key)
            }
        }
    }
}
