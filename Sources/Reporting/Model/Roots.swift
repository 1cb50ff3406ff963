import TemplateEngine

/// Where figures are from, numbered in the order they are first used.
struct SourceEntry: ReportRecord {
    var number: Int
    var name: String
    var url: String?
    var published: String?
    var figures: [ObservedFigure]

    static let fields: [Field<SourceEntry>] = [
        .integer("number", \.number),
        .text("name", \.name),
        .text("url", \.url),
        .text("published", \.published),
        .records("figures", \.figures),
    ]
}

/// The counts that a report sums up with.
struct Summary: ReportRecord {
    var indicatorCount: Int
    var bindingCount: Int
    var anticipatoryCount: Int
    var withDataCount: Int
    var noDataCount: Int
    /// Indicators whose target is met, and their share of all indicators (完成率 of a final summary).
    var completedCount: Int
    var completion: Figure
    var taskCount: Int
    var projectCount: Int
    var commitmentCount: Int
    /// Commitments that state a direction without a number.
    var directionCount: Int
    /// Tasks and projects for which the text names nobody.
    var unledTaskCount: Int
    var unledProjectCount: Int
    var reportedTaskCount: Int
    var reportedProjectCount: Int
    /// Verdicts that occur, in the order of the scale.
    var verdicts: [StatusCount]
    var taskStates: [StatusCount]
    var projectStates: [StatusCount]

    static let fields: [Field<Summary>] = [
        .integer("indicatorCount", \.indicatorCount),
        .integer("bindingCount", \.bindingCount),
        .integer("anticipatoryCount", \.anticipatoryCount),
        .integer("withDataCount", \.withDataCount),
        .integer("noDataCount", \.noDataCount),
        .integer("completedCount", \.completedCount),
        .record("completion", \.completion),
        .integer("taskCount", \.taskCount),
        .integer("projectCount", \.projectCount),
        .integer("commitmentCount", \.commitmentCount),
        .integer("directionCount", \.directionCount),
        .integer("unledTaskCount", \.unledTaskCount),
        .integer("unledProjectCount", \.unledProjectCount),
        .integer("reportedTaskCount", \.reportedTaskCount),
        .integer("reportedProjectCount", \.reportedProjectCount),
        .records("verdicts", \.verdicts),
        .records("taskStates", \.taskStates),
        .records("projectStates", \.projectStates),
    ]
}

/// The text that people write for a document; a part nobody wrote is empty.
struct NarrativeParts: ReportRecord {
    var organization: [String] = []
    var conclusion: [String] = []
    var problems: [String] = []
    var situation: [String] = []
    var suggestions: [String] = []
    var experience: [String] = []
    var nextSteps: [String] = []

    static let fields: [Field<NarrativeParts>] = [
        .texts("organization", \.organization),
        .texts("conclusion", \.conclusion),
        .texts("problems", \.problems),
        .texts("situation", \.situation),
        .texts("suggestions", \.suggestions),
        .texts("experience", \.experience),
        .texts("nextSteps", \.nextSteps),
    ]
}

/// A problem or next step that was reported for a task or project.
struct ReportedPoint: ReportRecord {
    var item: String
    var itemTitle: String
    /// The unit whose report says so.
    var reportedBy: String
    var text: String

    static let fields: [Field<ReportedPoint>] = [
        .text("item", \.item),
        .text("itemTitle", \.itemTitle),
        .text("reportedBy", \.reportedBy).internalOnly,
        .text("text", \.text),
    ]
}

/// What the stage of a chapter is rendered with.
struct ChapterStagePage: ReportRecord {
    var plan: PlanFacts
    var document: DocumentFacts
    var chapter: ChapterPart

    static let fields: [Field<ChapterStagePage>] = [
        .record("plan", \.plan),
        .record("document", \.document),
        .record("chapter", \.chapter),
    ]
}

/// What the stage of the indicator table is rendered with.
struct IndicatorStagePage: ReportRecord {
    var plan: PlanFacts
    var document: DocumentFacts
    var groups: [IndicatorGroup]

    static let fields: [Field<IndicatorStagePage>] = [
        .record("plan", \.plan),
        .record("document", \.document),
        .records("groups", \.groups),
    ]
}

/// What the stage of the key projects is rendered with.
struct ProjectStagePage: ReportRecord {
    var plan: PlanFacts
    var document: DocumentFacts
    var projects: [ProjectRow]

