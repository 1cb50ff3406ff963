import Diagnostics
import PlanModel

/// Finds departments that go by two names: in one text, or as two entries of the registry.
enum OrganizationLint {
    /// Checks the registry and the texts of plans.
    static func check(_ plans: [Plan], registry: Registry, sources: [PlanID: String]) -> [Diagnostic] {
        twins(registry) + plans.flatMap { plan in sources[plan.id].map { names(in: $0, of: plan, registry) } ?? [] }
    }

    /// Two entries whose names differ only in 和, 与 or the long form of the same office.
    private static func twins(_ registry: Registry) -> [Diagnostic] {
        var seen: [String: Organization] = [:]
        var result: [Diagnostic] = []
        for organization in registry.organizations {
            let key = plain(organization.name)
            if let first = seen[key] {
                result.append(
                    Diagnostic(
                        .warning,
                        code: "registry.department-twice",
                        at: SourceLocation(file: "Plans/registry/organizations.yaml"),
                        LocalizedText(
                            en: "'\(first.name)' and '\(organization.name)' look like one department with two entries",
                            zh: "“\(first.name)”与“\(organization.name)”似为同一部门"
                        ),
                        help: [LocalizedText(en: "make one of them an alias of the other", zh: "请合并，另一名称列入别名")]
                    )
                )
            } else {
                seen[key] = organization
            }
        }
        return result
    }

    private static func plain(_ name: String) -> String {
        var text = name.filter { !"和与及、".contains($0) }
        if let open = text.firstIndex(of: "（") { text = String(text[..<open]) }
        for (long, short) in [("委员会", "委"), ("办公室", "办"), ("人民政府", "政府")] where text.hasSuffix(long) {
            text = String(text.dropLast(long.count)) + short
        }
        return text
    }

    /// A text that calls one department by two names.
    private static func names(in source: String, of plan: Plan, _ registry: Registry) -> [Diagnostic] {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        return registry.organizations.compactMap { organization in
            let found = ([organization.name] + organization.aliases).compactMap { name -> (String, Int)? in
                line(of: name, in: lines, others: [organization.name] + organization.aliases).map { (name, $0) }
            }
            guard found.count >= 2 else { return nil }
            let names = found.map { "“\($0.0)”" }.joined(separator: "、")
            return Diagnostic(
                .warning,
                code: "plan.department-two-names",
                at: SourceLocation(file: "Plans/\(plan.id)/source.txt", line: found[1].1),
                LocalizedText(
                    en: "one department goes by \(found.count) names: \(names)",
                    zh: "同一部门有\(found.count)个名称：\(names)"
                ),
                help: [LocalizedText(en: "one name is printed; check that it is the right one", zh: "只印一个名称，请核对")]
            )
        }
    }

    /// The first line in which a name stands and not as part of a longer name of the same department.
    private static func line(of name: String, in lines: [Substring], others: [String]) -> Int? {
        let longer = others.filter { $0.count > name.count && $0.contains(name) }
        for (index, line) in lines.enumerated() where line.contains(name) {
            let without = longer.reduce(String(line)) { $0.replacing($1, with: "") }
            if without.contains(name) { return index + 1 }
        }
        return nil
    }
}
