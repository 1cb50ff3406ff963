import ArgumentParser
import Diagnostics
import Foundation
import PlanImport
import PlanModel

/// `planreport check`: everything `build` checks, nothing written.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks everything a build would, without writing anything; reports all problems in one run.",
        discussion: """
            Also names what contradicts itself within the plans and between them: these are warnings, because an \
            official text is reported as it is, and a build does not repeat them every night.
            """
    )

    @Flag(help: "Also list the fields of the report model that no template reads, and the fragments that none uses.")
    var coverage = false

    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let jobs = ProcessInfo.processInfo.activeProcessorCount
        let pipeline = BuildPipeline(workspace: workspace.workspace, sample: workspace.sample, jobs: jobs)
        let site = try await pipeline.makeSite(asOf: asOf.asOf, selection: BuildSelection())
        let findings = PlanLint.check(site.plans, registry: site.registry, sources: sources(of: site.plans))
        try workspace.language.console.reportAndStop(ifErrorsIn: site.diagnostics + findings)
        if coverage { try printCoverage() }
    }

    private func printCoverage() throws {
        let folder = TemplateFolder(workspace: workspace.workspace)
        guard let templates = folder.compile().0 else { return }
        let text = CoverageText(templates, folder: folder).text(in: workspace.language.console.language)
        try workspace.language.console.printResult(text.utf8)
    }

    private func sources(of plans: [Plan]) -> [PlanID: String] {
        var sources: [PlanID: String] = [:]
        for plan in plans {
            let file = URL(fileURLWithPath: workspace.workspace).appending(path: "Plans/\(plan.id)/source.txt")
            sources[plan.id] = try? String(contentsOf: file, encoding: .utf8)
        }
        return sources
    }
}
