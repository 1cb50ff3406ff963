import Diagnostics
import Foundation
import PlanModel

/// Turns one row of a file into an observation and reports every cell that is wrong.
struct ObservationRow {
    let cells: [CSVTable.Cell]
    let columns: [ObservationColumn: Int]
    let count: Int
    let source: SourceText
    let known: KnownSeries
    /// The day of the run; nil where it is not known.
    let today: CalendarDate?
    var diagnostics: [Diagnostic] = []

    init(
        cells: [CSVTable.Cell],
        columns: [ObservationColumn: Int],
        count: Int,
        source: SourceText,
        known: KnownSeries,
        today: CalendarDate?
    ) {
        self.cells = cells
        self.columns = columns
        self.count = count
        self.source = source
        self.known = known
        self.today = today
    }

    /// The observation; nil when a cell it cannot be without is wrong.
    mutating func observation() -> Observation? {
        guard checkCount() else { return nil }
        let indicator = indicator()
        let area = area()
        let period = timePeriod(.period, isRequired: true)
        let published = timePeriod(.published, isRequired: false)
        let figure = figure()
        let unit = unit(indicator, isRequired: figure?.value != nil)
        checkRange(figure?.value, indicator, unit)
        let stage = stage()
        let url = address()
        guard diagnostics.isEmpty, let indicator, let area, let period, let figure, let unit, let stage else {
            return nil
        }
        return Observation(
            indicator: indicator,
            area: area,
            period: period,
            value: figure.value,
            precision: figure.precision,
            unit: unit,
            stage: stage,
            definition: text(.definition) ?? "",
            source: text(.source) ?? "",
            sourceURL: url,
            published: published,
            reason: text(.reason),
            note: text(.note),
            location: location
        )
    }

    private var location: SourceLocation {
        SourceLocation(file: source.file, line: cells[0].line, column: cells[0].column)
    }

    private mutating func checkCount() -> Bool {
        guard cells.count != count, let first = cells.first else { return true }
        report(
            "metrics.cell-count",
            cells.count > count ? cells[count] : first,
            en: "this row has \(cells.count) cell\(cells.count == 1 ? "" : "s"), the first line has \(count)",
            zh: "本行有 \(cells.count) 个单元格，首行有 \(count) 个",
            help: [hasWideCommas ? Self.replaceWideCommas : Self.keepCommas]
        )
        return false
    }

    /// Whether the row is so short because its cells are separated by commas of Chinese text.
    private var hasWideCommas: Bool {
        let commas = cells.reduce(0) { $0 + $1.text.count { $0 == "，" } }
        return cells.count * 2 <= count && cells.count + commas >= count
    }

    private static let replaceWideCommas = LocalizedText(
        en: "replace the full-width commas “，” by “,”",
        zh: "请把全角逗号“，”改为半角“,”"
    )
    private static let keepCommas = LocalizedText(
        en: "put text that contains commas in quotes, and keep the commas of empty cells",
        zh: "含半角逗号的文本请加引号；空单元格的逗号请保留"
    )

    // MARK: Cells

    func cell(_ column: ObservationColumn) -> CSVTable.Cell { cells[columns[column] ?? 0] }

    /// The text of a cell; nil when it is empty.
    func text(_ column: ObservationColumn) -> String? {
        let text = cell(column).text
        return text.isEmpty ? nil : text
    }

    private mutating func required(_ column: ObservationColumn) -> CSVTable.Cell? {
        let cell = cell(column)
        guard cell.text.isEmpty else { return cell }
        report(
            "metrics.empty-cell",
            cell,
            en: "the cell '\(column.rawValue)' is empty",
            zh: "“\(column.rawValue)”单元格为空",
            help: [LocalizedText(en: "fill it in", zh: "请填写")]
        )
        return nil
    }

    private mutating func indicator() -> ItemID? {
        guard let cell = required(.indicator) else { return nil }
        let id = ItemID(cell.text)
        guard let series = known.series else { return id }
        if let id, series[id] != nil { return id }
        let named = series.filter { $0.value.name == cell.text }.map(\.key.text).sorted()
        let help =
            named.isEmpty
            ? Suggestion.help(for: cell.text, among: series.keys.map(\.text).sorted(), otherwise: Self.seePlan)
            : named.map { LocalizedText(en: "write its identifier: \($0)", zh: "请写标识：\($0)") }
        report(
            "metrics.unknown-indicator",
            cell,
            en: "the plan has no indicator, target or measure '\(cell.text)'",
            zh: "规划中没有指标、承诺目标或监测数据“\(cell.text)”",
            help: help
        )
        return nil
    }

    private static let seePlan = LocalizedText(
        en: "write the 'id' of an indicator, target or measure in plan.yaml",
        zh: "请写 plan.yaml 中指标、承诺目标或监测数据的“id”"
    )

