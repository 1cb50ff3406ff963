import Foundation
import PlanModel
import TestSupport
import Yams

/// The workspace of this package, for tests against the seeds.
enum TestFiles {
    static func fixture(_ name: String) -> URL { ProjectFiles.url("Tests/PlanImportTests/Fixtures/\(name)") }

    static func yaml(_ path: String) throws -> Node { try compose(ProjectFiles.text(path)) }

    static func compose(_ text: String) throws -> Node {
        guard let node = try Yams.compose(yaml: text) else { throw Missing() }
        return node
    }

    struct Missing: Error {}

    /// The registry, read without the loader of another module.
    static func registry() throws -> Registry {
        let areas = try yaml("Plans/registry/areas.yaml")["areas"]?.sequence ?? []
        let organizations = try yaml("Plans/registry/organizations.yaml")["organizations"]?.sequence ?? []
        return Registry(
            areas: areas.compactMap { node in
                guard let code = AreaCode(node.string("code")) else { return nil }
                return Area(code: code, name: node.string("name"), aliases: node.strings("aliases"))
            },
            organizations: organizations.compactMap { node in
                guard let id = OrganizationID(node.string("id")) else { return nil }
                return Organization(id: id, name: node.string("name"), aliases: node.strings("aliases"))
            }
        )
    }
}

extension Node {
    /// The scalar of a key, as written.
    func string(_ key: String) -> String { self[key]?.scalar?.string ?? "" }

    /// The scalars of a list.
    func strings(_ key: String) -> [String] { list(key).compactMap { $0.scalar?.string } }

    /// The nodes of a list.
    func list(_ key: String) -> [Node] { self[key]?.sequence.map { Array($0) } ?? [] }
}
