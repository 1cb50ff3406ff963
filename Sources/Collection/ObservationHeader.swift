import Diagnostics
import PlanModel

/// The columns of a file of observations.
enum ObservationColumn: String, CaseIterable {
    case indicator
    case area
    case period = "time_period"
    case value
    case unit
    case stage
    case definition
    case source
    case sourceURL = "source_url"
    case published
    case reason
    case note
}

/// Which column stands where.
struct ObservationHeader {
    /// The place of each column, from 0; nil when the header cannot be used.
    var columns: [ObservationColumn: Int]?
    private(set) var diagnostics: [Diagnostic] = []
    let cells: [CSVTable.Cell]
    var count: Int { cells.count }

    private let source: SourceText

    init(_ cells: [CSVTable.Cell], source: SourceText) {
        self.source = source
        self.cells = cells
        guard !checkSeparator(cells), !checkPresence(cells) else { return }
        var columns: [ObservationColumn: Int] = [:]
        var misspelt: Set<String> = []
        for (index, cell) in cells.enumerated() {
            guard let column = ObservationColumn(rawValue: cell.text) else {
                misspelt.formUnion(reportUnknown(cell))
                continue
            }
            if columns[column] == nil { columns[column] = index } else { reportDuplicate(cell) }
        }
        let missing = ObservationColumn.allCases.filter { columns[$0] == nil }
        for column in missing where !misspelt.contains(column.rawValue) {
            reportMissing(column, cells)
        }
        self.columns = missing.isEmpty ? columns : nil
    }

    /// Whether the file is separated by something else; reported once instead of twelve missing columns.
    private mutating func checkSeparator(_ cells: [CSVTable.Cell]) -> Bool {
        guard cells.count == 1, let cell = cells.first,
            let separator = [";", "\t", "，", "；"].first(where: { cell.text.contains($0) })
        else { return false }
        let name = separator == "\t" ? (en: "tabs", zh: "制表符") : (en: "'\(separator)'", zh: "“\(separator)”")
        report(
            "metrics.wrong-separator",
            cell,
            en: "the columns are separated by \(name.en)",
            zh: "各列以\(name.zh)分隔",
            help: [
                LocalizedText(en: "save the file as CSV with commas", zh: "请另存为以半角逗号分隔的 CSV 文件")
            ]
        )
        return true
    }

    /// Whether the first line names no column at all; reported once.
    private mutating func checkPresence(_ cells: [CSVTable.Cell]) -> Bool {
        guard let first = cells.first, !cells.contains(where: { Self.names.contains($0.text) }) else { return false }
        report(
            "metrics.missing-header",
            first,
            en: "the first line must name the columns",
            zh: "首行应为列名",
            help: [Self.isData(cells) ? Self.addHeader : Self.replaceHeader]
        )
        return true
    }

    /// Whether a line is a row of figures: something in it is a number, a period or a code.
    private static func isData(_ cells: [CSVTable.Cell]) -> Bool {
        cells.contains { $0.text.first.map { $0.isNumber } ?? false || ItemID($0.text) != nil }
    }

    private static let addHeader = LocalizedText(
        en: "put this line above: \(names.joined(separator: ","))",
        zh: "请在最上方加一行：\(names.joined(separator: ","))"
    )
    private static let replaceHeader = LocalizedText(
        en: "replace this line by: \(names.joined(separator: ","))",
        zh: "请将此行替换为：\(names.joined(separator: ","))"
    )

    private static let names = ObservationColumn.allCases.map(\.rawValue)

    private mutating func reportUnknown(_ cell: CSVTable.Cell) -> [String] {
        let names = Self.names
        let name = Suggestion.nearest(to: cell.text, among: names)
        report(
            "metrics.unknown-column",
            cell,
            en: cell.text.isEmpty ? "a column has no name" : "unknown column '\(cell.text)'",
            zh: cell.text.isEmpty ? "有一列没有列名" : "列名“\(cell.text)”无法识别",
            help: name == nil
                ? [
                    LocalizedText(
                        en: "use: \(names.joined(separator: ","))",
                        zh: "可用的列名：\(names.joined(separator: ","))"
                    )
                ]
                : Suggestion.help(for: cell.text, among: names)
        )
        return [name].compactMap { $0 }
    }

    private mutating func reportDuplicate(_ cell: CSVTable.Cell) {
        report(
            "metrics.duplicate-column",
            cell,
            en: "the column '\(cell.text)' stands twice",
            zh: "列“\(cell.text)”重复",
            help: [LocalizedText(en: "remove one of the two", zh: "请删除其中一列")]
        )
    }

    private mutating func reportMissing(_ column: ObservationColumn, _ cells: [CSVTable.Cell]) {
        guard let first = cells.first else { return }
        report(
            "metrics.missing-column",
            first,
            en: "the column '\(column.rawValue)' is missing",
            zh: "缺少列“\(column.rawValue)”",
            help: [
                LocalizedText(
                    en: "add it to the first line; its cells may stay empty where nothing is known",
                    zh: "请在首行补充该列；没有内容的单元格可以留空"
                )
            ]
        )
    }

    mutating func report(_ code: String, _ cell: CSVTable.Cell, en: String, zh: String, help: [LocalizedText]) {
        diagnostics.append(
            source.diagnostic(
                code: code,
                line: cell.line,
                column: cell.column,
                length: cell.length,
                LocalizedText(en: en, zh: zh),
                help: help
            )
        )
    }
}
