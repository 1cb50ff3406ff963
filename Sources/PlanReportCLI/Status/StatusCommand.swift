import ArgumentParser
import Assessment
import Diagnostics
import Foundation
import PlanFiles
import PlanModel
import Reporting

/// `planreport status`: verdicts at a day, for people and for scripts.
struct StatusCommand: ParsableCommand {
    /// How results are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case csv
    }

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Prints indicators, tasks and projects with their verdicts.",
        discussion: """
            json and csv hold the indicators, one object or row each: numbers are exact decimals (attainment and pace \
            rounded to four places, expected and forecast to six, half to even), what is missing is null or empty. \
            text adds the states of tasks and projects.
            """
    )

    @Option(help: ArgumentHelp("Only this plan; may be repeated.", valueName: "id"))
    var plan: [String] = []

    @OptionGroup var asOf: AsOfOptions

    @Option(help: "How results are printed.")
    var format: Format = .text

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let console = workspace.language.console
        let root = URL(fileURLWithPath: workspace.workspace)
        let (contents, loadProblems) = Workspace.load(at: root, sample: workspace.sample)
        let known = contents?.plans.map(\.plan.id.text) ?? []
        let problems = loadProblems + BuildSelection(plans: plan).problems(knownPlans: known)
        try console.reportAndStop(ifErrorsIn: problems)
        guard let contents else { throw ExitStatus.software.exitCode }
        let settings = ReportSettings(configuration: contents.configuration, asOf: asOf.asOf)
        let date = EvaluationDate(cutOff: settings.asOf, knownBy: settings.asOf)
        let inputs = contents.reportInputs.filter { plan.isEmpty || plan.contains($0.plan.id.text) }
        let reports = inputs.map { StatusReport($0, rules: settings.rules, date: date) }
        FileHandle.standardOutput.write(Data(try text(of: reports).utf8))
    }

    private func text(of reports: [StatusReport]) throws -> String {
        switch format {
        case .text: reports.map(\.text).joined(separator: "\n")
        case .json: try StatusReport.json(reports)
        case .csv: StatusReport.csv(reports)
        }
    }
}
