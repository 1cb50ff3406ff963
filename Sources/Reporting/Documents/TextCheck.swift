import Assessment
public import Diagnostics
public import PlanModel

/// Holds what people wrote for the documents against the figures, without making a document.
///
/// A build does so while it makes them; this is for a run that cannot, because something else is wrong.
public struct TextCheck: Sendable {
    private let settings: ReportSettings
    private let kinds: [DocumentKind]

    /// Creates a check of the texts of some documents.
    public init(settings: ReportSettings, kinds: [DocumentKind]) {
        self.settings = settings
        self.kinds = kinds
    }

    /// Everything that is wrong with the texts of plans, in the order of plans and documents.
    public func diagnostics(_ inputs: [ReportInput]) -> [Diagnostic] {
        inputs.flatMap { input in
            kinds.flatMap { kind in
                let (view, isDraft) = settings.view(of: input, for: kind)
                return NarrativeCheck(view: view, kind: kind, isDraft: isDraft).diagnostics
            }
        }
    }
}

extension ReportSettings {
    /// A plan as a document sees it: at its cut-off date, or, before that has come, as a draft.
    func view(of input: ReportInput, for kind: DocumentKind) -> (view: PlanView, isDraft: Bool) {
        let (date, isDraft) = schedule(of: kind, for: input)
        return (PlanView(input, rules: rules, date: date, requiresTargetYear: kind == .final), isDraft)
    }
}
