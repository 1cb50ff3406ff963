import Foundation
import PlanModel

/// A figure that stands for a year, or for the part of it that is over.
struct YearFigure: Hashable, Sendable {
    /// The year.
    var year: Int
    /// The value.
    var value: Decimal
    /// The end of what the value covers.
    var period: TimePeriod
    /// Whether the value covers the year up to its last day.
    var isWhole: Bool { period.lastDay == .endOfYear(year) }
}

/// Figures of periods read as figures of years.
struct YearFigures {
    private let byYear: [Int: [Observation]]

    init(_ series: [Observation]) {
        byYear = Dictionary(grouping: series, by: \.period.year)
    }

    /// The years with any figure, in order.
    var years: [Int] { byYear.keys.sorted() }

    /// The level at the year's end, or at the end of its latest figure: what stands last counts.
    func level(_ year: Int) -> YearFigure? {
        guard let last = (byYear[year] ?? []).max(by: { $0.period < $1.period }), let value = last.value else {
            return nil
        }
        return YearFigure(year: year, value: value, period: last.period)
    }

    /// What flowed in a year: the annual figure, or else the sum of its halves, quarters or months, which must follow
    /// each other from the first one on; nil when one of them is missing.
    func flow(_ year: Int) -> YearFigure? {
        let figures = byYear[year] ?? []
        if let whole = figures.first(where: { $0.period == .year(year) }), let value = whole.value {
            return YearFigure(year: year, value: value, period: whole.period)
        }
        for length in [6, 3, 1] {
            let parts = figures.filter { $0.period.months == length }
            guard let last = parts.last else { continue }
            let expected = (1...(12 / length)).map { TimePeriod(part: $0, length: length, year: year) }
            guard Array(expected.prefix(parts.count)) == parts.map(\.period) else { return nil }
            return YearFigure(year: year, value: parts.compactMap(\.value).reduce(0, +), period: last.period)
        }
        return nil
    }
}

extension TimePeriod {
    /// How many months the period covers; 0 for a day.
    fileprivate var months: Int {
        switch self {
        case .year: 12
        case .half: 6
        case .quarter: 3
        case .month: 1
        case .day: 0
        }
    }

    /// The half, quarter or month of a year by its number.
    fileprivate init(part: Int, length: Int, year: Int) {
        self =
            switch length {
            case 6: .half(year: year, part)
            case 3: .quarter(year: year, part)
            default: .month(year: year, part)
            }
    }
}
