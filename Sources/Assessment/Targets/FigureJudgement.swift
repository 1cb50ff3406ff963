import Foundation
import PlanModel

/// Judges a commitment by the figures of its series, which is not empty.
struct FigureJudgement {
    let rules: AssessmentRules
    let firstYear: Int
    let cutOff: CalendarDate

    func judge(_ open: TargetAssessment) -> TargetAssessment {
        var result = open
        result.isBeforeTarget = (result.series.last?.period.lastDay ?? cutOff) < result.due.lastDay
        switch result.method {
        case .level, .hold: return level(result)
        case .accumulation: return accumulation(result)
        case .everyYear: return everyYear(result)
        case .neverDown: return neverDown(result)
        case .growth: return growth(result)
        case .milestone: return result.open(.otherUnit)
        case .text: return result.open(.byText)
        }
    }

    // MARK: Levels

    private func level(_ open: TargetAssessment) -> TargetAssessment {
        var result = open
        guard let last = result.series.last, let value = last.value else { return result.open(.noFigure) }
        result.actual = value
        result.period = last.period
        guard var demand = Demand(result.target, rules: rules), result.canBeJudged(by: last.unit) else {
            return result.open(.otherUnit)
        }
        let start = result.levelStart(before: firstYear, last: last)
        if demand.direction == nil, let from = start?.value.value, from != demand.value {
            demand.direction = from < demand.value ? .up : .down
        }
        result.start = start
        // Where the way would begin at or beyond its end there is no way to go, only something to keep.
        let isHold = result.method == .hold || start.map { demand.isMet(by: $0.value.value) } == true
        return isHold ? hold(result, demand, value) : towards(result, demand, value)
    }

    private func hold(_ open: TargetAssessment, _ demand: Demand, _ value: Decimal) -> TargetAssessment {
        var result = open
        if result.method != .hold, let start = result.start?.value.value {
            result.explain([.comparison(start, demand, true, of: "起点")])
        }
        result.method = .hold
        result.expected = demand.value
        let isMet = demand.isMet(by: value)
        result.verdict = isMet ? .held : .broken
        result.explain([.comparison(value, demand, isMet)])
        return result
    }

    /// The way from a starting point to a level or a sum.
    private func towards(_ open: TargetAssessment, _ demand: Demand, _ value: Decimal) -> TargetAssessment {
        var result = open
        let isMet = demand.isMet(by: value)
        let path = result.path(to: demand.value, value: value)
        if let path { result.add(path) }
        result.explain([.comparison(value, demand, isMet)])
        result.isLate = isMet && !result.isBeforeTarget && result.wasUnmetWhenDue(demand)
        if isMet {
            let isMore = !result.isBeforeTarget && demand.isBettered(by: value)
            // What misses its deadline was not overfulfilled, however much more there is later.
            result.verdict = isMore && !result.isLate ? .exceeded : .achieved
        } else if !result.isBeforeTarget {
            result.verdict = .missed
        } else if let path, !demand.isMet(by: path.baseline.value) {
            result.verdict = path.verdict(rules)
            result.explain([.threshold(path, rules)])
        } else if path != nil {
            // Nothing leads back from a sum that passed its limit.
            result.verdict = .regressing
        } else {
            return result.open(.noStart)
        }
        return result
    }

    // MARK: Sums

    private func accumulation(_ open: TargetAssessment) -> TargetAssessment {
        var result = open
        let figures = YearFigures(result.series)
        guard let demand = Demand(result.target, rules: rules), let last = figures.years.last else {
            return result.open(.noFigure)
        }
        let flows = (firstYear...last).map { figures.flow($0) }
        result.gaps = zip(firstYear...last, flows).compactMap { year, flow in
            flow.map { $0.isWhole || year == last } == true ? nil : year
        }
        let known = flows.compactMap { $0 }
        guard let latest = known.last else { return result.open(.missingYears) }
        let sum = known.map(\.value).reduce(0, +)
        result.years = known.map { TargetAssessment.Year(year: $0.year, value: $0.value) }
        result.actual = sum
        result.period = latest.period
        result.isBeforeTarget = latest.period.lastDay < result.due.lastDay
        result.explain([
            TraceStep(
                .actual,
                formula: "\(known.map { "\($0.year)" }.joined(separator: "+"))",
                numbers: known.map(\.value.plainText).joined(separator: " + "),
                result: sum.plainText
            )
        ])
        let zero = Indicator.Value(period: .year(firstYear - 1), value: 0)
        result.start = TargetAssessment.Start(value: zero, origin: .zero)
        // Flows are never negative, so a sum that lacks some is a lower bound: enough of it is enough.
        guard result.gaps.isEmpty || (demand.better == .up && demand.isMet(by: sum)) else {
            return result.open(.missingYears)
        }
        return towards(result, demand, sum)
    }
}

extension TargetAssessment {
    /// Whether figures in a unit say something about the commitment: 全覆盖 is a share.
    fileprivate func canBeJudged(by unit: String) -> Bool { target.kind != .complete || unit == "%" }

    /// The figure of the baseline year, or else the first one collected; nil when that is the one to be judged, or when
    /// it stands for the deadline already.
    fileprivate func levelStart(before firstYear: Int, last: Observation) -> Start? {
        let before = series.last { $0.period.year < firstYear }
        guard let first = before ?? series.first, first.period < last.period, let value = first.value,
            first.period.lastDay < due.lastDay
        else { return nil }
        return Start(
            value: Indicator.Value(period: first.period, value: value),
            origin: before == nil ? .firstFigure : .baselineYear
        )
    }

    fileprivate func path(to target: Decimal, value: Decimal) -> TargetPath? {
        guard let start, let period else { return nil }
        let end = Indicator.Value(period: due, value: target)
        guard start.value.period.endInMonths < due.endInMonths else { return nil }
        return TargetPath(baseline: start.value, target: end, period: period, value: value)
    }

    /// Whether the figure for the deadline was not enough; without one nobody knows.
    fileprivate func wasUnmetWhenDue(_ demand: Demand) -> Bool {
        guard method != .accumulation else {
            guard !gaps.contains(where: { $0 <= due.year }) else { return false }
            let sum = years.filter { $0.year <= due.year }.map(\.value).reduce(0, +)
            return !demand.isMet(by: sum)
        }
        return valueWhenDue.map { !demand.isMet(by: $0) } ?? false
    }

    fileprivate mutating func add(_ path: TargetPath) {
        expected = path.expected
        attainment = path.attainment
        pace = path.pace
        forecast = isBeforeTarget ? path.forecast : nil
        explain(path.trace)
    }
}
