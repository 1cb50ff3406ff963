import Foundation
import PlanModel

extension FigureJudgement {
    /// The mean yearly growth since the start, held against the rate by comparing powers: (1 + g)ⁿ against the growth of
    /// all years together, so that nothing is rounded before it is compared.
    func growth(_ open: TargetAssessment) -> TargetAssessment {
        var result = open
        guard let rate = result.target.value, let unit = result.series.last?.unit else {
            return result.open(.otherUnit)
        }
        guard let total = unit == "%" ? totalOfRates(&result) : totalOfLevels(&result), total.years > 0 else {
            return result.open(result.gaps.isEmpty ? .noStart : .missingYears)
        }
        result.actual = DecimalMath.root(total.factor, total.years).map { ($0 - 1) * 100 }
        result.isBeforeTarget = (result.period?.lastDay ?? cutOff) < result.due.lastDay
        result.expected = rate
        let isAbout = result.target.text.contains("左右")
        let enough = isAbout ? rate - abs(rate) * rules.aboutTolerance : rate
        func reaches(_ percent: Decimal) -> Bool { total.reaches(percent) }
        let steps = [
            TraceStep(
                .growth,
                formula: "(v ÷ v0)^(1÷\(total.years)) − 1",
                numbers: "\(total.factor.traced)^(1÷\(total.years)) − 1",
                result: (result.actual?.traced ?? "—") + "%"
            ),
            TraceStep(.comparison, numbers: "≥ \(enough.plainText)%", result: reaches(enough) ? "是" : "否"),
        ]
        result.explain(steps)
        if result.isBeforeTarget {
            result.verdict =
                reaches(rate * rules.ahead)
                ? .ahead : reaches(min(enough, rate * rules.onTrack)) ? .onTrack : reaches(0) ? .behind : .regressing
        } else {
            let more = isAbout ? rate + abs(rate) * rules.aboutTolerance : rate
            result.verdict = !reaches(enough) ? .missed : total.exceeds(more) ? .exceeded : .achieved
        }
        return result
    }

    /// Growth over some years.
    private struct Growth {
        let factor: Decimal
        let years: Int

        func reaches(_ percent: Decimal) -> Bool {
            DecimalMath.compare(power: 1 + percent / 100, years, with: factor) <= 0
        }

        func exceeds(_ percent: Decimal) -> Bool {
            DecimalMath.compare(power: 1 + percent / 100, years, with: factor) < 0
        }
    }

    /// Figures that are rates of single years: every year from the first on has to have one.
    private func totalOfRates(_ result: inout TargetAssessment) -> Growth? {
        let figures = YearFigures(result.series)
        let rates = figures.years.filter { $0 >= firstYear }.compactMap(figures.level).filter(\.isWhole)
        guard let last = rates.last else { return nil }
        result.gaps = result.missingYears(from: firstYear, known: rates)
        result.years = rates.map { .init(year: $0.year, value: $0.value) }
        result = result.withLatest(last)
        guard result.gaps.isEmpty else { return nil }
        let factors = rates.map { 1 + $0.value / 100 }
        guard factors.allSatisfy({ $0 > 0 }) else { return nil }
        let steps = [
            TraceStep(
                .actual,
                formula: "∏(1 + g)",
                numbers: factors.map(\.plainText).joined(separator: " × "),
                result: factors.reduce(1, *).traced
            )
        ]
        result.explain(steps)
        return Growth(factor: factors.reduce(1, *), years: rates.count)
    }

    /// Figures that are amounts: the first and the last year's end.
    private func totalOfLevels(_ result: inout TargetAssessment) -> Growth? {
        let figures = YearFigures(result.series)
        let levels = figures.years.compactMap(figures.level).filter(\.isWhole)
        guard let first = levels.first, let last = levels.last else { return nil }
        result = result.withLatest(last)
        guard first.year < last.year, first.value > 0, last.value > 0 else { return nil }
        let origin: TargetAssessment.Start.Origin = first.year < firstYear ? .baselineYear : .firstFigure
        result.start = .init(value: .init(period: first.period, value: first.value), origin: origin)
        return Growth(factor: last.value / first.value, years: last.year - first.year)
    }
}
