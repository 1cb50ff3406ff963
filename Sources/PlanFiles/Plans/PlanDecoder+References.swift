import Diagnostics
import PlanModel

/// Identifiers, references and anchors.
extension PlanDecoder {
    /// The values of a list; items that cannot be read are left out, the schema reported them.
    mutating func list<Value>(
        _ node: YAMLNode?,
        _ decode: (inout PlanDecoder, YAMLNode) -> Value?
    ) -> [Value] {
        var values: [Value] = []
        for item in node?.items ?? [] {
            if let value = decode(&self, item) {
                values.append(value)
            } else {
                firstDropped = firstDropped ?? item
            }
        }
        return values
    }

    /// An identifier that this item introduces; no other may have it.
    mutating func itemID(_ node: YAMLNode?) -> ItemID? {
        guard let node, let text = node.text, let id = ItemID(text) else { return nil }
        if let first = identifiers[text] {
            report(
                "plan.duplicate-identifier",
                node,
                en: "the identifier '\(text)' is used twice, first in line \(first.line)",
                zh: "标识“\(text)”重复，首次出现在第 \(first.line) 行",
                help: [LocalizedText(en: "give one of the two another identifier", zh: "请为其中一处另取标识")]
            )
        } else {
            identifiers[text] = node.place
        }
        if id.isReserved { reportReserved(text, node) }
        return id
    }

    private mutating func reportReserved(_ text: String, _ node: YAMLNode) {
        report(
            "plan.reserved-identifier",
            node,
            en: "'\(text)' is what pages call a part of their own",
            zh: "“\(text)”是页面固定部分的名称",
            help: [LocalizedText(en: "give the item another identifier", zh: "请另取标识")]
        )
    }

    /// A reference to one of the plan's own items.
    mutating func known(_ node: YAMLNode?, among names: [String]) -> ItemID? {
        guard let node, let text = node.text, let id = ItemID(text) else { return nil }
        if !names.contains(text) {
            report(
                "plan.unknown-item",
                node,
                en: "'\(text)' is not in this plan",
                zh: "本规划中没有“\(text)”",
                help: Suggestion.help(
                    for: text,
                    among: names.sorted(),
                    otherwise: LocalizedText(en: "write the 'id' of an item above", zh: "请写本文件中某一事项的“id”")
                )
            )
        }
        return id
    }

    mutating func organizations(_ node: YAMLNode?) -> [OrganizationID] {
        (node?.items ?? []).compactMap { organization($0) }
    }

    mutating func organization(_ node: YAMLNode?) -> OrganizationID? {
        guard let node else { return nil }
        diagnostics += [names.checkOrganization(node, in: file)].compactMap { $0 }
        return node.text.flatMap(OrganizationID.init)
    }

    mutating func area(_ node: YAMLNode?) -> AreaCode? {
        guard let node, let text = node.text, let code = AreaCode(text) else { return nil }
        diagnostics += [names.checkArea(node, in: file)].compactMap { $0 }
        return code
    }

    /// An anchor; each of `texts` must stand in its lines.
    mutating func anchor(_ node: YAMLNode?, texts: YAMLNode?...) -> Anchor? {
        guard let node, let lines = node["lines"], let digest = node["digest"]?.text else { return nil }
        let bounds = lines.items.compactMap(\.integer)
        guard bounds.count == 2, lines.items.count == 2 else { return nil }
        guard bounds[0] <= bounds[1] else {
            report(
                "plan.anchor-reversed",
                lines,
                en: "the anchor begins in line \(bounds[0]) and ends in line \(bounds[1])",
                zh: "锚点起始行 \(bounds[0]) 大于终止行 \(bounds[1])",
                help: [LocalizedText(en: "write the first line first", zh: "请将起始行写在前面")]
            )
            return nil
        }
        let anchor = Anchor(lines: bounds[0]...bounds[1], digest: digest)
        if let anchors {
            diagnostics += anchors.check(anchor, at: node, texts: texts.compactMap { $0 })
        }
        return anchor
    }

    mutating func report(_ code: String, _ node: YAMLNode, en: String, zh: String, help: [LocalizedText] = []) {
        diagnostics.append(
            file.diagnostic(code: code, at: node.place, LocalizedText(en: en, zh: zh), help: help)
        )
    }
}

extension YAMLNode {
    /// The value of a period in quotes.
    var period: TimePeriod? { text.flatMap { TimePeriod($0) } }
    /// The value of a day in quotes.
    var date: CalendarDate? { text.flatMap { CalendarDate($0) } }
}
