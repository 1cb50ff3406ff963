import PlanModel

/// Reads the rows of a table of projects or tasks.
struct ProjectRows {
    private let columns: TableColumns
    private var projects: [Draft.Project] = []
    private var review: [ReviewItem] = []
    private let firstNumber: Int
    private let nameColumn: Int?
    private let contentColumns: [Int]
    private let goalColumns: [Int]

    /// Adds the projects of some rows to a draft.
    static func read(_ rows: [TextTable.Row], _ columns: TableColumns, into draft: inout Draft) {
        var reader = ProjectRows(columns: columns, before: draft.projects)
        for row in rows { reader.read(row) }
        draft.review += reader.review
        draft.projects = reader.projects
    }

    private init(columns: TableColumns, before: [Draft.Project]) {
        self.columns = columns
        projects = before
        firstNumber = before.count
        let content = columns.roles.indices.filter { columns.roles[$0] == .content }
        let goals = columns.roles.indices.filter { columns.roles[$0] == .goal }
        nameColumn = columns.index(of: .name) ?? content.first ?? goals.first
        let otherNames = columns.roles.indices.filter { columns.roles[$0] == .name && $0 != columns.index(of: .name) }
        contentColumns = (otherNames + content.filter { $0 != columns.index(of: .name) ?? content.first }).sorted()
        goalColumns = goals.filter { $0 != columns.index(of: .name) ?? content.first ?? goals.first }
    }

    private func cell(_ row: TextTable.Row, _ column: Int?) -> Prose {
        guard let column, column < row.cells.count else { return Prose() }
        return row.cells[column].withoutSpacesBetweenHan
    }

    private mutating func read(_ row: TextTable.Row) {
        let number = cell(row, columns.index(of: .number))
        let name = cell(row, nameColumn)
        if isNumberedGroup(row, number) {
            review.append(
                .at(row.filled[0], .unreadCell, en: "a heading inside the table", zh: "表内的分组标题", covers: row.filled)
            )
            return
        }
        if let last = projects.last, projects.count > firstNumber, !name.isEmpty, repeats(row, number, name, last) {
            projects[projects.count - 1].used += [row.cells[nameColumn ?? 0], number]
            addGoals(row)
            return
        }
        if row.filled.count == 1, number.isEmpty, columns.roles.count > 2, !row.followsBreak || name.isEmpty,
            isGroup(row)
        {
            review.append(.at(row.filled[0], .unreadCell, en: "a heading inside the table", zh: "表内的分组标题"))
        } else if number.isEmpty, row.followsBreak, goesOn(row) {
            continueCells(row)
        } else if !number.isEmpty || !name.isEmpty || projects.count == firstNumber {
            startProject(row, number: number, name: name)
        } else {
            addGoals(row)
        }
    }

    /// A merged cell stands in every row that it covers: the same number and name again.
    private func repeats(_ row: TextTable.Row, _ number: Prose, _ name: Prose, _ last: Draft.Project) -> Bool {
        guard name.withoutFinalStop.text == last.name.text else { return false }
        return number.isEmpty || ChineseNumber.value(number.compact.scalars) == last.number
    }

    /// 一 | 水环境治理: a number in Chinese and a name, nothing else, in a table whose rows say more.
    private func isNumberedGroup(_ row: TextTable.Row, _ number: Prose) -> Bool {
        let digits = number.compact.scalars.filter { !"（）()、.".unicodeScalars.contains($0) }
        return row.filled.count == 2 && columns.roles.count >= 4 && !digits.isEmpty
            && digits.allSatisfy(ChineseNumber.isDigit)
    }

    private func isGroup(_ row: TextTable.Row) -> Bool {
        row.cells.first?.isEmpty == false && row.filled[0].count <= 30 && columns.index(of: .number) == 0
    }

    /// Whether a row after a page break goes on in the middle of the sentence before it.
    private func goesOn(_ row: TextTable.Row) -> Bool {
        guard projects.count > firstNumber, let project = projects.last else { return false }
        if !cell(row, nameColumn).isEmpty { return isOpen(project.name, orContent: project.content) }
        let content = contentColumns.first { !cell(row, $0).isEmpty }
        let goal = goalColumns.first { !cell(row, $0).isEmpty }
        if content != nil, isOpen(project.content) { return true }
        return goal != nil && isOpen(project.goals.last?.text ?? Prose())
    }

    private func isOpen(_ text: Prose, orContent content: Prose = Prose()) -> Bool {
        if !content.isEmpty { return isOpen(content) }
        return !text.isEmpty && !ParagraphShape.isTerminated(text.scalars[...])
    }

    private mutating func continueCells(_ row: TextTable.Row) {
        guard var project = projects.popLast() else { return }
        project.sources += row.filled
        project.used += used(row)
        project.name.append(cell(row, nameColumn))
        for column in contentColumns { project.content.append(cell(row, column)) }
        for column in goalColumns where !cell(row, column).isEmpty {
            if project.goals.isEmpty { project.goals.append(Draft.Goal(text: Prose())) }
            project.goals[project.goals.count - 1].text.append(cell(row, column))
        }
        let more = duties(row)
        if let last = project.goals.indices.last {
            project.goals[last].duties.lead += more.lead
            project.goals[last].duties.support += more.support
        } else {
            project.duties.lead += more.lead
            project.duties.support += more.support
        }
        projects.append(project)
    }

