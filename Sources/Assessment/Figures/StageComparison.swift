public import Foundation
public import PlanModel

/// What a district or department reported and what the city verified, for one figure (区市自评、市级验证).
///
/// Both are kept; the verified one counts.
public struct StageComparison: Hashable, Sendable {
    /// The reported figure.
    public var reported: Observation
    /// The verified figure, which counts.
    public var verified: Observation
    /// Verified minus reported, in the unit of the figures.
    public var difference: Decimal
    /// Whether the difference is more than the tolerance, a share of the verified figure.
    public var isLarge: Bool
}

extension StageComparison {
    /// Every figure that was both reported and verified, in the order of indicator, area and time.
    ///
    /// Of several reported or several verified figures for one period the one published last is compared.
    public static func all(
        _ observations: [Observation],
        date: EvaluationDate,
        tolerance: Decimal
    ) -> [StageComparison] {
        struct Key: Hashable, Comparable {
            var item: ItemID
            var area: AreaCode
            var period: TimePeriod

            static func < (one: Key, other: Key) -> Bool {
                (one.item, one.area, one.period) < (other.item, other.area, other.period)
            }
        }
        let groups = Dictionary(grouping: observations) {
            Key(item: $0.indicator, area: $0.area, period: $0.period)
        }
        return groups.sorted { $0.key < $1.key }.compactMap { _, rivals in
            let reported = date.countingFigures(among: rivals.filter { $0.stage == .selfReported }).last
            let verified = date.countingFigures(among: rivals.filter { $0.stage == .verified }).last
            guard let reported, let verified else { return nil }
            return StageComparison(reported, verified, tolerance: tolerance)
        }
    }

    private init?(_ reported: Observation, _ verified: Observation, tolerance: Decimal) {
        guard let one = reported.value, let other = verified.value, reported.unit == verified.unit else { return nil }
        self.reported = reported
        self.verified = verified
        difference = other - one
        isLarge = abs(difference) > abs(other) * tolerance
    }
}

/// How often a district's reports differ from what was verified.
public struct DistrictDifferences: Hashable, Sendable {
    /// The district.
    public var area: AreaCode
    /// How many of its figures were both reported and verified.
    public var compared: Int
    /// Those that differ by more than the tolerance.
    public var large: [StageComparison]

    /// The districts with at least one large difference, the most first, then by code.
    public static func listing(_ comparisons: [StageComparison]) -> [DistrictDifferences] {
        Dictionary(grouping: comparisons, by: \.verified.area)
            .map { DistrictDifferences(area: $0, compared: $1.count, large: $1.filter(\.isLarge)) }
            .filter { !$0.large.isEmpty }
            .sorted { ($1.large.count, $0.area) < ($0.large.count, $1.area) }
    }
}
