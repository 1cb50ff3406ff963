/// Merges a new import into a plan that people have edited: their edits stay, what changed in the text comes in.
///
/// Three plans meet: the import before (what the edits were made to), the edited plan, and the new import. Items are
/// matched by their wording, so that identifiers given by people stay with their items.
struct PlanMerge {
    /// A difference that a person should know of.
    struct Difference: Hashable {
        var code: ReviewItem.Code
        /// Where in the plan, such as `task-4 title`.
        var place: String
        /// The words it is about.
        var words: String
        /// The line of the text, where known.
        var line: Int
    }

    private var differences: [Difference] = []
    private let hasBase: Bool

    /// The merged plan and what was kept, added, removed or contradictory.
    static func merge(base: PlanNode?, edited: PlanNode, new: PlanNode) -> (plan: PlanNode, differences: [Difference]) {
        var merge = PlanMerge(hasBase: base != nil)
        let merged = merge.merge(base ?? new, edited, new, place: "plan")
        return (IdentifierRepair.unique(merged, kept: edited), merge.differences)
    }

    private init(hasBase: Bool) { self.hasBase = hasBase }

    private mutating func merge(_ base: PlanNode, _ edited: PlanNode, _ new: PlanNode, place: String) -> PlanNode {
        if edited.says(new) { return new }
        switch (edited, new) {
        case (.map, .map): return mergeMaps(base, edited, new, place: place)
        case (.list(let ours), .list(let theirs)) where Self.isItems(ours + theirs + base.elements):
            return mergeLists(base.elements, ours, theirs, place: place)
        default:
            if edited.says(base) { return new }
            report(new.says(base) ? .keptEdit : .conflict, place, edited, new)
            return edited
        }
    }

    // MARK: Mappings

    private mutating func mergeMaps(_ base: PlanNode, _ edited: PlanNode, _ new: PlanNode, place: String) -> PlanNode {
        let name = edited["id"]?.string ?? place
        var entries: [PlanNode.Entry] = []
        for entry in new.entries {
            if let value = value(of: entry, base, edited, place: name) { entries.append(.init(entry.key, value)) }
        }
        for (index, entry) in edited.entries.enumerated() where new[entry.key] == nil {
            guard let before = base[entry.key] else {
                entries.insert(entry, at: Self.position(of: index, in: edited, entries))
                continue
            }
            guard !entry.value.says(before) else { continue }
            report(.conflict, "\(name) \(entry.key)", entry.value, nil)
            entries.append(entry)
        }
        return .map(entries)
    }

    /// The merged value of a key of the new import; nil when people took the key out.
    private mutating func value(of entry: PlanNode.Entry, _ base: PlanNode, _ edited: PlanNode, place: String)
        -> PlanNode?
    {
        guard let ours = edited[entry.key] else {
            guard let before = base[entry.key], hasBase else { return entry.value }
            if before.says(entry.value) { return nil }
            report(.conflict, "\(place) \(entry.key)", nil, entry.value)
            return entry.value
        }
        // Anchors are measured, not written; identifiers belong to people.
        if entry.key == "anchor" { return entry.value }
        if entry.key == "id" { return ours }
        return merge(base[entry.key] ?? .text(""), ours, entry.value, place: "\(place) \(entry.key)")
    }

    /// Where a key that only the edited plan has goes: behind the key it follows there.
    private static func position(of index: Int, in edited: PlanNode, _ entries: [PlanNode.Entry]) -> Int {
        guard index > 0 else { return 0 }
        let before = edited.entries[index - 1].key
        return entries.firstIndex { $0.key == before }.map { $0 + 1 } ?? entries.count
    }

    // MARK: Lists of items

    private static func isItems(_ elements: [PlanNode]) -> Bool {
        elements.contains { if case .map = $0 { true } else { false } }
    }

    private mutating func mergeLists(_ base: [PlanNode], _ edited: [PlanNode], _ new: [PlanNode], place: String)
        -> PlanNode
    {
        var ours = ItemMatcher(edited)
        var before = ItemMatcher(base)
        var result: [PlanNode] = []
        // Items that kept their wording find each other first, so that shifted numbers do not part them.
        let sure = new.map { before.takeByWords($0) }
        for (item, found) in zip(new, sure) {
            let known = found ?? before.take(item)
            if let match = ours.takeByWords(item) ?? known.flatMap({ ours.takeByWords($0) ?? ours.takeByID($0) })
                ?? (known == nil && !hasBase ? ours.take(item) : nil)
            {
                result.append(merge(known ?? item, match, item, place: place))
            } else if known != nil, hasBase {
                report(.keptEdit, place, nil, item)
            } else {
                report(.added, place, nil, item)
                // Without the import before, a target that people worded otherwise would come in twice.
                if hasBase || !place.hasSuffix(" targets") { result.append(IdentifierRepair.marked(item)) }
            }
        }
        for item in ours.rest { result += kept(item, &before, place: place).map { [$0] } ?? [] }
        return .list(result)
    }

    /// An item that the new import does not have: kept when people made or changed it.
    private mutating func kept(_ item: PlanNode, _ before: inout ItemMatcher, place: String) -> PlanNode? {
        guard hasBase, let old = before.takeByWords(item) ?? before.takeByID(item) else { return item }
        if item.says(old) {
            report(.removed, place, item, nil)
            return nil
        }
        report(.conflict, place, item, nil)
        return item
    }

    private mutating func report(_ code: ReviewItem.Code, _ place: String, _ edited: PlanNode?, _ new: PlanNode?) {
        let item = new ?? edited
        let line = item?["anchor"]?["lines"]?.elements.first?.string.flatMap { Int($0) } ?? 1
        let words = [edited, new].compactMap { $0.map(Self.words) }.joined(separator: " ≠ ")
        differences.append(Difference(code: code, place: place, words: words, line: line))
    }

    private static func words(_ node: PlanNode) -> String {
        if let string = node.string { return string }
        for key in ["title", "name", "text", "id"] { if let words = node[key]?.string { return words } }
        return node.elements.compactMap(\.string).joined(separator: ", ")
    }
}
