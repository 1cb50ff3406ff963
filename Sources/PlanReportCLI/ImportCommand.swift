import ArgumentParser
import Diagnostics
import Foundation
import PlanFiles
import PlanImport
import PlanModel

/// `planreport import`: official plan text to structured plan.
struct ImportCommand: ParsableCommand {
    /// What standard output carries.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads a plan as it was issued (text, HTML, .docx, .pdf) and writes it as structured data.",
        discussion: """
            Writes plan.yaml, source.txt and review.md, the list of what needs a person. A plan.yaml that is already \
            there keeps its edits. With --format json and without --output nothing is written: standard output carries \
            everything that was read.
            """
    )

    @Argument(help: "The official text.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The plan's folder (by default Plans/<name of the file>); its name is the plan's identifier.",
            valueName: "dir"
        )
    )
    var output: String?

    @Option(help: "What standard output carries: the files written, or what was read.")
    var format: Format = .text

    @Option(help: ArgumentHelp("The folder with Plans/registry.", valueName: "dir"))
    var workspace = "."

    @OptionGroup var language: LanguageOptions

    func validate() throws {
        guard let name = folder?.lastPathComponent, PlanID(name) == nil else { return }
        throw ValidationError(
            """
            '\(name)' cannot be the identifier of a plan, which the name of its folder is: name a folder of lower-case \
            letters, digits and hyphens, such as --output Plans/my-plan
            """
        )
    }

    func run() throws {
        let console = language.console
        let (registry, problems) = Workspace.registry(at: URL(fileURLWithPath: workspace))
        try console.reportAndStop(ifErrorsIn: problems)
        do {
            let options = ImportOptions(file: URL(fileURLWithPath: file), output: folder, registry: registry)
            let run = try PlanImporter.run(options)
            try console.printResult(text(of: run, console).utf8)
        } catch let error as DiagnosticsError {
            console.report(error.diagnostics)
            throw ExitStatus(for: error.diagnostics).exitCode
        }
    }

    /// Where to write; nil when only the JSON is asked for.
    private var folder: URL? {
        if let output { return URL(fileURLWithPath: output) }
        guard format == .text else { return nil }
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent.lowercased()
        return URL(fileURLWithPath: workspace).appending(path: "Plans").appending(path: name)
    }

    private func text(of run: ImportRun, _ console: Console) -> String {
        guard format == .text else { return run.result.json }
        let files = run.written.map { $0.relativePath + "\n" }.joined()
        let count = run.result.review.count
        let summary = LocalizedText(
            en: "\(count) items for a person to look at, see review.md",
            zh: "有\(count)处需要人工核对，见 review.md"
        )
        return files + summary(console.language) + "\n"
    }
}
