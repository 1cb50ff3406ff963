extension Plan {
    /// Every commitment of the plan's text, in the order of the plan: chapters, then key projects.
    public var allTargets: [Target] {
        chapters.flatMap(\.allTargets) + keyProjects.flatMap(\.allTargets)
    }

    /// Every task of the plan, in the order of its numbers.
    public var allTasks: [Task] { chapters.flatMap(\.allTasks) }
}

extension Chapter {
    /// The commitments of paragraphs, tasks and sections together, in order.
    public var allTargets: [Target] {
        let own = targets + tasks.flatMap(\.targets)
        return own + sections.flatMap(\.allTargets)
    }
}

extension Section {
    /// The commitments of paragraphs and tasks together, in order.
    public var allTargets: [Target] { targets + tasks.flatMap(\.targets) }
}
