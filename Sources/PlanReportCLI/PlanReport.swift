public import ArgumentParser

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
}
