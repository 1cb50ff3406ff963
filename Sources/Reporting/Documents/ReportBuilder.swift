import Assessment
public import Diagnostics
public import PlanModel
import TemplateEngine

/// A file that a build publishes.
public struct ReportFile: Sendable {
    /// What a file is, which says how it is validated.
    public enum Format: Sendable {
        /// A document or page.
        case html
        /// A document in the vocabulary of `Schemas/report-1.xsd`.
        case xml
    }

    /// The path in the release, such as `yantai-rural-education/midterm.html`.
    public var path: String
    /// What it is.
    public var format: Format
    /// The content.
    public var bytes: [UInt8]
}

/// Makes all documents and pages from plans: assessment, chapter stages, documents, public pages.
public struct ReportBuilder: Sendable {
    private let templates: ReportTemplates
    private let settings: ReportSettings
    private let kinds: [DocumentKind]
    private let jobs: Int

    /// Creates a builder.
    /// - Parameters:
    ///   - templates: The compiled templates.
    ///   - settings: What all reports of the run have in common.
    ///   - kinds: The documents to make.
    ///   - jobs: How many stages may run at a time.
    public init(templates: ReportTemplates, settings: ReportSettings, kinds: [DocumentKind], jobs: Int) {
        self.templates = templates
        self.settings = settings
        self.kinds = kinds
        self.jobs = jobs
    }

    /// The files of a site: the front page, and for each plan its page, the explanations of its numbers and its documents.
    /// - Parameter inputs: The plans, in the order of the front page.
    /// - Returns: The files in the order of their plans, and everything that went wrong; with errors the files are incomplete.
    public func build(_ inputs: [ReportInput]) async -> (files: [ReportFile], diagnostics: [Diagnostic]) {
        var output = Output()
        var cards: [PlanCard] = []
        for input in inputs {
            var links: [DocumentLink] = []
            for kind in kinds {
                links.append(await document(kind, of: input, into: &output))
            }
            cards.append(planPages(of: input, documents: links, into: &output))
        }
        let front = FrontPage(site: site, isSample: inputs.contains(where: \.isSample), plans: cards)
        output.render("pages/index.html", front, to: "index.html", .html, templates)
        return (output.files, output.diagnostics)
    }

    private var site: Site { Site(settings: settings.site) }

    // MARK: Documents

    private func document(
        _ kind: DocumentKind,
        of input: ReportInput,
        into output: inout Output
    ) async -> DocumentLink {
        let (view, isDraft) = settings.view(of: input, for: kind)
        let facts = view.documentFacts(kind, isDraft: isDraft)
        output.diagnostics += NarrativeCheck(view: view, kind: kind, isDraft: isDraft).diagnostics
        let results = await StageRunner(templates: templates, jobs: jobs).run(view.stages(for: facts))
        output.diagnostics += results.flatMap(\.diagnostics)
        for format in OutputFormat.allCases {
            let page = documentPage(kind, view: view, facts: facts, parts: results.map { $0.part(format) })
            let path = "\(input.plan.id)/\(kind.rawValue).\(format.rawValue)"
            output.render("documents/\(kind.rawValue).\(format.rawValue)", page, to: path, format, templates)
        }
        return DocumentLink(
            kind: kind.rawValue,
            title: facts.title,
            cutOff: facts.cutOff,
            isDraft: facts.isDraft,
            html: "\(kind.rawValue).html",
            xml: "\(kind.rawValue).xml"
        )
    }

    private func documentPage(
        _ kind: DocumentKind,
        view: PlanView,
        facts: DocumentFacts,
        parts: [RenderedPart]
    ) -> DocumentPage {
        let rows = view.indicatorRows
        let lagging: Set = [Verdict.behind, .regressing, .broken, .missed].reduce(into: Set<String>()) {
            $0.insert($1.rawValue)
        }
        return DocumentPage(
            site: site,
            plan: view.planFacts,
            document: facts,
            method: Method(settings.rules),
            summary: view.summary,
            narrative: view.narrative(kind),
            problems: view.reportedPoints(\.problems),
            nextSteps: view.reportedPoints(\.nextSteps),
            lagging: rows.filter { lagging.contains($0.verdict.code) },
            withData: rows.filter { !$0.actual.isMissing },
            forecasts: rows.filter { !$0.forecast.isMissing },
            forecastCounts: ForecastCounts(view.indicators.filter { !view.isOver($0) }),
            parts: parts,
            sources: view.sourceEntries,
            followUp: view.followUp(kind, isDraft: facts.isDraft)
        )
    }

    // MARK: Public pages

    private func planPages(
        of input: ReportInput,
        documents: [DocumentLink],
        into output: inout Output
    ) -> PlanCard {
        let date = EvaluationDate(cutOff: settings.asOf, knownBy: settings.asOf)
        let view = PlanView(input, rules: settings.rules, date: date, requiresTargetYear: false)
        let page = PlanPage(
            site: site,
            plan: view.planFacts,
            document: view.documentFacts(nil),
            method: Method(settings.rules),
            summary: view.summary,
            groups: view.indicatorGroups,
            chapters: input.plan.chapters.map(view.part),
            projects: view.projectRows,
            documents: documents,
            sources: view.sourceEntries
        )
        output.render("pages/plan.html", page, to: "\(input.plan.id)/index.html", .html, templates)
        let explainer = PlanExplainer(view, input: input, settings: settings, kinds: kinds)
        let explanations = ExplainPageBuilder(explainer).page(site: site, documents: documents)
        let path = "\(input.plan.id)/\(Explainer.pageName)"
        output.render("pages/explain.html", explanations, to: path, .html, templates)
        return PlanCard(
            plan: page.plan,
            document: page.document,
            summary: page.summary,
            documents: documents,
            href: "\(input.plan.id)/index.html"
        )
    }
}

/// The files made so far and everything that went wrong.
private struct Output {
    var files: [ReportFile] = []
    var diagnostics: [Diagnostic] = []

    mutating func render(
        _ name: String,
        _ page: some ReportRecord,
        to path: String,
        _ format: OutputFormat,
        _ templates: ReportTemplates
    ) {
        do {
            let bytes = try templates.template(name).render(Context(page.contextValue))
            files.append(ReportFile(path: path, format: format == .html ? .html : .xml, bytes: bytes))
        } catch {
            diagnostics += error.diagnostics
        }
    }
}
