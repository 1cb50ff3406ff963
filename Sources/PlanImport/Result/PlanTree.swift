import Foundation
import PlanModel

/// Makes the tree of `plan.yaml` from a draft, in the order of `Documentation/plan-format.md`.
struct PlanTree {
    private let draft: Draft
    private let anchors: AnchorMaker
    private let planID: String
    private(set) var organizations: OrganizationMatcher
    private var taskCount = 0

    /// The tree of a draft and the departments it names that the registry does not hold.
    static func make(
        _ draft: Draft,
        text: OfficialText,
        id: String,
        registry: Registry
    ) -> (tree: PlanNode, proposals: [Organization]) {
        var tree = PlanTree(draft: draft, text: text, id: id, registry: registry)
        let node = tree.plan()
        return (node, tree.organizations.proposals)
    }

    private init(draft: Draft, text: OfficialText, id: String, registry: Registry) {
        self.draft = draft
        anchors = AnchorMaker(text: text)
        planID = id
        organizations = OrganizationMatcher(registry: registry)
    }

    private mutating func plan() -> PlanNode {
        let chapters = draft.chapters.enumerated().map { chapter($0.element, number: $0.offset + 1) }
        let projects = draft.projects.enumerated().map { project($0.element, number: $0.offset + 1) }
        let indicators = indicators()
        var entries = head()
        if !draft.preamble.isEmpty { entries.append(.init("preamble", paragraph(Prose.joined(draft.preamble)))) }
        entries.append(.init("chapters", .list(chapters)))
        if let table = indicatorTable() { entries.append(.init("indicator_table", table)) }
        if !indicators.isEmpty { entries.append(.init("indicators", .list(indicators))) }
        if let annex = annex() { entries.append(.init("annex", annex)) }
        if !projects.isEmpty { entries.append(.init("key_projects", .list(projects))) }
        return .map(entries)
    }

    private mutating func head() -> [PlanNode.Entry] {
        var entries: [PlanNode.Entry] = [
            .init("format", .number(1)), .init("id", .text(planID)), .init("title", .text(draft.title.text)),
            .init("short_title", .text(draft.title.text)),
            .init("document_number", .text(draft.documentNumber.text)), .init("issuer", .text(draft.issuer.text)),
        ]
        if let issued = draft.issued { entries.append(.init("issued", .text("\(issued)"))) }
        if let years = draft.years {
            let period: PlanNode = .map([
                .init("from", .number(years.lowerBound)), .init("to", .number(years.upperBound)),
            ])
            entries.append(.init("period", period))
        }
        if let area = draft.area { entries.append(.init("area", .text("\(area)"))) }
        if let lead = leadDepartment() { entries.append(.init("lead", .text(lead.text))) }
        return entries
    }

    /// The department whose field the title names, else the one that leads most, else the issuer.
    private mutating func leadDepartment() -> OrganizationID? {
        if let named = organizations.responsible(for: draft.title.compact.text) { return named }
        var counts: [String: Int] = [:]
        let tasks = draft.chapters.flatMap { $0.tasks + $0.sections.flatMap(\.tasks) }
        for name in (tasks.map(\.duties) + draft.projects.map(\.duties)).compactMap(\.lead.first) {
            counts[name.text, default: 0] += 1
        }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return (most ?? (draft.issuer.isEmpty ? nil : draft.issuer.text)).flatMap { organizations.identifier(for: $0) }
    }

    // MARK: Chapters

    private func paragraph(_ prose: Prose) -> PlanNode {
        .map([.init("text", .text(prose.text))] + anchor([prose]))
    }

    private func anchor(_ proses: [Prose]) -> [PlanNode.Entry] {
        anchors.anchor(proses).map { [.init("anchor", $0)] } ?? []
    }

