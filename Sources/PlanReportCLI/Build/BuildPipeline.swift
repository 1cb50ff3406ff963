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
    var registry = Registry(areas: [], organizations: [])
    var files: [ReportFile] = []
    var diagnostics: [Diagnostic] = []
    var configuration = Configuration()
}

/// The main job up to publishing: load → check → assess → chapter stages → documents → validate.
///
/// Loading and compiling templates report side by side, so that one run shows all problems of the data and of the
/// templates; the steps after them start only when both are sound.
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
    func makeSite(
        asOf: CalendarDate?,
        selection: BuildSelection = BuildSelection(),
        current: (String) throws -> [UInt8]? = { _ in nil }
    ) async throws -> Site {
        MarkupParser.initialize()
        var site = Site()
        let (contents, dataProblems) = Workspace.load(at: URL(fileURLWithPath: workspace), sample: sample)
        let (templates, templateProblems) = TemplateFolder(workspace: workspace).compile()
        let (schema, schemaProblems) = SiteValidator.loadSchema(workspace: workspace)
        site.diagnostics = dataProblems + templateProblems + schemaProblems
        site.diagnostics += selection.problems(knownPlans: contents?.plans.map(\.plan.id.text) ?? [])
        guard let contents, let templates, let schema, !site.diagnostics.containsErrors else { return site }
        site.configuration = contents.configuration
        site.registry = contents.registry
        site.plans = contents.plans.map(\.plan)
        let settings = ReportSettings(configuration: contents.configuration, asOf: asOf)
        let builder = ReportBuilder(templates: templates, settings: settings, kinds: DocumentKind.allCases, jobs: jobs)
        let (files, problems) = await builder.build(contents.reportInputs)
        site.diagnostics += problems
        guard !problems.containsErrors else { return site }
        site.files = try files.map { file in
            guard !selection.includes(file.path), let bytes = try current(file.path) else { return file }
            var kept = file
            kept.bytes = bytes
            return kept
        }
        site.diagnostics += SiteValidator(schema: schema).validate(site.files)
        return site
    }
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
