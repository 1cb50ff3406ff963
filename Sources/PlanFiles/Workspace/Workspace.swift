public import Diagnostics
public import Foundation
public import PlanModel

/// A plan with everything collected about it.
public struct PlanInput: Sendable {
    /// The plan.
    public var plan: Plan
    /// The figures, in the order of the files and rows.
    public var observations: [Observation]
    /// The progress notes, in the order of the files and entries.
    public var progress: [ProgressNote]
    /// The problems found and their rectification, in the order of the files and entries.
    public var findings: [Finding]
    /// What people wrote for the documents.
    public var narrative: Narrative
    /// The lines of the official text that the plan's anchors count.
    public var sourceLines: [String]
    /// Whether figures, notes and texts are the sample data (示例), not real ones.
    public var isSample: Bool

    /// Creates an input from its parts.
    public init(
        plan: Plan,
        observations: [Observation],
        progress: [ProgressNote],
        findings: [Finding] = [],
        narrative: Narrative,
        sourceLines: [String] = [],
        isSample: Bool
    ) {
        self.plan = plan
        self.observations = observations
        self.progress = progress
        self.findings = findings
        self.narrative = narrative
        self.sourceLines = sourceLines
        self.isSample = isSample
    }
}

/// Everything a workspace holds.
public struct WorkspaceContents: Sendable {
    /// The settings.
    public var configuration: Configuration
    /// The areas and organizations.
    public var registry: Registry
    /// The plans, in the order of their folders' names.
    public var plans: [PlanInput]

    /// Creates contents from their parts.
    public init(configuration: Configuration, registry: Registry, plans: [PlanInput]) {
        self.configuration = configuration
        self.registry = registry
        self.plans = plans
    }
}

/// A folder with `planreport.yaml`, `Plans/`, `Templates/`, `Schemas/` and `Output/`.
public enum Workspace {
    /// Reads a workspace and reports every problem of every file in one go.
    ///
    /// A mistake in one file does not hide those in others. Paths in diagnostics are relative to the workspace.
    /// - Parameters:
    ///   - root: the workspace's folder.
    ///   - sample: whether figures, progress and texts are taken from `Plans/<id>/sample/` instead of `Plans/<id>/`.
    ///   - plans: the identifiers of the plans to read; empty means all.
    /// - Returns: the contents, nil when some diagnostic is an error; and the diagnostics, in the order of the files.
    public static func load(
        at root: URL,
        sample: Bool = false,
        plans: [String] = []
    ) -> (WorkspaceContents?, [Diagnostic]) {
        var reader = WorkspaceReader(folder: WorkspaceFolder(root: root), isSample: sample)
        let configuration = reader.configuration()
        let names = reader.names()
        let folders = chosen(plans, among: reader.planFolders, &reader)
        let inputs = folders.compactMap { reader.planInput($0, names: names) }
        guard !reader.diagnostics.containsErrors, let configuration, let areas = names.areas,
            let organizations = names.organizations, inputs.count == folders.count
        else { return (nil, reader.diagnostics) }
        let registry = Registry(areas: areas, organizations: organizations)
        let contents = WorkspaceContents(configuration: configuration, registry: registry, plans: inputs)
        return (contents, reader.diagnostics)
    }

    private static func chosen(_ plans: [String], among folders: [String], _ reader: inout WorkspaceReader) -> [String]
    {
        guard !folders.isEmpty else {
            reader.report(noPlans)
            return []
        }
        for plan in plans where !folders.contains(plan) {
            reader.report(unknown(plan, among: folders))
        }
        return plans.isEmpty ? folders : folders.filter { plans.contains($0) }
    }

    private static var noPlans: Diagnostic {
        Diagnostic(
            code: "workspace.no-plans",
            at: SourceLocation(file: "Plans"),
            LocalizedText(en: "there is no plan in this folder", zh: "此文件夹中没有规划"),
            help: [LocalizedText(en: "add Plans/<id>/plan.yaml", zh: "请添加 Plans/<标识>/plan.yaml")]
        )
    }

    private static func unknown(_ plan: String, among folders: [String]) -> Diagnostic {
        let suggestion = Suggestion.help(for: plan, among: folders)
        let list = folders.joined(separator: ", ")
        return Diagnostic(
            code: "workspace.unknown-plan",
            at: SourceLocation(file: "Plans/\(plan)/plan.yaml"),
            LocalizedText(en: "there is no plan '\(plan)'", zh: "没有规划“\(plan)”"),
            help: suggestion.isEmpty ? [LocalizedText(en: "the plans are: \(list)", zh: "现有规划：\(list)")] : suggestion
        )
    }
}
