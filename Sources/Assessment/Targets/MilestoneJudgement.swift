import PlanModel

/// Judges by progress notes whether something is done.
///
/// What a whole task or project reports says that its milestones are done when it is; while it goes on it says that
/// work is under way, but not, after the deadline, that a single milestone is missing.
struct MilestoneJudgement {
    /// Notes about the commitment itself, the latest first.
    let own: [ProgressNote]
    /// Notes about what it stands in, the nearest first, each the latest first.
    let enclosing: [[ProgressNote]]

    func judge(_ open: TargetAssessment, cutOff: CalendarDate) -> TargetAssessment {
        var result = open
        result.method = .milestone
        result.isBeforeTarget = cutOff < result.due.lastDay
        let notes = own.isEmpty ? enclosing.first { !$0.isEmpty } ?? [] : own
        guard let latest = notes.first else { return result.open(.notReported) }
        result.note = latest
        if latest.state == .completed {
            // The first of the notes that say so without a break says when.
            let done = notes.prefix { $0.state == .completed }.last ?? latest
            result.note = done
            result.isLate = result.due.lastDay < done.date
            result.verdict = .achieved
        } else if result.isBeforeTarget {
            result.verdict = latest.state == .inProgress ? .onTrack : .behind
        } else if !own.isEmpty, result.due.lastDay <= latest.date {
            result.verdict = .missed
        } else {
            return result.open(.notReported)
        }
        return result
    }
}
