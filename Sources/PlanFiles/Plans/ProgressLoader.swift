import Diagnostics
import PlanModel

/// Reads progress notes and findings, `Plans/<id>/progress/*.yaml`.
struct ProgressLoader {
    private let schema: JSONSchemaValidator
    private let names: KnownNames
    private let items: [String]?
    private let identifiers: [String]?
    private let today: CalendarDate?

    /// Creates a loader; what is nil could not be read, and references to it are not checked.
    /// `items` are what notes can be about, `identifiers` what findings can be: everything in the plan.
    /// Nothing can have been reported after `today`.
    init(
        schema: JSONSchemaValidator,
        names: KnownNames,
        items: [String]?,
        identifiers: [String]?,
        today: CalendarDate?
    ) {
        self.schema = schema
        self.names = names
        self.items = items
        self.identifiers = identifiers
        self.today = today
    }

    /// Reads notes and findings into what earlier files gave.
    /// - Returns: Everything that is wrong with them.
    func load(file: String, bytes: [UInt8], into records: inout ProgressRecords) -> [Diagnostic] {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return problems }
        let nodes = yaml.root["entries"]?.items ?? []
        records.notes += nodes.compactMap { note($0, yaml) }
        let reader = FindingReader(file: yaml, names: names, items: identifiers, today: today)
        let (findings, findingProblems) = reader.read(known: records.findings)
        records.findings += findings
        return problems + nodes.flatMap { checkReferences($0, yaml) } + findingProblems
    }

    private func note(_ node: YAMLNode, _ file: YAMLFile) -> ProgressNote? {
        guard let item = node["item"]?.text.flatMap(ItemID.init), let date = node["date"]?.date,
            let state = node["state"]?.text.flatMap(ProgressNote.State.init(rawValue:)),
            let reporter = node["reported_by"]?.text.flatMap(OrganizationID.init),
            let summary = node["summary"]?.text, let source = node["source"]?.text
        else { return nil }
        return ProgressNote(
            item: item,
            state: state,
            date: date,
            reportedBy: reporter,
            summary: summary,
            evidence: node.texts("evidence"),
            problems: node.texts("problems"),
            nextSteps: node.texts("next_steps"),
            source: source,
            location: file.location(of: node)
        )
    }

    private func checkReferences(_ node: YAMLNode, _ file: YAMLFile) -> [Diagnostic] {
        let reporter = node["reported_by"].flatMap { names.checkOrganization($0, in: file) }
        let item = file.checkItem(
            node["item"],
            among: items,
            code: "progress.unknown-item",
            kinds: LocalizedText(
                en: "task, safeguard, project, goal or target",
                zh: "任务、保障措施、重点工程、工作目标或承诺目标"
            )
        )
        return [item, reporter, file.checkPast(node["date"], today: today)].compactMap { $0 }
    }
}

extension Plan {
    /// What progress is reported on: tasks, sections (of which the safeguards are some), projects and their goals, and
    /// single commitments, of which milestones are done or not.
    var itemsWithProgress: [String] {
        let sections = chapters.flatMap { $0.sections.map(\.id) }
        let projects = keyProjects.flatMap { [$0.id] + $0.goals.map(\.id) }
        return (allTasks.map(\.id) + sections + projects + allTargets.map(\.id)).map(\.text)
    }
}
