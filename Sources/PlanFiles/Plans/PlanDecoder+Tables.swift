import Diagnostics
import PlanModel

/// The indicator table and the annex of key projects.
extension PlanDecoder {
    mutating func indicatorTable(_ node: YAMLNode) -> TableHeading? {
        let chapters = (file.root["chapters"]?.items ?? []).compactMap { $0["id"]?.text }
        let chapter = known(node["chapter"], among: chapters)
        let anchor = anchor(node["anchor"], texts: node["title"])
        guard let title = node["title"]?.text, let chapter, let anchor else { return nil }
        return TableHeading(title: title, chapter: chapter, anchor: anchor)
    }

    mutating func indicator(_ node: YAMLNode) -> Indicator? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["name"])
        let lead = organizations(node["lead"])
        let interim = list(node["interim_targets"]) { $0.value($1) }
        let baseline = node["baseline"].flatMap { value($0) }
        let target = node["target"].flatMap { value($0) }
        checkPeriods(of: node)
        let amendments = list(node["amendments"]) { $0.amendment($1) }
        guard let id, let anchor, let baseline, let target, let number = node["number"]?.integer,
            let name = node["name"]?.text, let category = node["category"]?.text, let unit = node["unit"]?.text,
            let nature = node["nature"]?.text.flatMap(Indicator.Nature.init(rawValue:)),
            let comparator = node["comparator"]?.text.flatMap(Comparator.init(rawValue:))
        else { return nil }
        return Indicator(
            id: id,
            number: number,
            name: name,
            category: category,
            unit: unit,
            nature: nature,
            comparator: comparator,
            baseline: baseline,
            target: target,
            interimTargets: interim,
            anchor: anchor,
            lead: lead,
            amendments: amendments
        )
    }

    private mutating func value(_ node: YAMLNode) -> Indicator.Value? {
        guard let period = node["period"]?.period, let value = node["value"]?.decimal else { return nil }
        return Indicator.Value(period: period, value: value)
    }

    /// Baseline, earlier targets and target must follow each other in time; an amended deadline takes the target's place.
    private mutating func checkPeriods(of node: YAMLNode) {
        let before = ([node["baseline"]] + (node["interim_targets"]?.items ?? [])).compactMap { $0?["period"] }
        checkOrder(of: before + [node["target"]?["period"]].compactMap { $0 })
        for amendment in node["amendments"]?.items ?? [] {
            checkOrder(of: before.suffix(1) + [amendment["period"]].compactMap { $0 })
        }
    }

    private mutating func checkOrder(of periods: [YAMLNode]) {
        for (earlier, later) in zip(periods, periods.dropFirst()) {
            guard let first = earlier.period, let second = later.period, second <= first else { continue }
            report(
                "plan.periods-not-ordered",
                later,
                en: "\(second) does not follow \(first)",
                zh: "\(second) 没有排在 \(first) 之后",
                help: [
                    LocalizedText(
                        en: "order them by time: baseline, interim targets, target",
                        zh: "请按时间先后排列：基期、中间年份目标、目标"
                    )
                ]
            )
        }
    }

    mutating func annex(_ node: YAMLNode) -> Annex? {
        guard let anchor = anchor(node["anchor"], texts: node["title"]), let title = node["title"]?.text else {
            return nil
        }
        return Annex(title: title, citedAs: node["cited_as"]?.text ?? title, anchor: anchor)
    }

    mutating func keyProject(_ node: YAMLNode) -> KeyProject? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["name"], node["content"])
        let lead = organizations(node["lead"])
        let support = organizations(node["support"])
        let targets = targets(node)
        let goals = list(node["goals"]) { $0.goal($1) }
        guard let id, let anchor, let number = node["number"]?.integer, let name = node["name"]?.text,
            let content = node["content"]?.text
        else { return nil }
        return KeyProject(
            id: id,
            number: number,
            name: name,
            content: content,
            anchor: anchor,
            goals: goals,
            lead: lead,
            support: support,
            targets: targets
        )
    }

    private mutating func goal(_ node: YAMLNode) -> Goal? {
        let id = itemID(node["id"])
        let anchor = anchor(node["anchor"], texts: node["text"])
        let lead = organizations(node["lead"])
        let support = organizations(node["support"])
        let targets = targets(node)
        guard let id, let anchor, let text = node["text"]?.text else { return nil }
        let deadlines = (node["deadlines"]?.items ?? []).compactMap(\.period)
        return Goal(
            id: id,
            text: text,
            deadlines: deadlines,
            anchor: anchor,
            lead: lead,
            support: support,
            targets: targets.map { $0.due(withGoal: deadlines.max()) }
        )
    }

    /// Printed numbers run on without gaps: tasks through the whole plan, indicators and projects through their tables.
    mutating func checkNumbers(_ root: YAMLNode) {
        let chapters = root["chapters"]?.items ?? []
        let tasks = chapters.flatMap { chapter in
            (chapter["tasks"]?.items ?? [])
                + (chapter["sections"]?.items ?? []).flatMap { $0["tasks"]?.items ?? [] }
        }
        checkConsecutive(tasks, en: "task", zh: "任务")
        checkConsecutive(root["indicators"]?.items ?? [], en: "indicator", zh: "指标")
        checkConsecutive(root["key_projects"]?.items ?? [], en: "key project", zh: "重点工程")
    }

    private mutating func checkConsecutive(_ nodes: [YAMLNode], en: String, zh: String) {
        var expected = 1
        for node in nodes.compactMap({ $0["number"] }) {
            guard let number = node.integer else { continue }
            if number != expected {
                report(
                    "plan.numbers-not-consecutive",
                    node,
                    en: "\(en) \(number) stands where \(en) \(expected) is expected",
                    zh: "此处应为\(zh) \(expected)，而不是\(zh) \(number)",
                    help: [
                        LocalizedText(
                            en: "check the printed number, and whether one is missing",
                            zh: "请核对印发文本中的序号，检查是否有遗漏"
                        )
                    ]
                )
            }
            expected = number + 1
        }
    }
}

extension Target {
    /// The commitment with the last deadline of its goal where its own words name none; what is due every year goes on to
    /// the end of the plan.
    fileprivate func due(withGoal goal: TimePeriod?) -> Target {
        var target = self
        if recurrence == nil { target.deadline = deadline ?? goal }
        return target
    }
}
