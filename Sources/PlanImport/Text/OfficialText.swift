/// An official text as Unicode scalars with its lines, so that every character has a place.
///
/// Lines are counted from 1 and end with a line feed; carriage returns are turned into line feeds when the text is read.
public struct OfficialText: Sendable {
    /// The characters.
    public let scalars: [Unicode.Scalar]
    /// Where each line begins.
    public let lineStarts: [Int]

    /// Splits a text into lines; `\r\n` and `\r` count as `\n`.
    public init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        var lineStarts = [0]
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\n", afterReturn { continue }
            scalars.append(scalar == "\r" ? "\n" : scalar)
            if scalar == "\n" || scalar == "\r" { lineStarts.append(scalars.count) }
        }
        self.scalars = scalars
        self.lineStarts = lineStarts
    }

    /// The number of lines; what follows the last line feed counts when it is not empty.
    public var lineCount: Int { lineStarts.last == scalars.count ? lineStarts.count - 1 : lineStarts.count }

    /// The characters of a line, counted from 1, without its line feed.
    public func range(ofLine line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        let next = line < lineStarts.count ? lineStarts[line] - 1 : scalars.count
        return start..<max(start, next)
    }

    /// The line, counted from 1, that a character stands in.
    /// - Complexity: O(log n) in the number of lines.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The place of a character, line and column counted from 1.
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let line = line(at: offset)
        return (line, offset - lineStarts[line - 1] + 1)
    }

    /// The wording of a range of characters.
    public func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

    /// The wording of some lines, joined by line feeds.
    public func string(lines: ClosedRange<Int>) -> String {
        string(range(ofLine: lines.lowerBound).lowerBound..<range(ofLine: lines.upperBound).upperBound)
    }
}

extension String {
    /// Joins scalars to a string.
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
