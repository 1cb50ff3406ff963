import Foundation
public import PlanModel

/// What observations of a plan may be about: its indicators, targets and measures, and the registered areas.
public struct KnownSeries: Sendable {
    /// Something that has observations.
    struct Series: Sendable {
        /// The name in the plan, so that somebody who writes it is told the identifier.
        let name: String
        /// The units that observations may have; empty when any may be.
        let units: [String]
        /// The indicator's value before the plan began.
        var baseline: Indicator.Value?
        /// Which values it can have, in any unit; nil where nobody knows: growth, and what a plan with mistakes has.
        var limits: ValueLimits?
    }

    /// Nil when the plan could not be read: identifiers are not checked then.
    let series: [ItemID: Series]?
    /// Nil when the registry could not be read: areas are not checked then.
    let areas: [Area]?
    /// The area the plan is for; nil when the plan could not be read.
    let area: AreaCode?

    /// What may be observed; areas that could not be read are nil, and not checked.
    public init(plan: Plan, areas: [Area]?) {
        series = Self.series(of: plan)
        area = plan.area
        self.areas = areas
    }

    /// What may be observed where only identifiers are known, because the plan has mistakes: units are not checked, and
    /// nothing is when there are no identifiers.
    public init(identifiers: [String]?, areas: [Area]?) {
        series = identifiers.map { identifiers in
            let ids = identifiers.compactMap { ItemID($0) }
            return Dictionary(ids.map { ($0, Series(name: "", units: [])) }) { first, _ in first }
        }
        area = nil
        self.areas = areas
    }

    private static func series(of plan: Plan) -> [ItemID: Series] {
        var series: [ItemID: Series] = [:]
        for indicator in plan.indicators {
            series[indicator.id] = Series(indicator)
        }
        for target in plan.allTargets {
            series[target.id] = Series(target)
        }
        for measure in plan.measures {
            series[measure.id] = Series(
                name: measure.name,
                units: [measure.unit],
                limits: ValueLimits(name: measure.name, planned: [])
            )
        }
        return series
    }
}

extension KnownSeries.Series {
    fileprivate init(_ indicator: Indicator) {
        let values = [indicator.baseline, indicator.target] + indicator.interimTargets
        self.init(
            name: indicator.name,
            units: [indicator.unit],
            baseline: indicator.baseline,
            limits: ValueLimits(
                name: indicator.name,
                planned: values.map(\.value) + indicator.amendments.compactMap(\.value)
            )
        )
    }

    fileprivate init(_ target: Target) {
        let bounds = target.range.map { [$0.lowerBound, $0.upperBound] } ?? []
        let least = target.value ?? target.range?.lowerBound
        let limits = ValueLimits(
            name: target.subject,
            planned: [target.value].compactMap { $0 } + bounds + target.amendments.compactMap(\.value),
            isNorm: target.districts != nil || least.map { $0 <= 1 } ?? false
        )
        self.init(
            name: target.subject,
            units: Self.units(of: target),
            limits: target.kind == .growthRate ? nil : limits
        )
    }

    /// A step or a rate is reached by a level, which has a unit of its own.
    private static func units(of target: Target) -> [String] {
        switch target.kind {
        case .growthRate: []
        case .yearlyChange where target.unit == "个百分点": ["个百分点", "%"]
        default: target.unit.map { [$0] } ?? []
        }
    }
}
