public import ArgumentParser
import Diagnostics

/// The command line, `planreport`.
public struct PlanReport: AsyncParsableCommand {
    /// Name, abstract and verbs.
    public static let configuration = CommandConfiguration(
        commandName: "planreport",
        abstract: "Turns a government plan and the figures collected about it into evaluation documents.",
        discussion: """
            Exit codes: 0 done; 64 usage; 65 bad data or templates, nothing published; 70 a defect of ours; \
            74 input/output; 75 try again later (another run holds the lock); 78 configuration.
            Standard output carries results only; everything else goes to standard error.
            """,
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, RenderCommand.self, ImportCommand.self, StatusCommand.self,
            ExplainCommand.self,
        ]
    )

    /// Creates the command; the parser fills it in.
    public init() {}

    /// Runs a command line and ends the process with its exit code; what nobody foresaw is a defect of ours.
    ///
    /// - Parameter arguments: the words of the command line without the program's name; nil takes those of the process.
    public static func runAndExit(_ arguments: [String]? = nil) async -> Never {
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            exit()
        } catch  where exitCode(for: error) == .failure {
            Console(language: nil).report([
                Diagnostic(
                    code: "software.unforeseen",
                    at: SourceLocation(file: "planreport"),
                    LocalizedText(en: "this should not happen: \(error)", zh: "程序出现意外错误：\(error)"),
                    help: [LocalizedText(en: "report it with the command line", zh: "请连同命令行一并反馈")]
                )
            ])
            exit(withError: ExitStatus.software.exitCode)
        } catch {
            exit(withError: error)
        }
    }
}
