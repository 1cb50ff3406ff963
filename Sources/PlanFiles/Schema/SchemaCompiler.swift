import Diagnostics
import Foundation

/// Compiles a schema file; a keyword it does not know is refused, because ignoring it would let wrong data through.
struct SchemaCompiler {
    private let file: YAMLFile
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var definitions: [String: SchemaRule] = [:]
    private var references: [(name: String, node: YAMLNode)] = []

    init(file: YAMLFile) {
        self.file = file
    }

    /// The topmost schema; look at ``diagnostics`` before using it.
    mutating func compile() -> SchemaRule {
        for entry in file.root["$defs"]?.entries ?? [] {
            definitions[entry.key] = rule(entry.value)
        }
        let root = rule(file.root, isRoot: true)
        for reference in references where definitions[reference.name] == nil {
            report(
                reference.node,
                en: "there is no '\(reference.name)' in $defs",
                zh: "$defs 中没有“\(reference.name)”",
                help: Suggestion.help(for: reference.name, among: definitions.keys)
            )
        }
        return root
    }

    private mutating func rule(_ node: YAMLNode, isRoot: Bool = false) -> SchemaRule {
        let rule = SchemaRule()
        guard node.type == .object else {
            report(node, en: "a schema must be an object", zh: "模式必须是对象")
            return rule
        }
        for entry in node.entries {
            if isRoot, Self.rootKeywords.contains(entry.key) { continue }
            guard apply(entry, to: rule) else {
                reportUnknown(entry)
                continue
            }
        }
        return rule
    }

    private static let rootKeywords = ["$schema", "$id", "$defs"]
    private static let annotations = ["title", "description", "$comment", "examples", "default"]
    private static let objectKeywords = ["properties", "required", "additionalProperties", "propertyNames"]
    private static let arrayKeywords = ["items", "minItems", "maxItems", "uniqueItems"]
    private static let valueKeywords = [
        "type", "enum", "const", "minLength", "maxLength", "pattern", "format", "minimum", "exclusiveMinimum",
        "maximum",
        "$ref",
    ]

    /// Applies one keyword; false when it is not known.
    private mutating func apply(_ entry: YAMLNode.Entry, to rule: SchemaRule) -> Bool {
        switch entry.key {
        case "title": rule.title = text(entry)
        case "description": rule.description = text(entry)
        case _ where Self.annotations.contains(entry.key): break
        case _ where Self.objectKeywords.contains(entry.key): applyObject(entry, to: rule)
        case _ where Self.arrayKeywords.contains(entry.key): applyArray(entry, to: rule)
        case _ where Self.valueKeywords.contains(entry.key): applyValue(entry, to: rule)
        default: return false
        }
        return true
    }

    private mutating func applyObject(_ entry: YAMLNode.Entry, to rule: SchemaRule) {
        switch entry.key {
        case "properties":
            for property in entry.value.entries {
                rule.properties[property.key] = self.rule(property.value)
                rule.propertyNames.append(property.key)
            }
        case "required": rule.required = entry.value.items.compactMap(\.text)
        case "propertyNames": rule.propertyNamesRule = self.rule(entry.value)
        default:
            switch entry.value.boolean {
            case true?: rule.additionalProperties = .allowed
            case false?: rule.additionalProperties = .refused
            case nil: rule.additionalProperties = .rule(self.rule(entry.value))
            }
        }
    }

    private mutating func applyArray(_ entry: YAMLNode.Entry, to rule: SchemaRule) {
        switch entry.key {
        case "items": rule.items = self.rule(entry.value)
        case "minItems": rule.minItems = integer(entry)
        case "maxItems": rule.maxItems = integer(entry)
        default: rule.uniqueItems = entry.value.boolean ?? false
        }
    }

