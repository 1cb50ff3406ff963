/// A step of a calculation, or a count with what it counts.
struct ExplainStep: ReportRecord {
    var name: String
    /// The formula with names; nil where there is none.
    var formula: String?
    /// The formula with numbers; nil where there is none.
    var numbers: String?
    var result: String
    /// What is counted, each with its section on the page.
    var items: [ExplainLink]

    static let fields: [Field<ExplainStep>] = [
        .text("name", \.name),
        .text("formula", \.formula),
        .text("numbers", \.numbers),
        .text("result", \.result),
        .records("items", \.items),
    ]
}

/// A submitted cell.
struct ExplainCell: ReportRecord {
    /// What it is about, where that is not the item itself but a measure of it.
    var measure: String?
    var area: String
    var period: String
    /// With its unit, in the source's own precision: 超过95%; 暂无数据 where it is missing.
    var figure: String
    var isMissing: Bool
    /// 自评 or 验证.
    var stage: String
    /// 采用, 不采用, or why it is missing.
    var use: String
    /// 验证减自评, where both are there.
    var comparison: String?
    var definition: String
    var source: String
    var url: String?
    var published: String?
    var note: String?
    /// The file below the plan's folder.
    var file: String
    var row: Int

    static let fields: [Field<ExplainCell>] = [
        .text("measure", \.measure),
        .text("area", \.area),
        .text("period", \.period),
        .text("figure", \.figure),
        .boolean("missing", \.isMissing),
        .text("stage", \.stage),
        .text("use", \.use),
        .text("comparison", \.comparison),
        .text("definition", \.definition),
        .text("source", \.source),
        .text("url", \.url),
        .text("published", \.published),
        .text("note", \.note),
        .text("file", \.file),
        .integer("row", \.row),
    ]
}

/// A link from the page of explanations.
struct ExplainLink: ReportRecord {
    var href: String
    var title: String

    static let fields: [Field<ExplainLink>] = [
        .text("href", \.href),
        .text("title", \.title),
    ]
}

/// A commitment that stands in an item.
struct ExplainCommitment: ReportRecord {
    /// Its section on the page.
    var href: String
    var name: String
    var due: String
    var verdict: String

    static let fields: [Field<ExplainCommitment>] = [
        .text("href", \.href),
        .text("name", \.name),
        .text("due", \.due),
        .text("verdict", \.verdict),
    ]
}

/// What a document works out at its own cut-off date.
struct ExplainReading: ReportRecord {
    /// 中期评估 or 终期总结.
    var title: String
    var cutOff: String
    var steps: [ExplainStep]
    var methods: [ExplainStep]
    var verdict: Status

    static let fields: [Field<ExplainReading>] = [
        .text("title", \.title),
        .text("cutOff", \.cutOff),
        .records("steps", \.steps),
        .records("methods", \.methods),
        .record("verdict", \.verdict),
    ]
}

/// Where the numbers of one item come from, and where they stand.
struct ExplainEntry: ReportRecord {
    /// The identifier, also the anchor.
    var id: String
    /// `indicator`, `target`, `measure`, `task`, `section`, `project`, `goal` or `summary`.
    var kind: String
    var kindLabel: String
    var name: String
    /// The plan's wording; nil where a heading or a row of the indicator table is all.
    var quote: String?
    /// 第53行, in the official text.
    var sourceLines: String?
    /// ≥75%; nil where nothing is demanded.
    var demand: String?
    var due: String?
    /// Where the way begins: 41.17%（2020年）.
    var start: String?
    /// Changes in force, with what they changed.
    var amendments: [String]
    /// Whether figures are to be expected.
    var hasFigures: Bool
    /// Cells of the plan's own area.
    var cells: [ExplainCell]
    /// Cells of its districts.
    var districtCells: [ExplainCell]
    var steps: [ExplainStep]
    var methods: [ExplainStep]
    /// Whether progress notes are to be expected.
    var hasNotes: Bool
    var notes: [String]
    /// Who is responsible, those who lead first.
    var responsible: [String]
    /// The commitments that stand in it.
    var commitments: [ExplainCommitment]
    var verdict: Status
    /// What the documents work out at their own cut-off dates, where that differs.
    var readings: [ExplainReading]
    /// Every page and document it stands in.
    var places: [ExplainLink]

    static let fields: [Field<ExplainEntry>] = [
        .text("id", \.id),
        .text("kind", \.kind),
        .text("kindLabel", \.kindLabel),
        .text("name", \.name),
        .text("quote", \.quote),
        .text("sourceLines", \.sourceLines),
        .text("demand", \.demand),
        .text("due", \.due),
        .text("start", \.start),
        .texts("amendments", \.amendments),
        .boolean("hasFigures", \.hasFigures),
        .records("cells", \.cells),
        .records("districtCells", \.districtCells),
        .records("steps", \.steps),
        .records("methods", \.methods),
        .boolean("hasNotes", \.hasNotes),
        .texts("notes", \.notes),
        .texts("responsible", \.responsible),
        .records("commitments", \.commitments),
        .record("verdict", \.verdict),
        .records("readings", \.readings),
        .records("places", \.places),
    ]
}

/// Explanations that belong together: those of a category, a chapter or the annex.
struct ExplainPart: ReportRecord {
    var id: String
    var title: String
    var entries: [ExplainEntry]

    static let fields: [Field<ExplainPart>] = [
        .text("id", \.id),
        .text("title", \.title),
        .records("entries", \.entries),
    ]
}

/// The explanations of a kind: indicators, commitments, measures, tasks, key projects.
struct ExplainGroup: ReportRecord {
    var id: String
    var title: String
    var count: Int
    var parts: [ExplainPart]

    static let fields: [Field<ExplainGroup>] = [
        .text("id", \.id),
        .text("title", \.title),
        .integer("count", \.count),
        .records("parts", \.parts),
    ]
}

/// What the page that explains every number of a plan is rendered with.
struct ExplainPage: ReportRecord {
    var site: Site
    var plan: PlanFacts
    var document: DocumentFacts
    var thresholds: String
    var summary: ExplainEntry
    var groups: [ExplainGroup]
    var documents: [DocumentLink]

    static let fields: [Field<ExplainPage>] = [
        .record("site", \.site),
        .record("plan", \.plan),
        .record("document", \.document),
        .text("thresholds", \.thresholds),
        .record("summary", \.summary),
        .records("groups", \.groups),
        .records("documents", \.documents),
    ]
}
