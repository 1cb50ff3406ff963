import Assessment
import Foundation
import PlanFiles
import PlanModel
import Reporting

/// The plans that a question is about, at the day it is asked for.
struct PlanSelection {
    let inputs: [ReportInput]
    let settings: ReportSettings

    /// Loads a workspace and picks plans; an empty list means all. Problems are reported, and errors end the run.
    init(_ plans: [String], in workspace: WorkspaceOptions, asOf: CalendarDate?) throws {
        let root = URL(fileURLWithPath: workspace.workspace)
        let (contents, loadProblems) = Workspace.load(at: root, sample: workspace.sample)
        let known = contents?.plans.map(\.plan.id.text) ?? []
        let problems = loadProblems + BuildSelection(plans: plans).problems(knownPlans: known)
        try workspace.language.console.reportAndStop(ifErrorsIn: problems)
        guard let contents else { throw ExitStatus.software.exitCode }
        settings = ReportSettings(configuration: contents.configuration, asOf: asOf)
        inputs = contents.reportInputs.filter { plans.isEmpty || plans.contains($0.plan.id.text) }
    }

    var rules: AssessmentRules { settings.rules }
    var date: EvaluationDate { EvaluationDate(cutOff: settings.asOf, knownBy: settings.asOf) }
}
