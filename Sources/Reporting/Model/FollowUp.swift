/// Something that is expected to fail, or near its deadline and not done.
struct WarningRow: ReportRecord {
    var item: String
    var name: String
    /// Who leads it; nil where the plan does not say.
    var lead: String?
    /// What of it is meant, and why it is warned about.
    var reason: String
    var reasonCode: String
    var due: String
    var dueCode: String

    static let fields: [Field<WarningRow>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("lead", \.lead),
        .text("reason", \.reason),
        .text("reasonCode", \.reasonCode),
        .text("due", \.due),
        .text("dueCode", \.dueCode),
    ]
}

/// Why something falls short, and what is done about it.
struct ExplanationRow: ReportRecord {
    var item: String
    var name: String
    var verdict: Status
    var cause: String
    var remedy: String

    static let fields: [Field<ExplanationRow>] = [
        .text("item", \.item),
        .text("name", \.name),
        .record("verdict", \.verdict),
        .text("cause", \.cause),
        .text("remedy", \.remedy),
    ]
}

/// A line of the rectification ledger: 问题 → 整改措施 → 责任单位 → 时限 → 复查 → 销号.
struct FindingRow: ReportRecord {
    var id: String
    var item: String
    var name: String
    var problem: String
    var measure: String
    var responsible: String
    var due: String
    var dueCode: String
    /// The latest recheck: its day and what was seen.
    var recheck: String?
    /// When it was struck off; nil while it is not.
    var closed: String?
    /// 整改中, 逾期未完成整改, 已复查待销号, 已销号.
    var state: Status
    /// `rectifying`, `overdue`, `rechecked` or `closed`.
    var stateCode: String

    static let fields: [Field<FindingRow>] = [
        .text("id", \.id),
        .text("item", \.item),
        .text("name", \.name),
        .text("problem", \.problem),
        .text("measure", \.measure),
        .text("responsible", \.responsible),
        .text("due", \.due),
        .text("dueCode", \.dueCode),
        .text("recheck", \.recheck),
        .text("closed", \.closed),
        .record("state", \.state),
        .text("stateCode", \.stateCode),
    ]
}

/// A figure whose reported and verified values differ by more than the tolerance.
struct DifferenceRow: ReportRecord {
    var item: String
    var name: String
    var area: String
    var areaCode: String
    var period: String
    var periodCode: String
    var reported: Figure
    var verified: Figure
    var difference: Figure
    var unit: String
    /// What the difference is given in: 个百分点 for shares.
    var differenceUnit: String

    static let fields: [Field<DifferenceRow>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("area", \.area),
        .text("areaCode", \.areaCode),
        .text("period", \.period),
        .text("periodCode", \.periodCode),
        .record("reported", \.reported),
        .record("verified", \.verified),
        .record("difference", \.difference),
        .text("unit", \.unit),
        .text("differenceUnit", \.differenceUnit),
    ]
}

/// A change of a target that was decided after the plan was issued, in force at the cut-off date.
struct AmendmentRow: ReportRecord {
    var item: String
    var name: String
    var document: String
    var effective: String
    var effectiveCode: String
    /// 目标值由60%调整为58%，时限由2025年调整为2026年.
    var change: String

    static let fields: [Field<AmendmentRow>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("document", \.document),
        .text("effective", \.effective),
        .text("effectiveCode", \.effectiveCode),
        .text("change", \.change),
    ]
}

/// What a document says beside the plan's own order: sums, warnings, explanations, rectification, where reports and
/// verification differ, how the districts stand, and which targets were changed.
struct FollowUp: ReportRecord {
    /// Indicators by nature and category; empty in plans without an indicator table.
    var indicatorSums: [RollUpTable]
    /// Commitments by chapter, with a bar for each.
    var partSums: [RollUpTable]
    /// What is judged, and the tasks and projects, by leading department.
    var departmentSums: [RollUpTable]
    /// Departments about whose work neither a figure nor a note is there.
    var silentDepartments: [String]
    var warnings: [WarningRow]
    var explanations: [ExplanationRow]
    var findings: [FindingRow]
    var differences: [DifferenceRow]
    /// A percentage, such as `5`.
    var differenceTolerance: String
    /// How many commitments are about districts.
    var districtCommitmentCount: Int
    /// Those of them that figures of districts were collected for.
    var standings: [DistrictStanding]
    var rankings: [RankingTable]
    var amendments: [AmendmentRow]
    /// Whether the text was signed for other figures than those shown.
    var isTextStale: Bool

    static let fields: [Field<FollowUp>] = [
        .records("indicatorSums", \.indicatorSums),
        .records("partSums", \.partSums),
        .records("departmentSums", \.departmentSums),
        .texts("silentDepartments", \.silentDepartments),
        .records("warnings", \.warnings),
        .records("explanations", \.explanations),
        .records("findings", \.findings),
        .records("differences", \.differences),
        .text("differenceTolerance", \.differenceTolerance),
        .integer("districtCommitmentCount", \.districtCommitmentCount),
        .records("standings", \.standings),
        .records("rankings", \.rankings),
        .records("amendments", \.amendments),
        .boolean("isTextStale", \.isTextStale),
    ]
}
