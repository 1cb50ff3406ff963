import Assessment
import PlanModel

extension PlanView {
    /// A chapter with its sections, tasks, commitments and states.
    func part(_ chapter: Chapter) -> ChapterPart {
        ChapterPart(
            id: chapter.id.text,
            number: chapter.number,
            title: chapter.title,
            kind: chapter.kind.rawValue,
            paragraphs: chapter.paragraphs.map(\.text),
            commitments: chapter.targets.map(commitment),
            sections: chapter.sections.map(part),
            tasks: chapter.tasks.map(row),
            counts: Self.stateCounts(chapter.allTasks.map { Status(work.assess($0.id).state) }),
            taskCount: chapter.allTasks.count,
            sourceLines: citation(chapter.anchor)
        )
    }

    static func stateCounts(_ statuses: [Status]) -> [StatusCount] {
        StatusCount.count(statuses, scale: WorkState.allCases.map(\.rawValue))
    }

    private func part(_ section: PlanModel.Section) -> SectionPart {
        SectionPart(
            id: section.id.text,
            number: "（\(section.number)）",
            title: section.title,
            paragraphs: section.paragraphs.map(\.text),
            tasks: section.tasks.map(row),
            commitments: section.targets.map(commitment),
            sourceLines: citation(section.anchor)
        )
    }

    private func row(_ task: PlanModel.Task) -> TaskRow {
        let assessment = work.assess(task.id)
        return TaskRow(
            id: task.id.text,
            number: task.number,
            title: task.title,
            text: task.text,
            lead: names(of: task.lead).joined(separator: "、"),
            support: names(of: task.support).joined(separator: "、"),
            leadNames: names(of: task.lead),
            supportNames: names(of: task.support),
            state: Status(assessment.state),
            entries: assessment.notes.map(entry),
            commitments: task.targets.map(commitment),
            figures: measured(for: task.id),
            measures: measures(for: task.id),
            sourceLines: citation(task.anchor)
        )
    }

    /// The key projects of the annex.
    var projectRows: [ProjectRow] {
        input.plan.keyProjects.map { project in
            let assessment = work.assess(project.id)
            return ProjectRow(
                id: project.id.text,
                number: project.number,
                name: project.name,
                content: project.content,
                goals: project.goals.map(row),
                lead: names(of: project.lead).joined(separator: "、"),
                support: names(of: project.support).joined(separator: "、"),
                leadNames: names(of: project.lead),
                supportNames: names(of: project.support),
                state: Status(assessment.state),
                entries: assessment.notes.map(entry),
                commitments: project.targets.map(commitment),
                figures: measured(for: project.id),
                measures: measures(for: project.id),
                sourceLines: citation(project.anchor)
            )
        }
    }

    private func row(_ goal: Goal) -> GoalRow {
        GoalRow(
            id: goal.id.text,
            text: goal.text,
            deadline: goal.deadlines.isEmpty
                ? "实施期末（\(input.plan.years.upperBound)年）" : goal.deadlines.map(\.chinese).joined(separator: "、"),
            deadlineCodes: goal.deadlines.map(\.description),
            lead: names(of: goal.lead).joined(separator: "、"),
            support: names(of: goal.support).joined(separator: "、"),
            leadNames: names(of: goal.lead),
            supportNames: names(of: goal.support),
            commitments: goal.targets.map(commitment)
        )
    }

    private func measured(for item: ItemID) -> [ObservedFigure] {
        input.plan.measures.filter { $0.item == item }.flatMap { figures(about: $0.id) }
    }

    private func measures(for item: ItemID) -> [FigureTable] {
        input.plan.measures.filter { $0.item == item }.map { table(of: $0.id, subject: $0.name) }
            .filter { !$0.own.isEmpty || !$0.lines.isEmpty }
    }

    private func table(of item: ItemID, subject: String) -> FigureTable {
        let districts = DistrictMatrix(districtFigures(about: item))
        return FigureTable(
            subject: subject,
            own: figures(about: item).filter { $0.areaCode == plan.area.text },
            districts: districts.districts,
            unit: districts.unit,
            lines: districts.lines,
            notes: districts.notes
        )
    }

    private func commitment(_ target: Target) -> Commitment {
        let wording = CommitmentWording(target: target)
        let due = target.deadline ?? .year(input.plan.years.upperBound)
        return Commitment(
            id: target.id.text,
            kind: target.kind.rawValue,
            kindLabel: wording.kindLabel,
            subject: target.subject,
            value: wording.value,
            digits: target.value?.plainText,
            lower: target.range?.lowerBound.plainText,
            upper: target.range?.upperBound.plainText,
            unit: target.unit,
            deadline: due.chinese,
            deadlineCode: due.description,
            isWeak: target.force == .weak,
            text: target.text,
            verdict: status(of: target.id),
            judgement: judgementText(of: target.id),
            figures: figures(about: target.id),
            table: table(of: target.id, subject: target.subject)
        )
    }

    private func entry(_ note: ProgressNote) -> ProgressEntry {
        ProgressEntry(
            date: note.date.chinese,
            dateCode: note.date.description,
            state: Status(WorkState(note.state)),
            summary: note.summary,
            evidence: note.evidence,
            source: note.source
        )
    }
}
