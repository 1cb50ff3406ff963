/// Characters of the official text that belong together, each with the place it was read from.
///
/// A paragraph that a page break cut is one prose: its characters follow each other, their places do not.
public struct Prose: Hashable, Sendable {
    /// The characters.
    public internal(set) var scalars: [Unicode.Scalar]
    /// For each character its offset in the official text.
    public internal(set) var origins: [Int]

    /// An empty prose.
    public init() {
        scalars = []
        origins = []
    }

    init(_ text: OfficialText, _ range: Range<Int>) {
        scalars = Array(text.scalars[range])
        origins = Array(range)
    }

    init(scalars: [Unicode.Scalar], origins: [Int]) {
        self.scalars = scalars
        self.origins = origins
    }

    /// The wording.
    public var text: String { String(scalars: scalars) }
    /// Whether there is nothing.
    public var isEmpty: Bool { scalars.isEmpty }
    /// The number of characters.
    public var count: Int { scalars.count }

    subscript(_ range: Range<Int>) -> Prose {
        Prose(scalars: Array(scalars[range]), origins: Array(origins[range]))
    }

    func from(_ start: Int) -> Prose { self[min(start, count)..<count] }
    func upTo(_ end: Int) -> Prose { self[0..<max(0, min(end, count))] }

    mutating func append(_ other: Prose) {
        scalars += other.scalars
        origins += other.origins
    }

    /// Appends a character that does not stand in the text, such as the line feed between two paragraphs.
    mutating func append(separator: Unicode.Scalar, at origin: Int) {
        scalars.append(separator)
        origins.append(origin)
    }

    /// Without white space at both ends.
    var trimmed: Prose {
        guard let first = scalars.firstIndex(where: { !$0.isBlank }) else { return Prose() }
        let last = scalars.lastIndex { !$0.isBlank } ?? first
        return self[first..<last + 1]
    }

    /// Without a final 。 and white space.
    var withoutFinalStop: Prose {
        var end = count
        while end > 0, scalars[end - 1].isBlank || scalars[end - 1] == "。" || scalars[end - 1] == "．" { end -= 1 }
        return upTo(end).trimmed
    }

    /// Without any white space, half-width: the form in which words are looked for.
    var compact: Prose {
        var result = Prose()
        result.scalars.reserveCapacity(count)
        result.origins.reserveCapacity(count)
        for (scalar, origin) in zip(scalars, origins) where !scalar.isBlank {
            result.scalars.append(scalar.halfWidth)
            result.origins.append(origin)
        }
        return result
    }

    /// Several paragraphs as one text: a line feed stands before a numbered one; others may only be parted by a page
    /// break, so they follow each other.
    static func joined(_ parts: [Prose]) -> Prose {
        var result = Prose()
        for part in parts where !part.isEmpty {
            if let last = result.origins.last, HeadingMarker.parse(part.scalars) != nil {
                result.append(separator: "\n", at: last)
            }
            result.append(part)
        }
        return result
    }

    /// The lines of `text` that it stands in; nil when it is empty.
    func lines(in text: OfficialText) -> ClosedRange<Int>? {
        guard let low = origins.min(), let high = origins.max() else { return nil }
        return text.line(at: low)...text.line(at: high)
    }
}
