import Diagnostics
import Foundation
import PlanModel

/// Finds figures that are an order of magnitude away from those beside them, as 人 typed for 万人 or 0.7 for 70 % are.
///
/// These are warnings: such a jump is nearly always a wrong unit, but it can be true.
struct MagnitudeCheck {
    /// Figures that can be compared: one series of periods of one length.
    private struct Key: Hashable {
        let indicator: ItemID
        let area: AreaCode
        let unit: String
        let months: Int
    }

    /// A figure of the series, or the plan's baseline, as messages cite it.
    private struct Point {
        let value: Decimal
        let en: String
        let zh: String
        let entry: ReadRow?
    }

    let known: KnownSeries

    /// A warning for each figure that jumps, in the order of the rows.
    func diagnostics(_ entries: [ReadRow]) -> [Diagnostic] {
        let comparable = entries.filter { entry in
            (entry.observation.value ?? 0) > 0 && known.series?[entry.observation.indicator]?.limits != nil
        }
        let groups = Dictionary(grouping: comparable) { entry in
            Key(
                indicator: entry.observation.indicator,
                area: entry.observation.area,
                unit: entry.observation.unit,
                months: entry.observation.period.lengthInMonths
            )
        }
        return groups.flatMap { jumps(points($0, $1), limit: limit($0)) }.sorted { $0.location < $1.location }
    }

    // MARK: Series

    private func points(_ key: Key, _ entries: [ReadRow]) -> [Point] {
        let sorted = entries.sorted {
            ($0.observation.period, $0.observation.location) < ($1.observation.period, $1.observation.location)
        }
        return baseline(key) + sorted.map(point)
    }

    private func point(_ entry: ReadRow) -> Point {
        let observation = entry.observation
        return Point(
            value: observation.value ?? 0,
            en: "\(observation.shown) in \(observation.period)",
            zh: "\(observation.period.chinese)为\(observation.shown)",
            entry: entry
        )
    }

    /// The plan's own first figure, which stands before all others of its area.
    private func baseline(_ key: Key) -> [Point] {
        guard key.area == known.area, key.months == 12, let series = known.series?[key.indicator],
            series.units.contains(key.unit), let baseline = series.baseline, baseline.value > 0
        else { return [] }
        return [
            Point(
                value: baseline.value,
                en: "\(baseline.value.plainText)\(key.unit) in \(baseline.period) (the plan's baseline)",
                zh: "\(baseline.period.chinese)基期值为\(baseline.value.plainText)\(key.unit)",
                entry: nil
            )
        ]
    }

    /// How many times more is a jump: counts of whole things start small and grow fast.
    private func limit(_ key: Key) -> Decimal {
        known.series?[key.indicator]?.limits?.isWhole(in: key.unit) == true ? 100 : 10
    }

    // MARK: Jumps

    /// A figure jumps that is far both from the one before it and from the last one that did not jump: what comes after a
    /// wrong figure is measured against what came before it.
    private func jumps(_ points: [Point], limit: Decimal) -> [Diagnostic] {
        guard var steady = points.first else { return [] }
        if isFirstWrong(points, limit), let entry = steady.entry {
            return [warning(entry, steady, beside: points[1])] + jumps(Array(points.dropFirst()), limit: limit)
        }
        var last = steady
        var found: [Diagnostic] = []
        for point in points.dropFirst() {
            if let entry = point.entry, isFar(point, last, limit), isFar(point, steady, limit) {
                found.append(warning(entry, point, beside: steady))
            } else {
                steady = point
            }
            last = point
        }
        return found
    }

    /// Whether the first figure is far from the second, and the second is not from the third.
    private func isFirstWrong(_ points: [Point], _ limit: Decimal) -> Bool {
        points.count > 2 && isFar(points[0], points[1], limit) && !isFar(points[1], points[2], limit)
    }

    private func isFar(_ one: Point, _ other: Point, _ limit: Decimal) -> Bool {
        one.value >= other.value * limit || other.value >= one.value * limit
    }

    private func warning(_ entry: ReadRow, _ point: Point, beside other: Point) -> Diagnostic {
        entry.row.diagnostic(
            "metrics.suspicious-magnitude",
            entry.row.cell(.value),
            severity: .warning,
            en: "\(point.en), but \(other.en): they differ by an order of magnitude",
            zh: "\(point.zh)，而\(other.zh)，相差一个数量级以上",
            help: [
                LocalizedText(
                    en: "check the value and its unit (人 or 万人, 70 or 0.7 for 70%); leave it if it is right",
                    zh: "请核对数值和单位（如以人数填万人、以0.7填70%）；确认无误的可以保留"
                )
            ]
        )
    }
}
