import Assessment
import Foundation
import PlanModel

extension Explainer {
    /// What the counts of a document are explained under.
    public static let summaryIdentifier = "summary"

    /// The counts that a report sums up with: which indicators, commitments, tasks and projects each of them counts.
    var summary: Provenance {
        let ofIndicators = view.indicators.map {
            (Status($0.verdict, isBeforeTarget: $0.isBeforeTarget).label, $0.indicator.id)
        }
        let ofTargets = view.targets.map { (JudgementWording($0.assessment).status.label, $0.place.target.id) }
        let ofTasks = view.plan.allTasks.map { (StatusLabel.text(view.work.assess($0.id).state), $0.id) }
        let ofProjects = view.plan.keyProjects.map { (StatusLabel.text(view.work.assess($0.id).state), $0.id) }
        let ofForecasts = view.indicators.compactMap { assessment in
            assessment.forecastMeetsTarget.map { ($0 ? "达到目标" : "不能达到目标", assessment.indicator.id) }
        }
        let ofDistricts = view.targets.filter { $0.place.target.districts != nil }.map {
            ($0.assessment.districts == nil ? "暂无区市数据" : "有区市数据", $0.place.target.id)
        }
        var result = base(nil, "summary", "汇总数", at: nil)
        result.steps =
            counts("指标", ofIndicators) + counts("承诺事项", ofTargets) + counts("任务", ofTasks)
            + counts("项目", ofProjects) + counts("末期预测", ofForecasts)
            + counts("以区市计的承诺事项", ofDistricts) + rollUps
        result.verdictLabel = "各项计数及其所含事项"
        return result
    }

    private func counts(_ kind: String, _ items: [(label: String, id: ItemID)]) -> [Provenance.Step] {
        let labels = items.map(\.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let whole = Provenance.Step(
            name: kind + "合计",
            quantity: "count",
            formula: "",
            numbers: "",
            result: "\(items.count)"
        )
        return [whole]
            + labels.map { label in
                let own = items.filter { $0.label == label }
                return Provenance.Step(
                    name: kind + label,
                    quantity: "count",
                    formula: "",
                    numbers: own.map(\.id.text).joined(separator: "、"),
                    result: "\(own.count)"
                )
            }
    }

    /// 应达值 of every year of the chart, and the change since the baseline that sentences speak of.
    func trajectory(_ assessment: IndicatorAssessment) -> [Provenance.Step] {
        let indicator = assessment.indicator
        let last = max(indicator.target.period.year, assessment.series.last?.period.year ?? 0)
        let years = (indicator.baseline.period.year...max(last, indicator.baseline.period.year)).map {
            TimePeriod.year($0)
        }
        let periods = Set(years + assessment.series.map(\.period)).sorted()
        let expected = periods.map { period in
            let value = assessment.isHold ? indicator.target.value : indicator.expectedValue(at: period)
            return Provenance.Step(
                name: "\(period.chinese)应达值",
                quantity: "expected",
                formula: "",
                numbers: "",
                result: value.rounded(scale: 6).plainText
            )
        }
        return expected + change(assessment)
    }

    private func change(_ assessment: IndicatorAssessment) -> [Provenance.Step] {
        guard let value = assessment.actual else { return [] }
        let base = assessment.indicator.baseline.value
        let difference = Provenance.Step(
            name: "比基期",
            quantity: "change",
            formula: "v − v0",
            numbers: "\(value.plainText) − \(base.plainText)",
            result: (value - base).plainText
        )
        guard base > 0 else { return [difference] }
        let growth = Provenance.Step(
            name: "比基期增长（%）",
            quantity: "growth",
            formula: "(v − v0) ÷ v0 × 100",
            numbers: "(\(value.plainText) − \(base.plainText)) ÷ \(base.plainText) × 100",
            result: ((value - base) * 100 / base).rounded(scale: 6).plainText
        )
        return [difference, growth]
    }

    /// The years that a commitment was judged by, so that 3年中2年达标 can be counted again.
    func years(_ assessment: TargetAssessment) -> [Provenance.Step] {
        guard !assessment.years.isEmpty else { return [] }
        let met = assessment.years.count { $0.isMet == true }
        let names = assessment.years.map { "\($0.year)\($0.isMet.map { $0 ? "✓" : "✗" } ?? "")" }
        let result =
            assessment.years.contains { $0.isMet != nil } ? "\(met)/\(assessment.years.count)" : "\(names.count)"
        let counted = Provenance.Step(
            name: "计入的年份",
            quantity: "years",
            formula: "",
            numbers: names.joined(separator: "、"),
            result: result
        )
        guard !assessment.gaps.isEmpty else { return [counted] }
        let gaps = assessment.gaps.map { String($0) }.joined(separator: "、")
        return [counted, Provenance.Step(name: "缺数年份", quantity: "gaps", formula: "", numbers: "", result: gaps)]
    }
}
