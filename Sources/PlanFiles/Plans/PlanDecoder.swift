import Diagnostics
import PlanModel

/// Turns the nodes of `plan.yaml` into a plan and checks what a schema cannot say.
///
/// What the schema already refused is skipped without a word, so that every mistake is reported once and the rest of
/// the file is checked all the same.
struct PlanDecoder {
    let file: YAMLFile
    let names: KnownNames
    /// Nil when the official text could not be read: anchors are not compared then.
    let anchors: AnchorChecker?
    var diagnostics: [Diagnostic] = []
    /// Every identifier of the plan with its first place.
    var identifiers: [String: YAMLNode.Place] = [:]
    /// The first item of a list that could not be read.
    var firstDropped: YAMLNode?

    init(file: YAMLFile, names: KnownNames, source: OfficialText?) {
        self.file = file
        self.names = names
        anchors = source.map { AnchorChecker(file: file, source: $0) }
    }

    /// The plan, or nil when parts that it cannot be without are missing.
    mutating func plan() -> Plan? {
        let root = file.root
        let head = head(root)
        let preamble = root["preamble"].flatMap { self.paragraph($0) }
        let chapters = list(root["chapters"]) { $0.chapter($1) }
        let indicators = list(root["indicators"]) { $0.indicator($1) }
        let annex = root["annex"].flatMap { self.annex($0) }
        let projects = list(root["key_projects"]) { $0.keyProject($1) }
        let measures = list(root["measures"]) { $0.measure($1) }
        let table = root["indicator_table"].flatMap { self.indicatorTable($0) }
        checkNumbers(root)
        guard var plan = head, let preamble else { return nil }
        plan.preamble = preamble
        plan.chapters = chapters
        plan.indicatorTable = table
        plan.indicators = indicators
        plan.annex = annex
        plan.keyProjects = projects
        plan.measures = measures
        return plan
    }

    private mutating func head(_ root: YAMLNode) -> Plan? {
        let years = years(root["period"])
        let area = area(root["area"])
        let lead = organization(root["lead"])
        guard let id = root["id"]?.text.flatMap(PlanID.init), let title = root["title"]?.text,
            let shortTitle = root["short_title"]?.text, let number = root["document_number"]?.text,
            let issuer = root["issuer"]?.text, let issued = root["issued"]?.period, let years, let area, let lead
        else { return nil }
        return Plan(
            id: id,
            title: title,
            shortTitle: shortTitle,
            documentNumber: number,
            issuer: issuer,
            issued: issued,
            years: years,
            area: area,
            lead: lead,
            preamble: Paragraph(text: "", anchor: Anchor(lines: 1...1, digest: "")),
            chapters: []
        )
    }

    private mutating func years(_ node: YAMLNode?) -> ClosedRange<Int>? {
        guard let node, let from = node["from"]?.integer, let end = node["to"], let to = end.integer else { return nil }
        guard from <= to else {
            report(
                "plan.period-reversed",
                end,
                en: "the plan ends in \(to), before it begins in \(from)",
                zh: "规划终止年 \(to) 早于起始年 \(from)",
                help: [LocalizedText(en: "write the earlier year in 'from'", zh: "请将较早的年份填在“from”")]
            )
            return nil
        }
        return from...to
    }

    // MARK: Chapters

    private mutating func chapter(_ node: YAMLNode) -> Chapter? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["title"])
        let paragraphs = list(node["paragraphs"]) { $0.paragraph($1) }
        let sections = list(node["sections"]) { $0.section($1) }
        let tasks = list(node["tasks"]) { $0.task($1) }
        let targets = targets(node)
        guard let id, let number = node["number"]?.text, let title = node["title"]?.text, let anchor,
            let kind = node["kind"]?.text.flatMap(Chapter.Kind.init(rawValue:))
        else { return nil }
        return Chapter(
            id: id,
            number: number,
            title: title,
            kind: kind,
            anchor: anchor,
            paragraphs: paragraphs,
            sections: sections,
            tasks: tasks,
            targets: targets
        )
    }

    private mutating func section(_ node: YAMLNode) -> Section? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["title"])
        let paragraphs = list(node["paragraphs"]) { $0.paragraph($1) }
        let tasks = list(node["tasks"]) { $0.task($1) }
        let targets = targets(node)
        guard let id, let number = node["number"]?.text, let title = node["title"]?.text, let anchor else { return nil }
        return Section(
            id: id,
            number: number,
            title: title,
            anchor: anchor,
            paragraphs: paragraphs,
            tasks: tasks,
            targets: targets
        )
    }

    private mutating func task(_ node: YAMLNode) -> Task? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["title"], node["text"])
        let lead = organizations(node["lead"])
        let support = organizations(node["support"])
        let targets = targets(node)
        guard let id, let number = node["number"]?.integer, let title = node["title"]?.text,
            let text = node["text"]?.text, let anchor
        else { return nil }
        return Task(
            id: id,
            number: number,
            title: title,
            text: text,
            anchor: anchor,
            lead: lead,
            support: support,
            targets: targets
        )
    }

    private mutating func paragraph(_ node: YAMLNode) -> Paragraph? {
        guard let anchor = anchor(node["anchor"], texts: node["text"]), let text = node["text"]?.text else {
            return nil
        }
        return Paragraph(text: text, anchor: anchor)
    }

    private mutating func measure(_ node: YAMLNode) -> Measure? {
        let id = itemID(node["id"])
        let item = known(node["item"], among: Array(identifiers.keys))
        guard let id, let item, let name = node["name"]?.text, let unit = node["unit"]?.text else { return nil }
        return Measure(id: id, name: name, unit: unit, item: item)
    }
}