    private mutating func chapter(_ chapter: Draft.Chapter, number: Int) -> PlanNode {
        let id = "chapter-\(number)"
        var entries: [PlanNode.Entry] = [
            .init("id", .text(id)), .init("number", .text(chapter.heading.marker.printed)),
            .init("title", .text(chapter.heading.title.text)), .init("kind", .text(chapter.kind.rawValue)),
        ]
        entries += anchor([chapter.heading.full])
        if !chapter.paragraphs.isEmpty { entries.append(.init("paragraphs", .list(chapter.paragraphs.map(paragraph)))) }
        if !chapter.sections.isEmpty {
            let sections = chapter.sections.enumerated().map {
                section($0.element, id: "section-\(number)-\($0.offset + 1)")
            }
            entries.append(.init("sections", .list(sections)))
        }
        if !chapter.tasks.isEmpty { entries.append(.init("tasks", .list(chapter.tasks.map { task($0) }))) }
        entries += targets(chapter.targets, of: id)
        return .map(entries)
    }

    private mutating func section(_ section: Draft.Section, id: String) -> PlanNode {
        var entries: [PlanNode.Entry] = [
            .init("id", .text(id)), .init("number", .text(section.heading.marker.printed)),
            .init("title", .text(section.heading.title.text)),
        ]
        entries += anchor([section.heading.full] + section.paragraphs)
        if !section.paragraphs.isEmpty { entries.append(.init("paragraphs", .list(section.paragraphs.map(paragraph)))) }
        if !section.tasks.isEmpty { entries.append(.init("tasks", .list(section.tasks.map { task($0) }))) }
        entries += targets(section.targets, of: id)
        return .map(entries)
    }

    private mutating func task(_ task: Draft.Task) -> PlanNode {
        taskCount += 1
        let id = "task-\(taskCount)"
        var entries: [PlanNode.Entry] = [
            .init("id", .text(id)), .init("number", .number(task.heading.marker.number)),
            .init("title", .text(task.heading.title.text)), .init("text", .text(Prose.joined(task.text).text)),
        ]
        entries += anchor([task.heading.full] + task.text + task.duties.sources)
        entries += duties(task.duties)
        entries += targets(task.targets, of: id)
        return .map(entries)
    }

    private mutating func duties(_ duties: Duties) -> [PlanNode.Entry] {
        let lead = identifiers(duties.lead)
        let support = identifiers(duties.support).filter { !lead.contains($0) }
        return [("lead", lead), ("support", support)].compactMap { key, names in
            names.isEmpty ? nil : .init(key, .list(names.map { .text($0.text) }))
        }
    }

    private mutating func identifiers(_ names: [Prose]) -> [OrganizationID] {
        var result: [OrganizationID] = []
        for name in names {
            if let id = organizations.identifier(for: name.compactName), !result.contains(id) { result.append(id) }
        }
        return result
    }

    // MARK: Targets

    private func targets(_ targets: [DraftTarget], of owner: String) -> [PlanNode.Entry] {
        guard !targets.isEmpty else { return [] }
        let nodes = targets.enumerated().map { target($0.element, id: "\(owner)-target-\($0.offset + 1)") }
        return [.init("targets", .list(nodes))]
    }

    private func target(_ target: DraftTarget, id: String) -> PlanNode {
        let subject = target.subject.isEmpty ? target.prose.compact.text : target.subject
        var entries: [PlanNode.Entry] = [
            .init("id", .text(id)), .init("kind", .text(target.kind.rawValue)), .init("subject", .text(subject)),
        ]
        if let value = target.value { entries.append(.init("value", .number(value))) }
        if let lower = target.lower, let upper = target.upper {
            entries.append(.init("range", .list([.number(lower), .number(upper)])))
        }
        if let unit = target.unit { entries.append(.init("unit", .text(unit))) }
        if let direction = target.direction { entries.append(.init("direction", .text(direction.rawValue))) }
        if let recurrence = target.recurrence { entries.append(.init("recurrence", .text(recurrence.rawValue))) }
        if let deadline = target.deadline { entries.append(.init("deadline", .text("\(deadline)"))) }
        if target.isWeak { entries.append(.init("force", .text("weak"))) }
        if target.holds { entries.append(.init("holds", .plain("true"))) }
        entries.append(.init("text", .text(target.prose.text)))
        entries += anchor([target.prose])
        return .map(entries)
    }