    private mutating func applyValue(_ entry: YAMLNode.Entry, to rule: SchemaRule) {
        switch entry.key {
        case "type": rule.types = types(entry.value)
        case "enum": rule.values = entry.value.items.compactMap(\.scalar)
        case "const": rule.values = [entry.value.scalar].compactMap { $0 }
        case "minLength": rule.minLength = integer(entry)
        case "maxLength": rule.maxLength = integer(entry)
        case "pattern": rule.pattern = pattern(entry)
        case "format": rule.format = format(entry)
        case "minimum": rule.minimum = decimal(entry)
        case "exclusiveMinimum": rule.exclusiveMinimum = decimal(entry)
        case "maximum": rule.maximum = decimal(entry)
        default: rule.reference = reference(entry)
        }
    }

    // MARK: Values of keywords

    private mutating func text(_ entry: YAMLNode.Entry) -> String? {
        guard let text = entry.value.text else {
            reportValue(entry)
            return nil
        }
        return text
    }

    private mutating func integer(_ entry: YAMLNode.Entry) -> Int? {
        guard let number = entry.value.integer else {
            reportValue(entry)
            return nil
        }
        return number
    }

    private mutating func decimal(_ entry: YAMLNode.Entry) -> Decimal? {
        guard let number = entry.value.decimal else {
            reportValue(entry)
            return nil
        }
        return number
    }

    private mutating func types(_ node: YAMLNode) -> [JSONType] {
        let nodes = node.type == .array ? node.items : [node]
        var types: [JSONType] = []
        for node in nodes {
            if let type = node.text.flatMap(JSONType.init(rawValue:)) {
                types.append(type)
            } else {
                report(node, en: "no such type", zh: "没有这种类型")
            }
        }
        return types
    }

    private mutating func pattern(_ entry: YAMLNode.Entry) -> SchemaRule.Pattern? {
        guard let text = text(entry) else { return nil }
        guard let regex = try? Regex(text) else {
            report(entry.value, en: "the pattern is not a regular expression", zh: "pattern 不是正确的正则表达式")
            return nil
        }
        return SchemaRule.Pattern(text: text, regex: regex.matchingSemantics(.unicodeScalar))
    }

    private mutating func format(_ entry: YAMLNode.Entry) -> SchemaRule.Format? {
        guard let format = entry.value.text.flatMap(SchemaRule.Format.init(rawValue:)) else {
            reportValue(entry)
            return nil
        }
        return format
    }

    private mutating func reference(_ entry: YAMLNode.Entry) -> String? {
        let prefix = "#/$defs/"
        guard let text = entry.value.text, text.hasPrefix(prefix) else {
            reportValue(entry)
            return nil
        }
        let name = String(text.dropFirst(prefix.count))
        references.append((name, entry.value))
        return name
    }

    // MARK: Problems

    private mutating func reportUnknown(_ entry: YAMLNode.Entry) {
        let known = Self.annotations + Self.objectKeywords + Self.arrayKeywords + Self.valueKeywords
        diagnostics.append(
            file.diagnostic(
                code: "configuration.bad-schema",
                at: entry.keyPlace,
                LocalizedText(
                    en: "the keyword '\(entry.key)' is not supported in schemas",
                    zh: "模式中不支持关键字“\(entry.key)”"
                ),
                help: Suggestion.help(for: entry.key, among: known) + [Self.restore]
            )
        )
    }

    private mutating func reportValue(_ entry: YAMLNode.Entry) {
        report(entry.value, en: "not a value of '\(entry.key)'", zh: "“\(entry.key)”的值不正确")
    }

    private static let restore = LocalizedText(
        en: "restore the file from the PlanReport package",
        zh: "请从 PlanReport 安装包恢复此文件"
    )

    private mutating func report(_ node: YAMLNode, en: String, zh: String, help: [LocalizedText] = []) {
        diagnostics.append(
            file.diagnostic(
                code: "configuration.bad-schema",
                at: node.place,
                LocalizedText(en: en, zh: zh),
                help: help.isEmpty ? [Self.restore] : help
            )
        )
    }
}

extension YAMLNode {
    /// The scalar of a node; nil for lists and mappings.
    var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }
}
