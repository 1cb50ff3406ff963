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
        let status = Status(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
        return IndicatorRow(
            id: indicator.id.text,
            number: indicator.number,
            name: indicator.name,
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
            expected: observed == nil ? .notApplicable : Figure(assessment.expected, scale: 2, missing: .notApplicable),
            attainment: percent(assessment.attainment),
            pace: Figure(assessment.pace, scale: 2, missing: .notApplicable),
            verdict: status,
            forecast: Figure(assessment.forecast, scale: 2, missing: .notApplicable),
            organizations: names(of: indicator.lead.isEmpty ? [input.plan.lead] : indicator.lead).joined(
                separator: "、"
            ),
            sentence: IndicatorSentence(assessment, name: plan.qualifiedName(of: indicator)).text,
            missingReason: missingReason(assessment),
            note: observed?.note,
            sourceLines: citation(indicator.anchor),
            chart: ChartBuilder(assessment).chart()
        )
    }

    /// 完成率 as a percentage with one place; the digits stay a share, so that the XML carries 0.6494.
    func percent(_ share: Decimal?) -> Figure {
        guard let share else { return .notApplicable }
        return Figure(digits: share.rounded(scale: 4).plainText, text: (share * 100).text(scale: 1) + "%")
    }

    private func missingReason(_ assessment: IndicatorAssessment) -> String? {
        if let observed = assessment.observation {
            return assessment.verdict == .noData ? "尚无目标年数据，最近一期为\(observed.period.chinese)" : nil
        }
        return assessment.missingReason
    }
}
