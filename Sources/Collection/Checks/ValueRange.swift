import Foundation
import PlanModel

/// Which values a figure can have at all, as far as its unit, its name and the plan's own figures tell.
///
/// Whatever leaves room for doubt is allowed: a figure refused although it is right could not be published.
struct ValueRange: Equatable {
    /// Whether a value below zero makes sense: changes may fall, levels may not.
    var allowsNegative = true
    /// The most that a value can be; nil where there is no limit.
    var maximum: Decimal?
    /// Whether the unit counts whole things.
    var isWhole = false

    /// The values of a series in a unit.
    init(of series: KnownSeries.Series, unit: String) {
        guard !series.isRate else { return }
        allowsNegative = Self.isChange(series, unit)
        maximum = Self.maximum(series, unit)
        isWhole = Self.isWhole(series, unit)
    }

    // MARK: Signs

    private static func isChange(_ series: KnownSeries.Series, _ unit: String) -> Bool {
        changeUnits.contains(unit) || series.speaks(of: changeWords) || series.planned.contains { $0 < 0 }
    }

    private static let changeUnits: Set<String> = ["个百分点", "百分点", "个千分点", "千分点"]
    private static let changeWords = ["增长", "增速", "增幅", "增减", "变化", "差", "净"]

    // MARK: Shares

    private static func maximum(_ series: KnownSeries.Series, _ unit: String) -> Decimal? {
        guard let whole = wholes[unit], !series.speaks(of: unlimitedWords) else { return nil }
        return series.planned.contains { $0 > whole } ? nil : whole
    }

    private static let wholes: [String: Decimal] = ["%": 100, "‰": 1000]
    /// What a rate above the whole is usual for: 毛入学率 counts pupils of any age, a ratio compares two things.
    private static let unlimitedWords = changeWords + ["毛入", "之比", "比值", "比率", "完成率", "相当于", "倍"]

    // MARK: Counts

    private static func isWhole(_ series: KnownSeries.Series, _ unit: String) -> Bool {
        countUnits.contains(unit) && !series.isNorm && !series.speaks(of: averageWords)
            && series.planned.allSatisfy { $0.rounded(scale: 0) == $0 }
    }

    private static let countUnits: Set<String> = [
        "所", "个", "人", "名", "节", "项", "处", "次", "家", "座", "间", "门", "场", "件", "台", "套", "班", "支", "辆", "部", "户",
        "份", "批", "期", "篇", "对",
    ]
    private static let averageWords = ["每", "各", "平均", "人均", "生均", "师均", "校均", "班均", "年均", "户均"]
}
