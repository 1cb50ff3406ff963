/// A commitment with everything it stands in, from the chapter down to the goal.
public struct TargetPlace: Sendable {
    /// The commitment.
    public var target: Target
    /// The chapter, nil for commitments of the annex.
    public var chapter: ItemID?
    /// The section, where there is one.
    public var section: ItemID?
    /// The task, where it stands in one.
    public var task: ItemID?
    /// The key project, where it stands in one.
    public var project: ItemID?
    /// The goal of the project, where it stands in one.
    public var goal: ItemID?
    /// Whether it is the only commitment of its goal, so that the goal is done exactly when it is.
    public var isWholeGoal = false
    /// Who leads: the commitment's own department, or that of what it stands in.
    public var lead: [OrganizationID]

    /// Creates the place of a commitment that stands nowhere else.
    public init(target: Target, chapter: ItemID? = nil, lead: [OrganizationID] = []) {
        self.target = target
        self.chapter = chapter
        self.lead = target.lead.isEmpty ? lead : target.lead
    }

    /// What the commitment stands in, the nearest first.
    public var enclosing: [ItemID] { [goal, project, task, section].compactMap { $0 } }
}

extension Plan {
    /// Every commitment with its place, in the order of the plan: chapters, then key projects.
    public var targetPlaces: [TargetPlace] { chapters.flatMap(places) + keyProjects.flatMap(places) }

    private func places(of chapter: Chapter) -> [TargetPlace] {
        func place(_ target: Target, section: ItemID? = nil, task: Task? = nil) -> TargetPlace {
            let lead = task?.lead ?? []
            var place = TargetPlace(target: target, chapter: chapter.id, lead: lead.isEmpty ? [self.lead] : lead)
            place.section = section
            place.task = task?.id
            return place
        }
        let own =
            chapter.targets.map { place($0) }
            + chapter.tasks.flatMap { task in
                task.targets.map { place($0, task: task) }
            }
        return own
            + chapter.sections.flatMap { section in
                section.targets.map { place($0, section: section.id) }
                    + section.tasks.flatMap { task in task.targets.map { place($0, section: section.id, task: task) } }
            }
    }

    private func places(of project: KeyProject) -> [TargetPlace] {
        let projectLead = project.lead.isEmpty ? [lead] : project.lead
        let own = project.targets.map { target in
            var place = TargetPlace(target: target, lead: projectLead)
            place.project = project.id
            return place
        }
        return own
            + project.goals.flatMap { goal in
                goal.targets.map { target in
                    var place = TargetPlace(target: target, lead: goal.lead.isEmpty ? projectLead : goal.lead)
                    place.project = project.id
                    place.goal = goal.id
                    place.isWholeGoal = goal.targets.count == 1
                    return place
                }
            }
    }
}
