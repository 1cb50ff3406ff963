import PlanModel

/// Reads the commitments of every part of a draft.
enum TargetCollector {
    /// Fills in the targets and the deadlines of goals.
    static func collect(_ draft: inout Draft) {
        let issued = draft.issued?.year ?? draft.years?.lowerBound
        var review: [ReviewItem] = []
        for chapter in draft.chapters.indices {
            collect(&draft.chapters[chapter], issued: issued, review: &review)
        }
        for project in draft.projects.indices {
            collect(&draft.projects[project], issued: issued, review: &review)
        }
        draft.review += review
    }

    private static func collect(_ chapter: inout Draft.Chapter, issued: Int?, review: inout [ReviewItem]) {
        chapter.targets = isPast(chapter.heading) ? [] : read(chapter.paragraphs, issued, &review)
        for task in chapter.tasks.indices { collect(&chapter.tasks[task], issued: issued, review: &review) }
        for section in chapter.sections.indices {
            let tellsOfPast = isPast(chapter.sections[section].heading) || isPast(chapter.heading)
            chapter.sections[section].targets =
                tellsOfPast ? [] : read(chapter.sections[section].paragraphs, issued, &review)
            for task in chapter.sections[section].tasks.indices {
                collect(&chapter.sections[section].tasks[task], issued: issued, review: &review)
            }
        }
    }

    /// Sections that tell of what was reached before the plan.
    private static func isPast(_ heading: Draft.Heading) -> Bool {
        let title = heading.title.compact.scalars
        return title.count <= 16
            && title.hasAny(["发展基础", "现状", "回顾", "发展环境", "面临形势", "形势", "背景", "基本情况", "发展成效", "发展成就"])
            && !title.hasAny(["要求", "目标", "任务"])
    }

    private static func collect(_ task: inout Draft.Task, issued: Int?, review: inout [ReviewItem]) {
        task.targets = read(task.text, issued, &review)
    }

    /// What is to be done says how where goals say what is to be reached; only its numbers count then.
    private static func collect(_ project: inout Draft.Project, issued: Int?, review: inout [ReviewItem]) {
        let found = TargetReader.read(project.content, issued: issued, readsWords: project.goals.isEmpty)
        project.targets = found.targets
        review += found.review
        for index in project.goals.indices {
            let goal = project.goals[index]
            if goal.text == project.content { project.targets = [] }
            var read = TargetReader.read(goal.text, issued: issued)
            for period in Deadlines.all(in: goal.text.compact.scalars, issued: issued)
            where !goal.deadlines.contains(period) {
                project.goals[index].deadlines.append(period)
            }
            for target in read.targets.indices where read.targets[target].deadline == nil && !goal.deadlines.isEmpty {
                read.targets[target].deadline = goal.deadlines.last
            }
            project.goals[index].targets = read.targets
            review += read.review
        }
    }

    private static func read(_ paragraphs: [Prose], _ issued: Int?, _ review: inout [ReviewItem]) -> [DraftTarget] {
        paragraphs.flatMap { paragraph in
            let found = TargetReader.read(paragraph, issued: issued)
            review += found.review
            return found.targets
        }
    }
}