    /// Codes that look alike are different places, so all are listed and none is proposed.
    private static func list(_ areas: [Area]) -> LocalizedText {
        let codes = areas.map { "\($0.code) \($0.name)" }
        return LocalizedText(
            en: "write one of: \(codes.joined(separator: ", "))",
            zh: "请写以下代码之一：\(codes.joined(separator: "、"))"
        )
    }

    private mutating func area() -> AreaCode? {
        guard let cell = required(.area) else { return nil }
        let code = AreaCode(cell.text)
        guard let areas = known.areas else { return code }
        if let code, areas.contains(where: { $0.code == code }) { return code }
        let named = areas.first { $0.name == cell.text || $0.aliases.contains(cell.text) }
        let help =
            named.map { [LocalizedText(en: "write its code: \($0.code)", zh: "请写代码：\($0.code)")] }
            ?? [Self.list(areas)]
        report(
            "metrics.unknown-area",
            cell,
            en: "no area '\(cell.text)' is registered",
            zh: "地区“\(cell.text)”未登记",
            help: help
        )
        return nil
    }

    private mutating func timePeriod(_ column: ObservationColumn, isRequired: Bool) -> TimePeriod? {
        guard let cell = isRequired ? required(column) : cell(column), !cell.text.isEmpty else { return nil }
        if let period = TimePeriod(cell.text) {
            checkDay(period, column)
            return period
        }
        let help =
            PeriodHint.corrected(cell.text).map { LocalizedText(en: "write \($0)", zh: "请写 \($0)") }
            ?? LocalizedText(
                en: "write 2023, 2023-H1, 2023-Q3, 2023-06 or 2023-06-30",
                zh: "请写成 2023、2023-H1、2023-Q3、2023-06 或 2023-06-30"
            )
        report(
            "metrics.bad-period",
            cell,
            en: "'\(cell.text)' is not a period",
            zh: "“\(cell.text)”不是规范的时期",
            help: [help]
        )
        return nil
    }

    private mutating func unit(_ indicator: ItemID?, isRequired: Bool) -> String? {
        let units = indicator.flatMap { known.series?[$0]?.units } ?? []
        let text = cell(.unit).text
        if text.isEmpty { return isRequired ? required(.unit)?.text : units.first ?? "" }
        guard !units.isEmpty, !units.contains(text), let indicator else { return text }
        let expected = units.joined(separator: " / ")
        report(
            "metrics.wrong-unit",
            cell(.unit),
            en: "the unit of '\(indicator)' is \(expected), not \(text)",
            zh: "“\(indicator)”的计量单位是\(expected)，不是\(text)",
            help: [unitHelp(text, units)]
        )
        return nil
    }

    /// A unit in full-width characters is right but for its form; any other means another value.
    private func unitHelp(_ text: String, _ units: [String]) -> LocalizedText {
        let narrow = text.precomposedStringWithCompatibilityMapping
        if units.contains(narrow) {
            return LocalizedText(en: "write it half-width: \(narrow)", zh: "请写半角 \(narrow)")
        }
        let expected = units.joined(separator: " / ")
        return LocalizedText(
            en: "convert the value to \(expected) and write that unit",
            zh: "请将数值换算为\(expected)，并改写单位"
        )
    }

    private mutating func stage() -> Observation.Stage? {
        guard let cell = required(.stage) else { return nil }
        if let stage = Observation.Stage(rawValue: cell.text) { return stage }
        let names = Observation.Stage.allCases.map(\.rawValue)
        let rule = LocalizedText(
            en: "write self_reported (自评) or verified (验证)",
            zh: "请写 self_reported（自评）或 verified（验证）"
        )
        report(
            "metrics.bad-stage",
            cell,
            en: "'\(cell.text)' is not a stage",
            zh: "“\(cell.text)”不是规范的数据阶段",
            help: Suggestion.help(for: cell.text, among: names, otherwise: rule)
        )
        return nil
    }

    private mutating func address() -> String? {
        guard let address = text(.sourceURL) else { return nil }
        if address.hasPrefix("https://") || address.hasPrefix("http://") { return address }
        report(
            "metrics.bad-address",
            cell(.sourceURL),
            en: "an address must begin with https:// or http://",
            zh: "网址应以 https:// 或 http:// 开头",
            help: [LocalizedText(en: "copy the whole address from the browser", zh: "请从浏览器复制完整网址")]
        )
        return nil
    }

    mutating func report(_ code: String, _ cell: CSVTable.Cell, en: String, zh: String, help: [LocalizedText]) {
        diagnostics.append(diagnostic(code, cell, en: en, zh: zh, help: help))
    }

    /// A problem at a cell of this row.
    func diagnostic(
        _ code: String,
        _ cell: CSVTable.Cell,
        severity: Diagnostic.Severity = .error,
        en: String,
        zh: String,
        help: [LocalizedText]
    ) -> Diagnostic {
        source.diagnostic(
            severity,
            code: code,
            line: cell.line,
            column: cell.column,
            length: cell.length,
            LocalizedText(en: en, zh: zh),
            help: help
        )
    }
}
