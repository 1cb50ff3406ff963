import ArgumentParser
import Assessment
import Diagnostics
import Foundation
import PlanModel
import Reporting

/// `planreport explain`: where one number comes from.
struct ExplainCommand: ParsableCommand {
    /// How results are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a number: plan sentence, target, submitted cells, formula, verdict, and where it stands.",
        discussion: """
            The identifier is that of an indicator, a commitment, a measure, a task, a project or a goal in plan.yaml. \
            Where several plans have one of that name, all are explained.
            """
    )

    @Argument(help: ArgumentHelp("The identifier in plan.yaml.", valueName: "id"))
    var identifier: String

    @Option(help: ArgumentHelp("Only in this plan; may be repeated.", valueName: "id"))
    var plan: [String] = []

    @OptionGroup var asOf: AsOfOptions

    @Option(help: "How results are printed.")
    var format: Format = .text

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let selection = try PlanSelection(plan, in: workspace, asOf: asOf.asOf)
        let explainers = selection.inputs.map { PlanExplainer($0, settings: selection.settings) }
        let found = explainers.compactMap { $0.explain(identifier) }
        try workspace.language.console.reportAndStop(ifErrorsIn: found.isEmpty ? [unknown(among: explainers)] : [])
        try workspace.language.console.printResult(try text(of: found).utf8)
    }

    private func unknown(among explainers: [PlanExplainer]) -> Diagnostic {
        let names = explainers.flatMap(\.identifiers)
        let suggestion = Suggestion.help(for: identifier, among: names)
        let list = LocalizedText(
            en: "write an 'id' of plan.yaml; the page explain.html of each plan lists them all",
            zh: "请写 plan.yaml 中的“id”；各规划的 explain.html 页面列出全部标识"
        )
        return Diagnostic(
            code: "explain.unknown-item",
            at: SourceLocation(file: "Plans"),
            LocalizedText(en: "no plan has an item '\(identifier)'", zh: "各规划中都没有事项“\(identifier)”"),
            help: suggestion.isEmpty ? [list] : suggestion
        )
    }

    private func text(of found: [Provenance]) throws -> String {
        switch format {
        case .text: return found.map(\.text).joined(separator: "\n")
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(found), as: UTF8.self) + "\n"
        }
    }
}
