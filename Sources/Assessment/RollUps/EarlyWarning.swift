import Foundation
public import PlanModel

/// What is expected to fail, or near its deadline and not done: binding indicators, commitments and projects.
public struct EarlyWarning: Sendable {
    /// Why something is warned about.
    public enum Reason: String, Sendable, CaseIterable {
        /// A binding indicator falls short now.
        case fallsShort
        /// The pace so far does not reach a binding indicator's target.
        case forecastFallsShort
        /// A binding indicator has no figure.
        case noFigure
        /// A deadline of a project or goal is near and it is not done.
        case deadlineNear
        /// A deadline of a project or goal is over and it is not done.
        case deadlineOver
        /// A deadline is over and figures say that commitments due then are not met.
        case missed
    }

    /// The indicator, goal or project.
    public var item: ItemID
    /// The project of a goal, or the project itself.
    public var project: ItemID?
    /// Why.
    public var reason: Reason
    /// The deadline.
    public var due: TimePeriod
    /// Who leads it, where the plan says so.
    public var lead: [OrganizationID]
    /// The commitments due then that it is about; empty where the whole goal or project is meant.
    public var commitments: [ItemID] = []
}

extension EarlyWarning {
    /// Warnings about binding indicators, in the order of the table.
    public static func indicators(_ assessments: [IndicatorAssessment]) -> [EarlyWarning] {
        assessments.filter { $0.indicator.nature == .binding }.compactMap { assessment in
            let indicator = assessment.indicator
            return reason(assessment).map {
                EarlyWarning(item: indicator.id, reason: $0, due: indicator.target.period, lead: indicator.lead)
            }
        }
    }

    private static func reason(_ assessment: IndicatorAssessment) -> Reason? {
        if assessment.verdict == .noData { return .noFigure }
        if assessment.verdict.fallsShort { return .fallsShort }
        guard !assessment.verdict.isDone else { return nil }
        return assessment.forecastMeetsTarget == false ? .forecastFallsShort : nil
    }

    /// Warnings about key projects and their goals that are not done although a deadline is near or over, the earliest
    /// deadline first.
    ///
    /// A goal is done when its own latest note says so, or that of its project, and a part of it when the figures of its
    /// commitments say so. Every deadline that a goal names counts; a project without goals is due at the end of the
    /// plan. What was reported done although figures say otherwise is warned about once its deadline is over.
    public static func projects(
        _ plan: Plan,
        targets: [JudgedTarget],
        work: WorkAssessor,
        date: EvaluationDate,
        months: Int
    ) -> [EarlyWarning] {
        let parts = Dictionary(grouping: targets) { $0.place.goal ?? $0.place.project }
        let warnings = plan.keyProjects.flatMap { project in
            Undertaking.all(of: project, in: plan).flatMap { undertaking in
                undertaking.warnings(parts[undertaking.item] ?? [], work: work, date: date, months: months)
            }
        }
        return warnings.enumerated().sorted {
            ($0.element.due.lastDay, $0.offset) < ($1.element.due.lastDay, $1.offset)
        }
        .map(\.element)
    }
}

/// A goal of a key project, or the project itself as far as it is more than its goals.
private struct Undertaking {
    let item: ItemID
    let project: ItemID
    let lead: [OrganizationID]
    let deadlines: [TimePeriod]
    /// Whether it is done at a deadline as soon as all its commitments due then are: so for goals, whose wording they are.
    let isMadeOfCommitments: Bool

    static func all(of project: KeyProject, in plan: Plan) -> [Undertaking] {
        let end = TimePeriod.year(plan.years.upperBound)
        let whole = Undertaking(
            item: project.id,
            project: project.id,
            lead: project.lead,
            deadlines: project.goals.isEmpty ? [end] : [],
            isMadeOfCommitments: false
        )
        let goals = project.goals.map { goal in
            Undertaking(
                item: goal.id,
                project: project.id,
                lead: goal.lead.isEmpty ? project.lead : goal.lead,
                deadlines: goal.deadlines.isEmpty ? [end] : goal.deadlines,
                isMadeOfCommitments: true
            )
        }
        return [whole] + goals
    }

    func warnings(
        _ parts: [JudgedTarget],
        work: WorkAssessor,
        date: EvaluationDate,
        months: Int
    ) -> [EarlyWarning] {
        let isReportedDone = [item, project].contains { work.assess($0).state == .completed }
        let now = TimePeriod.day(date.cutOff).endInMonths
        let due = Set(deadlines + parts.map(\.assessment.due))
            .filter { $0.lastDay <= date.cutOff || $0.endInMonths - now <= Decimal(months) }
        return due.sorted().flatMap { due in
            let open = parts.filter { $0.assessment.due == due && $0.assessment.verdict?.isDone != true }
            let isOver = due.lastDay <= date.cutOff
            let missed = isOver ? open.filter { $0.assessment.verdict?.fallsShort == true } : []
            let failing = missed.isEmpty ? [] : [warning(.missed, due, about: missed)]
            guard !isReportedDone, isOpen(at: due, parts, open, missed) else { return failing }
            let unknown = open.filter { part in !missed.contains { $0.place.target.id == part.place.target.id } }
            return failing + [warning(isOver ? .deadlineOver : .deadlineNear, due, about: unknown)]
        }
    }

    /// Whether something is left at a deadline besides what figures say is met or missed.
    private func isOpen(
        at due: TimePeriod,
        _ parts: [JudgedTarget],
        _ open: [JudgedTarget],
        _ missed: [JudgedTarget]
    ) -> Bool {
        if open.count > missed.count { return true }
        let isJudgedByParts = isMadeOfCommitments && parts.contains { $0.assessment.due == due }
        return deadlines.contains(due) && !isJudgedByParts
    }

    private func warning(_ reason: EarlyWarning.Reason, _ due: TimePeriod, about parts: [JudgedTarget]) -> EarlyWarning
    {
        EarlyWarning(
            item: item,
            project: project,
            reason: reason,
            due: due,
            lead: lead,
            commitments: parts.map(\.place.target.id)
        )
    }
}

extension Verdict {
    /// Whether the target is met: achieved, exceeded or held.
    public var isDone: Bool { [.achieved, .exceeded, .held].contains(self) }
}
