public import PlanModel

/// Observations by what they are about and the area they are for, so that one look-up finds those of an assessment.
public struct ObservationIndex: Sendable {
    private struct Key: Hashable {
        var item: ItemID
        var area: AreaCode
    }

    private let figures: [Key: [Observation]]

    /// Sorts observations in; their order is kept.
    public init(_ observations: [Observation]) {
        figures = Dictionary(grouping: observations) { Key(item: $0.indicator, area: $0.area) }
    }

    /// All observations about an indicator, target or measure in an area, in the order given.
    public func observations(about item: ItemID, in area: AreaCode) -> [Observation] {
        figures[Key(item: item, area: area)] ?? []
    }
}

extension EvaluationDate {
    /// The figures that count, one a period, in the order of time.
    ///
    /// Of several figures for one period a verified one goes before a reported one, then the one published last, then
    /// the one that stands first in the data files; the order of the rows given does not matter.
    public func countingFigures(among candidates: [Observation]) -> [Observation] {
        let usable = candidates.filter { $0.value != nil && $0.isUsable(cutOff: cutOff, knownBy: knownBy) }
        var best: [Observation] = []
        for figure in usable.sorted(by: { $0.period < $1.period }) {
            if let last = best.last, last.period == figure.period {
                if figure.isPreferred(to: last) { best[best.count - 1] = figure }
            } else {
                best.append(figure)
            }
        }
        return best
    }

    /// Why there is no figure: the reason given for the latest period.
    func missingReason(among candidates: [Observation]) -> String? {
        let reasons = candidates.filter { $0.value == nil && $0.reason != nil }
        return reasons.max { ($0.period, $1.location) < ($1.period, $0.location) }?.reason
    }
}

extension Observation {
    /// Whether this figure counts before another one for the same period.
    fileprivate func isPreferred(to other: Observation) -> Bool {
        if stage != other.stage { return stage == .verified }
        let published = (published?.lastDay ?? period.lastDay, other.published?.lastDay ?? other.period.lastDay)
        if published.0 != published.1 { return published.0 > published.1 }
        return location < other.location
    }
}
