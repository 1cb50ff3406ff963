import Diagnostics
import Foundation
import PlanModel

/// Targets and what each kind of them needs.
extension PlanDecoder {
    /// The targets stated in the text of an item.
    mutating func targets(_ node: YAMLNode) -> [Target] {
        list(node["targets"]) { $0.target($1) }
    }

    private mutating func target(_ node: YAMLNode) -> Target? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["text"])
        let lead = organizations(node["lead"])
        let support = organizations(node["support"])
        let range = node["range"].flatMap { self.range($0) }
        let kind = node["kind"]?.text.flatMap(Target.Kind.init(rawValue:))
        let amendments = list(node["amendments"]) { $0.amendment($1) }
        if let kind { checkFields(of: kind, node) }
        guard let id, let kind, let anchor, let subject = node["subject"]?.text, let text = node["text"]?.text else {
            return nil
        }
        return Target(
            id: id,
            kind: kind,
            subject: subject,
            value: node["value"]?.decimal,
            range: range,
            unit: node["unit"]?.text,
            direction: node["direction"]?.text.flatMap(Target.Direction.init(rawValue:)),
            recurrence: node["recurrence"]?.text.flatMap(Target.Recurrence.init(rawValue:)),
            deadline: node["deadline"]?.period,
            force: node["force"]?.text.flatMap(Target.Force.init(rawValue:)) ?? .firm,
            holds: node["holds"]?.boolean ?? false,
            accumulates: node["accumulates"]?.boolean ?? false,
            districts: node["districts"]?.text.flatMap(Target.DistrictRule.init(rawValue:)),
            text: text,
            lead: lead,
            support: support,
            anchor: anchor,
            amendments: amendments
        )
    }

    /// A change of a target decided later; it has to change something.
    mutating func amendment(_ node: YAMLNode) -> Amendment? {
        let range = node["range"].flatMap { self.range($0) }
        if node["value"] == nil, node["range"] == nil, node["period"] == nil {
            report(
                "plan.amendment-changes-nothing",
                node,
                en: "this amendment changes nothing",
                zh: "此项规划调整没有改变任何内容",
                help: [
                    LocalizedText(
                        en: "write the new 'value:', 'range:' or 'period:'",
                        zh: "请写出调整后的“value:”、“range:”或“period:”"
                    )
                ]
            )
        }
        if let effective = node["effective"]?.date, let period = node["period"], let deadline = period.period,
            deadline.lastDay < effective
        {
            report(
                "plan.periods-not-ordered",
                period,
                en: "the new deadline \(deadline) is over when the amendment takes effect on \(effective)",
                zh: "调整后的时限\(deadline)在调整生效（\(effective)）之前已经结束",
                help: [LocalizedText(en: "check both dates in the document", zh: "请核对文件中的两个日期")]
            )
        }
        guard let effective = node["effective"]?.date, let document = node["document"]?.text else { return nil }
        return Amendment(
            effective: effective,
            document: document,
            value: node["value"]?.decimal,
            range: range,
            period: node["period"]?.period
        )
    }

    private mutating func range(_ node: YAMLNode) -> ClosedRange<Decimal>? {
        let bounds = node.items.compactMap(\.decimal)
        guard bounds.count == 2, node.items.count == 2 else { return nil }
        guard bounds[0] < bounds[1] else {
            report(
                "plan.range-reversed",
                node,
                en: "the range begins with \(bounds[0]) and ends with \(bounds[1])",
                zh: "范围的下限 \(bounds[0]) 不小于上限 \(bounds[1])",
                help: [LocalizedText(en: "write the smaller number first", zh: "请将较小的数写在前面")]
            )
            return nil
        }
        return bounds[0]...bounds[1]
    }

    private mutating func checkFields(of kind: Target.Kind, _ node: YAMLNode) {
        for name in kind.neededFields where node[name] == nil {
            report(
                "plan.target-needs-field",
                node["kind"] ?? node,
                en: "a target of the kind '\(kind.rawValue)' needs '\(name)'",
                zh: "“\(kind.rawValue)”类承诺目标必须有“\(name)”",
                help: [LocalizedText(en: "add '\(name):', or choose another kind", zh: "请补充“\(name):”，或改用其他类型")]
            )
        }
        for entry in node.entries where kind.refusedFields.contains(entry.key) {
            diagnostics.append(
                file.diagnostic(
                    code: "plan.target-refuses-field",
                    at: entry.keyPlace,
                    LocalizedText(
                        en: "a target of the kind '\(kind.rawValue)' has no '\(entry.key)'",
                        zh: "“\(kind.rawValue)”类承诺目标不应有“\(entry.key)”"
                    ),
                    help: [LocalizedText(en: "remove it, or choose another kind", zh: "请删除，或改用其他类型")]
                )
            )
        }
    }
}

extension Target.Kind {
    /// The keys a target of this kind cannot be without.
    var neededFields: [String] {
        switch self {
        case .atLeast, .atMost, .about, .yearlyAmount, .growthRate: ["value", "unit"]
        case .yearlyChange: ["value", "unit", "direction"]
        case .range: ["range", "unit"]
        case .complete, .zero, .nonDecreasing, .milestone, .direction: []
        }
    }

    /// The keys that contradict this kind.
    var refusedFields: [String] {
        switch self {
        case .atLeast, .atMost: ["range"]
        case .about: ["range", "accumulates"]
        case .yearlyAmount, .growthRate: ["range", "accumulates", "districts"]
        case .yearlyChange: ["range", "districts"]
        case .range: ["value"]
        case .complete, .zero: ["value", "range", "accumulates"]
        case .nonDecreasing: ["value", "range", "districts"]
        case .milestone, .direction: ["value", "range", "accumulates", "districts"]
        }
    }
}
