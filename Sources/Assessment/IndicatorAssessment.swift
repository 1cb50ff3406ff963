public import Foundation
public import PlanModel

/// An indicator at a date: the figure used, how far it has come, and the verdict.
///
/// Source of the rules: the project's method page; every figure is an exact decimal, rounded only where it is shown.
public struct IndicatorAssessment: Sendable {
    /// The indicator.
    public var indicator: Indicator
    /// The usable figures after the baseline, one a period, in order; the last one is the figure assessed.
    public var series: [Observation]
    /// The figure assessed: the latest of the series that has a value.
    public var observation: Observation?
    /// The value expected at the time of the figure (应达值), in the indicator's unit; for hold targets the target.
    public var expected: Decimal?
    /// The share of the way from baseline to target (完成率); nil for hold targets.
    public var attainment: Decimal?
    /// Attainment divided by the share of the time (推进速度); nil for hold targets.
    public var pace: Decimal?
    /// The verdict.
    public var verdict: Verdict
    /// Whether the target's year was not over at the figure's time.
    public var isBeforeTarget: Bool
    /// Whether the target was missed in its year and met only later.
    public var isLate = false
    /// Whether the baseline already satisfied the target.
    public var isHold: Bool
    /// The value in the target's year if the pace so far goes on (linear); nil for hold targets and after the target's year.
    public var forecast: Decimal?
    /// Why there is no figure, where somebody said so.
    public var missingReason: String?

    /// The value of the figure assessed.
    public var actual: Decimal? { observation?.value }
}

/// Judges indicators by the rules of the method section.
public struct IndicatorAssessor: Sendable {
    private let rules: AssessmentRules
    private let date: EvaluationDate
    private let requiresTargetYear: Bool

    /// Creates an assessor.
    /// - Parameters:
    ///   - rules: The thresholds.
    ///   - date: The day the evaluation stands at.
    ///   - requiresTargetYear: Whether only a figure for the target's year or later counts, as a final summary demands.
    public init(rules: AssessmentRules, date: EvaluationDate, requiresTargetYear: Bool = false) {
        self.rules = rules
        self.date = date
        self.requiresTargetYear = requiresTargetYear
    }

    /// The assessment of an indicator from all observations of its plan.
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - observations: Observations of any indicator and area, in any order.
    ///   - area: The area to assess.
    /// - Returns: The assessment; without a usable figure its verdict is ``Verdict/noData``.
    public func assess(_ indicator: Indicator, observations: [Observation], area: AreaCode) -> IndicatorAssessment {
        assess(indicator, figures: observations.filter { $0.indicator == indicator.id && $0.area == area })
    }

    /// The assessment of an indicator in an area, from indexed observations.
    public func assess(_ indicator: Indicator, in index: ObservationIndex, area: AreaCode) -> IndicatorAssessment {
        assess(indicator, figures: index.observations(about: indicator.id, in: area))
    }

    /// The assessment of an indicator from the observations about it in one area.
    private func assess(_ indicator: Indicator, figures candidates: [Observation]) -> IndicatorAssessment {
        let series = date.countingFigures(among: candidates).filter { indicator.baseline.period < $0.period }
        var result = IndicatorAssessment(
            indicator: indicator,
            series: series,
            verdict: .noData,
            isBeforeTarget: date.cutOff < indicator.target.period.lastDay,
            isHold: satisfies(indicator.baseline.value, indicator),
            missingReason: date.missingReason(among: candidates)
        )
        guard let latest = series.last, let value = latest.value else { return result }
        result.observation = latest
        result.isBeforeTarget = latest.period.lastDay < indicator.target.period.lastDay
        let path = TargetPath(indicator: indicator, period: latest.period, value: value)
        if result.isHold {
            result.expected = indicator.target.value
        } else {
            result.expected = path.expected
            result.attainment = path.attainment
            result.pace = path.pace
            result.forecast = result.isBeforeTarget ? path.forecast : nil
        }
        result.isLate = isLate(result, value)
        result.verdict = verdict(for: path, of: result)
        return result
    }

    private func isLate(_ result: IndicatorAssessment, _ value: Decimal) -> Bool {
        let indicator = result.indicator
        let due = result.series.last { $0.period.lastDay == indicator.target.period.lastDay }?.value
        guard !result.isHold, !result.isBeforeTarget, let due else { return false }
        return satisfies(value, indicator) && !satisfies(due, indicator)
    }

    private func verdict(for path: TargetPath, of result: IndicatorAssessment) -> Verdict {
        if requiresTargetYear && result.isBeforeTarget { return .noData }
        let met = satisfies(path.value, result.indicator)
        if result.isHold { return met ? .held : .broken }
        let isMore = !result.isBeforeTarget && !result.isLate && path.isBetterThanTarget
        if met { return isMore ? .exceeded : .achieved }
        guard result.isBeforeTarget else { return .missed }
        return path.verdict(rules)
    }

    private func satisfies(_ value: Decimal, _ indicator: Indicator) -> Bool {
        let target = indicator.target.value
        return switch indicator.comparator {
        case .atLeast: value >= target
        case .atMost: value <= target
        case .equal: value == target
        case .about:
            Demand(
                relation: .about(tolerance: rules.aboutTolerance),
                value: target,
                direction: indicator.baseline.value == target ? nil : indicator.baseline.value < target ? .up : .down
            )
            .isMet(by: value)
        }
    }
}
