import Diagnostics
import Foundation
import PlanModel

/// Writes what was read as JSON: what `planreport import --format json` prints.
struct ImportJSON {
    private let draft: Draft
    private let text: OfficialText

    /// The JSON of a draft, with a line feed at the end.
    static func write(_ draft: Draft, text: OfficialText) -> String {
        JSONText.write(ImportJSON(draft: draft, text: text).root) + "\n"
    }

    private init(draft: Draft, text: OfficialText) {
        self.draft = draft
        self.text = text
    }

    private var root: JSONText {
        .object([
            ("title", .string(draft.title.text)),
            ("documentNumber", .optional(draft.documentNumber.isEmpty ? nil : draft.documentNumber.text)),
            ("issuer", .optional(draft.issuer.isEmpty ? nil : draft.issuer.text)),
            ("issued", .optional(draft.issued?.description)),
            (
                "period",
                draft.years.map {
                    .object([("from", .number("\($0.lowerBound)")), ("to", .number("\($0.upperBound)"))])
                } ?? .null
            ),
            ("chapters", .array(draft.chapters.map(chapter))),
            ("indicators", .array(draft.indicatorTables.flatMap(\.indicators).map(indicator))),
            ("keyProjects", .array(draft.projects.map(project))),
            ("targets", .array(allTargets.map(target))),
            ("review", .array(draft.review.map(review))),
        ])
    }

    private var allTargets: [DraftTarget] { draft.allTargets }

    private func chapter(_ chapter: Draft.Chapter) -> JSONText {
        .object([
            ("number", .string(chapter.heading.marker.printed)), ("title", .string(chapter.heading.title.text)),
            ("sections", .array(chapter.sections.map(section))), ("tasks", .array(chapter.tasks.map(task))),
        ])
    }

    private func section(_ section: Draft.Section) -> JSONText {
        .object([
            ("number", .string(section.heading.marker.printed)), ("title", .string(section.heading.title.text)),
            ("tasks", .array(section.tasks.map(task))),
        ])
    }

    private func task(_ task: Draft.Task) -> JSONText {
        .object([
            ("number", .number("\(task.heading.marker.number)")), ("title", .string(task.heading.title.text)),
            ("lead", names(task.duties.lead)), ("support", names(task.duties.support)),
        ])
    }

    private func names(_ names: [Prose]) -> JSONText { .array(names.map { .string($0.compactName) }) }

    private func indicator(_ indicator: DraftIndicator) -> JSONText {
        let values = indicator.values.map { value in
            let year = value.year ?? draft.years.map { value.isBaseline ? $0.lowerBound - 1 : $0.upperBound }
            return JSONText.object([
                ("year", year.map { .number("\($0)") } ?? .null), ("value", .number(value.value.description)),
                ("comparator", .string(value.comparator.rawValue)),
            ])
        }
        return .object([
            ("name", .string(indicator.name.text)), ("category", .string(indicator.category.text)),
            ("unit", .string(indicator.unit)), ("nature", .optional(indicator.nature?.rawValue)),
            ("values", .array(values)),
        ])
    }

    private func project(_ project: Draft.Project) -> JSONText {
        .object([
            ("number", .number("\(project.number)")), ("name", .string(project.name.text)),
            ("goals", .array(project.goals.map { .string($0.text.text) })), ("lead", names(project.duties.lead)),
            ("support", names(project.duties.support)),
        ])
    }

    private func target(_ target: DraftTarget) -> JSONText {
        .object([
            ("kind", .string(target.kind.rawValue)), ("value", number(target.value)), ("lower", number(target.lower)),
            ("upper", number(target.upper)), ("unit", .optional(target.unit)),
            ("deadline", .optional(target.deadline?.description)), ("force", .string(target.isWeak ? "weak" : "firm")),
            ("text", .string(target.prose.text)),
            ("line", .number("\(target.prose.origins.first.map { text.line(at: $0) } ?? 1)")),
        ])
    }

    private func number(_ value: Decimal?) -> JSONText { value.map { .number($0.description) } ?? .null }

    private func review(_ item: ReviewItem) -> JSONText {
        .object([
            ("line", .number("\(item.line)")), ("code", .string(item.code.rawValue)),
            ("message", .string(item.message.zh + (item.excerpt.isEmpty ? "" : "：" + item.excerpt))),
        ])
    }
}

extension Draft {
    /// Every commitment in the order of the text.
    var allTargets: [DraftTarget] {
        let inChapters = chapters.flatMap { chapter in
            chapter.targets + chapter.tasks.flatMap(\.targets)
                + chapter.sections.flatMap { $0.targets + $0.tasks.flatMap(\.targets) }
        }
        return inChapters + projects.flatMap { $0.targets + $0.goals.flatMap(\.targets) }
    }
}

/// A JSON value whose keys keep their order.
indirect enum JSONText {
    case object([(String, JSONText)])
    case array([JSONText])
    case string(String)
    case number(String)
    case null

    static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    /// The text, indented by two spaces.
    static func write(_ value: JSONText, indent: Int = 0) -> String {
        let pad = String(repeating: "  ", count: indent + 1)
        let end = String(repeating: "  ", count: indent)
        switch value {
        case .null: return "null"
        case .number(let number): return number
        case .string(let text): return quoted(text)
        case .array(let values):
            if values.isEmpty { return "[]" }
            return "[\n" + values.map { pad + write($0, indent: indent + 1) }.joined(separator: ",\n") + "\n\(end)]"
        case .object(let entries):
            let lines = entries.map { pad + quoted($0.0) + ": " + write($0.1, indent: indent + 1) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(end)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
