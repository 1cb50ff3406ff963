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
        /// A goal's deadline is near and it is not done.
        case deadlineNear
        /// A goal's deadline is over and it is not done.
        case deadlineOver
    }

    /// The indicator or goal.
    public var item: ItemID
    /// The project of a goal.
    public var project: ItemID?
    /// Why.
    public var reason: Reason
    /// The deadline.
    public var due: TimePeriod
}

extension EarlyWarning {
    /// Warnings about binding indicators, in the order of the table.
    public static func indicators(_ assessments: [IndicatorAssessment]) -> [EarlyWarning] {
        assessments.filter { $0.indicator.nature == .binding }.compactMap { assessment in
            reason(assessment).map {
                EarlyWarning(item: assessment.indicator.id, reason: $0, due: assessment.indicator.target.period)
            }
        }
    }

    private static func reason(_ assessment: IndicatorAssessment) -> Reason? {
        if assessment.verdict == .noData { return .noFigure }
        if assessment.verdict.fallsShort { return .fallsShort }
        guard !assessment.verdict.isDone else { return nil }
        return assessment.forecastMeetsTarget == false ? .forecastFallsShort : nil
    }

    /// Warnings about goals of key projects that are not done although a deadline is near or over.
    ///
    /// A goal is done when its own latest note says so, or that of its project. Every deadline that a goal names counts.
    public static func projects(
        _ plan: Plan,
        work: WorkAssessor,
        date: EvaluationDate,
        months: Int
    ) -> [EarlyWarning] {
        let now = TimePeriod.day(date.cutOff).endInMonths
        return plan.keyProjects.flatMap { project in
            project.goals.flatMap { goal -> [EarlyWarning] in
                let states = [goal.id, project.id].map { work.assess($0).state }
                guard !states.contains(.completed) else { return [] }
                let deadlines = goal.deadlines.isEmpty ? [.year(plan.years.upperBound)] : goal.deadlines
                return deadlines.compactMap { due in
                    let isOver = due.lastDay <= date.cutOff
                    guard isOver || due.endInMonths - now <= .init(months) else { return nil }
                    let reason: Reason = isOver ? .deadlineOver : .deadlineNear
                    return EarlyWarning(item: goal.id, project: project.id, reason: reason, due: due)
                }
            }
        }
    }
}

extension Verdict {
    /// Whether the target is met: achieved, exceeded or held.
    public var isDone: Bool { [.achieved, .exceeded, .held].contains(self) }
}
