import PlanModel

/// Writes entries that `Plans/registry/organizations.yaml` could take over.
enum RegistryProposals {
    /// The text of `registry-proposals.yaml`.
    static func write(_ organizations: [Organization]) -> String {
        let entries = organizations.map { organization in
            PlanNode.map([.init("id", .text(organization.id.text)), .init("name", .text(organization.name))])
        }
        return "# Departments that the plan names and the registry does not hold; copy those that are right.\n"
            + YAMLWriter.write(.map([.init("format", .number(1)), .init("organizations", .list(entries))]))
    }
}
