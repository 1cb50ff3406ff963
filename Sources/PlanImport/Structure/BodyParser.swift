import PlanModel

/// Reads chapters, sections and tasks from the blocks between the front matter and the annexes.
struct BodyParser {
    /// How the numbers of a chapter are used.
    struct Levels {
        var section: HeadingMarker.Style?
        var task: HeadingMarker.Style?
    }

    private var draft: Draft
    private let chapterStyle: HeadingMarker.Style
    private var levels = Levels()
    private var box: BoxReader?
    private var caption: Prose?
    private var tables = TableContext()

    /// Reads the blocks of the body into a draft; the first one is a chapter's heading.
    static func read(_ blocks: [Block], chapterStyle: HeadingMarker.Style, into draft: inout Draft) {
        var parser = BodyParser(draft: draft, chapterStyle: chapterStyle)
        for (index, block) in blocks.enumerated() {
            parser.read(block, at: index, of: blocks)
        }
        parser.endBox()
        parser.finish()
        draft = parser.draft
    }

    private init(draft: Draft, chapterStyle: HeadingMarker.Style) {
        self.draft = draft
        self.chapterStyle = chapterStyle
    }

    private mutating func read(_ block: Block, at index: Int, of blocks: [Block]) {
        switch block {
        case .table(let table): read(table)
        case .paragraph(let paragraph):
            if isCaption(paragraph, at: index, of: blocks) {
                caption = paragraph
                return
            }
            read(paragraph, following: blocks[(index + 1)...])
        }
    }

    // MARK: Paragraphs

    private mutating func read(_ paragraph: Prose, following: ArraySlice<Block>) {
        let marker = HeadingMarker.parse(paragraph.scalars)
        if let marker, marker.style == chapterStyle {
            endBox()
            startChapter(paragraph, marker, following: following)
            return
        }
        if BoxReader.title(of: paragraph) != nil {
            endBox()
            box = BoxReader(title: paragraph)
            return
        }
        if box != nil, keepsBox(paragraph, marker) { return }
        endBox()
        if let marker, marker.style == levels.section {
            startSection(paragraph, marker)
        } else if let marker, marker.style == levels.task, !draft.chapters.isEmpty {
            startTask(paragraph, marker)
        } else {
            append(paragraph)
        }
    }

    private mutating func startChapter(_ paragraph: Prose, _ marker: HeadingMarker, following: ArraySlice<Block>) {
        let split = HeadingSplitter.split(paragraph, marker)
        var chapter = Draft.Chapter(heading: split.heading)
        chapter.kind = ChapterKinds.kind(of: split.heading.title.compact.scalars)
        if !split.rest.isEmpty { chapter.paragraphs.append(split.rest) }
        levels = Self.levels(of: following, below: chapterStyle, kind: chapter.kind)
        draft.chapters.append(chapter)
    }

    private mutating func startSection(_ paragraph: Prose, _ marker: HeadingMarker) {
        let split = HeadingSplitter.split(paragraph, marker)
        var section = Draft.Section(heading: split.heading)
        if !split.rest.isEmpty { section.paragraphs.append(split.rest) }
        draft.chapters[draft.chapters.count - 1].sections.append(section)
    }

    private mutating func startTask(_ paragraph: Prose, _ marker: HeadingMarker) {
        let split = HeadingSplitter.split(paragraph, marker)
        var task = Draft.Task(heading: split.heading)
        if !split.rest.isEmpty { task.text.append(split.rest) }
        if split.isDoubtful { draft.review.append(.longTitle(split.heading.title)) }
        let chapter = draft.chapters.count - 1
        if levels.section != nil, let section = draft.chapters[chapter].sections.indices.last {
            draft.chapters[chapter].sections[section].tasks.append(task)
        } else {
            draft.chapters[chapter].tasks.append(task)
        }
    }

    /// Adds a paragraph to the task, section or chapter that is open.
    private mutating func append(_ paragraph: Prose) {
        guard let chapter = draft.chapters.indices.last else {
            draft.preamble.append(paragraph)
            return
        }
        if let section = draft.chapters[chapter].sections.indices.last {
            if let task = draft.chapters[chapter].sections[section].tasks.indices.last {
                draft.chapters[chapter].sections[section].tasks[task].text.append(paragraph)
            } else {
                draft.chapters[chapter].sections[section].paragraphs.append(paragraph)
            }
        } else if let task = draft.chapters[chapter].tasks.indices.last {
            draft.chapters[chapter].tasks[task].text.append(paragraph)
        } else {
            draft.chapters[chapter].paragraphs.append(paragraph)
        }
    }

    // MARK: Boxes and tables

    private mutating func keepsBox(_ paragraph: Prose, _ marker: HeadingMarker?) -> Bool {
        if let marker, marker.style == levels.section || marker.style < .arabic && marker.style != .article {
            return false
        }
        let nextTask = marker?.style == levels.task ? (lastTaskNumber ?? 0) + 1 : nil
        return box?.read(paragraph, marker, nextTask: nextTask) ?? false
    }

    private var lastTaskNumber: Int? {
        guard let chapter = draft.chapters.last else { return nil }
        return (chapter.sections.last?.tasks.last ?? chapter.tasks.last)?.heading.marker.number
    }

    private mutating func endBox() {
        guard let ended = box else { return }
        box = nil
        ended.finish(into: &draft)
    }

    private mutating func read(_ table: TextTable) {
        let title = caption ?? box?.takeTitle()
        caption = nil
        TableInterpreter.read(table, title: title, context: &tables, into: &draft)
    }

    /// A short line above a table is its title.
    private func isCaption(_ paragraph: Prose, at index: Int, of blocks: [Block]) -> Bool {
        guard index + 1 < blocks.count, case .table = blocks[index + 1], paragraph.count <= 60 else { return false }
        guard !paragraph.scalars.contains("。"), BoxReader.title(of: paragraph) == nil else { return false }
        return HeadingMarker.parse(paragraph.scalars) == nil
    }

    // MARK: Finishing

    private mutating func finish() {
        for chapter in draft.chapters.indices {
            Self.takeDuties(&draft.chapters[chapter].tasks)
            for section in draft.chapters[chapter].sections.indices {
                Self.takeDuties(&draft.chapters[chapter].sections[section].tasks)
            }
            let direct = draft.chapters[chapter].sections.isEmpty && !draft.chapters[chapter].tasks.isEmpty
            if direct { draft.chapters[chapter].kind = .tasks }
        }
    }

    private static func takeDuties(_ tasks: inout [Draft.Task]) {
        for index in tasks.indices {
            let (text, duties) = Responsibility.extract(from: tasks[index].text)
            tasks[index].text = text
            tasks[index].duties = duties
        }
    }
}
