import Diagnostics
import PlanModel

/// The names that plan files may refer to; a list that could not be read is nil, and references to it are not checked.
struct KnownNames {
    var areas: [Area]?
    var organizations: [Organization]?

    /// What is wrong with a reference to an organization.
    func checkOrganization(_ node: YAMLNode, in file: YAMLFile) -> Diagnostic? {
        guard let organizations, let text = node.text, !text.isEmpty,
            !organizations.contains(where: { $0.id.text == text })
        else { return nil }
        return file.diagnostic(
            code: "plan.unknown-organization",
            at: node.place,
            LocalizedText(en: "no organization '\(text)' is registered", zh: "单位“\(text)”未登记"),
            help: organizationHelp(text, organizations)
        )
    }

    private func organizationHelp(_ text: String, _ organizations: [Organization]) -> [LocalizedText] {
        let suggestion = Suggestion.help(for: text, among: organizations.map(\.id.text))
        guard suggestion.isEmpty else { return suggestion }
        if let meant = named(text, organizations) {
            return [
                LocalizedText(
                    en: "did you mean '\(meant.id)' (\(meant.name))?",
                    zh: "是否应为“\(meant.id)”（\(meant.name)）？"
                )
            ]
        }
        return [
            LocalizedText(
                en: "add it to Plans/registry/organizations.yaml",
                zh: "请在 Plans/registry/organizations.yaml 中登记"
            )
        ]
    }

    /// The organization that goes by a name, or by the name nearest to it.
    private func named(_ text: String, _ organizations: [Organization]) -> Organization? {
        let goesBy = { (name: String) in organizations.first { $0.name == name || $0.aliases.contains(name) } }
        let names = organizations.flatMap { [$0.name] + $0.aliases }
        return goesBy(text) ?? Suggestion.nearest(to: text, among: names).flatMap(goesBy)
    }

    /// What is wrong with a reference to an area.
    func checkArea(_ node: YAMLNode, in file: YAMLFile) -> Diagnostic? {
        guard let areas, let text = node.text, !areas.contains(where: { $0.code.text == text }) else { return nil }
        let suggestion = Suggestion.help(for: text, among: areas.map(\.code.text))
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

extension KnownNames {
    init(_ registry: Registry?) {
        self.init(areas: registry?.areas, organizations: registry?.organizations)
    }
}
