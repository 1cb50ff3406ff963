import Diagnostics
import Assessment
import Foundation
import PlanModel

extension Explainer {
    /// Every usable cell about an item: those of the plan's own area first, then by area and time.
    func cells(about item: ItemID) -> [Provenance.Cell] {
        let own = view.observations(about: item)
        guard !own.isEmpty else { return [] }
        let counting = Dictionary(grouping: own, by: \.area).flatMap { view.date.countingFigures(among: $0.value) }
        let counted = Set(counting.map(\.location))
        let differences = differences(among: own)
        let sorted = own.sorted { one, other in
            let (first, second) = (one.area == view.plan.area ? 0 : 1, other.area == view.plan.area ? 0 : 1)
            return (first, one.area, one.period, one.location) < (second, other.area, other.period, other.location)
        }
        return sorted.map { cell($0, counts: counted.contains($0.location), difference: differences[$0.location]) }
    }

    /// Verified minus reported, by the places of both.
    private func differences(among observations: [Observation]) -> [SourceLocation: Decimal] {
        let pairs = StageComparison.all(observations, date: view.date, tolerance: view.rules.differenceTolerance)
        return pairs.reduce(into: [:]) { result, pair in
            result[pair.reported.location] = pair.difference
            result[pair.verified.location] = pair.difference
        }
    }

    private func cell(_ observation: Observation, counts: Bool, difference: Decimal?) -> Provenance.Cell {
        Provenance.Cell(
            item: observation.indicator.text,
            name: view.name(of: observation),
            location: observation.location.description,
            file: observation.location.file,
            row: observation.location.line,
            area: view.input.registry.area(observation.area)?.name ?? observation.area.text,
            period: observation.period.description,
            value: observation.value?.plainText,
            shown: Figure(observation).text,
            unit: observation.unit,
            stage: observation.stage.rawValue,
            counts: counts,
            difference: difference?.plainText,
            definition: observation.definition,
            source: observation.source,
            sourceURL: observation.sourceURL,
            published: observation.published?.description,
            reason: observation.reason,
            note: observation.note
        )
    }

    func step(_ step: TraceStep) -> Provenance.Step {
        Provenance.Step(
            name: step.quantity.chinese,
            quantity: step.quantity.rawValue,
            formula: step.formula,
            numbers: step.numbers,
            result: step.quantity == .threshold
                ? Verdict(rawValue: step.result).map { StatusLabel.text($0, isBeforeTarget: true) } ?? step.result
                : step.result
        )
    }

    /// The ratio of Open SDG and the forecasts, with what keeps them from being worked out.
    func methods(_ assessment: IndicatorAssessment) -> [Provenance.Step] {
        var steps: [Provenance.Step] = []
        switch assessment.progressRatio {
        case .success(let ratio)?:
            let numbers = "\(ratio.observed.traced) ÷ |\(ratio.required.traced)|"
            steps.append(method("R（Open SDG）", "ratio", "d·CAGR实际 ÷ |CAGR所需|", numbers, ratio.value.traced))
            let bound = ratio.band.lowerBound.map { "R ≥ \($0.plainText)" } ?? "R < 0"
            steps.append(method("R值的界限", "band", "", bound, ratio.band.chinese))
        case .failure(let reason)?:
            steps.append(method("R（Open SDG）", "ratio", "d·CAGR实际 ÷ |CAGR所需|", "", "无法计算：\(reason.chinese)"))
        case nil: break
        }
        guard let forecast = assessment.forecasts else { return steps }
        steps.append(
            method("期末预测（线性推算）", "linear", "v0 + (v − v0) ÷ p", linearNumbers(assessment), forecast.linear.traced)
        )
        let growth = forecast.constantGrowth?.traced ?? "无法计算：数值须为正"
        steps.append(method("期末预测（等速推算）", "constantGrowth", "v0 × (v ÷ v0)^(1 ÷ p)", "", growth))
        if let range = forecast.range {
            let ends = "\(range.lowerBound.traced)—\(range.upperBound.traced)"
            steps.append(method("预测区间", "range", "最慢和最快一期的变化延续到期末", "", ends))
        }
        return steps
    }

    /// The numbers of the linear forecast; p as the calculation of the verdict gives it.
    private func linearNumbers(_ assessment: IndicatorAssessment) -> String {
        let share = assessment.trace(view.rules).first { $0.quantity == .timeShare }?.result
        guard let share, let value = assessment.actual?.plainText else { return "" }
        let base = assessment.indicator.baseline.value.plainText
        return "\(base) + (\(value) − \(base)) ÷ \(share)"
    }

    private func method(_ name: String, _ code: String, _ formula: String, _ numbers: String, _ result: String)
        -> Provenance.Step
    {
        Provenance.Step(name: name, quantity: code, formula: formula, numbers: numbers, result: result)
    }
}

extension Decimal {
    /// A result as calculations show it: rounded to six places, half to even (GB/T 8170).
    fileprivate var traced: String { rounded(scale: 6).plainText }
}

extension TraceStep.Quantity {
    /// The word for what a step works out.
    var chinese: String {
        switch self {
        case .timeShare: "时间进度 p"
        case .expected: "应达值"
        case .attainment: "完成率 a"
        case .pace: "推进速度 r"
        case .actual: "合计"
        case .year: "逐年判断"
        case .growth: "年均增速"
        case .comparison: "与目标比较"
        case .threshold: "与界限比较"
        case .forecast: "期末预测"
        }
    }
}

extension ProgressRatio.Undefined {
    /// Why there is no ratio, in words.
    var chinese: String {
        switch self {
        case .targetIsBaseline: "目标值等于基期值"
        case .metAtBaseline: "基期已达到目标"
        case .notPositive: "有数值不大于零"
        case .noTime: "基期以来没有经过时间"
        case .outOfRange: "数值相差过大"
        }
    }
}

extension TargetAssessment.Start.Origin {
    /// What vouches for a starting point, in words.
    var chinese: String {
        switch self {
        case .baselineYear: "基期"
        case .firstFigure: "首期数据"
        case .zero: "规划期初从零累计"
        }
    }
}
