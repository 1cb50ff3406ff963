/// Finds the item of a list that is the same as another one: by its wording, else by its identifier.
struct ItemMatcher {
    private var items: [PlanNode?]
    private var byWords: [String: [Int]] = [:]
    private var byID: [String: Int] = [:]

    init(_ items: [PlanNode]) {
        self.items = items
        for (index, item) in items.enumerated() {
            byWords[Self.words(item), default: []].append(index)
            if let id = item["id"]?.string { byID[id] = index }
        }
    }

    /// What has not been taken, in order.
    var rest: [PlanNode] { items.compactMap { $0 } }

    /// Takes the item that says the same as `item`; nil when there is none left.
    mutating func takeByWords(_ item: PlanNode) -> PlanNode? {
        byWords[Self.words(item)]?.first { items[$0] != nil }.flatMap { take(at: $0) }
    }

    /// Takes the item with the identifier of `item`, whatever it says.
    mutating func takeByID(_ item: PlanNode) -> PlanNode? {
        guard let id = item["id"]?.string, let index = byID[id], items[index] != nil else { return nil }
        return take(at: index)
    }

    /// Takes the item that says the same as `item`, or nearly the same under its identifier.
    mutating func take(_ item: PlanNode) -> PlanNode? {
        if let same = takeByWords(item) { return same }
        guard let id = item["id"]?.string, let index = byID[id], let found = items[index] else { return nil }
        return Self.isSimilar(found, item) ? take(at: index) : nil
    }

    private mutating func take(at index: Int) -> PlanNode? {
        defer { items[index] = nil }
        return items[index]
    }

    /// The words that make an item what it is.
    private static func words(_ item: PlanNode) -> String {
        let keys = ["kind", "category", "title", "name", "value", "range", "period"]
        let parts = keys.map { key in
            item[key].map { $0.string ?? $0.elements.compactMap(\.string).joined(separator: "-") } ?? ""
        }
        let text =
            item["title"] == nil && item["name"] == nil ? item["text"]?.string ?? item["number"]?.string ?? "" : ""
        return (parts + [text]).joined(separator: "\u{1}").filter { !$0.isWhitespace }
    }

    /// Items with one identifier are the same only when their wording is near: numbers shift when something is put in.
    private static func isSimilar(_ first: PlanNode, _ second: PlanNode) -> Bool {
        let wordings = ["title", "name", "text"].compactMap { key -> (String, String)? in
            guard let ours = first[key]?.string, let theirs = second[key]?.string else { return nil }
            return (ours, theirs)
        }
        guard let (ours, theirs) = wordings.first else { return true }
        return Similarity.dice(Array(ours.unicodeScalars), Array(theirs.unicodeScalars)) >= 0.5
    }
}
