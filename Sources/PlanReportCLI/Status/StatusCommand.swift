import ArgumentParser
import Assessment
import Diagnostics
import Foundation
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
        let selection = try PlanSelection(plan, in: workspace, asOf: asOf.asOf)
        let reports = selection.inputs.map { StatusReport($0, rules: selection.rules, date: selection.date) }
        try workspace.language.console.printResult(try text(of: reports).utf8)
    }

    private func text(of reports: [StatusReport]) throws -> String {
        switch format {
        case .text: reports.map(\.text).joined(separator: "\n")
        case .json: try StatusReport.json(reports)
        case .csv: StatusReport.csv(reports)
        }
    }
}
