import Assessment
import Foundation
import PlanModel

extension Explainer {
    /// What the counts of a document are explained under.
    public static let summaryIdentifier = "summary"

    /// The counts that a report sums up with: which indicators, commitments, tasks and projects each of them counts.
    var summary: Provenance {
        var result = base(Self.summaryIdentifier, .summary, "汇总数", placesOfCounts)
        result.steps =
            indicatorCounts + targetCounts + taskCounts + projectCounts + forecastCounts + districtCounts + rollUps
        result.verdictLabel = "各项计数及其所含事项"
        return result
    }

    private var indicatorCounts: [Provenance.Step] {
        let all = view.indicators
        let byNature = Indicator.Nature.allCases.map { nature in
            count("\(nature.chinese)指标", all.filter { $0.indicator.nature == nature }.map(\.indicator.id))
        }
        let withData = count("有数据的指标", all.filter { $0.verdict != .noData }.map(\.indicator.id))
        let labelled = all.map { (StatusLabel.text($0), $0.indicator.id) }
        return counts("指标", labelled, further: byNature.filter { $0.result != "0" } + [withData])
    }

    private var targetCounts: [Provenance.Step] {
        counts("承诺事项", view.targets.map { (JudgementWording($0.assessment).status.label, $0.place.target.id) })
    }

    private var taskCounts: [Provenance.Step] { workCounts("任务", view.plan.allTasks.map(\.id)) }
    private var projectCounts: [Provenance.Step] { workCounts("项目", view.plan.keyProjects.map(\.id)) }

    private var forecastCounts: [Provenance.Step] {
        let labelled = view.indicators.compactMap { assessment in
            assessment.forecastMeetsTarget.map { ($0 ? "达到目标" : "不能达到目标", assessment.indicator.id) }
        }
        return counts("期末预测", labelled)
    }

    private var districtCounts: [Provenance.Step] {
        let counted = view.targets.filter { $0.place.target.districts != nil }
        let labelled = counted.map {
            ($0.assessment.districts == nil ? "暂无区市数据" : "有区市数据", $0.place.target.id)
        }
        return counts("以区市计的承诺事项", labelled)
    }

    private func workCounts(_ kind: String, _ items: [ItemID]) -> [Provenance.Step] {
        let reported = items.filter { view.work.assess($0).state != .noData }
        let labelled = items.map { (StatusLabel.text(view.work.assess($0).state), $0) }
        return counts(kind, labelled, further: [count("已收到进展报告的\(kind)", reported)])
    }

    /// All of a kind, and those of each label, in the order in which labels first occur.
    private func counts(
        _ kind: String,
        _ items: [(label: String, id: ItemID)],
        further: [Provenance.Step] = []
    ) -> [Provenance.Step] {
        guard !items.isEmpty else { return [] }
        let labels = items.map(\.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let byLabel = Dictionary(grouping: items, by: \.label)
        var whole = count(kind + "合计", items.map(\.id))
        whole.numbers = ""
        return [whole] + further
            + labels.map { count(kind + $0, (byLabel[$0] ?? []).map(\.id)) }
    }

    private func count(_ name: String, _ items: [ItemID]) -> Provenance.Step {
        let ids = items.map(\.text)
        return Provenance.Step(
            name: name,
            quantity: "count",
            formula: "",
            numbers: ids.joined(separator: "、"),
            result: "\(ids.count)",
            items: ids
        )
    }

    /// 应达值 of every year of the chart, and the change since the baseline that sentences speak of.
    func trajectory(_ assessment: IndicatorAssessment) -> [Provenance.Step] {
        let indicator = assessment.indicator
        let last = max(indicator.target.period.year, assessment.series.last?.period.year ?? 0)
        let years = (indicator.baseline.period.year...max(last, indicator.baseline.period.year)).map {
            TimePeriod.year($0)
        }
        let periods = Set(years + assessment.series.map(\.period)).sorted()
        return periods.map { expected(at: $0, assessment) } + change(assessment)
    }

    /// 应达值 of one period; hold targets have the target's value, and the path of those with targets for earlier years has
    /// no single formula.
    private func expected(at period: TimePeriod, _ assessment: IndicatorAssessment) -> Provenance.Step {
        let (start, end) = (assessment.indicator.baseline, assessment.indicator.target)
        let value = assessment.isHold ? end.value : assessment.indicator.expectedValue(at: period)
        let hasFormula = !assessment.isHold && assessment.indicator.interimTargets.isEmpty
        let isOnTheWay = hasFormula && start.period < period && period <= end.period
        let way = "\(start.value.plainText) + (\(end.value.plainText) − \(start.value.plainText))"
        let share = "(\(period) − \(start.period)) ÷ (\(end.period) − \(start.period))"
        return Provenance.Step(
            name: "\(period.chinese)应达值",
            quantity: "expected",
            formula: isOnTheWay ? "v0 + (vT − v0) × (t − t0) ÷ (T − t0)" : "",
            numbers: isOnTheWay ? "\(way) × \(share)" : "",
            result: value.rounded(scale: 6).plainText
        )
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
