import Diagnostics
import PlanModel
import Reporting

/// Which documents a build makes anew; empty lists mean all.
struct BuildSelection: Sendable {
    var plans: [String] = []
    var kinds: [DocumentKind] = []

    /// Whether a file is made anew even where the current release has one.
    ///
    /// Pages always are: the front page says what the plans' pages say, and all of them show the newest figures.
    func includes(_ path: String) -> Bool {
        let parts = path.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let kind = DocumentKind(rawValue: String(parts[1].prefix { $0 != "." })) else {
            return true
        }
        return (plans.isEmpty || plans.contains(String(parts[0]))) && (kinds.isEmpty || kinds.contains(kind))
    }

    /// Plans that were asked for and do not exist.
    func problems(knownPlans: [String]) -> [Diagnostic] {
        plans.filter { !knownPlans.contains($0) && !knownPlans.isEmpty }.map { name in
            Diagnostic(
                code: "usage.unknown-plan",
                at: SourceLocation(file: "Plans/\(name)/plan.yaml"),
                LocalizedText(en: "there is no plan '\(name)'", zh: "没有编号为“\(name)”的规划"),
                help: Suggestion.help(for: name, among: knownPlans)
            )
        }
    }
}
