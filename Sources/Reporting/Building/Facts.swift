import Assessment
import Foundation
import PlanModel

extension PlanView {
    /// The plan's particulars.
    var planFacts: PlanFacts {
        let plan = input.plan
        return PlanFacts(
            id: plan.id.text,
            title: plan.title,
            shortTitle: plan.shortTitle,
            genre: plan.genre,
            documentNumber: plan.documentNumber,
            issuer: plan.issuer,
            issued: plan.issued.chinese,
            issuedCode: plan.issued.description,
            firstYear: plan.years.lowerBound,
            lastYear: plan.years.upperBound,
            areaCode: plan.area.text,
            areaName: input.registry.area(plan.area)?.name ?? plan.area.text,
            lead: names(of: [plan.lead]).joined(),
            preamble: plan.preamble.text,
            indicatorTableTitle: plan.indicatorTable?.title,
            annexTitle: plan.annex?.title
        )
    }

    /// What a document of a kind says about itself; nil is the progress page.
    func documentFacts(_ kind: DocumentKind?, isDraft: Bool = false) -> DocumentFacts {
        let label = kind?.chinese ?? "实施进展"
        let title = input.plan.title + (kind == nil ? label : label + "报告")
        return DocumentFacts(
            kind: kind?.rawValue ?? "progress",
            kindLabel: label,
            title: title,
            cutOff: date.cutOff.chinese,
            cutOffCode: date.cutOff.description,
            knownBy: latestNews?.chinese,
            knownByCode: (latestNews ?? input.plan.issued.lastDay).description,
            isSample: input.isSample,
            isDraft: isDraft
        )
    }

    /// The day of the latest figure or note that is used, so that a night without news changes no byte; nil where nothing
    /// was collected.
    private var latestNews: CalendarDate? {
        let figures = usable.filter { $0.value != nil }.map { ($0.published ?? $0.period).lastDay }
        let notes = input.progress.map(\.date).filter { $0 <= date.cutOff }
        return (figures + notes).max()
    }

    /// The counts that a report sums up with.
    var summary: Summary {
        let tasks = input.plan.chapters.flatMap(\.allTasks).map { Status(work.assess($0.id).state) }
        let projects = input.plan.keyProjects.map { Status(work.assess($0.id).state) }
        let verdicts = indicators.map { Status($0) }
        return Summary(
            indicatorCount: indicators.count,
            bindingCount: indicators.count { $0.indicator.nature == .binding },
            anticipatoryCount: indicators.count { $0.indicator.nature == .anticipatory },
            withDataCount: indicators.count { $0.verdict != .noData },
            noDataCount: indicators.count { $0.verdict == .noData },
            completedCount: completedCount,
            completion: indicators.isEmpty
                ? .notApplicable : percent(Decimal(completedCount) / Decimal(indicators.count)),
            taskCount: tasks.count,
            projectCount: projects.count,
            commitmentCount: input.plan.allTargets.count,
            directionCount: input.plan.allTargets.count { $0.kind == .direction },
            unledTaskCount: input.plan.allTasks.count { $0.lead.isEmpty },
            unledProjectCount: input.plan.keyProjects.count { $0.lead.isEmpty },
            reportedTaskCount: tasks.count { $0.code != WorkState.noData.rawValue },
            reportedProjectCount: projects.count { $0.code != WorkState.noData.rawValue },
            verdicts: Self.verdictCounts(verdicts),
            taskStates: Self.stateCounts(tasks),
            projectStates: Self.stateCounts(projects)
        )
    }

    /// Indicators whose target is met: 超额完成, 完成 and 保持达标.
    private var completedCount: Int { indicators.count { [.exceeded, .achieved, .held].contains($0.verdict) } }

    /// Problems or next steps from the latest note of each task and project, in the order of the plan.
    func reportedPoints(_ list: (ProgressNote) -> [String]) -> [ReportedPoint] {
        let tasks = input.plan.chapters.flatMap(\.allTasks).map { ($0.id, $0.title) }
        let projects = input.plan.keyProjects.map { ($0.id, $0.name) }
        return (tasks + projects).flatMap { id, title in
            work.assess(id).notes.prefix(1).flatMap { note in
                list(note).map { text in
                    ReportedPoint(
                        item: id.text,
                        itemTitle: title,
                        reportedBy: names(of: [note.reportedBy]).joined(),
                        text: text
                    )
                }
            }
        }
    }

    /// The text that people wrote for a kind of document.
    func narrative(_ kind: DocumentKind) -> NarrativeParts {
        switch kind {
        case .midterm:
            let text = input.narrative.midterm
            return NarrativeParts(
                organization: text.organization.map(Claim.removed),
                conclusion: text.conclusion.map(Claim.removed),
                problems: text.problems.map(Claim.removed),
                situation: text.situation.map(Claim.removed),
                suggestions: text.suggestions.map(Claim.removed)
            )
        case .final:
            let text = input.narrative.final
            return NarrativeParts(
                organization: text.organization.map(Claim.removed),
                conclusion: text.conclusion.map(Claim.removed),
                problems: text.problems.map(Claim.removed),
                experience: text.experience.map(Claim.removed),
                nextSteps: text.nextSteps.map(Claim.removed)
            )
        }
    }
}
