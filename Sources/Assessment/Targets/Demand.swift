import Foundation
import PlanModel

/// What a value has to satisfy.
struct Demand: Hashable, Sendable {
    enum Relation: Hashable, Sendable {
        case atLeast
        case atMost
        /// 左右: no further from the value than the tolerance, a share of the value.
        case about(tolerance: Decimal)
    }

    let relation: Relation
    /// The bound; of a range (5—8所) the lower one.
    let value: Decimal
    /// The upper bound of a range, which is not a limit: more than it is better than the target.
    var upper: Decimal?
    /// Which way is better; a demand with 左右 may leave it open.
    var direction: Target.Direction?

    /// Whether a value is enough.
    ///
    /// 左右 is a limit on both sides only while nothing says which way is better: nobody misses a target by doing better.
    func isMet(by actual: Decimal) -> Bool {
        switch relation {
        case .atLeast: return actual >= value
        case .atMost: return actual <= value
        case .about(let tolerance):
            let slack = abs(value) * tolerance
            let isHighEnough = direction == .down || actual >= value - slack
            let isLowEnough = direction == .up || actual <= value + slack
            return isHighEnough && isLowEnough
        }
    }

    /// Whether a value that is enough is strictly better than what was demanded.
    func isBettered(by actual: Decimal) -> Bool {
        switch better {
        case .up: actual > (upper ?? value)
        case .down: actual < value
        case nil: false
        }
    }

    /// Which way is better, as far as it is known.
    var better: Target.Direction? {
        switch relation {
        case .atLeast: .up
        case .atMost: .down
        case .about: direction
        }
    }

    /// As formulas write it: `≥ 93`, `≤ 1.05`, `≈ 3 (±5%)`.
    var formula: String {
        switch relation {
        case .atLeast: "≥ \(value.plainText)"
        case .atMost: "≤ \(value.plainText)"
        case .about(let tolerance): "≈ \(value.plainText)（±\((tolerance * 100).plainText)%）"
        }
    }
}

extension Demand {
    /// What the figures of a commitment have to satisfy; nil for commitments that no single figure satisfies.
    init?(_ target: Target, rules: AssessmentRules) {
        switch target.kind {
        case .atLeast, .yearlyAmount, .yearlyChange:
            guard let value = target.value else { return nil }
            self.init(relation: .atLeast, value: value)
        case .atMost:
            guard let value = target.value else { return nil }
            self.init(relation: .atMost, value: value)
        case .about:
            guard let value = target.value else { return nil }
            let relation = Relation.about(tolerance: rules.aboutTolerance)
            self.init(relation: relation, value: value, direction: target.direction)
        case .range:
            guard let range = target.range else { return nil }
            self.init(relation: .atLeast, value: range.lowerBound, upper: range.upperBound)
        case .complete: self.init(relation: .atLeast, value: 100)
        case .zero: self.init(relation: .atMost, value: 0)
        case .nonDecreasing, .growthRate, .milestone, .direction: return nil
        }
    }
}
