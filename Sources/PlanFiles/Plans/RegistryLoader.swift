public import Diagnostics
public import PlanModel

/// Reads the registries that all plans share: `areas.yaml` and `organizations.yaml`.
public struct RegistryLoader {
    private let areas: JSONSchemaValidator
    private let organizations: JSONSchemaValidator

    /// Creates a loader from the schemas of the two files.
    public init(areas: JSONSchemaValidator, organizations: JSONSchemaValidator) {
        self.areas = areas
        self.organizations = organizations
    }

    /// Reads the areas; nil when the file cannot be read.
    public func loadAreas(file: String, bytes: [UInt8]) -> ([Area]?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: areas)
        guard let yaml else { return (nil, problems) }
        var names = NameIndex(file: yaml)
        let nodes = yaml.root["areas"]?.items ?? []
        let areas = nodes.compactMap { names.area($0) }
        return (areas, problems + names.diagnostics + checkParents(nodes, areas, yaml))
    }

    /// Reads the organizations; nil when the file cannot be read.
    public func loadOrganizations(file: String, bytes: [UInt8]) -> ([Organization]?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: organizations)
        guard let yaml else { return (nil, problems) }
        var names = NameIndex(file: yaml)
        let organizations = (yaml.root["organizations"]?.items ?? []).compactMap { names.organization($0) }
        return (organizations, problems + names.diagnostics)
    }

    private func checkParents(_ nodes: [YAMLNode], _ areas: [Area], _ file: YAMLFile) -> [Diagnostic] {
        let parents = Dictionary(areas.map { ($0.code.text, $0.parent?.text) }) { first, _ in first }
        return nodes.compactMap { node in
            guard let code = node["code"]?.text, let parent = node["parent"], let text = parent.text else { return nil }
            if parents[text] == nil {
                return file.diagnostic(
                    code: "registry.unknown-parent",
                    at: parent.place,
                    LocalizedText(en: "no area '\(text)' is in this file", zh: "本文件中没有地区“\(text)”"),
                    help: Suggestion.help(for: text, among: parents.keys.sorted())
                )
            }
            guard leads(from: text, to: code, parents) else { return nil }
            return file.diagnostic(
                code: "registry.parent-cycle",
                at: parent.place,
                LocalizedText(en: "the area '\(code)' lies within itself", zh: "地区“\(code)”的上级又属于它自己"),
                help: [LocalizedText(en: "correct the parent, or remove it", zh: "请更正或删除上级")]
            )
        }
    }

    private func leads(from start: String, to code: String, _ parents: [String: String?]) -> Bool {
        var current: String? = start
        for _ in 0...parents.count {
            guard let area = current, area != code else { return current == code }
            current = parents[area] ?? nil
        }
        return false
    }
}

/// The codes, identifiers and names of a registry that were seen, with their places.
private struct NameIndex {
    let file: YAMLFile
    var diagnostics: [Diagnostic] = []
    private var places: [String: YAMLNode.Place] = [:]

    init(file: YAMLFile) {
        self.file = file
    }

    mutating func area(_ node: YAMLNode) -> Area? {
        register(node["code"])
        registerNames(node)
        guard let code = node["code"]?.text.flatMap(AreaCode.init), let name = node["name"]?.text else { return nil }
        return Area(
            code: code,
            codeSystem: node["code_system"]?.text.flatMap(Area.CodeSystem.init(rawValue:)) ?? .gbt2260,
            name: name,
            parent: node["parent"]?.text.flatMap(AreaCode.init),
            aliases: node.texts("aliases")
        )
    }

    mutating func organization(_ node: YAMLNode) -> Organization? {
        register(node["id"])
        registerNames(node)
        guard let id = node["id"]?.text.flatMap(OrganizationID.init), let name = node["name"]?.text else { return nil }
        return Organization(id: id, name: name, aliases: node.texts("aliases"))
    }

    private mutating func registerNames(_ node: YAMLNode) {
        register(node["name"])
        for alias in node["aliases"]?.items ?? [] { register(alias) }
    }

    private mutating func register(_ node: YAMLNode?) {
        guard let node, let text = node.text else { return }
        guard let first = places[text] else {
            places[text] = node.place
            return
        }
        diagnostics.append(
            file.diagnostic(
                code: "registry.duplicate-name",
                at: node.place,
                LocalizedText(
                    en: "'\(text)' stands twice, first in line \(first.line)",
                    zh: "“\(text)”重复，首次出现在第 \(first.line) 行"
                ),
                help: [
                    LocalizedText(
                        en: "codes, identifiers, names and aliases must each belong to one entry: keep one",
                        zh: "代码、标识、名称和别名只能属于一个条目，请保留一处"
                    )
                ]
            )
        )
    }
}

extension YAMLNode {
    /// The texts of a list under a key; empty when there is none.
    func texts(_ key: String) -> [String] { (self[key]?.items ?? []).compactMap(\.text) }
}
