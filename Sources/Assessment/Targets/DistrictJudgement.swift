import Foundation
public import PlanModel

/// Which districts satisfy a commitment about districts by their own latest figures.
public struct DistrictTally: Hashable, Sendable {
    /// The districts that are there, in the order of the registry.
    public var met: [AreaCode]
    /// Those whose figure says that they are not.
    public var unmet: [AreaCode]
    /// Those without a figure.
    public var unknown: [AreaCode]
    /// The period of the latest figure.
    public var period: TimePeriod

    /// How many districts there are.
    public var total: Int { met.count + unmet.count + unknown.count }
}

/// Judges a commitment about districts from what each district's own figures say.
///
/// Only districts with a figure are known; there is a verdict where the unknown ones could not change it.
struct DistrictJudgement {
    /// A district with what its own figures say.
    typealias District = (area: AreaCode, assessment: TargetAssessment)

    let rules: AssessmentRules
    let target: Target
    let rule: Target.DistrictRule
    let years: ClosedRange<Int>

    /// The judgement, left open where the districts do not decide it; nil when no district has a figure.
    func judge(_ districts: [District]) -> TargetAssessment? {
        guard let period = districts.compactMap(\.assessment.period).max() else { return nil }
        let tally = tally(districts, period: period, value: \.actual)
        let due = target.deadline ?? .year(years.upperBound)
        let isBefore = period.lastDay < due.lastDay
        var result = TargetAssessment(target: target, method: .level, due: due, isBeforeTarget: isBefore)
        result.districts = tally
        result.period = period
        result.actual = Decimal(tally.met.count * 100) / Decimal(tally.total)
        result.expected = isBefore ? nil : percent
        result.explain(steps(tally))
        let then = self.tally(districts, period: due, value: \.valueWhenDue)
        result.isLate = !isBefore && isEnough(tally) && isOutOfReach(then)
        return judged(result, by: tally)
    }

    private func judged(_ open: TargetAssessment, by tally: DistrictTally) -> TargetAssessment {
        var result = open
        if isEnough(tally) {
            let isMore = rule == .share && Decimal(tally.met.count) * 100 > percent * Decimal(tally.total)
            result.verdict = isMore && !result.isBeforeTarget && !result.isLate ? .exceeded : .achieved
        } else if !isOutOfReach(tally) {
            return result.open(.missingDistricts)
        } else if result.isBeforeTarget {
            return result.open(.notDue)
        } else {
            result.verdict = .missed
        }
        return result
    }

    // MARK: Counting

    /// The share of districts demanded, as a percentage.
    private var percent: Decimal { rule == .share ? target.value ?? 100 : 100 }

    /// Whether the districts known to be there are enough.
    private func isEnough(_ tally: DistrictTally) -> Bool {
        Decimal(tally.met.count) * 100 >= percent * Decimal(tally.total)
    }

    /// Whether they would not be enough even with every district that nothing is known about.
    private func isOutOfReach(_ tally: DistrictTally) -> Bool {
        Decimal(tally.met.count + tally.unknown.count) * 100 < percent * Decimal(tally.total)
    }

    private func tally(
        _ districts: [District],
        period: TimePeriod,
        value: (TargetAssessment) -> Decimal?
    ) -> DistrictTally {
        var tally = DistrictTally(met: [], unmet: [], unknown: [], period: period)
        for district in districts {
            switch value(district.assessment).map(isThere) {
            case true?: tally.met.append(district.area)
            case false?: tally.unmet.append(district.area)
            case nil: tally.unknown.append(district.area)
            }
        }
        return tally
    }

    private func isThere(_ value: Decimal) -> Bool {
        switch rule {
        case .share: value >= 100
        case .each: Demand(target, rules: rules)?.isMet(by: value) ?? false
        }
    }

    private func steps(_ tally: DistrictTally) -> [TraceStep] {
        let (met, total) = (tally.met.count, tally.total)
        return [
            TraceStep(
                .actual,
                formula: "达标区市数 ÷ 区市数",
                numbers: "\(met) ÷ \(total)",
                result: (Decimal(met * 100) / Decimal(total)).traced + "%"
            ),
            TraceStep(
                .comparison,
                numbers: "\(met) × 100 ≥ \(percent.plainText) × \(total)",
                result: isEnough(tally) ? "是" : "否"
            ),
        ]
    }
}

extension TargetAssessment {
    /// The figure for the time it was due; an earlier one says nothing about that.
    var valueWhenDue: Decimal? { series.last { $0.period.lastDay == due.lastDay }?.value }
}
