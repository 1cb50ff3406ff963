/// Reads annexes: their title, and their tables or numbered paragraphs as key projects.
enum AnnexParser {
    /// Reads all annexes into a draft.
    static func read(_ annexes: [[Block]], into draft: inout Draft) {
        let cited = citedTitles(draft)
        for (index, blocks) in annexes.enumerated() {
            read(blocks, cited: cited, index: index, into: &draft)
        }
    }

    private static func citedTitles(_ draft: Draft) -> [(number: Int?, title: Prose)] {
        draft.matter.filter { $0.kind == .annexList }.map { matter in
            let label = Annexes.citation(matter.prose.scalars)
            var title = matter.prose.from(label?.labelLength ?? 0)
            var number = label?.number
            if let marker = HeadingMarker.parse(title.scalars), marker.style == .arabic {
                title = title.from(marker.length)
                number = marker.number
            }
            return (number, title.withoutFinalStop.withoutSpacesBetweenHan)
        }
    }

    private static func read(
        _ blocks: [Block],
        cited: [(number: Int?, title: Prose)],
        index: Int,
        into draft: inout Draft
    ) {
        guard case .paragraph(let head)? = blocks.first else { return }
        let citation = Annexes.citation(head.scalars)
        let labelLength = citation?.labelLength ?? 0
        var annex = Draft.Annex(label: head.upTo(labelLength), title: head.from(labelLength).withoutFinalStop)
        var rest = blocks.dropFirst()
        if annex.title.isEmpty { annex.title = takeTitle(&rest) }
        annex.title = annex.title.withoutSpacesBetweenHan
        let byNumber = citation?.number.flatMap { number in cited.first { $0.number == number } }
        annex.citedAs = (byNumber ?? (index < cited.count ? cited[index] : nil))?.title
        draft.annexes.append(annex)
        readBody(Array(rest), into: &draft)
    }

    /// The short lines below the word 附件 are the title of the annex.
    private static func takeTitle(_ blocks: inout ArraySlice<Block>) -> Prose {
        var title = Prose()
        while case .paragraph(let line)? = blocks.first, title.isEmpty || title.count + line.count <= 60 {
            let isTitle =
                line.count <= 50 && HeadingMarker.parse(line.scalars) == nil
                && !line.scalars.contains { "。；：".unicodeScalars.contains($0) }
            guard isTitle, title.isEmpty || followedByMore(blocks) else { break }
            title.append(line)
            blocks.removeFirst()
        }
        return title
    }

    /// A second line belongs to the title only where a table or a numbered paragraph follows.
    private static func followedByMore(_ blocks: ArraySlice<Block>) -> Bool {
        guard let next = blocks.dropFirst().first else { return false }
        switch next {
        case .table: return true
        case .paragraph(let paragraph): return HeadingMarker.parse(paragraph.scalars) != nil
        }
    }

    private static func readBody(_ blocks: [Block], into draft: inout Draft) {
        var tables = TableContext()
        let style = projectStyle(blocks)
        var open = false
        let first = draft.projects.count
        for (index, block) in blocks.enumerated() {
            switch block {
            case .table(let table):
                TableInterpreter.read(table, title: nil, context: &tables, into: &draft)
            case .paragraph(let paragraph):
                let marker = HeadingMarker.parse(paragraph.scalars)
                if let marker, marker.style == style {
                    start(paragraph, marker, into: &draft)
                    open = true
                } else if open, let last = draft.projects.indices.last, last >= first {
                    add(paragraph, to: &draft.projects[last])
                } else {
                    note(paragraph, beforeTable: isTable(blocks, index + 1), into: &draft)
                }
            }
        }
        finish(&draft.projects, from: first)
    }

    private static func isTable(_ blocks: [Block], _ index: Int) -> Bool {
        if index < blocks.count, case .table = blocks[index] { return true }
        return false
    }

    private static func projectStyle(_ blocks: [Block]) -> HeadingMarker.Style? {
        var styles: Set<HeadingMarker.Style> = []
        for case .paragraph(let paragraph) in blocks {
            if let style = HeadingMarker.parse(paragraph.scalars)?.style, style != .dash { styles.insert(style) }
        }
        return styles.min()
    }

    private static func start(_ paragraph: Prose, _ marker: HeadingMarker, into draft: inout Draft) {
        let split = HeadingSplitter.split(paragraph, marker)
        draft.projects.append(
            Draft.Project(
                number: marker.number > 0 ? marker.number : draft.projects.count + 1,
                name: split.heading.title,
                content: split.rest,
                sources: [paragraph],
                used: [split.heading.full]
            )
        )
    }

    private static func add(_ paragraph: Prose, to project: inout Draft.Project) {
        project.content = Prose.joined([project.content, paragraph])
        project.sources.append(paragraph)
    }

    private static func finish(_ projects: inout [Draft.Project], from first: Int) {
        for index in projects.indices
        where index >= first && projects[index].duties.isEmpty && projects[index].goals.isEmpty {
            let (text, duties) = Responsibility.extract(from: [projects[index].content])
            projects[index].content = Prose.joined(text)
            projects[index].duties = duties
        }
    }

    private static func note(_ paragraph: Prose, beforeTable: Bool, into draft: inout Draft) {
        if beforeTable, paragraph.count <= 40, !paragraph.scalars.contains("。") {
            draft.matter.append(Draft.Matter(kind: .tableHead, prose: paragraph))
        } else {
            draft.review.append(
                .at(paragraph, .uncovered, en: "words of the annex that are no project", zh: "附件中未归入项目的文字")
            )
        }
    }
}
