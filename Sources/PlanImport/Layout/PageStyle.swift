/// How a text is set: whether lines are broken by width, and how paragraphs are told apart.
struct PageStyle: Sendable {
    /// The cells of a full line; nil where each paragraph is one line.
    var wrapWidth: Int?
    /// The cells of white space before every line.
    var margin = 0
    /// Whether paragraphs begin with an indent.
    var indents = false
    /// Whether empty lines stand between paragraphs.
    var blankLinesSeparate = false

    /// Measures the lines of a text.
    init(_ lines: [PhysicalLine]) {
        let texts = lines.filter { $0.kind == .text }
        let widths = texts.map(\.width).sorted()
        guard widths.count >= 6 else { return }
        let full = widths[widths.count * 9 / 10]
        let fullLines = texts.filter { $0.width * 100 >= full * 86 && $0.width * 100 <= full * 108 }
        guard (24...160).contains(full), fullLines.count * 4 >= widths.count else { return }
        wrapWidth = full
        margin = fullLines.map(\.indent).min() ?? 0
        let indented = texts.count { $0.indent - margin >= 2 && $0.indent - margin <= 8 }
        indents = indented * 12 >= texts.count && indented * 10 <= texts.count * 9
        blankLinesSeparate = lines.count { $0.kind == .blank } * 6 >= texts.count
    }

    /// Whether a line reaches the right margin, so that a sentence may go on in the next one.
    func isFull(_ line: PhysicalLine) -> Bool { wrapWidth.map { line.width * 100 >= $0 * 88 } ?? false }

    /// Whether a line begins with an indent.
    func isIndented(_ line: PhysicalLine) -> Bool { line.indent - margin >= 2 }
}
