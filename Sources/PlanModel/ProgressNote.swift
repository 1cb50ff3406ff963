public import Diagnostics

/// What was done on a task, a project or a goal, as reported.
public struct ProgressNote: Hashable, Sendable {
    /// The plain state of a task or project.
    public enum State: String, Sendable, CaseIterable {
        /// 未启动.
        case notStarted = "not_started"
        /// 正常推进.
        case inProgress = "in_progress"
        /// 进展缓慢.
        case slow
        /// 已完成.
        case completed
    }

    /// The task, project or goal it is about.
    public var item: ItemID
    /// The state reported.
    public var state: State
    /// The day the report describes.
    public var date: CalendarDate
    /// Who reported it.
    public var reportedBy: OrganizationID
    /// What was done.
    public var summary: String
    /// What shows that it was done.
    public var evidence: [String]
    /// Problems met.
    public var problems: [String]
    /// What comes next.
    public var nextSteps: [String]
    /// Where the report is from.
    public var source: String
    /// The place in the data file.
    public var location: SourceLocation

    /// Creates a note from its parts.
    public init(
        item: ItemID,
        state: State,
        date: CalendarDate,
        reportedBy: OrganizationID,
        summary: String,
        evidence: [String] = [],
        problems: [String] = [],
        nextSteps: [String] = [],
        source: String,
        location: SourceLocation
    ) {
        self.item = item
        self.state = state
        self.date = date
        self.reportedBy = reportedBy
        self.summary = summary
        self.evidence = evidence
        self.problems = problems
        self.nextSteps = nextSteps
        self.source = source
        self.location = location
    }
}
