/// Parts a paragraph that begins with a number into its title and what runs on after it.
enum HeadingSplitter {
    /// The longest title that is believed when a sentence follows it.
    private static let longest = 48

    /// A heading and the rest of its paragraph.
    struct Result {
        var heading: Draft.Heading
        var rest: Prose
        /// Whether the title had to be taken from a long sentence.
        var isDoubtful: Bool
    }

    /// Splits a paragraph after its marker.
    static func split(_ paragraph: Prose, _ marker: HeadingMarker) -> Result {
        let words = paragraph.from(marker.length)
        let (end, rest, doubtful) = cut(words.scalars)
        let full = paragraph.upTo(marker.length + rest)
        let title = words.upTo(end).trimmed.withoutFinalStop.withoutTitleSpaces
        return Result(
            heading: Draft.Heading(marker: marker, full: full, title: title),
            rest: words.from(rest).trimmed,
            isDoubtful: doubtful
        )
    }

    /// Where the title ends and where the text begins.
    private static func cut(_ words: [Unicode.Scalar]) -> (end: Int, rest: Int, isDoubtful: Bool) {
        let stop = sentenceEnd(words)
        if let stop, stop <= longest { return (stop, stop + 1, false) }
        if let colon = words.prefix(longest).firstIndex(where: { $0 == "：" || $0 == ":" }), colon + 1 < words.count,
            !words[..<colon].contains("，")
        {
            return (colon, colon + 1, false)
        }
        if let gap = wideGap(words) { return (gap, gap, false) }
        if words.count <= 60 { return (words.count, words.count, false) }
        guard let stop else { return (words.count, words.count, true) }
        return (stop, stop + 1, true)
    }

    private static func sentenceEnd(_ words: [Unicode.Scalar]) -> Int? {
        var depth = 0
        for (index, scalar) in words.enumerated() {
            if scalar.opensBracket { depth += 1 }
            if "）)〕］]】》”".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if depth == 0, scalar == "。" { return index }
        }
        return nil
    }

    /// A title set off by two spaces or one wide one, with a sentence after it.
    private static func wideGap(_ words: [Unicode.Scalar]) -> Int? {
        guard words.count > longest else { return nil }
        for index in words.indices.dropFirst(2).prefix(longest) where words[index].isBlank {
            let wide = words[index] == "\u{3000}" || (index + 1 < words.count && words[index + 1].isBlank)
            if wide { return index }
        }
        return nil
    }
}

extension Prose {
    /// A title without the spaces that stretch it.
    var withoutTitleSpaces: Prose { withoutSpacesBetweenHan }
}
