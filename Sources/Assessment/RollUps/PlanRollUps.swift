public import PlanModel

/// A commitment's place together with its assessment.
public struct JudgedTarget: Sendable {
    /// The commitment and what it stands in.
    public var place: TargetPlace
    /// What came out.
    public var assessment: TargetAssessment

    /// Creates a judged commitment from its parts.
    public init(place: TargetPlace, assessment: TargetAssessment) {
        self.place = place
        self.assessment = assessment
    }
}

/// The verdicts of a plan by everything a report sums up by.
public struct PlanRollUps: Sendable {
    /// Where a commitment stands: a chapter, or the annex of key projects.
    public enum Part: Hashable, Sendable {
        /// A chapter.
        case chapter(ItemID)
        /// The key projects.
        case annex
    }

    /// All indicators.
    public var indicators: VerdictCounts
    /// All commitments.
    public var targets: VerdictCounts
    /// Indicators by 预期性 and 约束性.
    public var byNature: [RollUp<Indicator.Nature>]
    /// Indicators by category.
    public var byCategory: [RollUp<String>]
    /// Commitments by chapter, those of the annex last.
    public var byPart: [RollUp<Part>]
    /// Indicators, commitments, tasks and projects by leading department.
    public var byDepartment: [DepartmentRollUp]

    /// Sums up the assessments of a plan.
    public init(plan: Plan, indicators: [IndicatorAssessment], targets: [JudgedTarget], work: WorkAssessor) {
        self.indicators = VerdictCounts(indicators.map(\.verdict))
        self.targets = VerdictCounts(targets.map(\.assessment.verdict))
        byNature = RollUp.group(indicators, by: { [$0.indicator.nature] }, verdict: \.verdict)
        byCategory = RollUp.group(indicators, by: { [$0.indicator.category] }, verdict: \.verdict)
        byPart = RollUp.group(
            targets,
            by: { [$0.place.chapter.map { .chapter($0) } ?? .annex] },
            verdict: \.assessment.verdict
        )
        byDepartment = DepartmentRollUp.all(plan: plan, indicators: indicators, targets: targets, work: work)
    }
}
