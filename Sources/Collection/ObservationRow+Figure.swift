import Diagnostics
import Foundation
import PlanModel

/// The value of a row, and what must stand beside it.
extension ObservationRow {
    /// A value with how exactly it is known; no value where it is missing for a reason.
    struct Figure {
        var value: Decimal?
        var precision = Observation.Precision.exact
    }

    /// The figure; nil when the cell is wrong.
    mutating func figure() -> Figure? {
        let cell = cell(.value)
        guard !cell.text.isEmpty else { return missing(cell) }
        guard let figure = number(cell) else {
            reportNumber(cell)
            return nil
        }
        if text(.source) == nil {
            report(
                "metrics.missing-source",
                self.cell(.source),
                en: "a value without a source",
                zh: "有数值而没有来源",
                help: [LocalizedText(en: "write in 'source' where the value is from", zh: "请在“source”列写明数据来源")]
            )
        }
        return figure
    }

    private mutating func missing(_ cell: CSVTable.Cell) -> Figure {
        if text(.reason) == nil {
            report(
                "metrics.missing-reason",
                cell,
                en: "a missing value without a reason",
                zh: "数值缺失而没有说明原因",
                help: [
                    LocalizedText(
                        en: "write the value, or in 'reason' why there is none",
                        zh: "请填写数值，或在“reason”列说明缺失原因"
                    )
                ]
            )
        }
        return Figure()
    }

    private func number(_ cell: CSVTable.Cell) -> Figure? {
        let (precision, digits) = Self.split(cell.text)
        return Decimal(plain: digits).map { Figure(value: $0, precision: precision) }
    }

    /// `>95` is over 95, `~3` about 3.
    private static func split(_ text: String) -> (Observation.Precision, String) {
        switch text.first {
        case ">": (.over, String(text.dropFirst()))
        case "~": (.about, String(text.dropFirst()))
        default: (.exact, text)
        }
    }

    private mutating func reportNumber(_ cell: CSVTable.Cell) {
        let isFormula = cell.text.hasPrefix("=") || cell.text.hasPrefix("@")
        report(
            isFormula ? "metrics.formula" : "metrics.not-a-number",
            cell,
            en: isFormula ? "'\(cell.text)' is a formula, not a number" : "'\(cell.text)' is not a plain number",
            zh: isFormula ? "“\(cell.text)”是公式，不是数字" : "“\(cell.text)”不是普通数字",
            help: [isFormula ? Self.pasteValue : correction(cell.text)]
        )
    }

    private static let pasteValue = LocalizedText(
        en: "paste the result as a value",
        zh: "请将计算结果粘贴为数值"
    )

    /// The cell as it should be, where that is clear.
    private func correction(_ text: String) -> LocalizedText {
        let signs: [Character: String] = [">": ">", "＞": ">", "~": "~", "～": "~", "≈": "~"]
        let sign = text.first.flatMap { signs[$0] } ?? ""
        let digits = sign.isEmpty ? text : String(text.dropFirst())
        let plain = Decimal(plain: digits) == nil ? NumberHint.corrected(digits) : digits
        if let plain { return LocalizedText(en: "write \(sign)\(plain)", zh: "请写 \(sign)\(plain)") }
        if Self.missingMarks.contains(text) {
            return LocalizedText(
                en: "leave the cell empty and say why in 'reason'",
                zh: "请将单元格留空，并在“reason”列说明原因"
            )
        }
        return LocalizedText(
            en: "write digits and at most one point, such as 52.66, >95 (over) or ~3 (about)",
            zh: "请只写半角数字和小数点，例如 52.66、>95（超过）、~3（约）"
        )
    }

    private static let missingMarks: Set<String> = ["-", "--", "—", "——", "/", "无", "暂无", "暂无数据", "N/A", "n/a", "NA"]
}
