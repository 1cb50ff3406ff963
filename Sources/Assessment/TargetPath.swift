public import Foundation
public import PlanModel

/// The straight line from an indicator's baseline to its target, and a value held against it.
///
/// Comparisons multiply instead of dividing, so that a pace of exactly 1.10 is never a hair below it.
struct TargetPath {
    let indicator: Indicator
    let value: Decimal
    /// Months from the baseline to the value.
    private let elapsed: Decimal
    /// Months from the baseline to the target.
    private let total: Decimal

    init(indicator: Indicator, period: TimePeriod, value: Decimal) {
        self.indicator = indicator
        self.value = value
        elapsed = period.endInMonths - indicator.baseline.period.endInMonths
        total = indicator.target.period.endInMonths - indicator.baseline.period.endInMonths
    }

    private var required: Decimal { indicator.target.value - indicator.baseline.value }
    private var gained: Decimal { value - indicator.baseline.value }

    /// 应达值 = v0 + (vT − v0) · p; after the target's year it is the target.
    var expected: Decimal {
        guard elapsed < total else { return indicator.target.value }
        return indicator.baseline.value + required * elapsed / total
    }

    /// 完成率 = (v − v0) / (vT − v0), for rising and falling indicators alike; nil when nothing was to be gained.
    var attainment: Decimal? { required == 0 ? nil : gained / required }

    /// 完成率 ÷ 时间进度; nil when nothing was to be gained or no time has passed.
    var pace: Decimal? { required == 0 || elapsed == 0 ? nil : gained * total / (required * elapsed) }

    /// The value in the target's year if the same step a month goes on.
    var forecast: Decimal? { elapsed == 0 ? nil : indicator.baseline.value + gained * total / elapsed }

    /// Whether the value is strictly better than the target, in the direction from the baseline to the target.
    var isBetterThanTarget: Bool {
        required > 0 ? value > indicator.target.value : value < indicator.target.value
    }

    /// Whether the pace is at least `threshold`, without dividing.
    func hasPace(atLeast threshold: Decimal) -> Bool {
        let sign: Decimal = required < 0 ? -1 : 1
        return sign * gained * total >= threshold * sign * required * elapsed
    }
}

extension Indicator {
    /// 应达值 at a period: on the straight line from the baseline to the target, and the target from its year on.
    public func expectedValue(at period: TimePeriod) -> Decimal {
        TargetPath(indicator: self, period: period, value: baseline.value).expected
    }
}