    static let fields: [Field<ProjectStagePage>] = [
        .record("plan", \.plan),
        .record("document", \.document),
        .records("projects", \.projects),
    ]
}

/// The rendered chapter, indicator table or project annex that a document puts in its place.
struct RenderedPart: ReportRecord {
    var id: String
    /// `overview`, `tasks`, `safeguards`, `indicators` or `projects`.
    var kind: String
    var heading: String
    var body: [UInt8]

    static let fields: [Field<RenderedPart>] = [
        .text("id", \.id),
        .text("kind", \.kind),
        .text("heading", \.heading),
        .markup("body", \.body),
    ]
}

/// What a document is rendered with.
struct DocumentPage: ReportRecord {
    var site: Site
    var plan: PlanFacts
    var document: DocumentFacts
    var method: Method
    var summary: Summary
    var narrative: NarrativeParts
    var problems: [ReportedPoint]
    var nextSteps: [ReportedPoint]
    /// Indicators that are behind, regressing, broken or missed.
    var lagging: [IndicatorRow]
    /// Indicators with a figure, whose outlook is shown.
    var withData: [IndicatorRow]
    /// Indicators with a forecast.
    var forecasts: [IndicatorRow]
    var forecastCounts: ForecastCounts
    /// The parts in the order of the plan: chapters, indicator table, annex.
    var parts: [RenderedPart]
    var sources: [SourceEntry]
    var followUp: FollowUp

    static let fields: [Field<DocumentPage>] = [
        .record("site", \.site),
        .record("plan", \.plan),
        .record("document", \.document),
        .record("method", \.method),
        .record("summary", \.summary),
        .record("narrative", \.narrative),
        .records("problems", \.problems),
        .records("nextSteps", \.nextSteps),
        .records("lagging", \.lagging),
        .records("withData", \.withData),
        .records("forecasts", \.forecasts),
        .record("forecastCounts", \.forecastCounts),
        .records("parts", \.parts),
        .records("sources", \.sources),
        .record("followUp", \.followUp),
    ]
}

/// A link to a document of a plan.
struct DocumentLink: ReportRecord {
    var kind: String
    var title: String
    var cutOff: String
    var isDraft: Bool
    var html: String
    var xml: String

    static let fields: [Field<DocumentLink>] = [
        .text("kind", \.kind),
        .text("title", \.title),
        .text("cutOff", \.cutOff),
        .boolean("isDraft", \.isDraft),
        .text("html", \.html),
        .text("xml", \.xml),
    ]
}

/// What the public progress page of a plan is rendered with.
struct PlanPage: ReportRecord {
    var site: Site
    var plan: PlanFacts
    var document: DocumentFacts
    var method: Method
    var summary: Summary
    var groups: [IndicatorGroup]
    var chapters: [ChapterPart]
    var projects: [ProjectRow]
    var documents: [DocumentLink]
    var sources: [SourceEntry]

    static let fields: [Field<PlanPage>] = [
        .record("site", \.site),
        .record("plan", \.plan),
        .record("document", \.document),
        .record("method", \.method),
        .record("summary", \.summary),
        .records("groups", \.groups),
        .records("chapters", \.chapters),
        .records("projects", \.projects),
        .records("documents", \.documents),
        .records("sources", \.sources),
    ]
}

/// A plan on the front page.
struct PlanCard: ReportRecord {
    var plan: PlanFacts
    var document: DocumentFacts
    var summary: Summary
    var documents: [DocumentLink]
    /// The address of the plan's page.
    var href: String

    static let fields: [Field<PlanCard>] = [
        .record("plan", \.plan),
        .record("document", \.document),
        .record("summary", \.summary),
        .records("documents", \.documents),
        .text("href", \.href),
    ]
}

/// What the front page is rendered with.
struct FrontPage: ReportRecord {
    var site: Site
    var isSample: Bool
    var plans: [PlanCard]

    static let fields: [Field<FrontPage>] = [
        .record("site", \.site),
        .boolean("isSample", \.isSample),
        .records("plans", \.plans),
    ]
}

extension ContextSchema {
    /// The report model: every record that a template of a document, a stage or a page can be given.
    static let reportModel = ContextSchema(roots: [
        ChapterStagePage.self, IndicatorStagePage.self, ProjectStagePage.self, DocumentPage.self, PlanPage.self,
        ExplainPage.self, FrontPage.self,
    ])
}
