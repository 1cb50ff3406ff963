import Foundation
import PlanModel

/// Judges a commitment about districts from what each district's own figures say.
///
/// Only districts with a figure are known; a share is worked out where the unknown ones could not change the verdict.
struct DistrictJudgement {
    let rules: AssessmentRules
    let target: Target
    let rule: Target.DistrictRule
    let years: ClosedRange<Int>
    let cutOff: CalendarDate

    /// The judgement; nil when no district has a figure, or too few to say anything.
    func judge(_ districts: [TargetAssessment]) -> TargetAssessment? {
        let known = districts.filter { $0.actual != nil }
        guard !known.isEmpty, let period = known.compactMap(\.period).max() else { return nil }
        let met = known.count { isThere($0) }
        let due = target.deadline ?? .year(years.upperBound)
        var result = TargetAssessment(
            target: target,
            method: .level,
            due: due,
            isBeforeTarget: period.lastDay < due.lastDay
        )
        result.period = period
        let percent: Decimal = rule == .share ? target.value ?? 100 : 100
        let unknown = districts.count - known.count
        let isMet = Decimal(met) * 100 >= percent * Decimal(districts.count)
        let isOutOfReach = Decimal(met + unknown) * 100 < percent * Decimal(districts.count)
        guard isMet || isOutOfReach else { return nil }
        result.actual = Decimal(met * 100) / Decimal(districts.count)
        result.expected = result.isBeforeTarget ? nil : percent
        let steps = [
            TraceStep(
                .actual,
                formula: "达标区市数 ÷ 区市数",
                numbers: "\(met) ÷ \(districts.count)",
                result: (result.actual ?? 0).traced + "%"
            ),
            TraceStep(
                .comparison,
                numbers: "\(met) × 100 ≥ \(percent.plainText) × \(districts.count)",
                result: isMet ? "是" : "否"
            ),
        ]
        result.explain(steps)
        if isMet {
            let isMore = rule == .share && Decimal(met) * 100 > percent * Decimal(districts.count)
            result.verdict = isMore && !result.isBeforeTarget ? .exceeded : .achieved
        } else if !result.isBeforeTarget {
            result.verdict = .missed
        } else {
            return result.open(.noStart)
        }
        return result
    }

    private func isThere(_ district: TargetAssessment) -> Bool {
        guard let value = district.actual else { return false }
        switch rule {
        case .share: return value >= 100
        case .each: return Demand(target, rules: rules)?.isMet(by: value) ?? false
        }
    }
}
