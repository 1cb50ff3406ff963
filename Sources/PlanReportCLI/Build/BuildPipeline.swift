import Assessment
import Diagnostics
import Foundation
import Markup
import PlanFiles
import PlanModel
import Reporting
import TemplateEngine

/// The site of one run before it is published, and everything that is wrong with it.
struct Site: Sendable {
    var plans: [Plan] = []
    /// The areas and organizations; nil when they cannot be read.
    var registry: Registry?
    var files: [ReportFile] = []
    var diagnostics: [Diagnostic] = []
    /// The plans that cannot be read, by the names of their folders.
    var unreadable: [String] = []
    /// What could not be checked because of what is wrong.
    var unchecked: [LocalizedText] = []
    var configuration = Configuration()
}

/// The main job up to publishing: load → check → assess → chapter stages → documents → validate.
///
/// Loading and compiling templates report side by side, so that one run shows all problems of the data and of the
/// templates. Documents are made only when both are sound; what people wrote is checked wherever the figures it speaks of
/// are, and what could not be checked is named.
struct BuildPipeline: Sendable {
    let workspace: String
    let sample: Bool
    let jobs: Int

    /// Makes all documents and pages in memory.
    ///
    /// - Parameters:
    ///   - asOf: the day the run stands at; today when nil.
    ///   - selection: the documents that are made anew.
    ///   - current: what the current release has at a path; documents that are not selected are taken from it.
    /// - Returns: the site with everything that is wrong with it, whole as it would be published.
    /// - Throws: what reading the current release throws.
    func makeSite(
        asOf: CalendarDate?,
        selection: BuildSelection = BuildSelection(),
        current: (String) throws -> [UInt8]? = { _ in nil }
    ) async throws -> Site {
        MarkupParser.initialize()
        var site = Site()
        let root = URL(fileURLWithPath: workspace)
        let reading = Workspace.read(at: root, sample: sample, asOf: asOf)
        let (templates, templateProblems) = TemplateFolder(workspace: workspace).compile()
        let (schema, schemaProblems) = SiteValidator.loadSchema(workspace: workspace)
        site.plans = reading.plans
        site.unreadable = reading.unreadable
        site.registry = reading.registry
        site.diagnostics = reading.diagnostics + templateProblems + schemaProblems
        site.diagnostics += selection.problems(knownPlans: reading.contents?.plans.map(\.plan.id.text) ?? [])
        guard let contents = reading.contents, let templates, let schema, !site.diagnostics.containsErrors else {
            checkTexts(of: reading, asOf: asOf, &site)
            return site
        }
        site.configuration = contents.configuration
        let settings = ReportSettings(configuration: contents.configuration, asOf: asOf)
        let builder = ReportBuilder(templates: templates, settings: settings, kinds: DocumentKind.allCases, jobs: jobs)
        let (files, problems) = await builder.build(contents.reportInputs)
        site.diagnostics += problems
        guard !problems.containsErrors else {
            site.unchecked.append(Self.finishedDocuments)
            return site
        }
        site.files = try files.map { file in
            guard !selection.includes(file.path), let bytes = try current(file.path) else { return file }
            var kept = file
            kept.bytes = bytes
            return kept
        }
        site.diagnostics += SiteValidator(schema: schema).validate(site.files)
        return site
    }

    /// Checks the texts of those plans whose figures are right, and names what has to wait.
    private func checkTexts(of reading: WorkspaceReading, asOf: CalendarDate?, _ site: inout Site) {
        let sound = reading.sound
        if let sound {
            let settings = ReportSettings(configuration: sound.configuration, asOf: asOf)
            let check = TextCheck(settings: settings, kinds: DocumentKind.allCases)
            site.diagnostics += check.diagnostics(sound.reportInputs)
        }
        if !reading.unsound.isEmpty { site.unchecked.append(Self.texts(of: reading.unsound)) }
        site.unchecked.append(Self.finishedDocuments)
    }

    private static func texts(of plans: [String]) -> LocalizedText {
        LocalizedText(
            en: "the texts of \(plans.joined(separator: ", ")) against the figures",
            zh: "\(plans.joined(separator: "、"))的文字与数据对照"
        )
    }

    private static let finishedDocuments = LocalizedText(
        en: "the finished documents and pages",
        zh: "成品文档和页面的校验"
    )
}

extension WorkspaceContents {
    /// The plans as the reports take them.
    var reportInputs: [ReportInput] {
        plans.map { input in
            let configured = configuration.cutOffs[input.plan.id]
            let cutOffs: [DocumentKind: CalendarDate?] = [.midterm: configured?.midterm, .final: configured?.final]
            return ReportInput(
                plan: input.plan,
                registry: registry,
                observations: input.observations,
                progress: input.progress,
                findings: input.findings,
                narrative: input.narrative,
                sourceLines: input.sourceLines,
                isSample: input.isSample,
                cutOffs: cutOffs.compactMapValues { $0 }
            )
        }
    }
}

extension ReportSettings {
    /// Settings for a run; without a day it stands at today, and documents ahead of their schedule at the end of the last
    /// month, so that they do not change every night without news.
    init(configuration: Configuration, asOf: CalendarDate?) {
        let today = CalendarDate.today(in: configuration.timeZone)
        self.init(
            rules: AssessmentRules(configuration.assessment),
            asOf: asOf ?? today,
            draftCutOff: asOf ?? today.endOfPreviousMonth,
            site: configuration.site
        )
    }
}

extension AssessmentRules {
    /// The configured thresholds.
    init(_ configuration: Configuration.Assessment) {
        self.init(
            version: configuration.version,
            ahead: configuration.ahead,
            onTrack: configuration.onTrack,
            aboutTolerance: configuration.aboutTolerance,
            differenceTolerance: configuration.differenceTolerance,
            warningMonths: configuration.warningMonths
        )
    }
}
