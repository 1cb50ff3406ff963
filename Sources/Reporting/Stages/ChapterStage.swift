import PlanModel
import TemplateEngine

/// One stage of the pipeline: a chapter of the plan, its indicator table or its annex of key projects.
///
/// A stage is made from the plan itself; it holds everything it needs and sees no other stage.
struct ChapterStage: Sendable {
    /// What a stage shows; it picks the template.
    enum Kind: String, Sendable, CaseIterable {
        case overview
        case tasks
        case safeguards
        case indicators
        case projects

        init(_ kind: Chapter.Kind) {
            self =
                switch kind {
                case .overview: .overview
                case .tasks: .tasks
                case .safeguards: .safeguards
                }
        }

        /// The record that the kind's templates are rendered with.
        var root: any ReportRecord.Type {
            switch self {
            case .overview, .tasks, .safeguards: ChapterStagePage.self
            case .indicators: IndicatorStagePage.self
            case .projects: ProjectStagePage.self
            }
        }
    }

    /// The chapter's id, or `indicators` or `projects`.
    let id: String
    let kind: Kind
    let plan: PlanID
    let heading: String
    /// The ids of what the stage shows, which documents can link to.
    let anchors: [String]
    let context: ContextValue

    /// The template's name without suffix that this stage uses unless there is one named after the chapter.
    var usualTemplate: String { "stages/\(kind.rawValue)" }
    /// The template's name without suffix that overrides it.
    var ownTemplate: String { "stages/\(plan.text)/\(id)" }
}

extension PlanView {
    /// The stages of the plan in its own order: each chapter, the indicator table behind the chapter it stands in, the
    /// annex last.
    func stages(for document: DocumentFacts) -> [ChapterStage] {
        var stages: [ChapterStage] = []
        for chapter in input.plan.chapters {
            stages.append(stage(chapter, document))
            if input.plan.indicatorTable?.chapter == chapter.id { stages.append(indicatorStage(document)) }
        }
        if !input.plan.keyProjects.isEmpty { stages.append(projectStage(document)) }
        return stages
    }

    private func stage(_ chapter: Chapter, _ document: DocumentFacts) -> ChapterStage {
        let page = ChapterStagePage(plan: planFacts, document: document, chapter: part(chapter))
        return ChapterStage(
            id: chapter.id.text,
            kind: ChapterStage.Kind(chapter.kind),
            plan: input.plan.id,
            heading: "原文第\(chapter.number)部分　\(chapter.title)",
            anchors: [chapter.id.text] + chapter.sections.map(\.id.text) + chapter.allTasks.map(\.id.text),
            context: page.contextValue
        )
    }

    private func indicatorStage(_ document: DocumentFacts) -> ChapterStage {
        let page = IndicatorStagePage(
            plan: planFacts,
            document: document,
            groups: indicatorGroups
        )
        return ChapterStage(
            id: "indicators",
            kind: .indicators,
            plan: input.plan.id,
            heading: input.plan.indicatorTable?.title ?? "",
            anchors: input.plan.indicators.map(\.id.text),
            context: page.contextValue
        )
    }

    private func projectStage(_ document: DocumentFacts) -> ChapterStage {
        let page = ProjectStagePage(plan: planFacts, document: document, projects: projectRows)
        return ChapterStage(
            id: "projects",
            kind: .projects,
            plan: input.plan.id,
            heading: input.plan.annex?.title ?? "",
            anchors: input.plan.keyProjects.map(\.id.text),
            context: page.contextValue
        )
    }
}
