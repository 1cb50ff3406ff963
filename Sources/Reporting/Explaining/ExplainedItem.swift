import Assessment
import PlanModel

/// Something of a plan that can be explained, with what is known about it.
enum ExplainedItem: Sendable {
    case indicator(IndicatorAssessment)
    case target(JudgedTarget)
    case measure(Measure)
    case work(WorkItem)
}

/// A task, section, key project or goal: what progress notes are about.
struct WorkItem: Sendable {
    let id: ItemID
    let kind: Provenance.Kind
    let name: String
    /// The wording; nil where the heading is all.
    let text: String?
    let anchor: Anchor
    /// Who leads, who supports; empty where the plan names nobody.
    var lead: [OrganizationID] = []
    var support: [OrganizationID] = []
}

extension PlanView {
    /// Everything that can be explained, by its identifier.
    var explainedItems: [ItemID: ExplainedItem] {
        let figures =
            indicators.map { ($0.indicator.id, ExplainedItem.indicator($0)) }
            + targets.map { ($0.place.target.id, .target($0)) } + plan.measures.map { ($0.id, .measure($0)) }
        return Dictionary(figures + workItems.map { ($0.id, .work($0)) }) { first, _ in first }
    }

    private var workItems: [WorkItem] {
        let tasks = plan.allTasks.map {
            WorkItem(
                id: $0.id,
                kind: .task,
                name: $0.title,
                text: $0.text,
                anchor: $0.anchor,
                lead: $0.lead,
                support: $0.support
            )
        }
        let sections = plan.chapters.flatMap(\.sections).map {
            WorkItem(id: $0.id, kind: .section, name: $0.title, text: nil, anchor: $0.anchor)
        }
        return tasks + sections + plan.keyProjects.flatMap(workItems)
    }

    private func workItems(of project: KeyProject) -> [WorkItem] {
        let own = WorkItem(
            id: project.id,
            kind: .project,
            name: project.name,
            text: project.content,
            anchor: project.anchor,
            lead: project.lead,
            support: project.support
        )
        let goals = project.goals.enumerated().map { index, goal in
            let number = project.goals.count > 1 ? "\(index + 1)" : ""
            let name = "\(project.name)：目标\(number)"
            return WorkItem(
                id: goal.id,
                kind: .goal,
                name: name,
                text: goal.text,
                anchor: goal.anchor,
                lead: goal.lead,
                support: goal.support
            )
        }
        return [own] + goals
    }
}
