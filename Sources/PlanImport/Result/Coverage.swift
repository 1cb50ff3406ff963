/// Keeps account of every character of the text: in the plan, in the document around it, or on the review list.
struct Coverage {
    /// Where a character went.
    enum State: UInt8, Sendable {
        /// Nowhere yet.
        case open
        /// Into the plan.
        case plan
        /// Letterhead, end matter, heads of tables.
        case formal
        /// On the review list.
        case review
    }

    private(set) var states: [State]

    /// Begins with everything open.
    init(_ text: OfficialText) { states = [State](repeating: .open, count: text.scalars.count) }

    mutating func mark(_ prose: Prose, _ state: State) {
        for origin in prose.origins where states[origin] == .open { states[origin] = state }
    }

    /// Accounts for everything a draft holds.
    static func of(_ draft: Draft, in text: OfficialText) -> Coverage {
        var coverage = Coverage(text)
        for prose in [draft.title, draft.documentNumber, draft.issuer] + draft.preamble { coverage.mark(prose, .plan) }
        for chapter in draft.chapters { coverage.mark(chapter) }
        for table in draft.indicatorTables {
            for source in table.indicators.flatMap(\.sources) { coverage.mark(source, .plan) }
        }
        // The plan holds one table's title and one annex; further ones go on the list.
        if let table = draft.indicatorTables.first(where: { !$0.indicators.isEmpty }) {
            coverage.mark(table.title, .plan)
        }
        for annex in draft.annexes.prefix(1) {
            for prose in [annex.label, annex.title] { coverage.mark(prose, .plan) }
        }
        for item in draft.review where item.code == .unreadCell { item.covered.forEach { coverage.mark($0, .review) } }
        for project in draft.projects { coverage.mark(project) }
        for matter in draft.matter { coverage.mark(matter.prose, .formal) }
        for prose in draft.review.flatMap(\.covered) { coverage.mark(prose, .review) }
        return coverage
    }

    private mutating func mark(_ chapter: Draft.Chapter) {
        mark(chapter.heading.full, .plan)
        chapter.paragraphs.forEach { mark($0, .plan) }
        chapter.tasks.forEach { mark($0) }
        for section in chapter.sections {
            mark(section.heading.full, .plan)
            section.paragraphs.forEach { mark($0, .plan) }
            section.tasks.forEach { mark($0) }
        }
    }

    private mutating func mark(_ project: Draft.Project) {
        let duties = [project.duties] + project.goals.map(\.duties)
        let words = [project.name, project.content] + project.goals.map(\.text) + project.used
        for prose in words + duties.flatMap({ $0.lead + $0.support + $0.sources }) { mark(prose, .plan) }
    }

    private mutating func mark(_ task: Draft.Task) {
        mark(task.heading.full, .plan)
        (task.text + task.duties.sources).forEach { mark($0, .plan) }
    }

    /// The runs of characters, line by line, that nothing accounts for.
    func open(in text: OfficialText) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for index in text.scalars.indices {
            let scalar = text.scalars[index]
            if scalar == "\n" || (states[index] != .open && !scalar.isBlank) {
                if let begun = start { result.append(begun..<index) }
                start = nil
            } else if start == nil, !scalar.isBlank, states[index] == .open {
                start = index
            }
        }
        if let begun = start { result.append(begun..<text.scalars.count) }
        return result.filter { range in text.scalars[range].contains { !Self.isDrawing($0) } }
    }

    /// Signs that only draw or part: tabs, pipes, rules of tables.
    private static func isDrawing(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || "|-:+=".unicodeScalars.contains(scalar.halfWidth) || (0x2500...0x257F).contains(scalar.value)
    }
}
