import Assessment
import PlanModel

/// Makes the page that explains every number of a plan: each explanation in its group, in the order of the plan.
struct ExplainPageBuilder {
    private let source: PlanExplainer

    init(_ explainer: PlanExplainer) {
        source = explainer
    }

    private var explainer: Explainer { source.current }

    private var plan: Plan { explainer.view.plan }

    /// The page.
    func page(site: Site, documents: [DocumentLink]) -> ExplainPage {
        let groups = [indicators, targets, measures, tasks, projects].filter { $0.count > 0 }
        return ExplainPage(
            site: site,
            plan: explainer.view.planFacts,
            document: facts,
            thresholds: explainer.thresholds,
            summary: ExplainEntry(summary, plan: plan, area: areaName, names: names(in: groups)),
            groups: groups,
            documents: documents
        )
    }

    private var summary: Provenance { source.explain(Explainer.summaryIdentifier) ?? explainer.summary }

    private var facts: DocumentFacts {
        var facts = explainer.view.documentFacts(nil)
        facts.kind = "explain"
        facts.kindLabel = "数据溯源"
        facts.title = plan.title + facts.kindLabel
        return facts
    }

    private var areaName: String { explainer.view.planFacts.areaName }

    private func names(in groups: [ExplainGroup]) -> [String: String] {
        let entries = groups.flatMap(\.parts).flatMap(\.entries)
        return Dictionary(entries.map { ($0.id, $0.name) }) { first, _ in first }
    }

    // MARK: Groups

    private var indicators: ExplainGroup {
        group("_indicators", "主要指标", plan.indicators.map { ($0.category, $0.id) })
    }

    private var targets: ExplainGroup {
        let titles = chapterTitles
        return group(
            "_commitments",
            "承诺事项",
            explainer.view.targets.map { judged in
                (judged.place.chapter.flatMap { titles[$0] } ?? annexTitle, judged.place.target.id)
            }
        )
    }

    private var measures: ExplainGroup {
        let tasks = plan.allTasks.map { ($0.id, $0.title) }
        let projects = plan.keyProjects.map { ($0.id, $0.name) }
        let titles = Dictionary(tasks + projects) { first, _ in first }
        return group("_measures", "监测数据", plan.measures.map { (titles[$0.item] ?? "其他", $0.id) })
    }

    private var tasks: ExplainGroup {
        let titles = chapterTitles
        return group(
            "_tasks",
            "章节和任务",
            plan.chapters.flatMap { chapter in
                let sections = chapter.sections.flatMap { [$0.id] + $0.tasks.map(\.id) }
                return (chapter.tasks.map(\.id) + sections).map { (titles[chapter.id] ?? chapter.title, $0) }
            }
        )
    }

    private var projects: ExplainGroup {
        let ids = plan.keyProjects.flatMap { [$0.id] + $0.goals.map(\.id) }
        return group("_projects", "重点项目和目标", ids.map { (annexTitle, $0) })
    }

    private var annexTitle: String { plan.annex.map { "附件：\($0.title)" } ?? "重点项目" }

    private var chapterTitles: [ItemID: String] {
        Dictionary(plan.chapters.map { ($0.id, "\($0.number)、\($0.title)") }) { first, _ in first }
    }

    /// A group with a part for each title, in the order in which titles first occur.
    ///
    /// Its own anchors begin with `_`, which no identifier does.
    private func group(_ id: String, _ title: String, _ items: [(title: String, id: ItemID)]) -> ExplainGroup {
        let titles = items.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let byTitle = Dictionary(grouping: items, by: \.title)
        let parts = titles.enumerated().map { index, title in
            ExplainPart(
                id: "\(id)_\(index + 1)",
                title: title,
                entries: (byTitle[title] ?? []).compactMap { entry($0.id) }
            )
        }
        return ExplainGroup(id: id, title: title, count: items.count, parts: parts)
    }

    private func entry(_ id: ItemID) -> ExplainEntry? {
        source.explain(id.text).map { ExplainEntry($0, plan: plan, area: areaName, names: [:]) }
    }
}

