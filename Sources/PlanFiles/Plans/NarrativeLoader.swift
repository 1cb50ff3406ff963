public import Diagnostics
public import PlanModel

/// Reads what people write for the documents, `Plans/<id>/narrative.yaml`.
public struct NarrativeLoader {
    private let schema: JSONSchemaValidator
    private let items: [String]?

    /// Creates a loader; without the identifiers of the plan references to its items are not checked.
    public init(schema: JSONSchemaValidator, items: [String]? = nil) {
        self.schema = schema
        self.items = items
    }

    /// Reads the texts; nil when the file cannot be read.
    public func load(file: String, bytes: [UInt8]) -> (Narrative?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return (nil, problems) }
        var narrative = Narrative()
        narrative.file = file
        if let node = yaml.root["midterm"] { narrative.midterm = midterm(node, yaml) }
        if let node = yaml.root["final"] { narrative.final = final(node, yaml) }
        narrative.passages = DocumentKind.allCases.flatMap { passages($0, yaml) }
        let explained = DocumentKind.allCases.flatMap { yaml.root[$0.rawValue]?["explanations"]?.items ?? [] }
        let unknown = explained.compactMap {
            yaml.checkItem($0["item"], among: items, code: "narrative.unknown-item")
        }
        return (narrative, problems + unknown)
    }

    private func passages(_ kind: DocumentKind, _ file: YAMLFile) -> [Passage] {
        (file.root[kind.rawValue]?.entries ?? []).flatMap { entry in
            entry.key == "explanations" ? entry.value.items.flatMap { $0.entries.map(\.value) } : entry.value.items
        }
        .compactMap { node in
            guard let text = node.text else { return nil }
            let location = file.location(of: node)
            return Passage(document: kind, text: text, location: location, excerpt: file.source.line(location.line))
        }
    }

    private func explanations(_ node: YAMLNode, _ file: YAMLFile) -> [Explanation] {
        (node["explanations"]?.items ?? []).compactMap { node in
            guard let item = node["item"]?.text.flatMap(ItemID.init), let cause = node["cause"]?.text,
                let remedy = node["remedy"]?.text
            else { return nil }
            return Explanation(item: item, cause: cause, remedy: remedy, location: file.location(of: node))
        }
    }

    private func signature(_ node: YAMLNode, _ file: YAMLFile) -> Signature? {
        guard let node = node["signed"], let by = node["by"]?.text, let date = node["date"]?.date,
            let figures = node["figures"]?.text
        else { return nil }
        return Signature(by: by, date: date, figures: figures, location: file.location(of: node))
    }

    private func midterm(_ node: YAMLNode, _ file: YAMLFile) -> Narrative.Midterm {
        var texts = Narrative.Midterm()
        texts.organization = node.texts("organization")
        texts.conclusion = node.texts("conclusion")
        texts.problems = node.texts("problems")
        texts.situation = node.texts("situation")
        texts.suggestions = node.texts("suggestions")
        texts.explanations = explanations(node, file)
        texts.signature = signature(node, file)
        return texts
    }

    private func final(_ node: YAMLNode, _ file: YAMLFile) -> Narrative.Final {
        var texts = Narrative.Final()
        texts.organization = node.texts("organization")
        texts.conclusion = node.texts("conclusion")
        texts.problems = node.texts("problems")
        texts.experience = node.texts("experience")
        texts.nextSteps = node.texts("next_steps")
        texts.explanations = explanations(node, file)
        texts.signature = signature(node, file)
        return texts
    }
}
