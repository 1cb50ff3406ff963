import Diagnostics
import Foundation
import PlanModel

/// Walks a file and its schema together and collects what does not fit.
struct SchemaVisitor {
    let file: YAMLFile
    let definitions: [String: SchemaRule]
    private(set) var diagnostics: [Diagnostic] = []

    init(file: YAMLFile, definitions: [String: SchemaRule]) {
        self.file = file
        self.definitions = definitions
    }

    mutating func check(_ node: YAMLNode, _ rule: SchemaRule, path: KeyPath) {
        if let target = rule.reference.flatMap({ definitions[$0] }) {
            check(node, target, path: path)
        }
        guard checkType(node, rule, path), checkValues(node, rule, path) else { return }
        switch node.content {
        case .mapping(let entries): checkObject(node, entries, rule, path)
        case .sequence(let items): checkArray(node, items, rule, path)
        case .scalar(let scalar) where node.type == .string: checkText(node, scalar.text, rule, path)
        case .scalar: checkNumber(node, rule, path)
        }
    }

    // MARK: Type and value

    private mutating func checkType(_ node: YAMLNode, _ rule: SchemaRule, _ path: KeyPath) -> Bool {
        let type = node.type
        let fits = rule.types.contains(type) || type == .integer && rule.types.contains(.number)
        // Text such as 007 is a number to other readers of YAML, but to us it is none.
        let unreadable = fits && type == .number && node.decimal == nil
        guard !rule.types.isEmpty, !fits || unreadable else { return true }
        let expected = rule.types.map(\.name)
        let found = unreadable ? (en: "this", zh: "此写法") : type.name
        report(
            "schema.wrong-type",
            node,
            en: "\(path.name.en) must be \(expected.map(\.en).joined(separator: " or ")), not \(found.en)",
            zh: "\(path.name.zh)应为\(expected.map(\.zh).joined(separator: "或"))，而不是\(found.zh)",
            help: SchemaHelp.wrongType(node, expected: rule.types)
        )
        return false
    }

    private mutating func checkValues(_ node: YAMLNode, _ rule: SchemaRule, _ path: KeyPath) -> Bool {
        guard let values = rule.values, let scalar = node.scalar,
            !values.contains(where: { $0.text == scalar.text && $0.type == scalar.type })
        else { return true }
        report(
            "schema.not-allowed",
            node,
            en: "'\(scalar.text)' is not a value of \(path.name.en)",
            zh: "\(path.name.zh)的值不能是“\(scalar.text)”",
            help: SchemaHelp.values(scalar.text, values.map(\.text))
        )
        return false
    }

    // MARK: Objects

    private mutating func checkObject(
        _ node: YAMLNode,
        _ entries: [YAMLNode.Entry],
        _ rule: SchemaRule,
        _ path: KeyPath
    ) {
        let misspelt = misspelt(entries, rule)
        for name in rule.required where !misspelt.contains(name) && !entries.contains(where: { $0.key == name }) {
            reportMissing(name, in: node, rule, path)
        }
        for entry in entries {
            if let names = rule.propertyNamesRule { checkName(entry, names, path) }
            if let property = rule.properties[entry.key] {
                check(entry.value, property, path: path.appending(entry.key))
            } else {
                checkAdditional(entry, rule, path)
            }
        }
    }

    /// The keys that unknown keys were probably meant to be: one mistake is reported once.
    private func misspelt(_ entries: [YAMLNode.Entry], _ rule: SchemaRule) -> [String] {
        guard case .refused = rule.additionalProperties else { return [] }
        let unknown = entries.map(\.key).filter { rule.properties[$0] == nil }
        return unknown.compactMap { Suggestion.nearest(to: $0, among: rule.propertyNames) }
    }

    private mutating func checkAdditional(_ entry: YAMLNode.Entry, _ rule: SchemaRule, _ path: KeyPath) {
        switch rule.additionalProperties {
        case .allowed: break
        case .rule(let rule): check(entry.value, rule, path: path.appending(entry.key))
        case .refused:
            let place =
                path.description.isEmpty ? (en: "", zh: "") : (en: " in \(path.name.en)", zh: "\(path.name.zh)中的")
            diagnostics.append(
                file.diagnostic(
                    code: "schema.unknown-key",
                    at: entry.keyPlace,
                    LocalizedText(en: "unknown key '\(entry.key)'\(place.en)", zh: "\(place.zh)键“\(entry.key)”无法识别"),
                    help: SchemaHelp.keys(entry.key, rule.propertyNames)
                )
            )
        }
    }

    /// Keys that are names themselves, such as identifiers of plans.
    private mutating func checkName(_ entry: YAMLNode.Entry, _ rule: SchemaRule, _ path: KeyPath) {
        let name = YAMLNode(content: .scalar(.init(text: entry.key, isPlain: false)), place: entry.keyPlace)
        check(name, rule, path: path.appending(entry.key))
    }

