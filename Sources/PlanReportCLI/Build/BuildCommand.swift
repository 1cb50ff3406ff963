import ArgumentParser
import Diagnostics
import Foundation
import PlanModel

/// `planreport build`: the main job.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Makes all documents and pages and publishes them as a new release.",
        discussion: """
            All plans are loaded and checked. With --plan or --document only these documents are made anew, the others are \
            carried over from the current release, so that Output/current is always whole; public pages are always new.
            """
    )

    @Option(help: ArgumentHelp("Make only this plan anew; may be repeated.", valueName: "id"))
    var plan: [String] = []

    @Option(help: ArgumentHelp("Make only this kind of document anew; may be repeated.", valueName: "kind"))
    var document: [DocumentKind] = []

    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: ArgumentHelp("Where releases are published (by default Output in the workspace).", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("How many chapter stages may run at a time (by default one a core).", valueName: "n"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs takes a whole number from 1") }
    }

    func run() async throws {
        let console = workspace.language.console
        let pipeline = BuildPipeline(workspace: workspace.workspace, sample: workspace.sample, jobs: jobs)
        let selection = BuildSelection(plans: plan, kinds: document)
        let output = OutputTarget(path: output ?? workspace.workspace + "/Output", console: console)
        let early = try output.lockIfPresent()
        let site = try await pipeline.makeSite(asOf: asOf.asOf, selection: selection) { path in
            try output.current(path)
        }
        try console.reportAndStop(ifErrorsIn: site.diagnostics)
        try output.publish(site, try early ?? output.lock())
    }
}
