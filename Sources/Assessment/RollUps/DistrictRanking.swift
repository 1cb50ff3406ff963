public import PlanModel

/// Districts in the order of their figures for one period; ties share a place, and who has no figure stands apart.
public struct DistrictRanking: Sendable {
    /// Which figure stands first.
    public enum Order: String, Sendable, CaseIterable {
        /// The highest: more is better, or nothing says which is.
        case descending
        /// The lowest: less is better.
        case ascending
    }

    /// A district with its figure.
    public struct Entry: Hashable, Sendable {
        /// The place, from 1; of 1, 2, 2 the next one is 4.
        public var place: Int
        /// Whether another district has the same place.
        public var isTied: Bool
        /// The district.
        public var area: AreaCode
        /// The figure that counts.
        public var observation: Observation
    }

    /// The indicator, commitment or measure.
    public var item: ItemID
    /// The period compared.
    public var period: TimePeriod
    /// The districts with a figure, the best first; of tied ones in the order of the registry.
    public var entries: [Entry]
    /// The districts without one, in the order of the registry.
    public var missing: [AreaCode]

    /// Which figure stands first.
    public var order: Order

    /// Ranks districts by their figures for a period.
    ///
    /// Only figures for one and the same period are compared: nobody is ranked by last year's figure.
    public init(
        item: ItemID,
        period: TimePeriod,
        order direction: Order,
        districts: [AreaCode],
        observations: ObservationIndex,
        date: EvaluationDate
    ) {
        self.item = item
        self.period = period
        order = direction
        let figures = districts.map { area in
            let counting = date.countingFigures(among: observations.observations(about: item, in: area))
            return (area: area, figure: counting.first { $0.period == period })
        }
        missing = figures.filter { $0.figure == nil }.map(\.area)
        let known = figures.enumerated().compactMap { order, entry in
            entry.figure.flatMap { figure in figure.value.map { (order: order, figure: figure, value: $0) } }
        }
        .sorted { one, other in
            if one.value != other.value {
                return direction == .descending ? one.value > other.value : one.value < other.value
            }
            return one.order < other.order
        }
        entries = known.enumerated().map { index, entry in
            let first = known.firstIndex { $0.value == entry.value } ?? index
            return Entry(
                place: first + 1,
                isTied: known.count { $0.value == entry.value } > 1,
                area: districts[entry.order],
                observation: entry.figure
            )
        }
    }
}

extension DistrictRanking {
    /// The ranking for the latest period that at least half of the districts have a figure for; nil where there is none:
    /// places among a few say nothing about the others.
    public init?(
        latestOf item: ItemID,
        order: Order,
        districts: [AreaCode],
        observations: ObservationIndex,
        date: EvaluationDate
    ) {
        let periods = districts.map { area in
            Set(date.countingFigures(among: observations.observations(about: item, in: area)).map(\.period))
        }
        let isKnown = { (period: TimePeriod) in periods.count { $0.contains(period) } }
        let comparable = Set(periods.joined()).filter { isKnown($0) > 1 && isKnown($0) * 2 >= districts.count }
        guard let latest = comparable.max() else { return nil }
        self.init(
            item: item,
            period: latest,
            order: order,
            districts: districts,
            observations: observations,
            date: date
        )
    }
}

extension Indicator {
    /// Which figure stands first when districts are ranked.
    public var rankingOrder: DistrictRanking.Order {
        if baseline.value != target.value { return baseline.value < target.value ? .descending : .ascending }
        return comparator == .atMost ? .ascending : .descending
    }
}

extension Target {
    /// Which figure stands first when districts are ranked by figures in a unit.
    ///
    /// Of steps, such as 下降1.2个百分点, the larger one is better; of levels the lower one where they are to fall.
    public func rankingOrder(unit: String) -> DistrictRanking.Order {
        switch kind {
        case .atMost, .zero: .ascending
        case .yearlyChange where unit.hasSuffix("分点"): .descending
        case .about, .nonDecreasing, .direction, .yearlyChange: direction == .down ? .ascending : .descending
        case .atLeast, .range, .complete, .yearlyAmount, .growthRate, .milestone: .descending
        }
    }
}
