public import PlanModel

/// What observations of a plan may be about: its indicators, targets and measures, and the registered areas.
public struct KnownSeries: Sendable {
    /// Something that has observations.
    struct Series: Sendable {
        /// The name in the plan, so that somebody who writes it is told the identifier.
        let name: String
        /// The units that observations may have; empty when any may be.
        let units: [String]
    }

    /// Nil when the plan could not be read: identifiers are not checked then.
    let series: [ItemID: Series]?
    /// Nil when the registry could not be read: areas are not checked then.
    let areas: [Area]?

    /// What may be observed; areas that could not be read are nil, and not checked.
    public init(plan: Plan, areas: [Area]?) {
        series = Self.series(of: plan)
        self.areas = areas
    }

    /// What may be observed where only identifiers are known, because the plan has mistakes: units are not checked, and
    /// nothing is when there are no identifiers.
    public init(identifiers: [String]?, areas: [Area]?) {
        series = identifiers.map { identifiers in
            let ids = identifiers.compactMap { ItemID($0) }
            return Dictionary(ids.map { ($0, Series(name: "", units: [])) }) { first, _ in first }
        }
        self.areas = areas
    }

    private static func series(of plan: Plan) -> [ItemID: Series] {
        var series: [ItemID: Series] = [:]
        for indicator in plan.indicators {
            series[indicator.id] = Series(name: indicator.name, units: [indicator.unit])
        }
        for target in plan.allTargets {
            series[target.id] = Series(name: target.subject, units: units(of: target))
        }
        for measure in plan.measures {
            series[measure.id] = Series(name: measure.name, units: [measure.unit])
        }
        return series
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
