import Diagnostics
import PlanModel

/// A name in a data file that nothing goes by.
struct ReferenceProblem {
    let file: YAMLFile
    let node: YAMLNode
    let text: String

    func unknownOrganization(_ registry: Registry) -> Diagnostic {
        if let organization = registry.organization(named: text) {
            return organizationProblem([
                LocalizedText(en: "write its identifier: \(organization.id)", zh: "请写标识：\(organization.id)")
            ])
        }
        let suggestion = Suggestion.help(for: text, among: registry.organizations.map(\.id.text))
        guard suggestion.isEmpty else { return organizationProblem(suggestion) }
        return organizationProblem([
            LocalizedText(
                en: "add it to Plans/registry/organizations.yaml",
                zh: "请在 Plans/registry/organizations.yaml 中登记"
            )
        ])
    }

    private func organizationProblem(_ help: [LocalizedText]) -> Diagnostic {
        file.diagnostic(
            code: "plan.unknown-organization",
            at: node.place,
            LocalizedText(en: "no organization '\(text)' is registered", zh: "单位“\(text)”未登记"),
            help: help
        )
    }

    func unknownArea(_ registry: Registry) -> Diagnostic {
        let suggestion = Suggestion.help(for: text, among: registry.areas.map(\.code.text))
        let register = LocalizedText(
            en: "add it to Plans/registry/areas.yaml",
            zh: "请在 Plans/registry/areas.yaml 中登记"
        )
        return file.diagnostic(
            code: "plan.unknown-area",
            at: node.place,
            LocalizedText(en: "no area '\(text)' is registered", zh: "地区代码“\(text)”未登记"),
            help: suggestion.isEmpty ? [register] : suggestion
        )
    }
}
