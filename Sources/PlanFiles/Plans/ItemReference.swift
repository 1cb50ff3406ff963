import Diagnostics

extension YAMLFile {
    /// What is wrong with a reference to an item of the plan, which may name the given kinds of items; nothing is
    /// checked where the plan could not be read.
    func checkItem(
        _ node: YAMLNode?,
        among items: [String]?,
        code: String,
        kinds: LocalizedText = LocalizedText(en: "item", zh: "事项")
    ) -> Diagnostic? {
        guard let node, let text = node.text, let items, !items.contains(text) else { return nil }
        return diagnostic(
            code: code,
            at: node.place,
            LocalizedText(en: "the plan has no \(kinds.en) '\(text)'", zh: "规划中没有\(kinds.zh)“\(text)”"),
            help: Suggestion.help(
                for: text,
                among: items,
                otherwise: LocalizedText(en: "write its 'id' in plan.yaml", zh: "请写 plan.yaml 中该事项的“id”")
            )
        )
    }
}
