public import Diagnostics
public import PlanModel

/// Finds what contradicts itself within a plan and between plans, by rules and never by name.
///
/// All findings are warnings with stable codes: a contradiction in an official text is reported, never repaired.
public enum PlanLint {
    /// Checks plans, alone and against each other.
    ///
    /// - Parameters:
    ///   - plans: the plans of a workspace.
    ///   - registry: the departments, to find one that goes by two names.
    ///   - sources: the official texts by plan, where the names of departments are looked up.
    /// - Returns: the findings, plan by plan, then those between figures, then those about departments.
    /// - Complexity: O(n²) in the number of targets and indicators.
    public static func check(
        _ plans: [Plan],
        registry: Registry? = nil,
        sources: [PlanID: String] = [:]
    ) -> [Diagnostic] {
        let alone = plans.flatMap { plan in
            annexName(plan) + units(plan) + deadlines(plan) + numbers(plan)
        }
        let names = registry.map { OrganizationLint.check(plans, registry: $0, sources: sources) } ?? []
        return alone + QuantityLint.check(plans) + names
    }

    static func warning(
        _ plan: PlanID,
        _ anchor: Anchor,
        _ code: String,
        en: String,
        zh: String,
        help: LocalizedText
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            code: code,
            at: SourceLocation(file: "Plans/\(plan)/source.txt", line: anchor.lines.lowerBound),
            LocalizedText(en: en, zh: zh),
            help: [help]
        )
    }

    private static func annexName(_ plan: Plan) -> [Diagnostic] {
        guard let annex = plan.annex, !annex.citedAs.isEmpty, squeezed(annex.title) != squeezed(annex.citedAs) else {
            return []
        }
        return [
            warning(
                plan.id,
                annex.anchor,
                "plan.annex-two-names",
                en: "the annex is titled '\(annex.title)', but the body cites it as '\(annex.citedAs)'",
                zh: "附件标题为“\(annex.title)”，正文所列为“\(annex.citedAs)”",
                help: LocalizedText(en: "ask the issuer which name holds", zh: "请与发文机关核实名称")
            )
        ]
    }

    private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private static func units(_ plan: Plan) -> [Diagnostic] {
        plan.indicators.filter(\.unit.isEmpty).map { indicator in
            warning(
                plan.id,
                indicator.anchor,
                "plan.indicator-without-unit",
                en: "the indicator '\(indicator.name)' has no unit",
                zh: "指标“\(indicator.name)”没有单位",
                help: LocalizedText(en: "write its unit, 比值 for a ratio", zh: "请填写单位，比值填“比值”")
            )
        }
    }

    private static func deadlines(_ plan: Plan) -> [Diagnostic] {
        plan.allTargets.compactMap { target in
            guard let deadline = target.deadline, !plan.years.contains(deadline.year) else { return nil }
            return warning(
                plan.id,
                target.anchor,
                "plan.deadline-outside-period",
                en:
                    "'\(target.text)' is due in \(deadline), outside \(plan.years.lowerBound) to \(plan.years.upperBound)",
                zh: "“\(target.text)”的时限\(deadline.chinese)不在规划期\(plan.years.lowerBound)—\(plan.years.upperBound)年内",
                help: LocalizedText(
                    en: "check the year; a long-term aim is not judged in this plan's final summary",
                    zh: "请核对年份；远景目标不在本期终期总结中判定"
                )
            )
        }
    }

    /// Tasks run on through a plan or begin anew; a number twice in one chapter is a mistake.
    private static func numbers(_ plan: Plan) -> [Diagnostic] {
        plan.chapters.flatMap { chapter in
            [chapter.tasks] + chapter.sections.map(\.tasks)
        }.flatMap { tasks in
            zip(tasks, tasks.dropFirst()).compactMap { before, task in
                guard task.number != before.number + 1 else { return nil }
                return warning(
                    plan.id,
                    task.anchor,
                    "plan.task-numbering",
                    en: "task \(task.number) follows task \(before.number)",
                    zh: "任务\(task.number)接在任务\(before.number)之后",
                    help: LocalizedText(en: "check whether a task is missing", zh: "请核对是否缺少任务")
                )
            }
        }
    }
}
