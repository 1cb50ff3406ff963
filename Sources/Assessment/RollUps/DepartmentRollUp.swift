public import PlanModel

/// How often each state of work was reported.
public struct WorkCounts: Hashable, Sendable {
    /// The number of items by state; a state that was not reported is left out.
    public private(set) var counts: [WorkState: Int] = [:]

    /// Counts states.
    public init(_ states: some Sequence<WorkState>) {
        for state in states { counts[state, default: 0] += 1 }
    }

    /// How many items there are, those that nobody reported on included.
    public var total: Int { counts.values.reduce(0, +) }
    /// How many items somebody reported on.
    public var reported: Int { total - (counts[.noData] ?? 0) }
}

/// What one department leads: its indicators, commitments, tasks and projects.
public struct DepartmentRollUp: Sendable {
    /// The department.
    public var department: OrganizationID
    /// The verdicts on its indicators.
    public var indicators: VerdictCounts
    /// The verdicts on its commitments.
    public var targets: VerdictCounts
    /// The verdicts on its indicators and commitments together.
    public var judged: VerdictCounts
    /// The states of its tasks and projects.
    public var work: WorkCounts
    /// Whether a figure or a note is there about anything it leads.
    public var hasReported: Bool
}

extension DepartmentRollUp {
    /// What the departments of a plan lead, in the order they first appear; what several lead counts for each of them,
    /// what names no department for the plan's own.
    static func all(
        plan: Plan,
        indicators: [IndicatorAssessment],
        targets: [JudgedTarget],
        work: WorkAssessor
    ) -> [DepartmentRollUp] {
        let ofIndicators = indicators.map { (leads: plan.leads($0.indicator.lead), item: $0) }
        let ofTargets = targets.map { (leads: $0.place.lead, item: $0.assessment) }
        let ofWork = plan.workLeads.map { (leads: $0.leads, item: work.assess($0.item).state) }
        let order = (ofIndicators.map(\.leads) + ofWork.map(\.leads) + ofTargets.map(\.leads)).joined()
        var seen: Set<OrganizationID> = []
        return order.filter { seen.insert($0).inserted }.map { department in
            let own = ofIndicators.filter { $0.leads.contains(department) }.map(\.item)
            let commitments = ofTargets.filter { $0.leads.contains(department) }.map(\.item)
            let states = WorkCounts(ofWork.filter { $0.leads.contains(department) }.map(\.item))
            return DepartmentRollUp(
                department: department,
                indicators: VerdictCounts(own.map(\.verdict)),
                targets: VerdictCounts(commitments.map(\.verdict)),
                judged: VerdictCounts(own.map(\.verdict) + commitments.map(\.verdict)),
                work: states,
                hasReported: states.reported > 0 || own.contains { $0.observation != nil }
                    || commitments.contains { !$0.series.isEmpty || $0.actual != nil || $0.note != nil }
            )
        }
    }
}

extension Plan {
    fileprivate func leads(_ own: [OrganizationID]) -> [OrganizationID] { own.isEmpty ? [lead] : own }

    /// Every task and key project with who leads it.
    fileprivate var workLeads: [(item: ItemID, leads: [OrganizationID])] {
        allTasks.map { (item: $0.id, leads: leads($0.lead)) } + keyProjects.map { (item: $0.id, leads: leads($0.lead)) }
    }
}
