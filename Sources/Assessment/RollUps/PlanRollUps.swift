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
    /// Indicators and commitments by leading department: one with several leads counts for each of them.
    public var byDepartment: [RollUp<OrganizationID>]

    /// Sums up the assessments of a plan.
    public init(plan: Plan, indicators: [IndicatorAssessment], targets: [JudgedTarget]) {
        self.indicators = VerdictCounts(indicators.map(\.verdict))
        self.targets = VerdictCounts(targets.map(\.assessment.verdict))
        byNature = RollUp.group(indicators, by: { [$0.indicator.nature] }, verdict: \.verdict)
        byCategory = RollUp.group(indicators, by: { [$0.indicator.category] }, verdict: \.verdict)
        byPart = RollUp.group(
            targets,
            by: { [$0.place.chapter.map { .chapter($0) } ?? .annex] },
            verdict: \.assessment.verdict
        )
        let ofIndicators: [([OrganizationID], Verdict?)] = indicators.map {
            ($0.indicator.lead.isEmpty ? [plan.lead] : $0.indicator.lead, $0.verdict)
        }
        let ofTargets = targets.map { ($0.place.lead, $0.assessment.verdict) }
        byDepartment = RollUp.group(ofIndicators + ofTargets, by: \.0, verdict: \.1)
    }
}
