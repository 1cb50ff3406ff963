public import PlanModel

/// Districts in the order of their figures for one period; ties share a place, and who has no figure stands apart.
public struct DistrictRanking: Sendable {
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

    /// The period compared.
    public var period: TimePeriod
    /// The districts with a figure, the best first; of tied ones in the order of the registry.
    public var entries: [Entry]
    /// The districts without one, in the order of the registry.
    public var missing: [AreaCode]

    /// Ranks districts by their figures for a period.
    ///
    /// Only figures for one and the same period are compared: nobody is ranked by last year's figure.
    public init(
        item: ItemID,
        period: TimePeriod,
        better: Target.Direction,
        districts: [AreaCode],
        observations: ObservationIndex,
        date: EvaluationDate
    ) {
        self.period = period
        let figures = districts.map { area in
            let counting = date.countingFigures(among: observations.observations(about: item, in: area))
            return (area: area, figure: counting.first { $0.period == period })
        }
        missing = figures.filter { $0.figure == nil }.map(\.area)
        let known = figures.enumerated().compactMap { order, entry in
            entry.figure.flatMap { figure in figure.value.map { (order: order, figure: figure, value: $0) } }
        }
        .sorted { one, other in
            if one.value != other.value { return better == .up ? one.value > other.value : one.value < other.value }
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
