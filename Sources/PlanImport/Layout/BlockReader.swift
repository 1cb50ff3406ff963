/// Puts lines together to paragraphs and tables; page numbers and running heads fall out.
struct BlockReader {
    private let text: OfficialText
    private let lines: [PhysicalLine]
    private let style: PageStyle
    private let linesAreParagraphs: Bool
    private var blocks: [Block] = []
    private var paragraph = Prose()
    private var lastLine: PhysicalLine?
    private var gap = Gap()
    private var table: TextTable?

    /// What stood between two lines of words.
    private struct Gap {
        var blank = false
        var pageBreak = false
    }

    /// Reads the blocks of a text.
    static func blocks(of text: OfficialText, lines: [PhysicalLine], linesAreParagraphs: Bool) -> [Block] {
        var reader = BlockReader(text, lines, linesAreParagraphs)
        reader.read()
        return reader.blocks
    }

    private init(_ text: OfficialText, _ lines: [PhysicalLine], _ linesAreParagraphs: Bool) {
        self.text = text
        self.lines = lines
        self.linesAreParagraphs = linesAreParagraphs
        style = PageStyle(lines)
    }

    private mutating func read() {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.startsPage { gap.pageBreak = true }
            switch line.kind {
            case .blank:
                gap.blank = true
                index += 1
            case .pageNumber, .runningHead:
                gap.pageBreak = true
                index += 1
            case .text:
                index = readText(at: index)
            }
        }
        endParagraph()
        endTable()
    }

    private mutating func readText(at index: Int) -> Int {
        guard var found = TableReader.table(in: text, lines: lines, at: index, inTable: table != nil) else {
            endTable()
            add(lines[index])
            return index + 1
        }
        endParagraph()
        // A table that follows a table is its continuation on the next page.
        if gap.blank || gap.pageBreak { found.rows[0].followsBreak = true }
        if table == nil { table = TextTable(rows: []) }
        table?.rows += found.rows
        gap = Gap()
        return found.next
    }

    private mutating func endTable() {
        if let table { blocks.append(.table(table)) }
        table = nil
    }

    private mutating func add(_ line: PhysicalLine) {
        defer {
            lastLine = line
            gap = Gap()
        }
        let words = Prose(text, line.range)
        guard let lastLine, !paragraph.isEmpty, joins(lastLine, line) else {
            endParagraph()
            paragraph = words
            return
        }
        if let before = paragraph.scalars.last, before.isLetter, words.scalars.first?.isLetter == true {
            paragraph.append(separator: " ", at: lastLine.range.upperBound - 1)
        }
        paragraph.append(words)
    }

    private mutating func endParagraph() {
        if !paragraph.isEmpty { blocks.append(.paragraph(paragraph)) }
        paragraph = Prose()
        lastLine = nil
    }

    private func joins(_ before: PhysicalLine, _ line: PhysicalLine) -> Bool {
        let next = text.scalars[line.range]
        guard !linesAreParagraphs, !ParagraphShape.startsBlock(next) else { return false }
        let previous = text.scalars[before.range]
        let terminated = ParagraphShape.isTerminated(previous)
        if style.wrapWidth != nil { return joinsByWidth(before, line, terminated: terminated) }
        guard !terminated else { return false }
        return ParagraphShape.isCutProse(paragraph.scalars[...])
    }

    private func joinsByWidth(_ before: PhysicalLine, _ line: PhysicalLine, terminated: Bool) -> Bool {
        if ParagraphShape.hasOpenBracket(paragraph.scalars[...]), !terminated { return true }
        guard style.isFull(before) else { return false }
        if terminated {
            let sameBlock = !gap.blank && style.blankLinesSeparate
            return (style.indents || sameBlock) && !(style.indents && style.isIndented(line)) && !gap.blank
        }
        if style.indents, style.isIndented(line), !gap.pageBreak { return false }
        return !gap.blank || gap.pageBreak || ParagraphShape.isCutProse(paragraph.scalars[...])
    }
}
