import Foundation
import PlanModel

/// Reads the rows of an indicator table.
struct IndicatorRows {
    private let columns: TableColumns
    private var category = Prose()
    private var indicators: [DraftIndicator] = []
    private var matter: [Draft.Matter] = []
    private var review: [ReviewItem] = []
    private let firstNumber: Int

    /// Adds the indicators of some rows to a draft.
    static func read(_ rows: [TextTable.Row], _ columns: TableColumns, title: Prose?, into draft: inout Draft) {
        let known = draft.indicatorTables.reduce(0) { $0 + $1.indicators.count }
        var reader = IndicatorRows(columns: columns, firstNumber: known + 1)
        for row in rows { reader.read(row) }
        draft.matter += reader.matter
        draft.review += reader.review
        let chapter = draft.annexes.isEmpty ? draft.chapters.indices.last : nil
        if title == nil, let last = draft.indicatorTables.indices.last {
            draft.indicatorTables[last].indicators += reader.indicators
        } else {
            let table = Draft.IndicatorTable(title: title ?? Prose(), chapter: chapter, indicators: reader.indicators)
            draft.indicatorTables.append(table)
        }
    }

    private init(columns: TableColumns, firstNumber: Int) {
        self.columns = columns
        self.firstNumber = firstNumber
    }

    private func cell(_ row: TextTable.Row, _ role: ColumnRole) -> Prose {
        guard let index = columns.index(of: role), index < row.cells.count else { return Prose() }
        return row.cells[index]
    }

    private mutating func read(_ row: TextTable.Row) {
        let values = columns.values.filter { $0.column < row.cells.count && !row.cells[$0.column].isEmpty }
        if values.isEmpty {
            readCategory(row)
            return
        }
        let group = cell(row, .category)
        if !group.isEmpty { category = Self.withoutNumber(group.withoutSpacesBetweenHan) }
        var name = Self.withoutNumber(nameCell(row).withoutSpacesBetweenHan)
        let (plain, unitInName) = Self.takeUnit(name)
        name = plain
        let first = columns.values.first?.column
        let read = values.compactMap {
            value(row.cells[$0.column], year: $0.year, period: $0.period, isFirst: $0.column == first)
        }
        if read.count < values.count { reportUnreadValues(row, values.map(\.column)) }
        guard !name.isEmpty, !read.isEmpty else {
            review.append(
                .at(
                    row.filled[0],
                    .unreadCell,
                    en: "this row has no name or no value",
                    zh: "此行缺少名称或数值",
                    covers: row.filled
                )
            )
            return
        }
        if !read.contains(where: \.0.isBaseline) || !read.contains(where: { !$0.0.isBaseline }) {
            review.append(.missingValue(name))
        }
        let unit = [unitInName, cell(row, .unit).compact.text, read.first(where: { !$0.1.isEmpty })?.1 ?? ""].first {
            !$0.isEmpty
        }
        add(name, unit: unit ?? Self.unitless(name), values: read.map(\.0), row: row)
    }

    private mutating func add(_ name: Prose, unit: String, values: [DraftIndicator.Value], row: TextTable.Row) {
        if unit.isEmpty {
            review.append(.at(name, .missing, en: "this indicator has no unit", zh: "该指标没有单位"))
        }
        let nature = Self.nature(cell(row, .nature).compact.scalars)
        if nature == nil {
            var item = ReviewItem.at(
                name,
                .missing,
                en: "nothing says whether it is binding; plan.yaml has anticipatory until someone checks",
                zh: "未说明约束性或预期性，plan.yaml暂写预期性，请核对"
            )
            item.covered = []
            review.append(item)
        }
        var duties = Duties()
        duties.lead = Responsibility.names(in: cell(row, .lead)) + Responsibility.names(in: cell(row, .responsible))
        duties.support = Responsibility.names(in: cell(row, .support))
        for (index, role) in columns.roles.enumerated() where index < row.cells.count && !row.cells[index].isEmpty {
            guard role == nil || role == .growth || role == .remark else { continue }
            review.append(
                .at(row.cells[index], .unreadCell, en: "this cell has no place in the plan", zh: "此单元格内容未写入计划")
            )
        }
        indicators.append(
            DraftIndicator(
                number: firstNumber + indicators.count,
                name: name,
                category: category,
                unit: unit,
                nature: nature,
                values: values,
                duties: duties,
                sources: sources(row)
            )
        )
    }

