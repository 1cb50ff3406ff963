import Foundation
import PlanModel

extension TargetPath {
    /// The calculation of 时间进度, 应达值, 完成率 and 推进速度 with the numbers in it.
    var trace: [TraceStep] {
        let (v0, vT, v) = (baseline.value.plainText, target.value.plainText, value.plainText)
        var steps: [TraceStep] = []
        if let share = timeShare {
            steps.append(
                TraceStep(
                    .timeShare,
                    formula: "(t − t0) ÷ (T − t0)",
                    numbers: "(\(period) − \(baseline.period)) ÷ (\(target.period) − \(baseline.period))",
                    result: share.traced
                )
            )
        }
        steps.append(
            TraceStep(
                .expected,
                formula: "v0 + (vT − v0) × p",
                numbers: "\(v0) + (\(vT) − \(v0)) × \((timeShare.map { min($0, 1) } ?? 1).traced)",
                result: expected.traced
            )
        )
        if let attainment {
            steps.append(
                TraceStep(
                    .attainment,
                    formula: "(v − v0) ÷ (vT − v0)",
                    numbers: "(\(v) − \(v0)) ÷ (\(vT) − \(v0))",
                    result: attainment.traced
                )
            )
        }
        if let pace, let attainment, let timeShare {
            steps.append(
                TraceStep(
                    .pace,
                    formula: "a ÷ p",
                    numbers: "\(attainment.traced) ÷ \(timeShare.traced)",
                    result: pace.traced
                )
            )
        }
        return steps
    }
}

extension TraceStep {
    /// A value against what it has to satisfy; `name` says which, where it is not the one that is judged.
    static func comparison(_ value: Decimal, _ demand: Demand, _ isMet: Bool, of name: String = "") -> TraceStep {
        TraceStep(
            .comparison,
            formula: name,
            numbers: "\(value.plainText) \(demand.formula)",
            result: isMet ? "是" : "否"
        )
    }

    /// The pace against the thresholds.
    static func threshold(_ path: TargetPath, _ rules: AssessmentRules) -> TraceStep {
        let passed = [rules.ahead, rules.onTrack, 0].first { path.hasPace(atLeast: $0) }
        let numbers = passed.map { "r ≥ \($0.plainText)" } ?? "r < 0"
        return TraceStep(.threshold, numbers: numbers, result: path.verdict(rules).rawValue)
    }
}

extension Decimal {
    /// A result as calculations show it: rounded to six places, half to even (GB/T 8170).
    var traced: String { rounded(scale: 6).plainText }
}
