public import Diagnostics
public import PlanModel

/// Reads what people write for the documents, `Plans/<id>/narrative.yaml`.
public struct NarrativeLoader {
    private let schema: JSONSchemaValidator

    /// Creates a loader.
    public init(schema: JSONSchemaValidator) {
        self.schema = schema
    }

    /// Reads the texts; nil when the file cannot be read.
    public func load(file: String, bytes: [UInt8]) -> (Narrative?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let root = yaml?.root else { return (nil, problems) }
        var narrative = Narrative()
        if let node = root["midterm"] { narrative.midterm = midterm(node) }
        if let node = root["final"] { narrative.final = final(node) }
        return (narrative, problems)
    }

    private func midterm(_ node: YAMLNode) -> Narrative.Midterm {
        var texts = Narrative.Midterm()
        texts.organization = node.texts("organization")
        texts.conclusion = node.texts("conclusion")
        texts.problems = node.texts("problems")
        texts.situation = node.texts("situation")
        texts.suggestions = node.texts("suggestions")
        return texts
    }

    private func final(_ node: YAMLNode) -> Narrative.Final {
        var texts = Narrative.Final()
        texts.organization = node.texts("organization")
        texts.conclusion = node.texts("conclusion")
        texts.problems = node.texts("problems")
        texts.experience = node.texts("experience")
        texts.nextSteps = node.texts("next_steps")
        return texts
    }
}