    /// The cells that the indicator was made from.
    private func sources(_ row: TextTable.Row) -> [Prose] {
        columns.roles.enumerated().compactMap { index, role in
            guard let role, index < row.cells.count, !row.cells[index].isEmpty else { return nil }
            let cell = row.cells[index]
            switch role {
            case .name: return cell == nameCell(row) ? cell : nil
            case .value:
                return CellValue.read(cell.compact.scalars) != nil || CellValue.isNone(cell.compact.scalars)
                    ? cell : nil
            case .number, .category, .unit, .nature, .lead, .support, .responsible:
                return columns.index(of: role) == index ? cell : nil
            default: return nil
            }
        }
    }

    private func nameCell(_ row: TextTable.Row) -> Prose {
        for (index, role) in columns.roles.enumerated() where role == .name && index < row.cells.count {
            if !row.cells[index].isEmpty { return row.cells[index] }
        }
        return columns.has(.name) ? Prose() : cell(row, .category)
    }

    private mutating func readCategory(_ row: TextTable.Row) {
        let words = row.filled.filter { !$0.compact.scalars.allSatisfy { $0.isDigit || ChineseNumber.isDigit($0) } }
        guard words.count == 1, let name = words.first, name.count <= 40 else {
            review.append(
                .at(
                    row.filled[0],
                    .unreadCell,
                    en: "this row of the table has no value",
                    zh: "此行没有数值",
                    covers: row.filled
                )
            )
            return
        }
        if ["注", "说明", "备注"].contains(where: { name.scalars.begins(with: Word($0)) }) {
            review.append(.at(name, .unreadCell, en: "a note below the table", zh: "表下的注释"))
            return
        }
        category = Self.withoutNumber(name.withoutSpacesBetweenHan)
        matter += row.filled.map { Draft.Matter(kind: .tableHead, prose: $0) }
    }

    private mutating func reportUnreadValues(_ row: TextTable.Row, _ values: [Int]) {
        for column in values where CellValue.read(row.cells[column].compact.scalars) == nil {
            guard !CellValue.isNone(row.cells[column].compact.scalars) else { continue }
            review.append(.at(row.cells[column], .unreadCell, en: "this is not a plain value", zh: "此单元格不是单一数值"))
        }
    }

    private func value(
        _ cell: Prose,
        year: Int?,
        period: ColumnRole.Period,
        isFirst: Bool
    ) -> (DraftIndicator.Value, String)? {
        guard let read = CellValue.read(cell.compact.scalars) else { return nil }
        let isBaseline = period == .baseline || (period == .dated && isFirst && columns.values.count > 1)
        let value = DraftIndicator.Value(
            year: year,
            value: read.value,
            comparator: read.comparator,
            isBaseline: isBaseline
        )
        return (value, read.unit)
    }

    // MARK: Names and units

    private static func withoutNumber(_ name: Prose) -> Prose {
        var rest = name
        if let marker = HeadingMarker.parse(name.scalars), marker.style != .dash { rest = name.from(marker.length) }
        for word in ["其中：", "其中:", "其中，", "#其中："] as [Word] where rest.scalars.begins(with: word) {
            rest = rest.from(word.scalars.count)
        }
        return rest.trimmed
    }

    /// The unit in the brackets that end a name, or after a comma.
    private static func takeUnit(_ name: Prose) -> (Prose, String) {
        guard let last = name.scalars.last, last == "）" || last == ")",
            let open = name.scalars.lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return (name, "") }
        var inner = name[open + 1..<name.count - 1].compact.scalars
        for prefix in ["单位：", "单位:"] as [Word] where inner.begins(with: prefix) {
            inner.removeFirst(prefix.scalars.count)
        }
        guard Units.isUnit(inner) else { return (name, "") }
        return (name.upTo(open).trimmed, String(scalars: inner))
    }

    /// A ratio needs no unit.
    private static func unitless(_ name: Prose) -> String {
        name.scalars.ends(with: "之比") || name.scalars.ends(with: "比值") || name.scalars.ends(with: "系数") ? "比值" : ""
    }

    private static func nature(_ cell: [Unicode.Scalar]) -> Indicator.Nature? {
        if cell.has("约束") { return .binding }
        return cell.hasAny(["预期", "预测", "引导", "指导", "参考", "监测"]) ? .anticipatory : nil
    }
}

extension ReviewItem {
    /// A row of an indicator table without a baseline or without a target; nothing is made up in its place.
    fileprivate static func missingValue(_ name: Prose) -> ReviewItem {
        var item = ReviewItem.at(name, .missing, en: "this indicator has no baseline or no target", zh: "该指标缺少基期值或目标值")
        item.covered = []
        return item
    }
}
