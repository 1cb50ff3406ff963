import Assessment
import PlanModel

/// Explains the numbers of a plan as they stand, and as each of its documents works them out at its own cut-off date.
public struct PlanExplainer: Sendable {
    /// The numbers on the day of the run.
    let current: Explainer
    private let documents: [(kind: DocumentKind, explainer: Explainer)]

    /// Creates an explainer for a plan.
    public init(_ input: ReportInput, settings: ReportSettings) {
        let date = EvaluationDate(cutOff: settings.asOf, knownBy: settings.asOf)
        let view = PlanView(input, rules: settings.rules, date: date, requiresTargetYear: false)
        self.init(view, input: input, settings: settings, kinds: DocumentKind.allCases)
    }

    /// Creates an explainer for what a page shows anyway.
    init(_ view: PlanView, input: ReportInput, settings: ReportSettings, kinds: [DocumentKind]) {
        current = Explainer(view)
        documents = kinds.map { kind in
            let (date, _) = settings.schedule(of: kind, for: input)
            return (kind, Explainer(input, rules: settings.rules, date: date, document: kind))
        }
    }

    /// Every identifier that can be explained, in the order of the plan.
    public var identifiers: [String] { current.identifiers }

    /// Where a number comes from; nil when the plan has nothing of that name.
    public func explain(_ id: String) -> Provenance? {
        guard var found = current.explain(id) else { return nil }
        found.documents = documents.compactMap { kind, explainer in
            explainer.explain(id).flatMap { reading($0, of: kind, beside: found) }
        }
        return found
    }

    /// What a document says otherwise than the current explanation.
    private func reading(_ other: Provenance, of kind: DocumentKind, beside found: Provenance) -> Provenance.Reading? {
        guard other.steps != found.steps || other.methods != found.methods || other.verdictLabel != found.verdictLabel
        else { return nil }
        return Provenance.Reading(
            document: kind.rawValue,
            title: kind.chinese,
            cutOff: other.asOf,
            steps: other.steps,
            methods: other.methods,
            verdict: other.verdict,
            verdictLabel: other.verdictLabel
        )
    }
}
