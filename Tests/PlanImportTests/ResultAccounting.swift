@testable import PlanImport

extension PlanImporter.Result {
    /// The offsets of all characters that went into the plan, the formal parts or the review list.
    var accountedFor: Set<Int> {
        let coverage = Coverage.of(draft, in: OfficialText(source))
        return Set(coverage.states.indices.filter { coverage.states[$0] != .open })
    }

    /// The words that are said to be in the plan, the names of departments aside.
    var wordsInPlan: String {
        let text = OfficialText(source)
        let coverage = Coverage.of(draft, in: text)
        return String(scalars: text.scalars.indices.filter { coverage.states[$0] == .plan }.map { text.scalars[$0] })
    }

    /// The words that plan.yaml holds in another form: departments as identifiers, heads of bodies, natures, units.
    var namesOfDepartments: String {
        var proses = draft.annexes.map(\.label)
        for chapter in draft.chapters {
            proses.append(chapter.heading.full)
            for task in chapter.tasks + chapter.sections.flatMap(\.tasks) {
                proses += [task.heading.full] + task.duties.sources
            }
            proses += chapter.sections.map(\.heading.full)
        }
        for project in draft.projects {
            proses +=
                (project.duties.lead + project.duties.support)
                + project.goals.flatMap { $0.duties.lead + $0.duties.support }
            proses += project.duties.sources + project.used
        }
        proses += draft.indicatorTables.map(\.title) + draft.indicatorTables.flatMap(\.indicators).flatMap(\.sources)
        return proses.map(\.text).joined()
    }
}
