import PlanModel

/// Reads a 专栏: a box whose numbered items are key projects.
struct BoxReader {
    /// An item of the box.
    private struct Item {
        var marker: HeadingMarker?
        var paragraphs: [Prose]
    }

    private var title: Prose?
    private var items: [Item] = []

    /// Opens a box.
    init(title: Prose) { self.title = title }

    /// The heading of a box: 专栏1 重点工程; nil for any other paragraph.
    static func title(of paragraph: Prose) -> Prose? {
        guard paragraph.scalars.begins(with: "专栏"), paragraph.count <= 48, !paragraph.scalars.contains("。") else {
            return nil
        }
        var index = 2
        while index < paragraph.count, isLabel(paragraph.scalars[index]) { index += 1 }
        return paragraph.from(index).trimmed
    }

    private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || scalar.halfWidth.isDigit || ChineseNumber.isDigit(scalar)
            || "：:.、-—".unicodeScalars.contains(scalar)
    }

    /// Gives the title to a table that stands in the box.
    mutating func takeTitle() -> Prose? {
        guard items.isEmpty else { return nil }
        defer { title = nil }
        return title
    }

    /// Takes a paragraph in; false when it stands after the box.
    mutating func read(_ paragraph: Prose, _ marker: HeadingMarker?, nextTask: Int?) -> Bool {
        guard let marker, marker.style != .dash || items.isEmpty || items.last?.marker?.style == .dash else {
            return readUnnumbered(paragraph)
        }
        let numbers = items.compactMap { $0.marker?.number }
        if let nextTask, marker.number == nextTask, nextTask > 1, numbers.last.map({ $0 + 1 }) ?? 1 != marker.number {
            return false
        }
        items.append(Item(marker: marker, paragraphs: [paragraph]))
        return true
    }

    /// A paragraph without a number belongs to the item before it; in a box without numbers each is an item.
    private mutating func readUnnumbered(_ paragraph: Prose) -> Bool {
        guard title != nil else { return false }
        if items.isEmpty || items.last?.marker == nil {
            guard Self.nameEnd(paragraph) != nil else { return items.isEmpty ? appendPlain(paragraph) : false }
            return appendPlain(paragraph)
        }
        return false
    }

    private mutating func appendPlain(_ paragraph: Prose) -> Bool {
        items.append(Item(marker: nil, paragraphs: [paragraph]))
        return true
    }

    /// Where the name of an unnumbered item ends: X工程：….
    private static func nameEnd(_ paragraph: Prose) -> Int? {
        guard let end = paragraph.scalars.prefix(32).firstIndex(where: { "：:。".unicodeScalars.contains($0) }) else {
            return nil
        }
        let ends: [Word] = ["工程", "项目", "计划", "行动", "工作"]
        return ends.contains { paragraph.scalars[..<end].ends(with: $0) } ? end : nil
    }

    /// Adds the items to the plan as key projects.
    func finish(into draft: inout Draft) {
        guard let title else { return }
        draft.matter.append(Draft.Matter(kind: .tableHead, prose: title))
        for item in items { draft.projects.append(Self.project(item, number: draft.projects.count + 1)) }
    }

    private static func project(_ item: Item, number: Int) -> Draft.Project {
        let first = item.paragraphs[0]
        let name: Prose
        let rest: Prose
        if let marker = item.marker {
            let split = HeadingSplitter.split(first, marker)
            (name, rest) = (split.heading.title, split.rest)
        } else {
            let end = nameEnd(first) ?? 0
            (name, rest) = (end > 0 ? first.upTo(end) : first, end > 0 ? first.from(end + 1).trimmed : Prose())
        }
        let (text, duties) = Responsibility.extract(from: [rest] + item.paragraphs.dropFirst())
        return Draft.Project(
            number: item.marker.flatMap { $0.number > 0 ? $0.number : nil } ?? number,
            name: name,
            content: Prose.joined(text),
            duties: duties,
            sources: item.paragraphs,
            used: [first.upTo(first.count - rest.count)]
        )
    }
}
