import Assessment
import Foundation
import PlanFiles
import PlanModel
import Reporting

/// The plans that a question is about, at the day it is asked for.
struct PlanSelection {
    let inputs: [ReportInput]
    let rules: AssessmentRules
    let date: EvaluationDate

    /// Loads a workspace and picks plans; an empty list means all. Problems are reported, and errors end the run.
    init(_ plans: [String], in workspace: WorkspaceOptions, asOf: CalendarDate?) throws {
        let root = URL(fileURLWithPath: workspace.workspace)
        let (contents, loadProblems) = Workspace.load(at: root, sample: workspace.sample, asOf: asOf)
        let known = contents?.plans.map(\.plan.id.text) ?? []
        let problems = loadProblems + BuildSelection(plans: plans).problems(knownPlans: known)
        try workspace.language.console.reportAndStop(ifErrorsIn: problems)
        guard let contents else { throw ExitStatus.software.exitCode }
        let settings = ReportSettings(configuration: contents.configuration, asOf: asOf)
        inputs = contents.reportInputs.filter { plans.isEmpty || plans.contains($0.plan.id.text) }
        rules = settings.rules
        date = EvaluationDate(cutOff: settings.asOf, knownBy: settings.asOf)
    }
}
