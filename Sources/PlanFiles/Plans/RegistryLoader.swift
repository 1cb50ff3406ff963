public import Diagnostics
public import PlanModel

/// Reads the areas that all plans share, `Plans/registry/areas.yaml`.
public struct AreasLoader {
    private let schema: JSONSchemaValidator

    /// Creates a loader.
    public init(schema: JSONSchemaValidator) {
        self.schema = schema
    }

    /// Reads the areas; nil when the file or one of its entries cannot be read.
    public func load(file: String, bytes: [UInt8]) -> ([Area]?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return (nil, problems) }
        var names = NameIndex(file: yaml)
        let nodes = yaml.root["areas"]?.items ?? []
        let areas = nodes.compactMap { names.area($0) }
        let all = problems + names.diagnostics + checkParents(nodes, areas, yaml)
        return (areas.count == nodes.count ? areas : nil, all)
    }

    private func checkParents(_ nodes: [YAMLNode], _ areas: [Area], _ file: YAMLFile) -> [Diagnostic] {
        let parents = Dictionary(areas.map { ($0.code.text, $0.parent?.text) }) { first, _ in first }
        var seen: Set<String> = []
        return nodes.compactMap { node in
            guard let code = node["code"]?.text, seen.insert(code).inserted, let parent = node["parent"],
                let text = parent.text
            else { return nil }
            if parents[text] == nil {
                return file.diagnostic(
                    code: "registry.unknown-parent",
                    at: parent.place,
                    LocalizedText(en: "no area '\(text)' is in this file", zh: "本文件中没有地区“\(text)”"),
                    help: Suggestion.help(
                        for: text,
                        among: parents.keys.sorted(),
                        otherwise: LocalizedText(en: "add the area, or remove the parent", zh: "请登记该地区，或删除上级")
                    )
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

/// Reads the organizations that all plans share, `Plans/registry/organizations.yaml`.
public struct OrganizationsLoader {
    private let schema: JSONSchemaValidator

    /// Creates a loader.
    public init(schema: JSONSchemaValidator) {
        self.schema = schema
    }

    /// Reads the organizations; nil when the file or one of its entries cannot be read.
    public func load(file: String, bytes: [UInt8]) -> ([Organization]?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return (nil, problems) }
        var names = NameIndex(file: yaml)
        let nodes = yaml.root["organizations"]?.items ?? []
        let organizations = nodes.compactMap { names.organization($0) }
        return (organizations.count == nodes.count ? organizations : nil, problems + names.diagnostics)
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
