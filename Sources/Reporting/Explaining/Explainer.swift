public import Assessment
import Foundation
public import PlanModel

/// Explains the numbers of a plan at a day.
public struct Explainer: Sendable {
    let view: PlanView
    /// The thresholds of the verdicts, with their version.
    let thresholds: String
    private let items: [ItemID: ExplainedItem]
    private let measures: [ItemID: [Measure]]
    /// The changes of targets that are in force, by what they are about.
    let amendments: [String: [AmendmentRow]]
    /// The rankings of districts, by what they are about.
    let rankings: [String: [RankingTable]]

    /// Creates an explainer for a plan, or for one of its documents: a final summary counts only figures for the target's
    /// year.
    public init(_ input: ReportInput, rules: AssessmentRules, date: EvaluationDate, document: DocumentKind? = nil) {
        self.init(PlanView(input, rules: rules, date: date, requiresTargetYear: document == .final))
    }

    /// Creates an explainer for what a page shows anyway.
    init(_ view: PlanView) {
        self.view = view
        thresholds = Self.thresholds(of: view.rules)
        items = view.explainedItems
        measures = Dictionary(grouping: view.plan.measures, by: \.item)
        amendments = Dictionary(grouping: view.amendmentRows, by: \.item)
        rankings = Dictionary(grouping: view.rankingTables, by: \.item)
    }

    /// Every identifier that can be explained, in the order of the plan.
    public var identifiers: [String] {
        let plan = view.plan
        let sections = plan.chapters.flatMap { $0.sections.map(\.id) }
        let projects = plan.keyProjects.flatMap { [$0.id] + $0.goals.map(\.id) }
        let figures = plan.indicators.map(\.id) + plan.allTargets.map(\.id) + plan.measures.map(\.id)
        return (figures + plan.allTasks.map(\.id) + sections + projects).map(\.text)
    }

    /// Where a number comes from; nil when the plan has nothing of that name.
    public func explain(_ id: String) -> Provenance? {
        guard let id = ItemID(id) else { return nil }
        if let found = explain(id) { return found }
        return id.text == Self.summaryIdentifier ? summary : nil
    }

    /// Where the numbers of an item come from; nil when the plan has no such item.
    func explain(_ id: ItemID) -> Provenance? {
        switch items[id] {
        case .indicator(let assessment)?: explain(assessment)
        case .target(let judged)?: explain(judged)
        case .measure(let measure)?: explain(measure)
        case .work(let item)?: explain(item)
        case nil: nil
        }
    }

    // MARK: Kinds

    private func explain(_ assessment: IndicatorAssessment) -> Provenance {
        let indicator = assessment.indicator
        let places = places(of: indicator.id, standingAt: indicator.id)
        var result = base(indicator.id.text, .indicator, view.plan.qualifiedName(of: indicator), places)
        result.sentence = sentence(indicator.anchor, view.input.words(at: indicator.anchor))
        result.thresholds = thresholds
        result.demand = demand(of: indicator)
        result.cells = cells(about: indicator.id)
        result.steps = assessment.trace(view.rules).map(step) + trajectory(assessment)
        result.methods = methods(assessment) + ranking(of: indicator.id)
        result.verdict = assessment.verdict.rawValue
        result.verdictLabel = StatusLabel.text(assessment)
        return result
    }

    private func explain(_ judged: JudgedTarget) -> Provenance {
        let (target, assessment) = (judged.place.target, judged.assessment)
        var result = base(target.id.text, .target, target.subject, places(of: target.id, standingAt: target.id))
        result.sentence = sentence(target.anchor, target.text)
        if assessment.trace.contains(where: { $0.quantity == .pace }) { result.thresholds = thresholds }
        result.demand = demand(of: assessment)
        result.cells = cells(about: target.id)
        result.steps = assessment.trace.map(step) + years(assessment) + districts(assessment)
        result.methods = ranking(of: target.id)
        result.verdict = assessment.verdict?.rawValue
        result.verdictLabel = JudgementWording(assessment).full
        let enclosing = [target.id] + judged.place.enclosing
        result.notes = enclosing.flatMap { view.work.assess($0).notes }.map(note)
        return result
    }

    private func explain(_ measure: Measure) -> Provenance {
        var result = base(measure.id.text, .measure, measure.name, places(of: measure.id, standingAt: measure.item))
        if case .work(let item)? = items[measure.item] { result.sentence = sentence(item.anchor, item.text) }
        result.cells = cells(about: measure.id)
        result.methods = ranking(of: measure.id)
        result.verdictLabel = "规划未设目标，只作监测"
        return result
    }

    private func explain(_ item: WorkItem) -> Provenance {
        let assessment = view.work.assess(item.id)
        var result = base(item.id.text, item.kind, item.name, places(of: item.id, standingAt: item.id))
        result.sentence = sentence(item.anchor, item.text ?? view.input.words(at: item.anchor))
        result.responsible = responsible(for: item)
        result.commitments = commitments(in: item.id)
        result.verdict = assessment.state.rawValue
        result.verdictLabel = StatusLabel.text(assessment.state)
        result.notes = assessment.notes.map(note)
        result.cells = (measures[item.id] ?? []).flatMap { cells(about: $0.id) }
        return result
    }

    // MARK: Parts

    func base(_ id: String, _ kind: Provenance.Kind, _ name: String, _ places: [Provenance.Place]) -> Provenance {
        Provenance(
            plan: view.plan.id.text,
            id: id,
            kind: kind,
            name: name,
            asOf: view.date.cutOff.description,
            isSample: view.input.isSample,
            verdictLabel: "",
            places: places
        )
    }

    private static func thresholds(of rules: AssessmentRules) -> String {
        "第\(rules.version)版：r ≥ \(rules.ahead.text(scale: 2)) 快于预期，r ≥ \(rules.onTrack.text(scale: 2)) 基本符合预期，"
            + "r ≥ 0 相对滞后，r < 0 背离目标；左右容差 \((rules.aboutTolerance * 100).plainText)%"
    }

    private func sentence(_ anchor: Anchor, _ text: String? = nil) -> Provenance.Sentence {
        Provenance.Sentence(
            text: text,
            file: "Plans/\(view.plan.id)/source.txt",
            firstLine: anchor.lines.lowerBound,
            lastLine: anchor.lines.upperBound
        )
    }

    /// Who is to do it; those of a goal or project as the plan's table lists them, those of a task as its text ends.
    private func responsible(for item: WorkItem) -> [String] { view.names(of: item.lead + item.support) }

    /// The commitments that stand in an item, in the order of the plan.
    private func commitments(in item: ItemID) -> [Provenance.Commitment] {
        view.targets.filter { $0.place.enclosing.contains(item) }.map { judged in
            let target = judged.place.target
            return Provenance.Commitment(
                id: target.id.text,
                name: "\(target.subject) \(CommitmentWording(target: target).value)",
                due: judged.assessment.due.chinese,
                verdictLabel: JudgementWording(judged.assessment).full
            )
        }
    }

    private func note(_ note: ProgressNote) -> String {
        "\(note.date.chinese) \(StatusLabel.text(WorkState(note.state)))：\(note.summary)（\(note.location)）"
    }
}
