import Diagnostics

/// A line of the text as it stands in the file.
struct PhysicalLine: Sendable {
    /// What a line is for.
    enum Kind: Sendable {
        /// Nothing but white space.
        case blank
        /// Words.
        case text
        /// A page number standing alone.
        case pageNumber
        /// The head or foot that every page repeats.
        case runningHead
    }

    /// The line, counted from 1.
    var number: Int
    /// The whole line without its line feed.
    var full: Range<Int>
    /// The line without white space at both ends.
    var range: Range<Int>
    /// The cells of white space before the first character.
    var indent: Int
    /// The cells from the margin to the last character.
    var width: Int
    /// Whether a form feed stands at its beginning or at the end of the line before.
    var startsPage: Bool
    /// What it is for.
    var kind: Kind
}

extension PhysicalLine {
    /// All lines of a text, page numbers and running heads told apart from words.
    static func all(of text: OfficialText) -> [PhysicalLine] {
        var lines: [PhysicalLine] = []
        lines.reserveCapacity(text.lineCount)
        var feedBefore = false
        for number in 1...max(1, text.lineCount) where number <= text.lineCount {
            let (line, feedAtEnd) = measure(text, number, feedBefore: feedBefore)
            lines.append(line)
            if line.kind != .blank || feedAtEnd { feedBefore = feedAtEnd } else { feedBefore = line.startsPage }
        }
        PageFurniture.mark(&lines, in: text)
        return lines
    }

    private static func measure(
        _ text: OfficialText,
        _ number: Int,
        feedBefore: Bool
    ) -> (line: PhysicalLine, feedAtEnd: Bool) {
        let full = text.range(ofLine: number)
        var start = full.lowerBound
        var end = full.upperBound
        var indent = 0
        var feeds = feedBefore
        while start < end, text.scalars[start].isBlank {
            if text.scalars[start] == "\u{0C}" { feeds = true }
            indent += text.scalars[start] == "\t" ? 4 : TerminalText.width(text.scalars[start])
            start += 1
        }
        var feedAtEnd = false
        while end > start, text.scalars[end - 1].isBlank {
            end -= 1
            if text.scalars[end] == "\u{0C}" { feedAtEnd = true }
        }
        let width = text.scalars[start..<end].reduce(indent) { $0 + TerminalText.width($1) }
        let blank = start == end
        let line = PhysicalLine(
            number: number,
            full: full,
            range: start..<end,
            indent: indent,
            width: width,
            startsPage: feeds,
            kind: blank ? .blank : .text
        )
        return (line, feedAtEnd)
    }
}
