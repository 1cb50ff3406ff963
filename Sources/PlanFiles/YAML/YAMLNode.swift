public import Foundation
import PlanModel

/// A value of a YAML file together with its place.
public struct YAMLNode: Sendable {
    /// What a node holds.
    public enum Content: Sendable {
        /// A single value.
        case scalar(Scalar)
        /// A list.
        case sequence([YAMLNode])
        /// Keys and their values, in the order of the file.
        case mapping([Entry])
    }

    /// A single value as it is written.
    public struct Scalar: Hashable, Sendable {
        /// The text, without quotes and escapes.
        public let text: String
        /// Whether it is written without quotes, so that it may be a number, a truth value or nothing.
        public let isPlain: Bool
    }

    /// A key with its value.
    public struct Entry: Sendable {
        /// The key.
        public let key: String
        /// Where the key stands.
        public let keyPlace: Place
        /// The value.
        public let value: YAMLNode
    }

    /// A span of one line.
    public struct Place: Hashable, Sendable {
        /// The line, counted from 1.
        public let line: Int
        /// The column, counted from 1 in Unicode scalars.
        public let column: Int
        /// How many Unicode scalars it covers, at least 1.
        public let length: Int
    }

    /// What the node holds.
    public let content: Content
    /// Where it begins.
    public let place: Place
}

extension YAMLNode {
    /// The keys and values of a mapping; empty for anything else.
    public var entries: [Entry] {
        if case .mapping(let entries) = content { entries } else { [] }
    }

    /// The items of a list; empty for anything else.
    public var items: [YAMLNode] {
        if case .sequence(let items) = content { items } else { [] }
    }

    /// The value of a key; nil when this is no mapping or has no such key.
    public subscript(key: String) -> YAMLNode? {
        entries.first { $0.key == key }?.value
    }

    /// The text of a value that is text; nil for numbers, truth values, nothing, lists and mappings.
    public var text: String? {
        if case .scalar(let scalar) = content, scalar.type == .string { scalar.text } else { nil }
    }

    /// The value of a plain decimal number.
    public var decimal: Decimal? {
        if case .scalar(let scalar) = content, scalar.isPlain { Decimal(plain: scalar.text) } else { nil }
    }

    /// The value of a whole number.
    public var integer: Int? {
        guard case .scalar(let scalar) = content, scalar.type == .integer else { return nil }
        return Int(scalar.text)
    }

    /// The value of `true` or `false`.
    public var boolean: Bool? {
        if case .scalar(let scalar) = content, scalar.type == .boolean { scalar.text == "true" } else { nil }
    }

    /// The type as JSON Schema names it.
    var type: JSONType {
        switch content {
        case .scalar(let scalar): scalar.type
        case .sequence: .array
        case .mapping: .object
        }
    }
}

extension YAMLNode.Scalar {
    /// The type as JSON Schema names it: the JSON subset of YAML's core schema.
    var type: JSONType {
        guard isPlain else { return .string }
        switch text {
        case "", "~", "null": return .null
        case "true", "false": return .boolean
        default: break
        }
        if Decimal(plain: text) != nil { return text.contains(".") ? .number : .integer }
        return looksNumeric ? .number : .string
    }

    /// Whether other readers of YAML may take the unquoted text for a number, such as `007`, `+5`, `.5` or `1e3`.
    private var looksNumeric: Bool {
        let digits = text.utf8.drop { $0 == 0x2B || $0 == 0x2D }
        guard let first = digits.first, (0x30...0x39).contains(first) || first == 0x2E else { return false }
        return digits.contains { (0x30...0x39).contains($0) }
            && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
}

/// The types of JSON Schema.
enum JSONType: String, Sendable, CaseIterable {
    case object, array, string, integer, number, boolean, null

    /// How people call a value of this type.
    var name: (en: String, zh: String) {
        switch self {
        case .object: ("a mapping", "键值对")
        case .array: ("a list", "列表")
        case .string: ("text", "文本")
        case .integer: ("a whole number", "整数")
        case .number: ("a number", "数字")
        case .boolean: ("true or false", "真假值（true 或 false）")
        case .null: ("nothing", "空值")
        }
    }
}
