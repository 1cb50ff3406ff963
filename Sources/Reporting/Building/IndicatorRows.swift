import Assessment
import Foundation
import PlanModel

extension PlanView {
    /// The indicator table, row by row.
    var indicatorRows: [IndicatorRow] { indicators.map(row) }

    /// The rows by category, in the order of the plan's table.
    var indicatorGroups: [IndicatorGroup] {
        let rows = indicatorRows
        let categories = rows.map(\.category).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return categories.map { category in
            let own = rows.filter { $0.category == category }
            return IndicatorGroup(category: category, indicators: own, counts: Self.verdictCounts(own.map(\.verdict)))
        }
    }

    static func verdictCounts(_ statuses: [Status]) -> [StatusCount] {
        StatusCount.count(statuses, scale: Verdict.allCases.map(\.rawValue))
    }

    private func row(_ assessment: IndicatorAssessment) -> IndicatorRow {
        let indicator = assessment.indicator
        let observed = assessment.observation
        let isOver = isOver(assessment)
        let status = Status(assessment)
        return IndicatorRow(
            id: indicator.id.text,
            number: indicator.number,
            name: indicator.name,
            fullName: plan.qualifiedName(of: indicator),
            category: indicator.category,
            unit: indicator.unit,
            nature: indicator.nature.chinese,
            natureCode: indicator.nature.rawValue,
            comparator: indicator.comparator.rawValue,
            baseline: Figure(indicator.baseline.value),
            baselinePeriod: indicator.baseline.period.chinese,
            baselinePeriodCode: indicator.baseline.period.description,
            target: Figure(indicator.target.value),
            targetPeriod: indicator.target.period.chinese,
            targetPeriodCode: indicator.target.period.description,
            actual: observed.map { Figure($0) } ?? .noData,
            timePeriod: observed?.period.chinese,
            timePeriodCode: observed?.period.description,
            definition: observed?.definition,
            stage: observed.map { $0.stage == .verified ? "验证" : "自评" },
            sourceNumber: observed.map(sources.number) ?? 0,
            expected: observed == nil
                ? .notApplicable
                : Figure(assessment.expected, scale: 2, apartFrom: [assessment.actual], missing: .notApplicable),
            attainment: percent(assessment.attainment),
            pace: Figure(
                assessment.pace,
                scale: 2,
                apartFrom: [rules.ahead, rules.onTrack, 0],
                missing: .notApplicable
            ),
            verdict: status,
            forecast: Figure(
                isOver ? nil : assessment.forecast,
                scale: 2,
                apartFrom: [indicator.target.value],
                missing: .notApplicable
            ),
            isOverdue: isOver && !requiresTargetYear && observed != nil && assessment.isBeforeTarget,
            outlook: Outlook(assessment, isOver: isOver),
            organizations: names(of: indicator.lead.isEmpty ? [input.plan.lead] : indicator.lead).joined(
                separator: "、"
            ),
            sentence: IndicatorSentence(
                assessment,
                name: plan.qualifiedName(of: indicator),
                genre: plan.genre
            ).text,
            missingReason: missingReason(assessment),
            note: observed?.note,
            sourceLines: citation(indicator.anchor),
            chart: ChartBuilder(assessment).chart()
        )
    }

    /// Whether there is nothing left to forecast: the target's year is over, or the document sums up after it.
    func isOver(_ assessment: IndicatorAssessment) -> Bool {
        requiresTargetYear || assessment.indicator.target.period.lastDay <= date.cutOff
    }

    /// 完成率 as a percentage with one place; the digits stay a share, so that the XML carries 0.6494.
    func percent(_ share: Decimal?) -> Figure {
        guard let share else { return .notApplicable }
        let digits = share.rounded(scale: 4, apartFrom: [0, 1]).plainText
        let shown = (share * 100).rounded(scale: 1, apartFrom: [0, 100])
        let isShort = shown == shown.rounded(scale: 1)
        return Figure(digits: digits, text: (isShort ? shown.text(scale: 1) : shown.plainText).withMinusSign + "%")
    }

    private func missingReason(_ assessment: IndicatorAssessment) -> String? {
        if let observed = assessment.observation {
            return assessment.verdict == .noData ? "尚无目标年数据，最近一期为\(observed.period.chinese)" : nil
        }
        return assessment.missingReason
    }
}
