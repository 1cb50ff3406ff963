import Foundation
import PlanModel

extension FigureJudgement {
    // MARK: Something every year

    /// A step, a flow or a level that each year has to satisfy: 达标年数 ÷ 应达年数 is the pace.
    func everyYear(_ open: TargetAssessment) -> TargetAssessment {
        guard let demand = Demand(open.target, rules: rules) else { return open.open(.otherUnit) }
        let (judged, asked) = yearlyValues(open)
        guard let last = judged.last else { return open.open(open.series.count == 1 ? .noStart : .noFigure) }
        return yearByYear(open, judged: judged, asked: asked, last: last, demand: demand)
    }

    /// The value each year is judged by, and the first year that has to have one.
    private func yearlyValues(_ open: TargetAssessment) -> (judged: [YearFigure], asked: Int) {
        let figures = YearFigures(open.series)
        let isFlow = open.target.kind == .yearlyAmount || open.target.accumulates
        let isStep = open.series.last?.unit.hasSuffix("分点") == true || open.target.accumulates
        guard open.target.kind == .yearlyChange, !isStep else {
            let values = figures.years.filter { $0 >= firstYear }.compactMap { year in
                isFlow || isStep ? figures.flow(year) : figures.level(year)
            }
            return (values, firstYear)
        }
        let sign: Decimal = open.target.direction == .down ? -1 : 1
        let levels = figures.years.compactMap(figures.level).filter(\.isWhole)
        let steps = zip(levels, levels.dropFirst()).filter { $0.year + 1 == $1.year }.map { before, after in
            YearFigure(year: after.year, value: sign * (after.value - before.value), period: after.period)
        }
        return (steps, max(firstYear, (levels.first?.year ?? firstYear) + 1))
    }

    private func yearByYear(
        _ open: TargetAssessment,
        judged: [YearFigure],
        asked: Int,
        last: YearFigure,
        demand: Demand
    ) -> TargetAssessment {
        var result = open
        // A year that is not over counts only once it is enough already.
        let counted = judged.filter { $0.isWhole || demand.isMet(by: $0.value) }
        guard let latest = counted.last else { return result.withLatest(last).open(.noStart) }
        let known = Set(counted.map(\.year))
        result.gaps = (min(asked, latest.year)...latest.year).filter { !known.contains($0) }
        result.years = counted.map { .init(year: $0.year, value: $0.value, isMet: demand.isMet(by: $0.value)) }
        result.explain(
            counted.map { figure in
                let isMet = demand.isMet(by: figure.value)
                return TraceStep(
                    .year,
                    formula: "\(figure.year)",
                    numbers: "\(figure.value.plainText) \(demand.formula)",
                    result: isMet ? "是" : "否"
                )
            }
        )
        result = result.withLatest(latest)
        result.isBeforeTarget = latest.period.lastDay < result.due.lastDay
        result.expected = demand.value
        return result.judgedByYears(demand, rules)
    }

    // MARK: Never down

    /// Each year's end against the one before it; 不再新增 with flows: no year may have any.
    func neverDown(_ open: TargetAssessment) -> TargetAssessment {
        let figures = YearFigures(open.series)
        var result = open
        if open.target.accumulates {
            let flows = figures.years.filter { $0 >= firstYear }.compactMap(figures.flow)
            guard let last = flows.last else { return result.open(.noFigure) }
            result.years = flows.map { .init(year: $0.year, value: $0.value, isMet: $0.value <= 0) }
            result = result.withLatest(last)
            result.gaps = result.missingYears(from: firstYear, known: flows.filter { $0.isWhole || $0 == last })
        } else {
            let levels = figures.years.compactMap(figures.level).filter { $0.isWhole }
            guard let last = levels.last else { return result.open(.noStart) }
            result = result.withLatest(last)
            guard levels.count > 1 else { return result.open(.noStart) }
            let isDown = open.target.direction == .down
            result.years = zip(levels, levels.dropFirst()).map { before, after in
                let holds = isDown ? after.value <= before.value : after.value >= before.value
                return .init(year: after.year, value: after.value, isMet: holds)
            }
            result.explain(
                zip(levels, levels.dropFirst()).map { before, after in
                    let relation = isDown ? "≤" : "≥"
                    let holds = isDown ? after.value <= before.value : after.value >= before.value
                    return TraceStep(
                        .year,
                        formula: "\(after.year) \(relation) \(before.year)",
                        numbers: "\(after.value.plainText) \(relation) \(before.value.plainText)",
                        result: holds ? "是" : "否"
                    )
                }
            )
            result.gaps = result.missingYears(from: levels[0].year, known: levels)
        }
        result.isBeforeTarget = (result.period?.lastDay ?? cutOff) < result.due.lastDay
        if result.years.contains(where: { $0.isMet == false }) {
            result.verdict = .broken
        } else if result.gaps.isEmpty {
            result.verdict = .held
        } else {
            return result.open(.missingYears)
        }
        return result
    }
}

extension TargetAssessment {
    func withLatest(_ figure: YearFigure) -> Self {
        var copy = self
        copy.actual = figure.value
        copy.period = figure.period
        return copy
    }

    func missingYears(from first: Int, known: [YearFigure]) -> [Int] {
        guard let last = known.last?.year, first <= last else { return [] }
        let years = Set(known.map(\.year))
        return (first...last).filter { !years.contains($0) }
    }

    /// Before the deadline the share of years that satisfied it is the pace, from then on every year has to.
    ///
    /// Years without a figure may have gone either way; where that would change the verdict there is none.
    fileprivate func judgedByYears(_ demand: Demand, _ rules: AssessmentRules) -> Self {
        var result = self
        let met = years.count { $0.isMet == true }
        let asked = years.count + gaps.count
        result.attainment = gaps.isEmpty ? Decimal(met) / Decimal(asked) : nil
        result.pace = isBeforeTarget ? result.attainment : nil
        let worst = Self.verdict(met: met, of: asked, isBeforeTarget: isBeforeTarget, rules)
        let best = Self.verdict(met: met + gaps.count, of: asked, isBeforeTarget: isBeforeTarget, rules)
        guard worst == best else { return result.open(.missingYears) }
        let isBettered = gaps.isEmpty && years.allSatisfy { demand.isBettered(by: $0.value) }
        result.verdict = worst == .achieved && isBettered ? .exceeded : worst
        return result
    }

    private static func verdict(
        met: Int,
        of asked: Int,
        isBeforeTarget: Bool,
        _ rules: AssessmentRules
    ) -> Verdict {
        guard isBeforeTarget else { return met == asked ? .achieved : .missed }
        return met == asked || Decimal(met) >= rules.onTrack * Decimal(asked) ? .onTrack : .behind
    }
}
