import Foundation
import PlanModel

/// The values of an indicator, told apart: where it began, where it is to go, what lies between.
struct IndicatorValues {
    /// A value with its year.
    struct Dated {
        var year: Int
        var value: Decimal
    }

    var baseline: Dated?
    var target: Dated?
    var interim: [Dated]
    var comparator: PlanModel.Comparator

    /// Tells the values of an indicator apart; a value without a year stands before the plan's first or at its last year.
    init(_ indicator: DraftIndicator, years: ClosedRange<Int>?) {
        let dated = indicator.values.compactMap { value -> (Dated, DraftIndicator.Value)? in
            let fallback = years.map { value.isBaseline ? $0.lowerBound - 1 : $0.upperBound }
            return (value.year ?? fallback).map { (Dated(year: $0, value: value.value), value) }
        }
        let targets = dated.filter { !$0.1.isBaseline }.sorted { $0.0.year < $1.0.year }
        target = targets.last?.0
        baseline = dated.first { $0.1.isBaseline }?.0
        interim = targets.dropLast().map(\.0)
        let stated = targets.last?.1.comparator ?? .equal
        comparator = stated == .equal ? Self.usual(from: baseline?.value, to: target?.value) : stated
    }

    /// A target below its baseline is an upper limit, every other one a lower limit.
    private static func usual(from baseline: Decimal?, to target: Decimal?) -> PlanModel.Comparator {
        guard let baseline, let target, target < baseline else { return .atLeast }
        return .atMost
    }
}
