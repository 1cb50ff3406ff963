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
/// Only districts with a figure are known; a share is worked out where the unknown ones could not change the verdict.
struct DistrictJudgement {
    /// How the districts stand, and what that says about the commitment; no judgement where too few are known.
    typealias Result = (tally: DistrictTally, judgement: TargetAssessment?)

    let rules: AssessmentRules
    let target: Target
    let rule: Target.DistrictRule
    let years: ClosedRange<Int>

    /// The judgement; nil when no district has a figure.
    func judge(_ districts: [(area: AreaCode, assessment: TargetAssessment)]) -> Result? {
        let known = districts.filter { $0.assessment.actual != nil }
        guard let period = known.compactMap(\.assessment.period).max() else { return nil }
        let tally = DistrictTally(
            met: known.filter { isThere($0.assessment) }.map(\.area),
            unmet: known.filter { !isThere($0.assessment) }.map(\.area),
            unknown: districts.filter { $0.assessment.actual == nil }.map(\.area),
            period: period
        )
        return (tally, judgement(tally))
    }

    /// The share of districts demanded, as a percentage.
    private var percent: Decimal { rule == .share ? target.value ?? 100 : 100 }

    private func judgement(_ tally: DistrictTally) -> TargetAssessment? {
        let (met, total) = (tally.met.count, tally.total)
        let isMet = Decimal(met) * 100 >= percent * Decimal(total)
        let isOutOfReach = Decimal(met + tally.unknown.count) * 100 < percent * Decimal(total)
        guard isMet || isOutOfReach else { return nil }
        let due = target.deadline ?? .year(years.upperBound)
        let isBefore = tally.period.lastDay < due.lastDay
        let actual = Decimal(met * 100) / Decimal(total)
        var result = TargetAssessment(target: target, method: .level, due: due, isBeforeTarget: isBefore)
        result.districts = tally
        result.period = tally.period
        result.actual = actual
        result.expected = isBefore ? nil : percent
        result.explain(steps(met, of: total, isMet: isMet, actual: actual))
        if isMet {
            let isMore = rule == .share && Decimal(met) * 100 > percent * Decimal(total)
            result.verdict = isMore && !isBefore ? .exceeded : .achieved
        } else if isBefore {
            return result.open(.noStart)
        } else {
            result.verdict = .missed
        }
        return result
    }

    private func steps(_ met: Int, of total: Int, isMet: Bool, actual: Decimal) -> [TraceStep] {
        [
            TraceStep(
                .actual,
                formula: "达标区市数 ÷ 区市数",
                numbers: "\(met) ÷ \(total)",
                result: actual.traced + "%"
            ),
            TraceStep(
                .comparison,
                numbers: "\(met) × 100 ≥ \(percent.plainText) × \(total)",
                result: isMet ? "是" : "否"
            ),
        ]
    }

    private func isThere(_ district: TargetAssessment) -> Bool {
        guard let value = district.actual else { return false }
        switch rule {
        case .share: return value >= 100
        case .each: return Demand(target, rules: rules)?.isMet(by: value) ?? false
        }
    }
}