    private mutating func startProject(_ row: TextTable.Row, number: Prose, name: Prose) {
        let printed = number.compact.scalars
        let digits = printed.filter { $0.isDigit || ChineseNumber.isDigit($0) }
        let marker = HeadingMarker.parse(name.scalars)
        var title = name
        if let marker, marker.style != .dash { title = name.from(marker.length).trimmed }
        let content = contentColumns.map { cell(row, $0) }
        var project = Draft.Project(
            number: ChineseNumber.value(digits) ?? marker?.number ?? projects.count + 1,
            name: title.withoutFinalStop,
            content: Prose.joined(content),
            sources: row.filled,
            used: used(row) + [name, number]
        )
        project.duties = duties(row)
        projects.append(project)
        addGoals(row)
        reportUnread(row)
    }

    /// The cells of a row that go into the plan as identifiers or dates; with signs between names.
    private func used(_ row: TextTable.Row) -> [Prose] {
        columns.roles.enumerated().compactMap { index, role in
            guard let role, index < row.cells.count, [.lead, .support, .responsible, .deadline].contains(role) else {
                return nil
            }
            // A role that stands twice is read once; the other column goes to the review list.
            return columns.index(of: role) == index ? row.cells[index] : nil
        }
    }

    private func duties(_ row: TextTable.Row) -> Duties {
        let lead = Responsibility.names(in: cell(row, columns.index(of: .lead)))
        let responsible = Responsibility.names(in: cell(row, columns.index(of: .responsible)))
        let support = Responsibility.names(in: cell(row, columns.index(of: .support)))
        var duties = Duties()
        duties.lead = lead.isEmpty ? Array(responsible.prefix(support.isEmpty ? 1 : responsible.count)) : lead
        let rest = lead.isEmpty ? Array(responsible.dropFirst(duties.lead.count)) : responsible
        let leaders = Set(duties.lead.map(\.text))
        duties.support = (rest + support).filter { !leaders.contains($0.text) }
        return duties
    }

    /// Adds the goals of a row; a row below a merged cell has the departments of the one above.
    private mutating func addGoals(_ row: TextTable.Row) {
        guard var project = projects.popLast() else { return }
        if !project.sources.contains(where: { row.filled.contains($0) }) {
            project.sources += row.filled
            project.used += used(row)
        }
        var duties = duties(row)
        if duties.isEmpty, let before = project.goals.last?.duties { duties = before }
        for column in goalColumns where !cell(row, column).isEmpty {
            var goal = Draft.Goal(text: cell(row, column), duties: duties)
            goal.deadlines = Deadlines.all(in: cell(row, columns.index(of: .deadline)).compact.scalars)
            project.goals.append(goal)
        }
        for value in columns.values where !CellValue.isNone(cell(row, value.column).compact.scalars) {
            var goal = Draft.Goal(text: cell(row, value.column), duties: duties)
            goal.deadlines = value.year.map { [.year($0)] } ?? []
            project.goals.append(goal)
        }
        let isFirst = project.sources == row.filled
        if !isFirst { addContent(row, duties, to: &project) }
        if goalColumns.isEmpty, columns.values.isEmpty, isFirst { addDeadlineGoal(row, duties, to: &project) }
        mergeDuties(of: &project)
        projects.append(project)
    }

    /// What a further row says in the content column is a goal of its own; a merged cell only says it again.
    private func addContent(_ row: TextTable.Row, _ duties: Duties, to project: inout Draft.Project) {
        for column in contentColumns {
            let words = cell(row, column)
            if words.isEmpty { continue }
            if project.content.text.contains(words.text) {
                project.used.append(row.cells[column])
                continue
            }
            if project.goals.isEmpty, !project.content.isEmpty {
                project.goals.append(Draft.Goal(text: project.content, duties: project.duties))
            }
            var goal = Draft.Goal(text: words, duties: duties)
            goal.deadlines = Deadlines.all(in: cell(row, columns.index(of: .deadline)).compact.scalars)
            project.goals.append(goal)
        }
    }

    /// Where the table has deadlines but no goals, the content itself is due by then.
    private func addDeadlineGoal(_ row: TextTable.Row, _ duties: Duties, to project: inout Draft.Project) {
        let deadlines = Deadlines.all(in: cell(row, columns.index(of: .deadline)).compact.scalars)
        guard !deadlines.isEmpty else {
            if !duties.isEmpty, project.sources != row.filled {
                project.duties.lead += duties.lead
                project.duties.support += duties.support
            }
            return
        }
        var goal = Draft.Goal(text: project.content.isEmpty ? project.name : project.content, duties: duties)
        goal.deadlines = deadlines
        project.goals.append(goal)
    }

    private func mergeDuties(of project: inout Draft.Project) {
        for goal in project.goals {
            let duties = goal.duties
            project.duties.lead += duties.lead.filter { name in !project.duties.lead.contains { $0.text == name.text } }
            project.duties.support += duties.support.filter { name in
                !project.duties.support.contains { $0.text == name.text }
            }
        }
        project.duties.support.removeAll { name in project.duties.lead.contains { $0.text == name.text } }
    }

    private mutating func reportUnread(_ row: TextTable.Row) {
        for (index, role) in columns.roles.enumerated() where index < row.cells.count && !row.cells[index].isEmpty {
            guard
                role == nil || role == .remark || role == .category || role == .unit || role == .nature
                    || role == .growth
            else { continue }
            review.append(
                .at(row.cells[index], .unreadCell, en: "this cell has no place in the plan", zh: "此单元格内容未写入计划")
            )
        }
    }
}
