import Diagnostics
import Foundation
import PlanModel

/// Finds two columns whose names, or whose contents, stand in each other's place.
///
/// Told once, it spares a file two problems a row; the rest of the row is then read as it is meant.
struct SwappedColumns {
    let rows: ArraySlice<[CSVTable.Cell]>
    let columns: [ObservationColumn: Int]
    let known: KnownSeries

    /// The first two columns that are swapped, in the order of the file.
    var pair: (ObservationColumn, ObservationColumn)? {
        let checked = columns.filter { Self.checked.contains($0.key) }.sorted { $0.value < $1.value }.map(\.key)
        for (number, one) in checked.enumerated() {
            for other in checked[(number + 1)...] where areSwapped(one, other) || areSwapped(other, one) {
                return (one, other)
            }
        }
        return nil
    }

    /// Columns whose cells have a form of their own.
    private static let checked: Set<ObservationColumn> = [
        .indicator, .area, .period, .value, .unit, .stage, .sourceURL,
    ]

    /// Whether no cell of `one` is what its name says, and every cell of both is what the other name says.
    private func areSwapped(_ one: ObservationColumn, _ other: ObservationColumn) -> Bool {
        let first = cells(of: one)
        let second = cells(of: other)
        guard !first.isEmpty, !second.isEmpty else { return false }
        return !first.contains { fits($0, one) } && first.allSatisfy { fits($0, other) }
            && second.allSatisfy { fits($0, one) }
    }

    /// What stands in a column, empty cells left out.
    private func cells(of column: ObservationColumn) -> [String] {
        guard let index = columns[column] else { return [] }
        return rows.compactMap { $0.indices.contains(index) ? $0[index].text : nil }.filter { !$0.isEmpty }
    }

    private func fits(_ text: String, _ column: ObservationColumn) -> Bool {
        switch column {
        case .indicator: ItemID(text).map { id in known.series?[id] != nil } ?? false
        case .area: AreaCode(text).map { code in known.areas?.contains { $0.code == code } ?? true } ?? false
        case .period: TimePeriod(text) != nil
        case .value: Decimal(plain: text.drop { ">~".contains($0) }) != nil
        case .unit: known.series?.values.contains { $0.units.contains(text) } ?? false
        case .stage: Observation.Stage(rawValue: text) != nil
        case .sourceURL: text.hasPrefix("http://") || text.hasPrefix("https://")
        default: false
        }
    }
}

extension ObservationHeader {
    /// Reports two columns that are swapped and goes on as if they were not.
    mutating func exchange(_ one: ObservationColumn, _ other: ObservationColumn) {
        guard let first = columns?[one], let second = columns?[other] else { return }
        columns?[one] = second
        columns?[other] = first
        report(
            "metrics.swapped-columns",
            cells[first],
            en: "the columns '\(one.rawValue)' and '\(other.rawValue)' seem to be swapped",
            zh: "“\(one.rawValue)”与“\(other.rawValue)”两列可能颠倒",
            help: [
                LocalizedText(
                    en: "exchange the two names in the first line, or the cells below them",
                    zh: "请对调首行的两个列名，或对调两列的内容"
                )
            ]
        )
    }
}
