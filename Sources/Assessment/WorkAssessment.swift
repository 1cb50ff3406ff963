public import PlanModel

/// A task or project at a date: its state and the notes that say so.
public struct WorkAssessment: Sendable {
    /// The state, from the latest note.
    public var state: WorkState
    /// The usable notes, the latest first.
    public var notes: [ProgressNote]
}

/// Gives tasks, projects and goals their plain state.
public struct WorkAssessor: Sendable {
    private let notes: [ItemID: [ProgressNote]]

    /// Creates an assessor from the progress notes that an evaluation at `date` may use.
    public init(notes: [ProgressNote], date: EvaluationDate) {
        let usable = notes.enumerated().filter { $0.element.date <= date.cutOff }
            .sorted { ($0.element.date, $0.offset) > ($1.element.date, $1.offset) }
            .map(\.element)
        self.notes = Dictionary(grouping: usable, by: \.item)
    }

    /// The state of an item.
    public func assess(_ item: ItemID) -> WorkAssessment {
        let own = notes[item] ?? []
        return WorkAssessment(state: own.first.map { WorkState($0.state) } ?? .noData, notes: own)
    }
}

extension WorkState {
    /// The state that a note reports.
    public init(_ reported: ProgressNote.State) {
        self =
            switch reported {
            case .notStarted: .notStarted
            case .inProgress: .inProgress
            case .slow: .slow
            case .completed: .completed
            }
    }
}
