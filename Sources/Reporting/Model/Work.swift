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
    /// `Plans/…/metrics/observed.csv:3:1`.
    var location: String

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
        .text("location", \.location).internalOnly,
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
    ]
}

/// What was reported about a task or project.
struct ProgressEntry: ReportRecord {
    var date: String
    var dateCode: String
    var state: Status
    var summary: String
    var evidence: [String]
    var problems: [String]
    var nextSteps: [String]
    var source: String
    var reportedBy: String

    static let fields: [Field<ProgressEntry>] = [
        .text("date", \.date),
        .text("dateCode", \.dateCode),
        .record("state", \.state),
        .text("summary", \.summary),
        .texts("evidence", \.evidence),
        .texts("problems", \.problems).internalOnly,
        .texts("nextSteps", \.nextSteps).internalOnly,
        .text("source", \.source),
        .text("reportedBy", \.reportedBy).internalOnly,
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
        .text("sourceLines", \.sourceLines),
    ]
}
