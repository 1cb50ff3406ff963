import PlanModel

/// What is known of the table before, so that a continuation without a head can be read.
struct TableContext: Sendable {
    /// The roles of the columns.
    var columns: TableColumns?
}

/// The columns of a table.
struct TableColumns: Sendable {
    /// For each column its role; nil for one that no rule knows.
    var roles: [ColumnRole?]
    /// The compact heads, to recognise a repeated head.
    var heads: [[Unicode.Scalar]]

    func index(of role: ColumnRole) -> Int? { roles.firstIndex { $0 == role } }

    func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

    /// The columns with values of indicators.
    var values: [(column: Int, year: Int?, period: ColumnRole.Period)] {
        roles.enumerated().compactMap { column, role in
            if case .value(let year, let period)? = role { (column, year, period) } else { nil }
        }
    }

    /// Whether the table lists indicators.
    var isIndicatorTable: Bool {
        let names = heads.contains { $0.has("指标") } || has(.nature) || has(.unit)
        return !values.isEmpty && names && !has(.content) && !has(.goal)
    }

    /// Whether the table lists projects or tasks.
    var isProjectTable: Bool {
        let named = has(.name) || has(.content) || has(.goal)
        let more = [ColumnRole.content, .goal, .lead, .responsible, .deadline].count { has($0) } + values.count
        return named && more + (has(.name) ? 1 : 0) >= 2
    }
}

/// Reads tables: rows of indicators, rows of projects; everything else goes to the review list.
enum TableInterpreter {
    /// Reads a table into a draft.
    static func read(_ table: TextTable, title: Prose?, context: inout TableContext, into draft: inout Draft) {
        var rows = table.rows[...]
        var title = title
        while !rows.isEmpty {
            let columns = takeHead(&rows, context: context, into: &draft)
            let body = takeBody(&rows, columns: columns, into: &draft)
            guard let columns else {
                reject(body, title: title, into: &draft)
                title = nil
                continue
            }
            context.columns = columns
            read(body, columns, title: title, into: &draft)
            title = nil
        }
    }

    private static func read(_ rows: [TextTable.Row], _ columns: TableColumns, title: Prose?, into draft: inout Draft) {
        if columns.isIndicatorTable {
            IndicatorRows.read(rows, columns, title: title, into: &draft)
        } else if columns.isProjectTable {
            if let title { draft.matter.append(Draft.Matter(kind: .tableHead, prose: title)) }
            ProjectRows.read(rows, columns, into: &draft)
        } else {
            reject(rows, title: title, into: &draft)
        }
    }

    // MARK: Heads

    /// The columns by the head at the front of the rows, or those of the table before.
    private static func takeHead(
        _ rows: inout ArraySlice<TextTable.Row>,
        context: TableContext,
        into draft: inout Draft
    ) -> TableColumns? {
        while let first = rows.first, first.filled.isEmpty { rows.removeFirst() }
        guard let first = rows.first else { return nil }
        guard var columns = columns(first) else {
            let matches = context.columns.map { $0.roles.count == first.cells.count } ?? false
            return matches ? context.columns : nil
        }
        rows.removeFirst()
        addHead(first, to: &draft)
        if let second = rows.first, let merged = merge(columns, second) {
            columns = merged
            rows.removeFirst()
            addHead(second, to: &draft)
        }
        return columns
    }

    private static func addHead(_ row: TextTable.Row, to draft: inout Draft) {
        draft.matter += row.filled.map { Draft.Matter(kind: .tableHead, prose: $0) }
    }

    private static func columns(_ row: TextTable.Row) -> TableColumns? {
        let heads = row.cells.map(\.compact.scalars)
        let roles = heads.map { ColumnRole.of($0) }
        let filled = heads.count { !$0.isEmpty }
        let known = roles.count { $0 != nil }
        guard filled >= 2, known >= 2, known * 3 >= filled * 2 else { return nil }
        let columns = TableColumns(roles: roles, heads: heads)
        return columns.isIndicatorTable || columns.isProjectTable || columns.has(.name) ? columns : nil
    }

    /// A second row of heads below merged ones: years below 目标值.
    private static func merge(_ columns: TableColumns, _ row: TextTable.Row) -> TableColumns? {
        let heads = row.cells.map(\.compact.scalars)
        let filled = heads.indices.filter { !heads[$0].isEmpty }
        guard filled.count >= 2, heads.first?.isEmpty ?? true, filled.allSatisfy({ ColumnRole.isKnown(heads[$0]) })
        else {
            return nil
        }
        var merged = columns
        for index in filled {
            while merged.roles.count <= index {
                merged.roles.append(nil)
                merged.heads.append([])
            }
            merged.roles[index] = ColumnRole.of(heads[index])
            merged.heads[index] += heads[index]
        }
        return merged
    }

    /// The rows up to the head of another table; repeated heads fall out.
    private static func takeBody(
        _ rows: inout ArraySlice<TextTable.Row>,
        columns: TableColumns?,
        into draft: inout Draft
    ) -> [TextTable.Row] {
        var body: [TextTable.Row] = []
        var afterHead = false
        while var row = rows.first {
            if let found = self.columns(row) {
                guard let columns, found.heads == columns.heads || columns.heads.starts(with: found.heads) else {
                    break
                }
                afterHead = true
                addHead(row, to: &draft)
                rows.removeFirst()
                continue
            }
            rows.removeFirst()
            guard !row.filled.isEmpty else { continue }
            if afterHead { row.followsBreak = true }
            afterHead = false
            body.append(row)
        }
        return body
    }

    private static func reject(_ rows: [TextTable.Row], title: Prose?, into draft: inout Draft) {
        let cells = (title.map { [$0] } ?? []) + rows.flatMap(\.filled)
        guard let first = cells.first else { return }
        draft.review.append(
            .at(
                first,
                .unreadTable,
                en: "no rule reads this table of \(rows.count) rows; copy what matters into plan.yaml",
                zh: "没有规则能识别此表（共\(rows.count)行），请人工录入",
                covers: cells
            )
        )
    }
}
