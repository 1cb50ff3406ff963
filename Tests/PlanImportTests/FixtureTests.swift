import Foundation
@testable import PlanImport
import PlanModel
import Testing

@Suite("其他体例的原文：结构与人工写定的提纲完全一致")
struct FixtureTests {
    static let fixtures = [
        "chapters-layout.txt", "numbered-gb18030.txt", "page.html", "libreoffice.docx", "eleven-columns.txt",
        "several-targets.txt", "pipes.txt",
    ]

    static func result(_ name: String) throws -> PlanImporter.Result {
        let data = try Data(contentsOf: TestFiles.fixture(name))
        let id = try #require(PlanID("fixture"))
        let document = try DocumentReader.read(data, name: name)
        return PlanImporter.importing(document, id: id, registry: Registry(areas: [], organizations: []))
    }

    @Test("提纲", arguments: fixtures)
    func outline(name: String) throws {
        let outline = Outline.write(try Self.result(name).draft)
        if let folder = ProcessInfo.processInfo.environment["PLANIMPORT_REPORT"] {
            try outline.write(toFile: "\(folder)/\(name).outline", atomically: true, encoding: .utf8)
            let result = try Self.result(name)
            try result.reviewMarkdown.write(toFile: "\(folder)/\(name).review.md", atomically: true, encoding: .utf8)
            try result.planYAML.write(toFile: "\(folder)/\(name).yaml", atomically: true, encoding: .utf8)
            try result.source.write(toFile: "\(folder)/\(name).source", atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: TestFiles.fixture(name + ".expected"), encoding: .utf8)
        #expect(outline == expected)
    }

    @Test("每个字都有去处", arguments: fixtures)
    func accounted(name: String) throws {
        #expect(Accounting.lost(in: try Self.result(name)).isEmpty)
    }
}

/// An import as an outline that people can read line by line.
enum Outline {
    static func write(_ draft: Draft) -> String {
        var lines = [
            "title: \(draft.title.text)", "number: \(draft.documentNumber.text)", "issuer: \(draft.issuer.text)",
        ]
        lines.append("issued: \(draft.issued?.description ?? "-")")
        lines.append("period: \(draft.years.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-")")
        lines += draft.chapters.flatMap(chapter)
        for indicator in draft.indicatorTables.flatMap(\.indicators) { lines.append(self.indicator(indicator)) }
        for annex in draft.annexes { lines.append("annex: \(annex.title.text) / \(annex.citedAs?.text ?? "-")") }
        lines += draft.projects.flatMap(project)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func chapter(_ chapter: Draft.Chapter) -> [String] {
        var lines = [
            "chapter \(chapter.heading.marker.printed) \(chapter.heading.title.text) [\(chapter.kind.rawValue)] \(chapter.paragraphs.count)¶"
        ]
        lines += chapter.targets.map { "    " + target($0) }
        lines += chapter.tasks.flatMap { task($0, "  ") }
        for section in chapter.sections {
            lines.append(
                "  section \(section.heading.marker.printed) \(section.heading.title.text) \(section.paragraphs.count)¶"
            )
            lines += section.targets.map { "      " + target($0) }
            lines += section.tasks.flatMap { task($0, "    ") }
        }
        return lines
    }

    private static func task(_ task: Draft.Task, _ indent: String) -> [String] {
        ["\(indent)task \(task.heading.marker.number) \(task.heading.title.text) \(duties(task.duties))"]
            + task.targets.map { indent + "  " + target($0) }
    }

    private static func duties(_ duties: Duties) -> String {
        "[\(duties.lead.map(\.text).joined(separator: "+")) | \(duties.support.map(\.text).joined(separator: "+"))]"
    }

    private static func target(_ target: DraftTarget) -> String {
        let value =
            target.value.map(\.description) ?? target.lower.flatMap { low in target.upper.map { "\(low)-\($0)" } } ?? ""
        let marks = [target.recurrence?.rawValue, target.isWeak ? "weak" : nil].compactMap { $0 }.joined(separator: ",")
        return "* \(target.kind.rawValue) \(value)\(target.unit ?? "") \(target.deadline?.description ?? "-") \(marks)"
    }

    private static func indicator(_ indicator: DraftIndicator) -> String {
        let values = indicator.values.map { "\($0.year.map(String.init) ?? "-")\($0.comparator.rawValue)\($0.value)" }
        return "indicator \(indicator.number) \(indicator.category.text)/\(indicator.name.text) (\(indicator.unit)) "
            + "\(indicator.nature?.rawValue ?? "-") \(values.joined(separator: " "))"
    }

    private static func project(_ project: Draft.Project) -> [String] {
        ["project \(project.number) \(project.name.text) \(duties(project.duties)): \(project.content.text)"]
            + project.targets.map { "  " + target($0) }
            + project.goals.flatMap { goal in
                ["  goal \(goal.text.text) \(goal.deadlines.map(\.description)) \(duties(goal.duties))"]
                    + goal.targets.map { "    " + target($0) }
            }
    }
}
