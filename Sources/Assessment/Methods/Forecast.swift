public import Foundation
public import PlanModel

/// What the value will be when a target is due, if what was seen so far goes on.
public struct Forecast: Hashable, Sendable {
    /// The same step every month, from the baseline to the latest figure.
    public var linear: Decimal
    /// The same growth every month; nil where a value is not positive or the result would leave all bounds.
    public var constantGrowth: Decimal?
    /// From the slowest to the fastest of the steps between figures, each going on from the latest figure; nil where
    /// there is only one step, which says nothing about a range.
    public var range: ClosedRange<Decimal>?
    /// How many steps between figures were seen.
    public var steps: Int
}

extension Forecast {
    /// The forecast of a series for the period of a target; nil without a figure, or when the period is over at the
    /// latest figure.
    /// - Parameters:
    ///   - baseline: The value the series began with.
    ///   - figures: The figures after it, in the order of time.
    ///   - due: The period forecast.
    public init?(baseline: Indicator.Value, figures: [Indicator.Value], due: TimePeriod) {
        let points = [baseline] + figures
        guard let last = figures.last, last.period.endInMonths < due.endInMonths,
            let line = TargetPath.line(from: baseline, through: last, to: due)
        else { return nil }
        linear = line
        constantGrowth = Self.growth(from: baseline, through: last, to: due)
        let ends = zip(points, points.dropFirst()).compactMap { TargetPath.end(step: ($0, $1), from: last, to: due) }
        steps = ends.count
        if ends.count > 1, let low = ends.min(), let high = ends.max() {
            range = min(low, line)...max(high, line)
        } else {
            range = nil
        }
    }

    /// v0 · (v ÷ v0)^(total ÷ elapsed), the exponent in lowest terms.
    private static func growth(from first: Indicator.Value, through last: Indicator.Value, to due: TimePeriod)
        -> Decimal?
    {
        let elapsed = last.period.wholeMonths(since: first.period)
        let total = due.wholeMonths(since: first.period)
        guard first.value > 0, last.value > 0, elapsed > 0, total > 0 else { return nil }
        let divisor = greatestCommonDivisor(elapsed, total)
        guard let root = DecimalMath.root(last.value / first.value, elapsed / divisor),
            let power = DecimalMath.power(root, total / divisor), DecimalMath.isPrintable(first.value * power)
        else { return nil }
        return first.value * power
    }
}

extension TargetPath {
    /// The value at `due` on the line through two points.
    fileprivate static func line(from first: Indicator.Value, through last: Indicator.Value, to due: TimePeriod)
        -> Decimal?
    {
        end(step: (first, last), from: first, to: due)
    }

    /// The value at `due` if one step goes on from a point.
    fileprivate static func end(
        step: (Indicator.Value, Indicator.Value),
        from point: Indicator.Value,
        to due: TimePeriod
    ) -> Decimal? {
        let months = step.1.period.endInMonths - step.0.period.endInMonths
        guard months > 0 else { return nil }
        return point.value + (step.1.value - step.0.value) * (due.endInMonths - point.period.endInMonths) / months
    }
}

extension IndicatorAssessment {
    /// The forecasts for the target's year; nil for hold targets, without a figure, and when the year is over.
    public var forecasts: Forecast? {
        guard !isHold else { return nil }
        let figures = series.compactMap { observation in
            observation.value.map { Indicator.Value(period: observation.period, value: $0) }
        }
        return Forecast(baseline: indicator.baseline, figures: figures, due: indicator.target.period)
    }

    /// Whether the linear forecast reaches the target; nil without a forecast.
    public var forecastMeetsTarget: Bool? {
        let target = indicator.target.value
        return forecast.map { indicator.baseline.value < target ? $0 >= target : $0 <= target }
    }

    /// The ratio of Open SDG beside the verdict, or why there is none; nil without a figure.
    public var progressRatio: Result<ProgressRatio, ProgressRatio.Undefined>? {
        guard let period = observation?.period, let value = actual else { return nil }
        return Result { () throws(ProgressRatio.Undefined) in
            if isHold, indicator.baseline.value != indicator.target.value { throw .metAtBaseline }
            return try ProgressRatio(
                baseline: indicator.baseline,
                target: indicator.target,
                period: period,
                value: value
            )
        }
    }

    /// The calculation behind the verdict with its numbers.
    public func trace(_ rules: AssessmentRules) -> [TraceStep] {
        guard let period = observation?.period, let value = actual else { return [] }
        let relation = "\(value.plainText) \(indicator.comparator.sign) \(indicator.target.value.plainText)"
        let comparison = TraceStep(.comparison, numbers: relation, result: verdict.isDone ? "是" : "否")
        guard !isHold else { return [comparison] }
        let path = TargetPath(indicator: indicator, period: period, value: value)
        let byPace: Set<Verdict> = [.ahead, .onTrack, .behind, .regressing]
        return path.trace + [comparison] + (byPace.contains(verdict) ? [.threshold(path, rules)] : [])
    }

    /// How the targets for earlier years turned out, in order: the figure for that year, and whether it was enough; nil
    /// where there is no figure for it.
    public var stages: [(target: Indicator.Value, isMet: Bool?)] {
        indicator.interimTargets.map { stage in
            let figure = series.last { $0.period.lastDay == stage.period.lastDay }?.value
            let isRise = indicator.baseline.value <= indicator.target.value
            return (stage, figure.map { isRise ? $0 >= stage.value : $0 <= stage.value })
        }
    }
}
