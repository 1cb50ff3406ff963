public import Diagnostics

/// A problem that an evaluation or inspection found, and how it is put right: 问题 → 整改措施 → 责任单位 → 时限 → 复查 → 销号.
public struct Finding: Hashable, Sendable {
    /// A recheck of what was done (复查).
    public struct Recheck: Hashable, Sendable {
        /// The day.
        public var date: CalendarDate
        /// Whether the problem is put right.
        public var isPassed: Bool
        /// What was seen.
        public var result: String

        /// Creates a recheck from its parts.
        public init(date: CalendarDate, isPassed: Bool, result: String) {
            self.date = date
            self.isPassed = isPassed
            self.result = result
        }
    }

    /// Where a finding stands on a day.
    public enum State: String, Sendable, CaseIterable {
        /// 整改中.
        case rectifying
        /// 逾期未完成整改.
        case overdue
        /// 已复查，待销号.
        case rechecked
        /// 已销号.
        case closed
    }

    /// The identifier, the number in the ledger.
    public var id: ItemID
    /// The indicator, target, task, project or goal it is about.
    public var item: ItemID
    /// The day it was found.
    public var found: CalendarDate
    /// The problem (问题).
    public var problem: String
    /// What is done about it (整改措施).
    public var measure: String
    /// Who answers for it (责任单位).
    public var responsible: [OrganizationID]
    /// By when (时限).
    public var due: CalendarDate
    /// The rechecks, in order.
    public var rechecks: [Recheck]
    /// The day it was struck off the ledger (销号).
    public var closed: CalendarDate?
    /// Where it is from.
    public var source: String
    /// The place in the data file.
    public var location: SourceLocation

    /// Creates a finding from its parts.
    public init(
        id: ItemID,
        item: ItemID,
        found: CalendarDate,
        problem: String,
        measure: String,
        responsible: [OrganizationID],
        due: CalendarDate,
        rechecks: [Recheck] = [],
        closed: CalendarDate? = nil,
        source: String,
        location: SourceLocation
    ) {
        self.id = id
        self.item = item
        self.found = found
        self.problem = problem
        self.measure = measure
        self.responsible = responsible
        self.due = due
        self.rechecks = rechecks
        self.closed = closed
        self.source = source
        self.location = location
    }

    /// Where the finding stands on a day; nil before it was found.
    public func state(on day: CalendarDate) -> State? {
        guard found <= day else { return nil }
        if let closed, closed <= day { return .closed }
        if rechecks.last(where: { $0.date <= day })?.isPassed == true { return .rechecked }
        return due < day ? .overdue : .rectifying
    }
}
