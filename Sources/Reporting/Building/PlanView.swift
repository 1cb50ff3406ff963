import Assessment
import Diagnostics
import Foundation
public import PlanModel

/// A plan seen on one day: what is usable of its data, judged, with names and source numbers at hand.
///
/// Everything a report shows about the plan is made from this value by the extensions beside it.
struct PlanView {
    let input: ReportInput
    let rules: AssessmentRules
    let date: EvaluationDate
    /// Whether this is for a final summary, which judges by figures for the target's year only.
    let requiresTargetYear: Bool
    /// The plan as it was issued, without later changes of its targets.
    let issued: Plan
    /// The plan with the targets that were in force at the cut-off date.
    let plan: Plan
    let indicators: [IndicatorAssessment]
    let targets: [JudgedTarget]
    let work: WorkAssessor
    let usable: [Observation]
    let sources: SourceIndex
    let index: ObservationIndex
    let figuresByItem: [ItemID: [Observation]]
    private let judgements: [ItemID: JudgementWording]
    private let targetAssessments: [ItemID: TargetAssessment]
    /// The names of what observations can be about.
    let observableNames: [ItemID: String]

    /// Judges a plan; a final summary requires figures for the target's year.
    init(_ input: ReportInput, rules: AssessmentRules, date: EvaluationDate, requiresTargetYear: Bool) {
        issued = input.plan
        let plan = input.plan.held(on: date.cutOff)
        var input = input
        input.plan = plan
        self.input = input
        self.rules = rules
        self.date = date
        self.requiresTargetYear = requiresTargetYear
        self.plan = plan
        let index = ObservationIndex(input.observations)
        self.index = index
        let assessor = IndicatorAssessor(rules: rules, date: date, requiresTargetYear: requiresTargetYear)
        indicators = plan.indicators.map { assessor.assess($0, in: index, area: plan.area) }
        let targetAssessor = TargetAssessor(
            plan: plan,
            rules: rules,
            date: date,
            observations: index,
            notes: input.progress,
            districts: input.registry.areas(within: plan.area).map(\.code),
            requiresTargetYear: requiresTargetYear
        )
        let targets = plan.targetPlaces.map { JudgedTarget(place: $0, assessment: targetAssessor.assess($0)) }
        self.targets = targets
        targetAssessments = Dictionary(targets.map { ($0.place.target.id, $0.assessment) }) { first, _ in first }
        judgements = targetAssessments.mapValues(JudgementWording.init)
        work = WorkAssessor(notes: input.progress, date: date)
        let usable = input.observations.filter { $0.isUsable(cutOff: date.cutOff, knownBy: date.knownBy) }
        self.usable = usable
        sources = SourceIndex(usable)
        figuresByItem = Dictionary(grouping: usable, by: \.indicator)
        observableNames = plan.observableNames
    }

    /// Names of organizations, as documents list them.
    func names(of organizations: [OrganizationID]) -> [String] {
        organizations.map { input.registry.organization($0)?.name ?? $0.text }
    }

    /// The usable rows about an indicator, target or measure, also those that say why there is no figure, in the order of
    /// the data files.
    func observations(about item: ItemID) -> [Observation] { figuresByItem[item] ?? [] }

    /// The figures collected about an indicator, target or measure, in the order of the data files.
    func figures(about item: ItemID) -> [ObservedFigure] {
        observations(about: item).filter { $0.value != nil }.map(figure)
    }

    /// The figures of districts about an item, a revised one behind the one it revises.
    func districtFigures(about item: ItemID) -> [ObservedFigure] {
        observations(about: item).filter { $0.value != nil && $0.area != plan.area }
            .sorted { ($0.published ?? $0.period).lastDay < ($1.published ?? $1.period).lastDay }.map(figure)
    }

    /// The name of what a figure is about.
    func name(of observation: Observation) -> String {
        observableNames[observation.indicator] ?? observation.indicator.text
    }

    /// How a commitment was judged.
    func judgement(of target: ItemID) -> JudgementWording? { judgements[target] }

    /// The assessment of a commitment.
    func assessment(of target: ItemID) -> TargetAssessment? { targetAssessments[target] }

    /// One collected figure.
    func figure(_ observation: Observation) -> ObservedFigure {
        ObservedFigure(
            name: name(of: observation),
            area: input.registry.area(observation.area)?.name ?? observation.area.text,
            areaCode: observation.area.text,
            period: observation.period.chinese,
            periodCode: observation.period.description,
            value: Figure(observation),
            unit: UnitWording(unit: observation.unit).suffix,
            stage: observation.stage == .verified ? "验证" : "自评",
            stageCode: observation.stage.rawValue,
            definition: observation.definition,
            sourceNumber: sources.number(of: observation),
            reason: observation.reason,
            note: observation.note
        )
    }

    /// The list of sources with the figures taken from each.
    var sourceEntries: [SourceEntry] { sources.entries(figure: figure) }
}

extension Plan {
    /// The names of what observations can be about.
    var observableNames: [ItemID: String] {
        var names: [ItemID: String] = [:]
        for measure in measures { names[measure.id] = measure.name }
        for target in allTargets { names[target.id] = target.subject }
        for indicator in indicators { names[indicator.id] = qualifiedName(of: indicator) }
        return names
    }

    /// The indicator's name, with its category where the name alone stands more than once in the table or says too
    /// little by itself (在校生 → 九年义务教育在校生, 巩固率 → 九年义务教育巩固率).
    public func qualifiedName(of indicator: Indicator) -> String {
        let isAmbiguous = indicators.count { $0.name == indicator.name } > 1
        return isAmbiguous || indicator.name.count <= 4 ? indicator.category + indicator.name : indicator.name
    }
}
