public import Foundation
public import PlanModel

/// The way from a baseline to a target, straight between the values of its stages, and a value held against it.
///
/// Comparisons multiply instead of dividing, so that a pace of exactly 1.10 is never a hair below it.
struct TargetPath {
    let baseline: Indicator.Value
    let target: Indicator.Value
    let period: TimePeriod
    let value: Decimal
    /// The stage that `period` lies in; both are the target after its year.
    private let from: Indicator.Value
    private let to: Indicator.Value

    init(
        baseline: Indicator.Value,
        stages: [Indicator.Value] = [],
        target: Indicator.Value,
        period: TimePeriod,
        value: Decimal
    ) {
        self.baseline = baseline
        self.target = target
        self.period = period
        self.value = value
        let end = period.endInMonths
        let stops = [baseline] + stages + [target]
        let next = stops.dropFirst().firstIndex { end < $0.period.endInMonths }
        from = next.map { stops[$0 - 1] } ?? target
        to = next.map { stops[$0] } ?? target
    }

    /// Months from the baseline to the value.
    private var elapsed: Decimal { period.endInMonths - baseline.period.endInMonths }
    /// Months from the baseline to the target.
    private var total: Decimal { target.period.endInMonths - baseline.period.endInMonths }
    /// Months of the stage that `period` lies in, and how many of them are over.
    private var stage: (over: Decimal, length: Decimal) {
        let start = from.period.endInMonths
        return (period.endInMonths - start, to.period.endInMonths - start)
    }

    private var required: Decimal { target.value - baseline.value }
    private var gained: Decimal { value - baseline.value }

    /// What should be gained by now, times the months of the stage.
    private var due: (gain: Decimal, divisor: Decimal) {
        let (over, length) = stage
        guard length > 0 else { return (required, 1) }
        return ((from.value - baseline.value) * length + (to.value - from.value) * over, length)
    }

    /// 时间进度 = (t − t0) / (T − t0).
    var timeShare: Decimal? { total == 0 ? nil : elapsed / total }

    /// 应达值 = v0 + (vT − v0) · p, stage by stage; after the target's year it is the target.
    var expected: Decimal {
        let (gain, divisor) = due
        return divisor == 1 ? baseline.value + gain : baseline.value + gain / divisor
    }

    /// 完成率 = (v − v0) / (vT − v0), for rising and falling values alike; nil when nothing was to be gained.
    var attainment: Decimal? { required == 0 ? nil : gained / required }

    /// 完成率 ÷ 时间进度, with stages 实际变化 ÷ 应有变化; nil when nothing was to be gained or no time has passed.
    ///
    /// After the target's year the time share goes on growing: reaching the target two years late is a slow pace.
    var pace: Decimal? {
        if stage.length <= 0 { return required == 0 || elapsed == 0 ? nil : gained * total / (required * elapsed) }
        let (gain, divisor) = due
        return gain == 0 ? nil : gained * divisor / gain
    }

    /// The value in the target's year if the same step a month goes on.
    var forecast: Decimal? { elapsed == 0 ? nil : baseline.value + gained * total / elapsed }

    /// Whether the value is strictly better than the target, in the direction from the baseline to the target.
    var isBetterThanTarget: Bool { required > 0 ? value > target.value : value < target.value }

    /// Whether the pace is at least `threshold`, without dividing.
    func hasPace(atLeast threshold: Decimal) -> Bool {
        let sign: Decimal = required < 0 ? -1 : 1
        let (gain, divisor) = due
        if gain == 0 { return gained == 0 ? threshold <= 1 : sign * gained > 0 }
        return sign * gained * divisor >= threshold * sign * gain
    }

    /// The verdict on a value that does not satisfy its target yet, before the target's year.
    func verdict(_ rules: AssessmentRules) -> Verdict {
        if hasPace(atLeast: rules.ahead) { return .ahead }
        if hasPace(atLeast: rules.onTrack) { return .onTrack }
        return hasPace(atLeast: 0) ? .behind : .regressing
    }
}

extension TargetPath {
    /// The path of an indicator of the plan's table.
    init(indicator: Indicator, period: TimePeriod, value: Decimal) {
        self.init(
            baseline: indicator.baseline,
            stages: indicator.interimTargets,
            target: indicator.target,
            period: period,
            value: value
        )
    }
}

extension Indicator {
    /// 应达值 at a period: on the straight line from the baseline to the target (by way of the targets for earlier
    /// years, where there are some), and the target from its year on.
    public func expectedValue(at period: TimePeriod) -> Decimal {
        TargetPath(indicator: self, period: period, value: baseline.value).expected
    }
}
