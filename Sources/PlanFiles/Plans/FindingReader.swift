import Diagnostics
import PlanModel

/// What the files of `progress/` hold, in the order of files and entries.
struct ProgressRecords {
    /// The progress notes.
    var notes: [ProgressNote] = []
    /// The problems found and their rectification.
    var findings: [Finding] = []
}

/// Reads the `findings` of a progress file.
struct FindingReader {
    let file: YAMLFile
    let names: KnownNames
    /// What findings can be about; nil where the plan could not be read.
    let items: [String]?
    /// The day of the run; nil where it is not known.
    let today: CalendarDate?

    /// The findings that can be read, and everything that is wrong with them; `known` are those of earlier files.
    func read(known: [Finding]) -> ([Finding], [Diagnostic]) {
        let nodes = file.root["findings"]?.items ?? []
        var findings: [Finding] = []
        var diagnostics: [Diagnostic] = []
        for node in nodes {
            diagnostics += check(node)
            guard let finding = finding(node) else { continue }
            if let first = (known + findings).first(where: { $0.id == finding.id }) {
                diagnostics.append(repeated(node, first))
            }
            findings.append(finding)
        }
        return (findings, diagnostics)
    }

    private func finding(_ node: YAMLNode) -> Finding? {
        guard let id = node["id"]?.text.flatMap(ItemID.init), let item = node["item"]?.text.flatMap(ItemID.init),
            let found = node["found"]?.date, let due = node["due"]?.date, let problem = node["problem"]?.text,
            let measure = node["measure"]?.text, let source = node["source"]?.text
        else { return nil }
        return Finding(
            id: id,
            item: item,
            found: found,
            problem: problem,
            measure: measure,
            responsible: node.texts("responsible").compactMap(OrganizationID.init),
            due: due,
            rechecks: (node["rechecks"]?.items ?? []).compactMap(recheck).sorted { $0.date < $1.date },
            closed: node["closed"]?.date,
            source: source,
            location: file.location(of: node)
        )
    }

    private func recheck(_ node: YAMLNode) -> Finding.Recheck? {
        guard let date = node["date"]?.date, let isPassed = node["passed"]?.boolean, let result = node["result"]?.text
        else { return nil }
        return Finding.Recheck(date: date, isPassed: isPassed, result: result)
    }

    // MARK: What a schema cannot say

    private func check(_ node: YAMLNode) -> [Diagnostic] {
        let organizations = (node["responsible"]?.items ?? []).compactMap { names.checkOrganization($0, in: file) }
        let item = file.checkItem(node["item"], among: items, code: "progress.unknown-finding-item")
        return organizations + [item, checkDue(node), checkClosed(node)].compactMap { $0 } + checkPast(node)
    }

    /// What was found, rechecked and closed lies behind us; only the time limit may lie ahead.
    private func checkPast(_ node: YAMLNode) -> [Diagnostic] {
        let rechecks = (node["rechecks"]?.items ?? []).map { $0["date"] }
        return ([node["found"], node["closed"]] + rechecks).compactMap { file.checkPast($0, today: today) }
    }

    private func checkDue(_ node: YAMLNode) -> Diagnostic? {
        guard let due = node["due"], let limit = due.date, let found = node["found"]?.date, limit < found else {
            return nil
        }
        return file.diagnostic(
            code: "progress.finding-due-before-found",
            at: due.place,
            LocalizedText(
                en: "the problem was found on \(found), to be put right by \(limit)",
                zh: "问题于\(found.chinese)发现，整改时限却是\(limit.chinese)"
            ),
            help: [LocalizedText(en: "correct one of the two dates", zh: "请更正其中一个日期")]
        )
    }

    /// Nothing is struck off the ledger without a recheck that it passed.
    private func checkClosed(_ node: YAMLNode) -> Diagnostic? {
        guard let closed = node["closed"], let day = closed.date else { return nil }
        let rechecks = (node["rechecks"]?.items ?? []).compactMap(recheck).filter { $0.date <= day }
        guard rechecks.max(by: { $0.date < $1.date })?.isPassed != true else { return nil }
        return file.diagnostic(
            code: "progress.closed-without-recheck",
            at: closed.place,
            LocalizedText(en: "no recheck was passed before it was closed", zh: "销号前没有通过的复查"),
            help: [LocalizedText(en: "add the recheck, or remove 'closed:'", zh: "请补充复查情况，或删除“closed:”")]
        )
    }

    private func repeated(_ node: YAMLNode, _ first: Finding) -> Diagnostic {
        file.diagnostic(
            code: "progress.duplicate-finding",
            at: (node["id"] ?? node).place,
            LocalizedText(
                en: "the finding '\(first.id)' stands twice, first at \(first.location)",
                zh: "问题编号“\(first.id)”重复，首次出现在 \(first.location)"
            ),
            help: [LocalizedText(en: "give one of the two another 'id'", zh: "请为其中一条另取编号")]
        )
    }
}
