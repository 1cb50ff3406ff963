import Assessment
import Foundation
import PlanModel

/// Lays out an indicator's trend in the box of 480 × 220 that the chart template draws.
struct ChartBuilder {
    private static let plotX: ClosedRange<Decimal> = 56...464
    private static let plotY: ClosedRange<Decimal> = 16...180

    private let assessment: IndicatorAssessment
    private let months: ClosedRange<Decimal>
    private let scale: ChartScale

    init(_ assessment: IndicatorAssessment) {
        self.assessment = assessment
        let indicator = assessment.indicator
        let first = indicator.baseline.period.endInMonths
        let last = max(indicator.target.period.endInMonths, assessment.series.last?.period.endInMonths ?? first)
        months = first...max(last, first + 1)
        let values = [indicator.baseline.value, indicator.target.value] + assessment.series.compactMap(\.value)
        scale = ChartScale(covering: values)
    }

    func chart() -> TrendChart {
        let indicator = assessment.indicator
        let figures = assessment.series.compactMap { observation in
            observation.value.map { (observation.period, $0) }
        }
        let start = point(indicator.baseline.period, indicator.baseline.value)
        let end = point(indicator.target.period, indicator.target.value)
        let points = [start] + figures.map { point($0.0, $0.1) }
        return TrendChart(
            xTicks: years.map { TrendChart.Tick(position: x(TimePeriod.year($0)), label: String($0)) },
            yTicks: scale.ticks.map { TrendChart.Tick(position: y($0), label: $0.plainText) },
            pathPoints: polyline([pathStart, end]),
            actualPoints: polyline(points),
            points: points,
            target: end,
            hasActual: !figures.isEmpty,
            rows: rows
        )
    }

    /// A hold target is a level line at the target, any other a slope from the baseline.
    private var pathStart: TrendChart.Point {
        let indicator = assessment.indicator
        let value = assessment.isHold ? indicator.target.value : indicator.baseline.value
        return point(indicator.baseline.period, value)
    }

    private var years: [Int] {
        let indicator = assessment.indicator
        let last = max(indicator.target.period.year, assessment.series.last?.period.year ?? 0)
        return Array(indicator.baseline.period.year...max(last, indicator.baseline.period.year))
    }

    /// Every year of the plan and every period with a figure, with what was expected and what was collected.
    private var rows: [TrendChart.Row] {
        let indicator = assessment.indicator
        var figures = Dictionary(assessment.series.map { ($0.period, Figure($0).text) }) { first, _ in first }
        figures[indicator.baseline.period] = indicator.baseline.value.plainText.withMinusSign + "（基期）"
        return Set(years.map { TimePeriod.year($0) } + figures.keys).sorted().map { period in
            TrendChart.Row(
                period: period.chinese,
                expected: expected(period).rounded(scale: 2).plainText.withMinusSign,
                actual: figures[period] ?? "暂无数据"
            )
        }
    }

    private func expected(_ period: TimePeriod) -> Decimal {
        assessment.isHold
            ? assessment.indicator.target.value : assessment.indicator.expectedValue(at: period)
    }

    private func point(_ period: TimePeriod, _ value: Decimal) -> TrendChart.Point {
        let top = y(value)
        return TrendChart.Point(
            x: x(period),
            y: top,
            labelY: top < 30 ? top + 18 : top - 9,
            label: value.plainText.withMinusSign
        )
    }

    private func polyline(_ points: [TrendChart.Point]) -> String {
        points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    }

    private func x(_ period: TimePeriod) -> Int {
        let share = (period.endInMonths - months.lowerBound) / (months.upperBound - months.lowerBound)
        return pixel(Self.plotX.lowerBound + (Self.plotX.upperBound - Self.plotX.lowerBound) * share)
    }

    private func y(_ value: Decimal) -> Int {
        let share = (value - scale.bounds.lowerBound) / (scale.bounds.upperBound - scale.bounds.lowerBound)
        return pixel(Self.plotY.upperBound - (Self.plotY.upperBound - Self.plotY.lowerBound) * share)
    }

    private func pixel(_ position: Decimal) -> Int { NSDecimalNumber(decimal: position.rounded(scale: 0)).intValue }
}

/// A value axis with round steps: 1, 2 or 5 times a power of ten, three to six of them.
struct ChartScale {
    let bounds: ClosedRange<Decimal>
    let ticks: [Decimal]

    init(covering values: [Decimal]) {
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let step = Self.step(for: high - low)
        let first = Self.floor(low, step) - (low == high ? step : 0)
        var ticks = [first]
        while ticks[ticks.count - 1] < high || ticks.count < 3 {
            ticks.append(ticks[ticks.count - 1] + step)
        }
        self.ticks = ticks
        bounds = first...ticks[ticks.count - 1]
    }

    /// The smallest round step that covers the span in at most five.
    private static func step(for span: Decimal) -> Decimal {
        guard span > 0 else { return 1 }
        var power = Decimal(sign: .plus, exponent: -6, significand: 1)
        while true {
            for factor in [1, 2, 5] as [Decimal] where factor * power * 4 >= span { return factor * power }
            power *= 10
        }
    }

    private static func floor(_ value: Decimal, _ step: Decimal) -> Decimal {
        var quotient = value / step
        var whole = Decimal()
        NSDecimalRound(&whole, &quotient, 0, .down)
        return whole * step
    }
}