extension ExplainEntry {
    /// An explanation as the page shows it.
    /// - Parameters:
    ///   - found: The explanation.
    ///   - plan: The plan it is about.
    ///   - area: The name of the plan's own area.
    ///   - names: The names of what counts list.
    init(_ found: Provenance, plan: Plan, area: String, names: [String: String]) {
        let cells = found.cells.map { (isOwn: $0.area == area, cell: ExplainCell($0, of: found)) }
        self.init(
            id: found.id,
            kind: found.kind.rawValue,
            kindLabel: found.kind.chinese,
            name: found.name,
            quote: found.sentence?.text,
            sourceLines: found.sentence.map(\.lines),
            demand: found.demand?.wording,
            due: found.demand?.due,
            start: found.demand?.baseline,
            amendments: found.demand?.amendments ?? [],
            hasFigures: [.indicator, .target, .measure].contains(found.kind),
            cells: cells.filter(\.isOwn).map(\.cell),
            districtCells: cells.filter { !$0.isOwn }.map(\.cell),
            steps: found.steps.map { ExplainStep($0, names: names) },
            methods: found.methods.map { ExplainStep($0, names: [:]) },
            hasNotes: [.task, .section, .project, .goal].contains(found.kind),
            notes: found.notes,
            responsible: found.responsible,
            commitments: found.commitments.map { ExplainCommitment($0) },
            verdict: Status(found.verdict, label: found.verdictLabel),
            readings: found.documents.map { ExplainReading($0, names: names) },
            places: found.places.map { ExplainLink($0, plan: plan.id) }
        )
    }
}

extension ExplainCell {
    fileprivate init(_ cell: Provenance.Cell, of found: Provenance) {
        let folder = "Plans/\(found.plan)/"
        self.init(
            measure: cell.item == found.id ? nil : cell.name,
            area: cell.area,
            period: TimePeriod(cell.period)?.chinese ?? cell.period,
            figure: cell.figure,
            isMissing: cell.value == nil,
            stage: cell.stageLabel,
            use: cell.use,
            comparison: cell.comparison,
            definition: cell.definition,
            source: cell.source,
            url: cell.sourceURL,
            published: cell.published.map { TimePeriod($0)?.chinese ?? $0 },
            note: cell.note,
            file: cell.file.hasPrefix(folder) ? String(cell.file.dropFirst(folder.count)) : cell.file,
            row: cell.row
        )
    }
}

extension ExplainStep {
    fileprivate init(_ step: Provenance.Step, names: [String: String]) {
        let items = step.items ?? []
        self.init(
            name: step.name,
            formula: step.formula.isEmpty ? nil : step.formula,
            numbers: step.numbers.isEmpty || !items.isEmpty ? nil : step.numbers,
            result: step.result,
            items: items.map { ExplainLink(href: "#\($0)", title: names[$0] ?? $0) }
        )
    }
}

extension ExplainLink {
    /// A place as seen from a page in the plan's folder.
    fileprivate init(_ place: Provenance.Place, plan: PlanID) {
        let folder = "\(plan)/"
        let isBeside = place.path.hasPrefix(folder)
        let href = isBeside ? String(place.path.dropFirst(folder.count)) : "../" + place.path
        self.init(href: href, title: place.title)
    }
}

extension ExplainCommitment {
    fileprivate init(_ commitment: Provenance.Commitment) {
        self.init(
            href: "#\(commitment.id)",
            name: commitment.name,
            due: commitment.due,
            verdict: commitment.verdictLabel
        )
    }
}

extension ExplainReading {
    fileprivate init(_ reading: Provenance.Reading, names: [String: String]) {
        self.init(
            title: reading.title,
            cutOff: TimePeriod(reading.cutOff)?.chinese ?? reading.cutOff,
            steps: reading.steps.map { ExplainStep($0, names: names) },
            methods: reading.methods.map { ExplainStep($0, names: names) },
            verdict: Status(reading.verdict, label: reading.verdictLabel)
        )
    }
}

extension Status {
    /// The verdict or state of an explanation, with its whole label.
    fileprivate init(_ code: String?, label: String) {
        let code = code ?? ""
        let known =
            Verdict(rawValue: code).map { Status($0, isBeforeTarget: false) }
            ?? WorkState(rawValue: code).map { Status($0) }
        self = known ?? Status(code: "open", label: "", symbol: "…")
        self.label = label
    }
}
