import Foundation
import PlanModel

/// Which values a figure can have at all, as far as its unit, its name and the plan's own figures tell.
///
/// Whatever leaves room for doubt is allowed: a figure refused although it is right could not be published.
struct ValueLimits: Sendable {
    /// Whether the name or the plan speaks of a change, which may be below zero.
    private let isChange: Bool
    /// Whether the name is one of those that exceed the whole.
    private let exceedsWhole: Bool
    /// Whether what is collected is an average, so that half a thing can be counted.
    private let isAverage: Bool
    /// The most that the plan itself gives.
    private let mostPlanned: Decimal

    /// The limits of a series.
    /// - Parameters:
    ///   - name: what it is called in the plan.
    ///   - planned: the figures that the plan itself gives: baseline, targets, later changes of them.
    ///   - isNorm: whether it is a commitment that each of many has to meet (每校1处, 1至2项).
    init(name: String, planned: [Decimal], isNorm: Bool = false) {
        let speaks = { (words: [String]) in words.contains { name.contains($0) } }
        isChange = speaks(Self.changeWords) || planned.contains { $0 < 0 }
        exceedsWhole = speaks(Self.changeWords + Self.exceedingWords)
        isAverage = isNorm || speaks(Self.averageWords) || planned.contains { $0.rounded(scale: 0) != $0 }
        mostPlanned = planned.max() ?? 0
    }

    /// Whether a value below zero makes sense in a unit: changes may fall, levels may not.
    func allowsNegative(in unit: String) -> Bool { isChange || Self.changeUnits.contains(unit) }

    /// The most that a value can be in a unit; nil where there is no limit.
    func maximum(in unit: String) -> Decimal? {
        guard let whole = Self.wholes[unit], !exceedsWhole, mostPlanned <= whole else { return nil }
        return whole
    }

    /// Whether a unit counts whole things here.
    func isWhole(in unit: String) -> Bool { !isAverage && Self.countUnits.contains(unit) }

    // MARK: Words

    private static let changeWords = ["增长", "增速", "增幅", "增减", "变化", "差", "净"]
    /// What a rate above the whole is usual for: 毛入学率 counts pupils of any age, a ratio compares two things.
    private static let exceedingWords = ["毛入", "之比", "比值", "比率", "完成率", "相当于", "倍"]
    private static let averageWords = ["每", "各", "平均", "人均", "生均", "师均", "校均", "班均", "年均", "户均"]
    private static let changeUnits: Set<String> = ["个百分点", "百分点", "个千分点", "千分点"]
    private static let wholes: [String: Decimal] = ["%": 100, "‰": 1000]
    private static let countUnits: Set<String> = [
        "所", "个", "人", "名", "节", "项", "处", "次", "家", "座", "间", "门", "场", "件", "台", "套", "班", "支", "辆", "部", "户",
        "份", "批", "期", "篇", "对",
    ]
}
