import Diagnostics
import TemplateEngine

/// What a stage returns: its rendered bytes in every format, and what they were made from.
struct StageResult: Sendable {
    let id: String
    let kind: ChapterStage.Kind
    let heading: String
    let anchors: [String]
    let html: [UInt8]
    let xml: [UInt8]
    /// SHA-256 over the stage's input and its templates: the same digest, the same bytes.
    let inputDigest: String
    let diagnostics: [Diagnostic]

    /// The part that a document of a format puts in its place.
    func part(_ format: OutputFormat) -> RenderedPart {
        RenderedPart(id: id, kind: kind.rawValue, heading: heading, body: format == .html ? html : xml)
    }
}

/// Runs stages: owns order, concurrency and failure. Results stand at the index of their stage, whatever finished first.
struct StageRunner: Sendable {
    let templates: ReportTemplates
    let jobs: Int

    /// The results of all stages, in their order.
    func run(_ stages: [ChapterStage]) async -> [StageResult] {
        await mapConcurrently(stages, jobs: jobs) { stage in
            StageRunner.render(stage, templates)
        }
    }

    private static func render(_ stage: ChapterStage, _ templates: ReportTemplates) -> StageResult {
        let context = Context(stage.context)
        var diagnostics: [Diagnostic] = []
        func bytes(_ format: OutputFormat) -> [UInt8] {
            do {
                return try templates.stage(stage, format).render(context)
            } catch {
                diagnostics += error.diagnostics
                return []
            }
        }
        return StageResult(
            id: stage.id,
            kind: stage.kind,
            heading: stage.heading,
            anchors: stage.anchors,
            html: bytes(.html),
            xml: bytes(.xml),
            inputDigest: ContextDigest.digest(of: stage.context, templates: templates.digest),
            diagnostics: diagnostics
        )
    }
}

/// Maps values with at most `jobs` at a time; results stand at the index of their value.
func mapConcurrently<Value: Sendable, Result: Sendable>(
    _ values: [Value],
    jobs: Int,
    _ transform: @escaping @Sendable (Value) -> Result
) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: values.count)
        var next = 0
        func startOne() {
            guard next < values.count else { return }
            let index = next
            let value = values[index]
            next += 1
            group.addTask { (index, transform(value)) }
        }
        for _ in 0..<max(1, jobs) { startOne() }
        while let (index, result) = await group.next() {
            results[index] = result
            startOne()
        }
        return results.compactMap { $0 }
    }
}
