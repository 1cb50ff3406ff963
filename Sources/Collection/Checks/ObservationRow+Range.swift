import Diagnostics
import Foundation
import PlanModel

/// Values that cannot be, and days that have not come.
extension ObservationRow {
    /// Reports a value that a figure of this series and unit cannot have.
    mutating func checkRange(_ value: Decimal?, _ indicator: ItemID?, _ unit: String?) {
        guard let value, let unit, let limits = indicator.flatMap({ known.series?[$0]?.limits }) else { return }
        if value < 0, !limits.allowsNegative(in: unit) {
            reportNegative(value, unit)
        } else if let maximum = limits.maximum(in: unit), value > maximum {
            reportExcess(value, unit, maximum)
        } else if limits.isWhole(in: unit), value.rounded(scale: 0) != value {
            reportFraction(value, unit)
        }
    }

    private mutating func reportNegative(_ value: Decimal, _ unit: String) {
        report(
            "metrics.negative-value",
            cell(.value),
            en: "\(value.plainText) \(unit): this figure cannot be negative",
            zh: "数值为 \(value.plainText)\(unit)，此项数据不能为负",
            help: [
                LocalizedText(
                    en: "correct the sign; write the level reached, not the change",
                    zh: "请更正正负号；应填达到的水平，而不是增减量"
                )
            ]
        )
    }

    private mutating func reportExcess(_ value: Decimal, _ unit: String, _ maximum: Decimal) {
        report(
            "metrics.share-too-large",
            cell(.value),
            en: "\(value.plainText)\(unit) is more than the whole (\(maximum)\(unit))",
            zh: "数值为 \(value.plainText)\(unit)，超过 \(maximum)\(unit)",
            help: [
                LocalizedText(
                    en:
                        "check the value and its decimal point; only gross rates (毛入学率), ratios and growth can exceed it",
                    zh: "请核对数值和小数点；只有毛入学率、两数之比、增长率等可以超过 \(maximum)\(unit)"
                )
            ]
        )
    }

    private mutating func reportFraction(_ value: Decimal, _ unit: String) {
        report(
            "metrics.fractional-count",
            cell(.value),
            en: "\(value.plainText) \(unit): a count must be a whole number",
            zh: "数值为 \(value.plainText)\(unit)，以“\(unit)”计的数量应为整数",
            help: [
                LocalizedText(
                    en: "check the value; an average says so in its name in plan.yaml (平均, 每)",
                    zh: "请核对数值；如为平均数，请在 plan.yaml 的名称中写明“平均”或“每”"
                )
            ]
        )
    }

    /// Reports a period or a publication that begins after the day of the run.
    mutating func checkDay(_ period: TimePeriod, _ column: ObservationColumn) {
        guard let today, period.firstDay > today else { return }
        let isPublication = column == .published
        report(
            isPublication ? "metrics.future-publication" : "metrics.future-period",
            cell(column),
            en: isPublication
                ? "published in \(period), which is after today (\(today))"
                : "the period \(period) is after today (\(today))",
            zh: isPublication
                ? "发布时间\(period.chinese)晚于今天（\(today.chinese)）" : "时期\(period.chinese)晚于今天（\(today.chinese)）",
            help: [
                LocalizedText(
                    en: "correct it; what has not happened yet cannot be reported",
                    zh: "请更正；尚未发生的情况不能填报"
                )
            ]
        )
    }
}
