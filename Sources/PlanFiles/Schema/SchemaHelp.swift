import Diagnostics
import Foundation
import PlanModel

/// What to do about a violation of a schema.
enum SchemaHelp {
    static func wrongType(_ node: YAMLNode, expected: [JSONType]) -> [LocalizedText] {
        guard let scalar = node.scalar else {
            return expected == [.string] && node.type == .object
                ? [LocalizedText(en: "put text that contains ': ' in quotes", zh: "含“: ”的文本请加引号")] : plain(expected)
        }
        if node.type == .null {
            return [LocalizedText(en: "write a value, or remove the key", zh: "请填写内容，或删除此键")]
        }
        if expected.contains(.string) {
            return [LocalizedText(en: "put it in quotes: \"\(scalar.text)\"", zh: "请加引号：\"\(scalar.text)\"")]
        }
        if expected.contains(.number) || expected.contains(.integer) { return number(scalar) }
        if expected.contains(.boolean) {
            return [LocalizedText(en: "write true or false, without quotes", zh: "请写 true 或 false，不加引号")]
        }
        if expected.contains(.array) {
            return [LocalizedText(en: "write a list: [\(scalar.text)]", zh: "请写成列表：[\(scalar.text)]")]
        }
        return plain(expected)
    }

    private static func plain(_ expected: [JSONType]) -> [LocalizedText] {
        let names = expected.map(\.name)
        return [
            LocalizedText(
                en: "write \(names.map(\.en).joined(separator: " or "))",
                zh: "请写\(names.map(\.zh).joined(separator: "或"))"
            )
        ]
    }

    private static func number(_ scalar: YAMLNode.Scalar) -> [LocalizedText] {
        if !scalar.isPlain, Decimal(plain: scalar.text) != nil {
            return [LocalizedText(en: "remove the quotes: \(scalar.text)", zh: "请去掉引号：\(scalar.text)")]
        }
        if let hint = NumberHint.corrected(scalar.text) {
            return [LocalizedText(en: "write \(hint)", zh: "请写 \(hint)")]
        }
        return [LocalizedText(en: "write a plain number, such as 41.17", zh: "请写普通数字，例如 41.17")]
    }

    static func values(_ text: String, _ values: [String]) -> [LocalizedText] {
        if values.count == 1 {
            return [LocalizedText(en: "write \(values[0])", zh: "请写 \(values[0])")]
        }
        let suggestion = Suggestion.help(for: text, among: values)
        guard suggestion.isEmpty else { return suggestion }
        let list = values.joined(separator: ", ")
        return [LocalizedText(en: "use one of: \(list)", zh: "可用的值：\(list)")]
    }

    static func keys(_ key: String, _ names: [String]) -> [LocalizedText] {
        let suggestion = Suggestion.help(for: key, among: names)
        guard suggestion.isEmpty else { return suggestion }
        let list = names.joined(separator: ", ")
        return [LocalizedText(en: "use one of: \(list)", zh: "可用的键：\(list)")]
    }

    static func missing(_ name: String, _ rule: SchemaRule?) -> [LocalizedText] {
        let en = rule?.description.map { " — \($0)" } ?? ""
        let zh = rule?.title.map { "（\($0)）" } ?? ""
        return [LocalizedText(en: "add '\(name):'\(en)", zh: "请补充“\(name):”\(zh)")]
    }

    static func form(_ rule: SchemaRule) -> [LocalizedText] {
        guard rule.description == nil, let pattern = rule.pattern else { return write(rule) }
        return [LocalizedText(en: "write text that matches \(pattern.text)", zh: "请填写匹配 \(pattern.text) 的文本")]
    }

    /// What the schema says about the value.
    static func write(_ rule: SchemaRule) -> [LocalizedText] {
        let description = rule.description ?? "a value"
        return [LocalizedText(en: "write \(description)", zh: "请填写\(rule.title ?? "内容")")]
    }
}
