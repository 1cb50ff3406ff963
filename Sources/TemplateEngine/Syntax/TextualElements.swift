/// Elements of plain text, which `th:inline="text"` allows between tags: `[# th:if="${x}"]…[/]`, `[# th:text="${x}"/]`.
struct TextualElements {
    private let source: SourceText
    private let end: Int
    private var position: Int

    private init(_ source: SourceText, _ range: Range<Int>) {
        self.source = source
        position = range.lowerBound
        end = range.upperBound
    }

    /// The text in pieces; nil when there are no such elements in it, or one is not closed.
    static func nodes(_ source: SourceText, _ range: Range<Int>) -> [TemplateNode]? {
        var parser = TextualElements(source, range)
        guard let nodes = parser.content(isInside: false) else { return nil }
        return nodes.contains { if case .element = $0 { true } else { false } } ? nodes : nil
    }

    private func matches(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= end else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { source.bytes[position + $0] == text.utf8Start[$0] }
    }

    /// What stands up to the end of the text, or of the element; nil when that is missing.
    private mutating func content(isInside: Bool) -> [TemplateNode]? {
        var nodes: [TemplateNode] = []
        var start = position
        func text(upTo place: Int) -> [TemplateNode] { place > start ? [.text(start..<place, raw: false)] : [] }
        while position < end {
            let place = position
            if isInside, matches("[/") {
                return nodes + text(upTo: place)
            } else if matches("[#"), let tag = startTag() {
                nodes += text(upTo: place)
                guard let element = element(tag) else { return nil }
                nodes.append(.element(element))
                start = position
            } else {
                position = place + 1
            }
        }
        return isInside ? nil : nodes + text(upTo: end)
    }

    private mutating func element(_ tag: StartTag) -> ElementNode? {
        if tag.isStandalone { return ElementNode(tag, children: [], close: nil) }
        guard let children = content(isInside: true) else { return nil }
        let close = position
        position += 2
        _ = name()
        guard matches("]") else { return nil }
        position += 1
        return ElementNode(tag, children: children, close: close..<position)
    }

    private mutating func name() -> String {
        let start = position
        while position < end, source.bytes[position] > 0x20, !"=/]\"'".utf8.contains(source.bytes[position]) {
            position += 1
        }
        return source.string(start..<position)
    }

    private mutating func skipSpaces() {
        while position < end, source.bytes[position] <= 0x20 { position += 1 }
    }

    /// `[# …]` or `[# …/]`; nil if it is none.
    private mutating func startTag() -> StartTag? {
        let start = position
        position += 2
        guard ["", "th:block"].contains(name()) else { return nil }
        let nameEnd = position
        var attributes: [AttributeNode] = []
        while true {
            let space = position
            skipSpaces()
            let isStandalone = matches("/]")
            if isStandalone || matches("]") {
                position += isStandalone ? 2 : 1
                return StartTag(
                    name: "th:block",
                    key: "th:block",
                    attributes: attributes,
                    range: start..<position,
                    nameEnd: nameEnd,
                    isStandalone: isStandalone,
                    isRawText: false
                )
            }
            guard let attribute = attribute(from: space) else { return nil }
            attributes.append(attribute)
        }
    }

    private mutating func attribute(from space: Int) -> AttributeNode? {
        let start = position
        let name = name()
        let nameRange = start..<position
        guard !name.isEmpty, matches("=") else { return nil }
        position += 1
        guard position < end, let quote = source.bytes[position...].first, quote == 0x22 || quote == 0x27 else {
            return nil
        }
        let value = position + 1
        guard let close = source.bytes[value..<end].firstIndex(of: quote) else { return nil }
        position = close + 1
        return AttributeNode(
            name: name,
            key: name,
            range: space..<position,
            nameRange: nameRange,
            value: value..<close
        )
    }
}
