public import Diagnostics
public import PlanModel

/// Reads progress notes, `Plans/<id>/progress/*.yaml`.
public struct ProgressLoader {
    private let schema: JSONSchemaValidator
    private let names: KnownNames
    private let items: [String]?

    /// Creates a loader; what is nil could not be read, and references to it are not checked.
    public init(schema: JSONSchemaValidator, registry: Registry?, plan: Plan?) {
        self.init(schema: schema, names: KnownNames(registry), items: plan.map { $0.itemsWithProgress })
    }

    init(schema: JSONSchemaValidator, names: KnownNames, items: [String]?) {
        self.schema = schema
        self.names = names
        self.items = items
    }

    /// Reads the notes of a file and reports everything that is wrong with them.
    public func load(file: String, bytes: [UInt8]) -> ([ProgressNote], [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return ([], problems) }
        let nodes = yaml.root["entries"]?.items ?? []
        return (nodes.compactMap { note($0, yaml) }, problems + nodes.flatMap { checkReferences($0, yaml) })
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
        return [checkItem(node["item"], file), reporter].compactMap { $0 }
    }

    private func checkItem(_ node: YAMLNode?, _ file: YAMLFile) -> Diagnostic? {
        guard let node, let text = node.text, let items, !items.contains(text) else { return nil }
        return file.diagnostic(
            code: "progress.unknown-item",
            at: node.place,
            LocalizedText(
                en: "the plan has no task, safeguard, project or goal '\(text)'",
                zh: "规划中没有任务、保障措施、重点工程或工作目标“\(text)”"
            ),
            help: Suggestion.help(
                for: text,
                among: items,
                otherwise: LocalizedText(en: "write its 'id' in plan.yaml", zh: "请写 plan.yaml 中该事项的“id”")
            )
        )
    }
}

extension Plan {
    /// What progress is reported on: tasks, sections (of which the safeguards are some), projects and their goals.
    var itemsWithProgress: [String] {
        let sections = chapters.flatMap { $0.sections.map(\.id) }
        let projects = keyProjects.flatMap { [$0.id] + $0.goals.map(\.id) }
        return (allTasks.map(\.id) + sections + projects).map(\.text)
    }
}