    private mutating func reportMissing(_ name: String, in node: YAMLNode, _ rule: SchemaRule, _ path: KeyPath) {
        report(
            "schema.missing-key",
            node,
            en: "\(path.name.en) has no '\(name)'",
            zh: "\(path.name.zh)缺少“\(name)”",
            help: SchemaHelp.missing(name, rule.properties[name])
        )
    }

    // MARK: Arrays

    private mutating func checkArray(_ node: YAMLNode, _ items: [YAMLNode], _ rule: SchemaRule, _ path: KeyPath) {
        if let minimum = rule.minItems, items.count < minimum {
            reportCount(node, path, en: "at least \(minimum)", zh: "至少 \(minimum)", count: items.count)
        }
        if let maximum = rule.maxItems, items.count > maximum {
            reportCount(node, path, en: "at most \(maximum)", zh: "至多 \(maximum)", count: items.count)
        }
        if rule.uniqueItems { checkUnique(items, path) }
        guard let rule = rule.items else { return }
        for (index, item) in items.enumerated() {
            check(item, rule, path: path.appending(index))
        }
    }

    private mutating func reportCount(_ node: YAMLNode, _ path: KeyPath, en: String, zh: String, count: Int) {
        report(
            "schema.item-count",
            node,
            en: "\(path.name.en) must have \(en) items, not \(count)",
            zh: "\(path.name.zh)应有\(zh) 项，现有 \(count) 项",
            help: [LocalizedText(en: "add or remove items", zh: "请增减列表项")]
        )
    }

    private mutating func checkUnique(_ items: [YAMLNode], _ path: KeyPath) {
        var seen: Set<YAMLNode.Scalar> = []
        for item in items {
            guard let scalar = item.scalar, !seen.insert(scalar).inserted else { continue }
            report(
                "schema.not-unique",
                item,
                en: "'\(scalar.text)' stands twice in \(path.name.en)",
                zh: "\(path.name.zh)中“\(scalar.text)”重复",
                help: [LocalizedText(en: "remove one of the two", zh: "请删除其中一处")]
            )
        }
    }

    // MARK: Scalars

    private mutating func checkText(_ node: YAMLNode, _ text: String, _ rule: SchemaRule, _ path: KeyPath) {
        let length = text.unicodeScalars.count
        if let minimum = rule.minLength, length < minimum {
            let isEmpty = text.isEmpty
            report(
                "schema.too-short",
                node,
                en: isEmpty ? "\(path.name.en) is empty" : "\(path.name.en) must have at least \(minimum) characters",
                zh: isEmpty ? "\(path.name.zh)为空" : "\(path.name.zh)至少应有 \(minimum) 个字符",
                help: SchemaHelp.write(rule)
            )
        } else if let maximum = rule.maxLength, length > maximum {
            report(
                "schema.too-long",
                node,
                en: "\(path.name.en) must have at most \(maximum) characters",
                zh: "\(path.name.zh)最多 \(maximum) 个字符",
                help: [LocalizedText(en: "shorten it", zh: "请缩短")]
            )
        } else if !matches(text, rule) {
            report(
                "schema.wrong-form",
                node,
                en: "'\(text)' does not have the form of \(path.name.en)",
                zh: "“\(text)”不符合\(path.name.zh)的格式",
                help: SchemaHelp.form(rule)
            )
        }
    }

    private func matches(_ text: String, _ rule: SchemaRule) -> Bool {
        if let pattern = rule.pattern, (try? pattern.regex.firstMatch(in: text)) == nil { return false }
        switch rule.format {
        case .date: return CalendarDate(text) != nil
        case .period: return TimePeriod(text) != nil
        case nil: return true
        }
    }

    private mutating func checkNumber(_ node: YAMLNode, _ rule: SchemaRule, _ path: KeyPath) {
        guard let number = node.decimal else { return }
        if let minimum = rule.minimum, number < minimum {
            reportRange(node, path, en: "at least \(minimum)", zh: "不小于 \(minimum)")
        } else if let minimum = rule.exclusiveMinimum, number <= minimum {
            reportRange(node, path, en: "greater than \(minimum)", zh: "大于 \(minimum)")
        } else if let maximum = rule.maximum, number > maximum {
            reportRange(node, path, en: "at most \(maximum)", zh: "不大于 \(maximum)")
        }
    }

    private mutating func reportRange(_ node: YAMLNode, _ path: KeyPath, en: String, zh: String) {
        report(
            "schema.out-of-range",
            node,
            en: "\(path.name.en) must be \(en), not \(node.scalar?.text ?? "")",
            zh: "\(path.name.zh)应\(zh)，现为 \(node.scalar?.text ?? "")",
            help: [LocalizedText(en: "correct the number", zh: "请更正数字")]
        )
    }

    private mutating func report(_ code: String, _ node: YAMLNode, en: String, zh: String, help: [LocalizedText] = []) {
        diagnostics.append(
            file.diagnostic(code: code, at: node.place, LocalizedText(en: en, zh: zh), help: help)
        )
    }
}
