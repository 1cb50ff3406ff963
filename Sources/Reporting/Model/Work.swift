/// One figure as it was collected.
struct ObservedFigure: ReportRecord {
    var name: String
    var area: String
    var areaCode: String
    var period: String
    var periodCode: String
    /// With the source's own precision: 超过95.
    var value: Figure
    var unit: String
    /// 自评 or 验证.
    var stage: String
    var stageCode: String
    var definition: String
    var sourceNumber: Int
    var reason: String?
    var note: String?

    static let fields: [Field<ObservedFigure>] = [
        .text("name", \.name),
        .text("area", \.area),
        .text("areaCode", \.areaCode),
        .text("period", \.period),
        .text("periodCode", \.periodCode),
        .record("value", \.value),
        .text("unit", \.unit),
        .text("stage", \.stage),
        .text("stageCode", \.stageCode),
        .text("definition", \.definition),
        .integer("sourceNumber", \.sourceNumber),
        .text("reason", \.reason),
        .text("note", \.note),
    ]
}

/// A figure of a district.
struct DistrictValue: ReportRecord {
    var value: Figure
    /// Empty where the whole table has one unit.
    var unit: String
    /// 自评; nil for what was verified.
    var stage: String?
    /// 0 where the line says it.
    var sourceNumber: Int

    static let fields: [Field<DistrictValue>] = [
        .record("value", \.value),
        .text("unit", \.unit),
        .text("stage", \.stage),
        .integer("sourceNumber", \.sourceNumber),
    ]
}

/// What was collected about one district for a period: nothing, one figure, or what was reported beside what was verified.
struct DistrictCell: ReportRecord {
    var values: [DistrictValue]

    static let fields: [Field<DistrictCell>] = [
        .records("values", \.values)
    ]
}

/// The figures of the districts for a period.
struct DistrictLine: ReportRecord {
    var period: String
    /// The source of all verified figures of the line; 0 where they have more than one.
    var sourceNumber: Int
    /// One for each district that any figure is about.
    var cells: [DistrictCell]

    static let fields: [Field<DistrictLine>] = [
        .text("period", \.period),
        .integer("sourceNumber", \.sourceNumber),
        .records("cells", \.cells),
    ]
}

/// The figures about one thing: those of the plan's own area, and a table of those of its districts.
struct FigureTable: ReportRecord {
    var subject: String
    /// About the plan's own area.
    var own: [ObservedFigure]
    /// The columns of the table; empty without figures of districts.
    var districts: [DistrictName]
    /// The unit of the table; empty where the values have their own.
    var unit: String
    var lines: [DistrictLine]
    /// What the sources remark: 芝罘区2024年、福山区2024年（修订值）.
    var notes: [String]

    static let fields: [Field<FigureTable>] = [
        .text("subject", \.subject),
        .records("own", \.own),
        .records("districts", \.districts),
        .text("unit", \.unit),
        .records("lines", \.lines),
        .texts("notes", \.notes),
    ]
}

/// A commitment inside a task, safeguard or goal, with the figures collected about it.
struct Commitment: ReportRecord {
    var id: String
    var kind: String
    var kindLabel: String
    var subject: String
    /// ≥93%, 5—8所, 全覆盖, 每年下降1个百分点.
    var value: String
    var digits: String?
    var lower: String?
    var upper: String?
    var unit: String?
    var deadline: String
    var deadlineCode: String
    var isWeak: Bool
    var text: String
    /// The verdict; its code is `open` where no number judges it.
    var verdict: Status
    /// What was judged and what is missing: 2021、2022年合计138处，同期应达80处; nil where the figures say it all.
    var judgement: String?
    var figures: [ObservedFigure]
    /// The same as people read them.
    var table: FigureTable

    static let fields: [Field<Commitment>] = [
        .text("id", \.id),
        .text("kind", \.kind),
        .text("kindLabel", \.kindLabel),
        .text("subject", \.subject),
        .text("value", \.value),
        .decimal("number", \.digits),
        .decimal("lower", \.lower),
        .decimal("upper", \.upper),
        .text("unit", \.unit),
        .text("deadline", \.deadline),
        .text("deadlineCode", \.deadlineCode),
        .boolean("isWeak", \.isWeak),
        .text("text", \.text),
        .record("verdict", \.verdict),
        .text("judgement", \.judgement),
        .records("figures", \.figures),
        .record("table", \.table),
    ]
}

/// What was reported about a task or project.
struct ProgressEntry: ReportRecord {
    var date: String
    var dateCode: String
    var state: Status
    var summary: String
    var evidence: [String]
    var source: String

