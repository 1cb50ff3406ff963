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

/// What reading a workspace brought to light, mistakes or not.
public struct WorkspaceReading: Sendable {
    /// Everything; nil when some diagnostic is an error.
    public var contents: WorkspaceContents?
    /// The plans that can be read, whatever is wrong with their figures.
    public var plans: [Plan] = []
    /// The areas and organizations; nil when they cannot be read.
    public var registry: Registry?
    /// The plans of which every file is right, with settings and registry; nil when one of these cannot be read.
    public var sound: WorkspaceContents?
    /// The names of the plans' folders that were read.
    public var folders: [String] = []
    /// Everything that is wrong, in the order of the files.
    public var diagnostics: [Diagnostic]
}

extension WorkspaceReading {
    /// The plans that cannot be read, by the names of their folders.
    public var unreadable: [String] { without(plans) }

    /// The plans of which something is wrong, or that stand in a workspace of which something is.
    public var unsound: [String] { without(sound?.plans.map(\.plan) ?? []) }

    private func without(_ plans: [Plan]) -> [String] {
        let names = Set(plans.map(\.id.text))
        return folders.filter { !names.contains($0) }
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
    ///   - today: the day in a time zone of the IANA database, after which nothing can have been observed; nil where that
    ///     is not to be checked.
    /// - Returns: the contents, nil when some diagnostic is an error; and the diagnostics, in the order of the files.
    public static func load(
        at root: URL,
        sample: Bool = false,
        plans: [String] = [],
        today: ((_ timeZone: String) -> CalendarDate)? = nil
    ) -> (WorkspaceContents?, [Diagnostic]) {
        let reading = read(at: root, sample: sample, plans: plans, today: today)
        return (reading.contents, reading.diagnostics)
    }

    /// Reads a workspace as ``load(at:sample:plans:today:)`` does, and keeps what is right beside what is wrong, so that
    /// a mistake in one file does not keep others from being checked further.
    public static func read(
        at root: URL,
        sample: Bool = false,
        plans: [String] = [],
        today: ((_ timeZone: String) -> CalendarDate)? = nil
    ) -> WorkspaceReading {
        var reader = WorkspaceReader(folder: WorkspaceFolder(root: root), isSample: sample)
        let configuration = reader.configuration()
        reader.today = today?((configuration ?? Configuration()).timeZone)
        let names = reader.names()
        let folders = chosen(plans, among: reader.planFolders, &reader)
        let inputs = folders.map { reader.planInput($0, names: names) }
        var reading = WorkspaceReading(diagnostics: reader.diagnostics)
        reading.folders = folders
        reading.plans = inputs.compactMap { $0.input?.plan }
        guard let areas = names.areas, let organizations = names.organizations else { return reading }
        let registry = Registry(areas: areas, organizations: organizations)
        reading.registry = registry
        guard let configuration else { return reading }
        let sound = inputs.filter(\.isSound).compactMap(\.input)
        reading.sound = WorkspaceContents(configuration: configuration, registry: registry, plans: sound)
        reading.contents = reader.diagnostics.containsErrors || sound.count < folders.count ? nil : reading.sound
        return reading
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