    // MARK: Indicators, annex, projects

    private func indicatorTable() -> PlanNode? {
        guard let table = draft.indicatorTables.first(where: { !$0.indicators.isEmpty }) else { return nil }
        let title = BoxReader.title(of: table.title) ?? table.title
        let source = table.title.isEmpty ? table.indicators[0].name : table.title
        return .map(
            [
                .init("title", .text(title.withoutSpacesBetweenHan.text)),
                .init("chapter", .text("chapter-\((table.chapter ?? 0) + 1)")),
            ] + anchor([source])
        )
    }

    private mutating func indicators() -> [PlanNode] {
        let all = draft.indicatorTables.flatMap(\.indicators)
        let years = draft.years
        return all.enumerated().compactMap { index, indicator in
            let values = IndicatorValues(indicator, years: years)
            guard let target = values.target ?? values.baseline else { return nil }
            var entries: [PlanNode.Entry] = [
                .init("id", .text("indicator-\(index + 1)")), .init("number", .number(indicator.number)),
                .init("name", .text(indicator.name.text)), .init("category", .text(indicator.category.text)),
                .init("unit", .text(indicator.unit)),
                .init("nature", .text((indicator.nature ?? .anticipatory).rawValue)),
                .init("comparator", .text(values.comparator.rawValue)),
            ]
            // A value that the table does not give is left out; loading then asks for it.
            if let baseline = values.baseline { entries.append(.init("baseline", Self.value(baseline))) }
            if values.target != nil { entries.append(.init("target", Self.value(target))) }
            if !values.interim.isEmpty {
                entries.append(.init("interim_targets", .list(values.interim.map(Self.value))))
            }
            let lead = identifiers(indicator.duties.lead)
            if !lead.isEmpty { entries.append(.init("lead", .list(lead.map { .text($0.text) }))) }
            entries += anchor(indicator.sources)
            return .map(entries)
        }
    }

    private static func value(_ value: IndicatorValues.Dated) -> PlanNode {
        .map([.init("period", .text("\(value.year)")), .init("value", .number(value.value))])
    }

    private func annex() -> PlanNode? {
        guard let annex = draft.annexes.first, !annex.title.isEmpty else { return nil }
        let cited = annex.citedAs ?? annex.title
        return .map(
            [.init("title", .text(annex.title.text)), .init("cited_as", .text(cited.text))] + anchor([annex.title])
        )
    }

    private mutating func project(_ project: Draft.Project, number: Int) -> PlanNode {
        let id = "project-\(number)"
        var entries: [PlanNode.Entry] = [
            .init("id", .text(id)), .init("number", .number(project.number)), .init("name", .text(project.name.text)),
            .init("content", .text(project.content.text)),
        ]
        entries += anchor(project.sources)
        entries += duties(project.duties)
        if !project.goals.isEmpty {
            let goals = project.goals.enumerated().map { goal($0.element, id: "\(id)-goal-\($0.offset + 1)") }
            entries.append(.init("goals", .list(goals)))
        }
        entries += targets(project.targets, of: id)
        return .map(entries)
    }

    private mutating func goal(_ goal: Draft.Goal, id: String) -> PlanNode {
        var entries: [PlanNode.Entry] = [.init("id", .text(id)), .init("text", .text(goal.text.text))]
        if !goal.deadlines.isEmpty { entries.append(.init("deadlines", .list(goal.deadlines.map { .text("\($0)") }))) }
        entries += anchor([goal.text])
        entries += duties(goal.duties)
        entries += targets(goal.targets, of: id)
        return .map(entries)
    }
}

extension Prose {
    /// A name without white space.
    var compactName: String { String(scalars: scalars.filter { !$0.isBlank }) }
}