    static let fields: [Field<ProgressEntry>] = [
        .text("date", \.date),
        .text("dateCode", \.dateCode),
        .record("state", \.state),
        .text("summary", \.summary),
        .texts("evidence", \.evidence),
        .text("source", \.source),
    ]
}

/// A numbered task with its state.
struct TaskRow: ReportRecord {
    var id: String
    var number: Int
    var title: String
    var text: String
    var lead: String
    var support: String
    var leadNames: [String]
    var supportNames: [String]
    var state: Status
    var entries: [ProgressEntry]
    var commitments: [Commitment]
    /// Figures that are watched although the plan sets no target for them.
    var figures: [ObservedFigure]
    /// The same as people read them, measure by measure.
    var measures: [FigureTable]
    var sourceLines: String

    static let fields: [Field<TaskRow>] = [
        .text("id", \.id),
        .integer("number", \.number),
        .text("title", \.title),
        .text("text", \.text),
        .text("lead", \.lead),
        .text("support", \.support),
        .texts("leadNames", \.leadNames),
        .texts("supportNames", \.supportNames),
        .record("state", \.state),
        .records("entries", \.entries),
        .records("commitments", \.commitments),
        .records("figures", \.figures),
        .records("measures", \.measures),
        .text("sourceLines", \.sourceLines),
    ]
}

/// A section of a chapter.
struct SectionPart: ReportRecord {
    var id: String
    /// （一）.
    var number: String
    var title: String
    var paragraphs: [String]
    var tasks: [TaskRow]
    var commitments: [Commitment]
    var sourceLines: String

    static let fields: [Field<SectionPart>] = [
        .text("id", \.id),
        .text("number", \.number),
        .text("title", \.title),
        .texts("paragraphs", \.paragraphs),
        .records("tasks", \.tasks),
        .records("commitments", \.commitments),
        .text("sourceLines", \.sourceLines),
    ]
}

/// A chapter of the plan.
struct ChapterPart: ReportRecord {
    var id: String
    /// 二.
    var number: String
    var title: String
    var kind: String
    var paragraphs: [String]
    var commitments: [Commitment]
    var sections: [SectionPart]
    /// Tasks directly under the chapter.
    var tasks: [TaskRow]
    /// States of all tasks of the chapter.
    var counts: [StatusCount]
    var taskCount: Int
    var sourceLines: String

    static let fields: [Field<ChapterPart>] = [
        .text("id", \.id),
        .text("number", \.number),
        .text("title", \.title),
        .text("kind", \.kind),
        .texts("paragraphs", \.paragraphs),
        .records("commitments", \.commitments),
        .records("sections", \.sections),
        .records("tasks", \.tasks),
        .records("counts", \.counts),
        .integer("taskCount", \.taskCount),
        .text("sourceLines", \.sourceLines),
    ]
}

/// A goal of a key project.
struct GoalRow: ReportRecord {
    var id: String
    var text: String
    var deadline: String
    var deadlineCodes: [String]
    var lead: String
    var support: String
    var leadNames: [String]
    var supportNames: [String]
    var commitments: [Commitment]

    static let fields: [Field<GoalRow>] = [
        .text("id", \.id),
        .text("text", \.text),
        .text("deadline", \.deadline),
        .texts("deadlineCodes", \.deadlineCodes),
        .text("lead", \.lead),
        .text("support", \.support),
        .texts("leadNames", \.leadNames),
        .texts("supportNames", \.supportNames),
        .records("commitments", \.commitments),
    ]
}

/// A key project with its state.
struct ProjectRow: ReportRecord {
    var id: String
    var number: Int
    var name: String
    var content: String
    var goals: [GoalRow]
    var lead: String
    var support: String
    var leadNames: [String]
    var supportNames: [String]
    var state: Status
    var entries: [ProgressEntry]
    /// Commitments stated in the content.
    var commitments: [Commitment]
    var figures: [ObservedFigure]
    var measures: [FigureTable]
    var sourceLines: String

    static let fields: [Field<ProjectRow>] = [
        .text("id", \.id),
        .integer("number", \.number),
        .text("name", \.name),
        .text("content", \.content),
        .records("goals", \.goals),
        .text("lead", \.lead),
        .text("support", \.support),
        .texts("leadNames", \.leadNames),
        .texts("supportNames", \.supportNames),
        .record("state", \.state),
        .records("entries", \.entries),
        .records("commitments", \.commitments),
        .records("figures", \.figures),
        .records("measures", \.measures),
        .text("sourceLines", \.sourceLines),
    ]
}
