public import Foundation

/// A change of a target that was decided after the plan was issued (规划调整), in force from a day on.
public struct Amendment: Hashable, Sendable {
    /// The first day it is in force.
    public var effective: CalendarDate
    /// The document that decided it.
    public var document: String
    /// The new value; nil leaves it as it was.
    public var value: Decimal?
    /// The new bounds of a range; nil leaves them as they were.
    public var range: ClosedRange<Decimal>?
    /// The new deadline; nil leaves it as it was.
    public var period: TimePeriod?

    /// Creates an amendment from its parts.
    public init(
        effective: CalendarDate,
        document: String,
        value: Decimal? = nil,
        range: ClosedRange<Decimal>? = nil,
        period: TimePeriod? = nil
    ) {
        self.effective = effective
        self.document = document
        self.value = value
        self.range = range
        self.period = period
    }
}

extension [Amendment] {
    /// Those in force on a day, in the order they came into force.
    fileprivate func inForce(on day: CalendarDate) -> [Amendment] {
        filter { $0.effective <= day }.sorted { $0.effective < $1.effective }
    }
}

extension Indicator {
    /// The indicator with the target that was in force on a day.
    public func held(on day: CalendarDate) -> Indicator {
        amendments.inForce(on: day).reduce(into: self) { indicator, amendment in
            indicator.target.value = amendment.value ?? indicator.target.value
            indicator.target.period = amendment.period ?? indicator.target.period
        }
    }
}

extension Target {
    /// The commitment as it was in force on a day.
    public func held(on day: CalendarDate) -> Target {
        amendments.inForce(on: day).reduce(into: self) { target, amendment in
            target.value = amendment.value ?? target.value
            target.range = amendment.range ?? target.range
            target.deadline = amendment.period ?? target.deadline
        }
    }
}

extension Plan {
    /// The plan with the targets that were in force on a day.
    public func held(on day: CalendarDate) -> Plan {
        func held(_ targets: inout [Target]) { targets = targets.map { $0.held(on: day) } }
        func held(_ tasks: inout [Task]) { for index in tasks.indices { held(&tasks[index].targets) } }
        var plan = self
        plan.indicators = indicators.map { $0.held(on: day) }
        for chapter in plan.chapters.indices {
            held(&plan.chapters[chapter].targets)
            held(&plan.chapters[chapter].tasks)
            for section in plan.chapters[chapter].sections.indices {
                held(&plan.chapters[chapter].sections[section].targets)
                held(&plan.chapters[chapter].sections[section].tasks)
            }
        }
        for project in plan.keyProjects.indices {
            held(&plan.keyProjects[project].targets)
            for goal in plan.keyProjects[project].goals.indices {
                held(&plan.keyProjects[project].goals[goal].targets)
            }
        }
        return plan
    }
}
