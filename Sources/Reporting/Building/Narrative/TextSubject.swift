import Assessment
import Foundation
import PlanModel

/// Something that text speaks about by name, and what the figures say about it.
struct TextSubject: Sendable {
    /// What is known about it.
    enum Knowledge: Sendable {
        /// An indicator or a commitment; without a verdict nobody can say.
        case figures(Verdict?, isBeforeTarget: Bool)
        /// A task or project.
        case work(WorkState)
    }

    let id: ItemID
    let names: [String]
    let knowledge: Knowledge
    /// The figure with its period and place, as messages cite it.
    let value: Decimal?
    let evidence: String
}

extension PlanView {
    /// Everything in the plan that text can speak about.
    var textSubjects: [TextSubject] {
        indicators.map(subject) + targets.map(subject) + workSubjects
    }

    private func subject(_ assessment: IndicatorAssessment) -> TextSubject {
        let indicator = assessment.indicator
        let name = plan.qualifiedName(of: indicator)
        let isUnique = plan.indicators.count { $0.name == indicator.name } == 1
        let short = isUnique && indicator.name.count > 4 && indicator.name != name ? [indicator.name] : []
        return TextSubject(
            id: indicator.id,
            names: [name] + short,
            knowledge: .figures(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget),
            value: assessment.actual,
            evidence: evidence(
                assessment.observation,
                assessment.actual,
                target: indicator.comparator.rawValue + indicator.target.value.plainText
            )
        )
    }

    private func subject(_ judged: JudgedTarget) -> TextSubject {
        let target = judged.place.target
        let wording = CommitmentWording(target: target)
        return TextSubject(
            id: target.id,
            names: target.subject.count > 5 ? [target.subject] : [],
            knowledge: .figures(judged.assessment.verdict, isBeforeTarget: judged.assessment.isBeforeTarget),
            value: judged.assessment.actual,
            evidence: evidence(judged.assessment.series.last, judged.assessment.actual, target: wording.value)
        )
    }

    private var workSubjects: [TextSubject] {
        let tasks = plan.allTasks.map { ($0.id, $0.title) }
        return (tasks + plan.keyProjects.map { ($0.id, $0.name) }).map { id, title in
            let assessment = work.assess(id)
            let note = assessment.notes.first.map { "\($0.date.chinese)，\($0.location)" } ?? "无进展记录"
            return TextSubject(
                id: id,
                names: title.count > 5 ? [title] : [],
                knowledge: .work(assessment.state),
                value: nil,
                evidence: "\(StatusLabel.text(assessment.state))（\(note)）"
            )
        }
    }

    private func evidence(_ observation: Observation?, _ value: Decimal?, target: String) -> String {
        guard let observation, let value else { return "暂无数据，目标\(target)" }
        let shown = value.rounded(scale: 4).plainText
        return "\(observation.period.chinese)为\(shown)，目标\(target)（\(observation.location)）"
    }
}
