public import Assessment
import Diagnostics
import Foundation
public import PlanModel

/// Explains the numbers of a plan at a day.
public struct Explainer: Sendable {
    let view: PlanView

    /// Creates an explainer for a plan, or for one of its documents: a final summary counts only figures for the target's
    /// year.
    public init(_ input: ReportInput, rules: AssessmentRules, date: EvaluationDate, document: DocumentKind? = nil) {
        view = PlanView(input, rules: rules, date: date, requiresTargetYear: document == .final)
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
        if let item = explainItem(id) { return item }
        return id.text == Self.summaryIdentifier ? summary : nil
    }

    private func explainItem(_ id: ItemID) -> Provenance? {
        if let assessment = view.indicators.first(where: { $0.indicator.id == id }) { return explain(assessment) }
        if let judged = view.targets.first(where: { $0.place.target.id == id }) { return explain(judged) }
        if let measure = view.plan.measures.first(where: { $0.id == id }) { return explain(measure) }
        return explainWork(id)
    }

    // MARK: Kinds

    private func explain(_ assessment: IndicatorAssessment) -> Provenance {
        let indicator = assessment.indicator
        let unit = UnitWording(unit: indicator.unit).suffix
        var result = base(indicator.id, "indicator", view.plan.qualifiedName(of: indicator), at: indicator.anchor)
        result.demand = Provenance.Demand(
            wording: indicator.comparator.rawValue + indicator.target.value.plainText + unit,
            baseline: "\(indicator.baseline.value.plainText)\(unit)（\(indicator.baseline.period.chinese)）",
            due: indicator.target.period.chinese,
            amendments: amendments(indicator.amendments)
        )
        result.cells = cells(about: indicator.id)
        result.steps = assessment.trace(view.rules).map(step) + trajectory(assessment)
        result.methods = methods(assessment) + ranking(of: indicator.id)
        result.verdict = assessment.verdict.rawValue
        result.verdictLabel = StatusLabel.text(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
        return result
    }

    private func explain(_ judged: JudgedTarget) -> Provenance {
        let (target, assessment) = (judged.place.target, judged.assessment)
        var result = base(target.id, "target", target.subject, at: target.anchor, text: target.text)
        result.demand = Provenance.Demand(
            wording: CommitmentWording(target: target).value,
            baseline: assessment.start.map {
                "\($0.value.value.plainText)（\($0.value.period.chinese)，\($0.origin.chinese)）"
            },
            due: assessment.due.chinese,
            amendments: amendments(target.amendments)
        )
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
        var result = base(measure.id, "measure", measure.name, at: anchor(of: measure.item), standsIn: measure.item)
        result.cells = cells(about: measure.id)
        result.methods = ranking(of: measure.id)
        result.verdictLabel = "规划未设目标，只作监测"
        return result
    }

    private func explainWork(_ id: ItemID) -> Provenance? {
        guard let (kind, name, text) = workItem(id) else { return nil }
        let assessment = view.work.assess(id)
        var result = base(id, kind, name, at: anchor(of: id), text: text)
        result.verdict = assessment.state.rawValue
        result.verdictLabel = StatusLabel.text(assessment.state)
        result.notes = assessment.notes.map(note)
        let measures = view.plan.measures.filter { $0.item == id }
        result.cells = measures.flatMap { cells(about: $0.id) }
        return result
    }

    private func workItem(_ id: ItemID) -> (kind: String, name: String, text: String?)? {
        let plan = view.plan
        if let task = plan.allTasks.first(where: { $0.id == id }) { return ("task", task.title, task.text) }
        for project in plan.keyProjects {
            if project.id == id { return ("project", project.name, project.content) }
            if let goal = project.goals.first(where: { $0.id == id }) { return ("goal", project.name, goal.text) }
        }
        let section = plan.chapters.flatMap(\.sections).first { $0.id == id }
        return section.map { ("section", $0.title, nil) }
    }

    private func anchor(of id: ItemID) -> Anchor? {
        let plan = view.plan
        let tasks =
            plan.allTasks.map { ($0.id, $0.anchor) } + plan.chapters.flatMap(\.sections).map { ($0.id, $0.anchor) }
        let projects = plan.keyProjects.flatMap { [($0.id, $0.anchor)] + $0.goals.map { ($0.id, $0.anchor) } }
        return (tasks + projects).first { $0.0 == id }?.1
    }

    // MARK: Parts

    func base(
        _ id: ItemID?,
        _ kind: String,
        _ name: String,
        at anchor: Anchor?,
        text: String? = nil,
        standsIn item: ItemID? = nil
    ) -> Provenance {
        let rules = view.rules
        let thresholds =
            "第\(rules.version)版：r ≥ \(rules.ahead.text(scale: 2)) 快于预期，r ≥ \(rules.onTrack.text(scale: 2)) 基本符合预期，"
            + "r ≥ 0 相对滞后，r < 0 背离目标；左右容差 \((rules.aboutTolerance * 100).plainText)%"
        return Provenance(
            plan: view.plan.id.text,
            id: id?.text ?? Self.summaryIdentifier,
            kind: kind,
            name: name,
            asOf: view.date.cutOff.description,
            isSample: view.input.isSample,
            sentence: anchor.map { sentence($0, text) },
            thresholds: thresholds,
            verdictLabel: "",
            places: places(item ?? id)
        )
    }

    private func sentence(_ anchor: Anchor, _ text: String?) -> Provenance.Sentence {
        Provenance.Sentence(
            text: text,
            file: "Plans/\(view.plan.id)/source.txt",
            firstLine: anchor.lines.lowerBound,
            lastLine: anchor.lines.upperBound
        )
    }

    private func amendments(_ amendments: [Amendment]) -> [String] {
        amendments.filter { $0.effective <= view.date.cutOff }.map { "\($0.document)（\($0.effective)起）" }
    }

    private func places(_ id: ItemID?) -> [Provenance.Place] {
        let plan = view.plan
        let fragment = id.map { "#\($0)" } ?? ""
        let documents = DocumentKind.allCases.flatMap { kind in
            ["html", "xml"].map { format in
                let anchor = format == "html" ? fragment : ""
                let title = "\(plan.shortTitle)\(kind.chinese)（\(format.uppercased())）"
                return Provenance.Place(path: "\(plan.id)/\(kind.rawValue).\(format)\(anchor)", title: title)
            }
        }
        let page = Provenance.Place(path: "\(plan.id)/index.html\(fragment)", title: "\(plan.shortTitle)实施进展")
        return documents + [page]
    }

    private func note(_ note: ProgressNote) -> String {
        "\(note.date) \(StatusLabel.text(WorkState(note.state)))：\(note.summary)（\(note.location)）"
    }
}
