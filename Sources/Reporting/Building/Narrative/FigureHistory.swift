import Assessment
import Foundation
import PlanModel

/// The figures of an indicator that a document may speak of: the plan's baseline, and what counts of the data.
struct FigureHistory: Sendable {
    /// One figure, with the words in which messages cite it.
    struct Point: Sendable {
        let period: TimePeriod
        let value: Decimal
        let precision: Observation.Precision
        let evidence: String

        /// Whether a stated number can be this figure.
        func bears(out stated: StatedNumber) -> Bool {
            switch precision {
            case .about: true
            case .over: stated.bound == .exact ? stated.value >= value : stated.bound != .atMost
            case .exact: stated.fits(value)
            }
        }
    }

    let unit: String
    /// In the order of time; the baseline comes first.
    let points: [Point]
    /// The last collected figure; nil while there is none.
    let latest: Point?

    /// What is known of the end of a year.
    func points(ofYear year: Int) -> [Point] { points.filter { $0.period.lastDay == .endOfYear(year) } }
}

extension PlanView {
    /// The figures of each indicator, by its identifier.
    var figureHistories: [ItemID: FigureHistory] {
        Dictionary(indicators.map { ($0.indicator.id, history(of: $0.indicator)) }) { first, _ in first }
    }

    private func history(of indicator: Indicator) -> FigureHistory {
        let unit = indicator.unit
        let baseline = FigureHistory.Point(
            period: indicator.baseline.period,
            value: indicator.baseline.value,
            precision: .exact,
            evidence: "\(indicator.baseline.period.chinese)基期值为\(indicator.baseline.value.plainText)\(unit)"
        )
        let collected = date.countingFigures(among: index.observations(about: indicator.id, in: plan.area))
        let points = collected.compactMap { figure in
            figure.value.map { value in
                FigureHistory.Point(
                    period: figure.period,
                    value: value,
                    precision: figure.precision,
                    evidence:
                        "\(figure.period.chinese)为\(figure.precision.rawValue)\(value.plainText)\(unit)（\(figure.location)）"
                )
            }
        }
        return FigureHistory(unit: unit, points: [baseline] + points, latest: points.last)
    }
}
