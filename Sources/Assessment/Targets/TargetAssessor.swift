public import PlanModel

/// Judges the commitments in a plan's text by the rules of the method section.
public struct TargetAssessor: Sendable {
    let rules: AssessmentRules
    let date: EvaluationDate
    let years: ClosedRange<Int>
    private let index: ObservationIndex
    private let work: WorkAssessor
    private let area: AreaCode
    private let districts: [AreaCode]
    private let requiresTargetYear: Bool

    /// Creates an assessor for the commitments of a plan.
    /// - Parameters:
    ///   - plan: The plan; its years and area are used.
    ///   - rules: The thresholds.
    ///   - date: The day the evaluation stands at.
    ///   - observations: The figures.
    ///   - notes: The progress notes.
    ///   - districts: The areas directly below the plan's, for commitments about districts.
    ///   - requiresTargetYear: Whether only a figure for the year it was due counts, as a final summary demands of
    ///     commitments due by the end of the plan.
    public init(
        plan: Plan,
        rules: AssessmentRules,
        date: EvaluationDate,
        observations: ObservationIndex,
        notes: [ProgressNote] = [],
        districts: [AreaCode] = [],
        requiresTargetYear: Bool = false
    ) {
        self.rules = rules
        self.date = date
        years = plan.years
        index = observations
        work = WorkAssessor(notes: notes, date: date)
        area = plan.area
        self.districts = districts
        self.requiresTargetYear = requiresTargetYear
    }

    /// The assessment of a commitment.
    /// - Parameters:
    ///   - place: The commitment with what it stands in.
    ///   - area: The area to assess; nil means the plan's.
    /// - Returns: The assessment; without a usable figure or note its verdict is ``Verdict/noData``.
    public func assess(_ place: TargetPlace, area: AreaCode? = nil) -> TargetAssessment {
        let result = judged(place, in: area ?? self.area, isWhole: area == nil || area == self.area)
        let isDueInPlan = result.due.lastDay <= .endOfYear(years.upperBound)
        let isJudged = result.verdict != nil || result.openReason == .notDue
        guard requiresTargetYear, isDueInPlan, result.isBeforeTarget, isJudged else { return result }
        return result.open(result.actual == nil ? result.openReason ?? .noFigure : .noFigureWhenDue)
    }

    private func judged(_ place: TargetPlace, in area: AreaCode, isWhole: Bool) -> TargetAssessment {
        let target = place.target
        var result = byFigures(target, index.observations(about: target.id, in: area))
        if isWhole, let rule = target.districts { result = withDistricts(result, rule) }
        guard result.series.isEmpty, result.districts == nil else { return result }
        return target.kind == .milestone || target.kind == .complete ? byNotes(place, fallback: result) : result
    }

    /// What the districts' own figures say of a commitment about districts, or the plan area's own where they leave it open.
    ///
    /// A share of the districts may be known for the area as a whole. What each of them has is not: an average that is
    /// too low says that some are not there, but one that is enough does not say that all are.
    private func withDistricts(_ own: TargetAssessment, _ rule: Target.DistrictRule) -> TargetAssessment {
        let saysTooMuch = rule == .each && own.verdict?.isDone == true
        guard let counted = fromDistricts(own.target, rule) else {
            return saysTooMuch ? own.open(.missingDistricts) : own
        }
        let isJudged = own.verdict != nil && own.verdict != .noData
        if counted.verdict != nil || saysTooMuch || !isJudged { return counted }
        var result = own
        result.districts = counted.districts
        return result
    }

    /// The judgement by figures alone.
    private func byFigures(_ target: Target, _ candidates: [Observation]) -> TargetAssessment {
        let method = target.method
        let due = target.deadline ?? .year(years.upperBound)
        var result = TargetAssessment(
            target: target,
            method: method,
            due: due,
            isBeforeTarget: date.cutOff < due.lastDay
        )
        result.missingReason = date.missingReason(among: candidates)
        result.series = date.countingFigures(among: candidates).filter { $0.period.year >= years.lowerBound - 1 }
        if method == .text { return result.open(.byText) }
        guard let last = result.series.last, last.period.year >= years.lowerBound else { return result.open(.noFigure) }
        let judgement = FigureJudgement(rules: rules, firstYear: years.lowerBound, cutOff: date.cutOff)
        return judgement.judge(result)
    }

    /// What the districts' own figures say; nil when no district has one.
    private func fromDistricts(_ target: Target, _ rule: Target.DistrictRule) -> TargetAssessment? {
        let own = districts.map {
            (area: $0, assessment: byFigures(target, index.observations(about: target.id, in: $0)))
        }
        return DistrictJudgement(rules: rules, target: target, rule: rule, years: years).judge(own)
    }

    private func byNotes(_ place: TargetPlace, fallback: TargetAssessment) -> TargetAssessment {
        let own = [place.target.id] + (place.isWholeGoal ? place.enclosing.prefix(1) : [])
        let judgement = MilestoneJudgement(
            own: own.flatMap { work.assess($0).notes }.sorted { $0.date > $1.date },
            enclosing: place.target.kind == .milestone ? place.enclosing.map { work.assess($0).notes } : []
        )
        return judgement.judge(fallback, cutOff: date.cutOff)
    }
}

extension Target {
    /// By which rule the commitment is judged.
    var method: TargetAssessment.Method {
        switch kind {
        case .direction: .text
        case .milestone: .milestone
        case .growthRate: .growth
        case .nonDecreasing: .neverDown
        case .yearlyAmount, .yearlyChange: .everyYear
        case .atLeast, .atMost, .about, .range, .complete, .zero:
            recurrence != nil ? .everyYear : holds ? .hold : accumulates ? .accumulation : .level
        }
    }
}
