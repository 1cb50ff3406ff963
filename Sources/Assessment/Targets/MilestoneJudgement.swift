import PlanModel

/// Judges by progress notes whether something is done.
///
/// What a whole task or project reports says that its milestones are done when it is. While it goes on nobody knows how
/// a single milestone stands.
struct MilestoneJudgement {
    /// Notes about the commitment itself, the latest first.
    let own: [ProgressNote]
    /// Notes about what it stands in, the nearest first, each the latest first.
    let enclosing: [[ProgressNote]]

    func judge(_ open: TargetAssessment, cutOff: CalendarDate) -> TargetAssessment {
        var result = open
        result.method = .milestone
        result.isBeforeTarget = cutOff < result.due.lastDay
        let isOwn = !own.isEmpty
        let notes = isOwn ? own : enclosing.first { !$0.isEmpty } ?? []
        guard let latest = notes.first else { return result.open(.notReported) }
        if latest.state == .completed {
            // The first of the notes that say so without a break says when; when the whole was done is not when each
            // part of it was.
            let done = notes.prefix { $0.state == .completed }.last ?? latest
            return result.closed(.achieved, by: done, isLate: isOwn && result.due.lastDay < done.date)
        }
        guard isOwn else { return result.open(.notReported) }
        if result.isBeforeTarget {
            return result.closed(latest.state == .inProgress ? .onTrack : .behind, by: latest)
        }
        return result.due.lastDay <= latest.date ? result.closed(.missed, by: latest) : result.open(.notReported)
    }
}

extension TargetAssessment {
    /// The same assessment with a verdict that rests on a note instead of a figure.
    fileprivate func closed(_ verdict: Verdict, by note: ProgressNote, isLate: Bool = false) -> Self {
        var copy = self
        copy.verdict = verdict
        copy.openReason = nil
        copy.note = note
        copy.isLate = isLate
        return copy
    }
}
