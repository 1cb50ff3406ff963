import Foundation
import PlanModel

/// A figure that a plan sets, with what is needed to compare it with others.
struct LintQuantity {
    var plan: PlanID
    var id: ItemID
    var subject: String
    var kind: Target.Kind
    var value: Decimal
    var unit: String
    var year: Int
    var anchor: Anchor
    /// The pairs of neighbouring characters of the subject, in order.
    var run: [UInt64]
    var pairs: Set<UInt64>
    /// Whether it is a row of the plan's table of indicators; its rows are told apart by design.
    var isIndicator: Bool
    /// Whether it is said once a year and not reached once.
    var recurs: Bool

    /// The figures of a plan: those of its indicators and of its targets.
    static func all(of plan: Plan) -> [LintQuantity] {
        let end = plan.years.upperBound
        let indicators = plan.indicators.map { indicator in
            LintQuantity(
                plan: plan.id,
                id: indicator.id,
                subject: indicator.category + indicator.name,
                kind: indicator.comparator == .atMost ? .atMost : .atLeast,
                value: indicator.target.value,
                unit: indicator.unit,
                year: indicator.target.period.year,
                anchor: indicator.anchor,
                run: Similarity.run(Array((indicator.category + indicator.name).unicodeScalars)),
                pairs: Similarity.pairs(Array((indicator.category + indicator.name).unicodeScalars)),
                isIndicator: true,
                recurs: false
            )
        }
        let targets = plan.allTargets.compactMap { target -> LintQuantity? in
            guard let value = target.value ?? target.range?.lowerBound, let unit = target.unit else { return nil }
            return LintQuantity(
                plan: plan.id,
                id: target.id,
                subject: target.subject,
                kind: target.kind,
                value: value,
                unit: unit,
                year: target.deadline?.year ?? end,
                anchor: target.anchor,
                run: Similarity.run(Array(target.subject.unicodeScalars)),
                pairs: Similarity.pairs(Array(target.subject.unicodeScalars)),
                isIndicator: false,
                recurs: target.recurrence != nil
            )
        }
        return indicators + targets
    }
}
