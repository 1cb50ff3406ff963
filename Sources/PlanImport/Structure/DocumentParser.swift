import PlanModel

/// Reads a whole text into a draft: what stands before the plan, its chapters, its annexes, what stands after it.
enum DocumentParser {
    /// Reads a text.
    static func parse(_ text: OfficialText, linesAreParagraphs: Bool = false) -> Draft {
        let lines = PhysicalLine.all(of: text)
        var draft = Draft()
        var blocks = BlockReader.blocks(of: text, lines: lines, linesAreParagraphs: linesAreParagraphs)
        blocks = takeContents(blocks, into: &draft)
        let (main, annexes) = split(blocks, into: &draft)
        let style = chapterStyle(main)
        let start = main.firstIndex { isHeading($0, style) } ?? main.count
        readFront(main[..<start], into: &draft)
        if let style {
            BodyParser.read(takeSignature(Array(main[start...]), into: &draft), chapterStyle: style, into: &draft)
        }
        AnnexParser.read(annexes, into: &draft)
        reportFurniture(lines, text, into: &draft)
        return draft
    }

    // MARK: Parts

    private static func isHeading(_ block: Block, _ style: HeadingMarker.Style?) -> Bool {
        guard case .paragraph(let paragraph) = block, let style else { return false }
        return HeadingMarker.parse(paragraph.scalars)?.style == style
    }

    /// The highest way of numbering in the body is that of the chapters.
    private static func chapterStyle(_ blocks: [Block]) -> HeadingMarker.Style? {
        var styles: Set<HeadingMarker.Style> = []
        for case .paragraph(let paragraph) in blocks {
            if let style = HeadingMarker.parse(paragraph.scalars)?.style { styles.insert(style) }
        }
        let order: [HeadingMarker.Style] = [.chapter, .han, .part, .section, .hanInBrackets, .arabic, .article]
        return order.first { styles.contains($0) }
    }

    private static func readFront(_ blocks: ArraySlice<Block>, into draft: inout Draft) {
        var paragraphs: [Prose] = []
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): paragraphs.append(paragraph)
            case .table(let table): readFrontTable(table, into: &draft)
            }
        }
        FrontMatter.read(paragraphs, into: &draft)
    }

    /// A table before the first chapter is a form of the web page or the letter, not part of the plan.
    private static func readFrontTable(_ table: TextTable, into draft: inout Draft) {
        for cell in table.rows.flatMap(\.filled) { draft.matter.append(Draft.Matter(kind: .front, prose: cell)) }
    }

    // MARK: Contents

    /// Takes out a table of contents: lines after 目录 that end with a page number or come again later.
    private static func takeContents(_ blocks: [Block], into draft: inout Draft) -> [Block] {
        let isContents = { (block: Block) in
            if case .paragraph(let paragraph) = block { return paragraph.compact.text == "目录" } else { return false }
        }
        guard let start = blocks.firstIndex(where: isContents) else { return blocks }
        var later: [[Unicode.Scalar]: Int] = [:]
        for case .paragraph(let paragraph) in blocks[start...] { later[entry(paragraph), default: 0] += 1 }
        var end = start + 1
        var seen: Set<[Unicode.Scalar]> = []
        while end < blocks.count {
            let words: Prose
            switch blocks[end] {
            case .paragraph(let paragraph): words = paragraph
            case .table(let table): words = Prose.joined(table.rows.flatMap(\.filled))
            }
            let name = entry(words)
            let hasPage = name.count < words.compact.count
            guard hasPage || (later[name] ?? 0) > 1, seen.insert(name).inserted else { break }
            end += 1
        }
        for block in blocks[start..<end] {
            draft.matter += words(block).map { Draft.Matter(kind: .contents, prose: $0) }
        }
        return Array(blocks[..<start] + blocks[end...])
    }

    private static func words(_ block: Block) -> [Prose] {
        switch block {
        case .paragraph(let paragraph): [paragraph]
        case .table(let table): table.rows.flatMap(\.filled)
        }
    }

    /// An entry of a table of contents without leader dots and page number.
    private static func entry(_ paragraph: Prose) -> [Unicode.Scalar] {
        var words = paragraph.compact.scalars[...]
        while let last = words.last, last.isDigit || ".…·-—()（）".unicodeScalars.contains(last) { words.removeLast() }
        return Array(words)
    }

    // MARK: Annexes and end matter

    /// Parts the body from the annexes; takes out the end matter and the list of annexes.
    private static func split(_ blocks: [Block], into draft: inout Draft) -> (main: [Block], annexes: [[Block]]) {
        var main: [Block] = []
        var annexes: [[Block]] = []
        var splitter = AnnexSplitter()
        for (index, block) in blocks.enumerated() {
            switch splitter.part(of: block, next: index + 1 < blocks.count ? blocks[index + 1] : nil) {
            case .main: main.append(block)
            case .annexHead: annexes.append([block])
            case .annex: annexes[annexes.count - 1].append(block)
            case .list: draft.matter += words(block).map { Draft.Matter(kind: .annexList, prose: $0) }
            case .end: draft.matter += words(block).map { Draft.Matter(kind: .end, prose: $0) }
            }
        }
        return (main, annexes)
    }

    /// A signature and a date below the last section are no part of it.
    private static func takeSignature(_ blocks: [Block], into draft: inout Draft) -> [Block] {
        guard case .paragraph(let date)? = blocks.last, EndMatter.isDate(date.compact.scalars) else { return blocks }
        var rest = Array(blocks.dropLast())
        draft.matter.append(Draft.Matter(kind: .end, prose: date))
        if draft.issued == nil { draft.issued = DateReader.day(in: date.compact.scalars).map { .day($0.date) } }
        while case .paragraph(let name)? = rest.last, EndMatter.isSignature(name.compact.scalars) {
            rest.removeLast()
            draft.matter.append(Draft.Matter(kind: .end, prose: name))
            if draft.issuer.isEmpty { draft.issuer = name.compact }
        }
        return rest
    }

    private static func reportFurniture(_ lines: [PhysicalLine], _ text: OfficialText, into draft: inout Draft) {
        let dropped = lines.filter { $0.kind == .pageNumber || $0.kind == .runningHead }
        guard let first = dropped.first else { return }
        let words = dropped.map { Prose(text, $0.range) }
        let heads = dropped.count { $0.kind == .runningHead }
        draft.review.append(
            .at(
                Prose(text, first.range),
                .pageFurniture,
                en: "\(dropped.count - heads) page numbers and \(heads) running heads were left out",
                zh: "略去页码\(dropped.count - heads)处、页眉页脚\(heads)处",
                covers: words
            )
        )
    }
}
