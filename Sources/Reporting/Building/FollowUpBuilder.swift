import Assessment
import Foundation
import PlanModel

extension PlanView {
    /// What a document says beside the plan's own order.
    func followUp(_ kind: DocumentKind, isDraft: Bool) -> FollowUp {
        FollowUp(
            shares: partShares,
            warnings: warningRows,
            explanations: input.narrative.explanations(kind).compactMap(explanationRow),
            findings: findingRows,
            differences: differenceRows,
            differenceTolerance: (rules.differenceTolerance * 100).plainText,
            isTextStale: NarrativeCheck(view: self, kind: kind, isDraft: isDraft).isStale
        )
    }

    // MARK: Shares

    private var partShares: [PartShare] {
        PlanRollUps(plan: plan, indicators: indicators, targets: targets).byPart.map { rollUp in
            PartShare(title: title(of: rollUp.key), total: rollUp.counts.total, segments: segments(rollUp.counts))
        }
    }

    private func title(of part: PlanRollUps.Part) -> String {
        switch part {
        case .annex: plan.annex?.title ?? "重点项目"
        case .chapter(let id):
            plan.chapters.first { $0.id == id }.map { "\($0.number)、\($0.title)" } ?? id.text
        }
    }

    private func segments(_ counts: VerdictCounts) -> [PartShare.Segment] {
        let noData = counts.counts[.noData] ?? 0
        let groups = [
            ("asExpected", "符合预期", counts.asExpected),
            ("fallsShort", "低于预期", counts.judged - counts.asExpected),
            ("noData", "暂无数据", noData), ("open", "不作数值判断", counts.open),
        ]
        let percents = Shares.percentages(of: groups.map(\.2))
        let widths = Shares.percentages(of: groups.map(\.2), scale: 0).map { NSDecimalNumber(decimal: $0).intValue * 4 }
        return groups.indices.map { index in
            PartShare.Segment(
                code: groups[index].0,
                label: groups[index].1,
                count: groups[index].2,
                percent: percents[index].text(scale: 1),
                x: widths[..<index].reduce(0, +),
                width: widths[index]
            )
        }
    }

    // MARK: Warnings and explanations

    private var warningRows: [WarningRow] {
        let ofProjects = EarlyWarning.projects(plan, work: work, date: date, months: rules.warningMonths)
        return (EarlyWarning.indicators(indicators) + ofProjects).map { warning in
            WarningRow(
                item: warning.item.text,
                name: name(of: warning.project ?? warning.item),
                reason: warning.reason.chinese,
                due: warning.due.chinese
            )
        }
    }

    private func explanationRow(_ explanation: Explanation) -> ExplanationRow? {
        let indicator = indicators.first { $0.indicator.id == explanation.item }
        let status = indicator.map { Status($0.verdict, isBeforeTarget: $0.isBeforeTarget) }
        guard let status = status ?? judgement(of: explanation.item)?.status else { return nil }
        return ExplanationRow(
            item: explanation.item.text,
            name: name(of: explanation.item),
            verdict: status,
            cause: Claim.removed(from: explanation.cause),
            remedy: Claim.removed(from: explanation.remedy)
        )
    }

    // MARK: Ledger

    /// Everything found by the cut-off date; what is struck off stays in the ledger with its date.
    private var findingRows: [FindingRow] {
        input.findings.compactMap { finding in
            guard let state = finding.state(on: date.cutOff) else { return nil }
            let recheck = finding.rechecks.last { $0.date <= date.cutOff }
            return FindingRow(
                id: finding.id.text,
                item: finding.item.text,
                name: name(of: finding.item),
                problem: finding.problem,
                measure: finding.measure,
                responsible: names(of: finding.responsible).joined(separator: "、"),
                due: finding.due.chinese,
                recheck: recheck.map { "\($0.date.chinese)：\($0.result)" },
                state: Status(state)
            )
        }
    }

    private var differenceRows: [DifferenceRow] {
        StageComparison.all(usable, date: date, tolerance: rules.differenceTolerance).filter(\.isLarge).map { pair in
            DifferenceRow(
                item: pair.verified.indicator.text,
                name: name(of: pair.verified.indicator),
                area: input.registry.area(pair.verified.area)?.name ?? pair.verified.area.text,
                period: pair.verified.period.chinese,
                reported: Figure(pair.reported),
                verified: Figure(pair.verified),
                difference: Figure(pair.difference),
                unit: UnitWording(unit: pair.verified.unit).suffix
            )
        }
    }

    /// What people call an item: an indicator, a commitment, a measure, a task or a project.
    private func name(of item: ItemID) -> String {
        if let name = plan.observableNames[item] { return name }
        if let task = plan.allTasks.first(where: { $0.id == item }) { return task.title }
        return plan.keyProjects.first { $0.id == item }?.name ?? item.text
    }
}

extension EarlyWarning.Reason {
    /// The reason in words.
    var chinese: String {
        switch self {
        case .fallsShort: "约束性指标目前未达要求"
        case .forecastFallsShort: "约束性指标按现有进度推算不能如期达到"
        case .noFigure: "约束性指标暂无数据"
        case .deadlineNear: "临近时限，尚未报告完成"
        case .deadlineOver: "时限已过，尚未报告完成"
        }
    }
}

extension Status {
    fileprivate init(_ state: Finding.State) {
        switch state {
        case .rectifying: self.init(code: "inProgress", label: "整改中", symbol: "◆")
        case .overdue: self.init(code: "missed", label: "逾期未完成整改", symbol: "○")
        case .rechecked: self.init(code: "held", label: "已复查，待销号", symbol: "■")
        case .closed: self.init(code: "completed", label: "已销号", symbol: "●")
        }
    }
}
