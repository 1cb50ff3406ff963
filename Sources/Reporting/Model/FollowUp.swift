/// The commitments of a chapter or of the annex by how they stand, as a bar of 400 pixels and as a row of its table.
struct PartShare: ReportRecord {
    /// One stretch of the bar.
    struct Segment: ReportRecord {
        /// `asExpected`, `fallsShort`, `noData` or `open`.
        var code: String
        var label: String
        var count: Int
        /// A percentage with one place; those of a bar add up to 100.
        var percent: String
        var x: Int
        var width: Int

        static let fields: [Field<Segment>] = [
            .text("code", \.code),
            .text("label", \.label),
            .integer("count", \.count),
            .text("percent", \.percent),
            .integer("x", \.x),
            .integer("width", \.width),
        ]
    }

    var title: String
    var total: Int
    /// The four groups in their order, empty ones included.
    var segments: [Segment]

    static let fields: [Field<PartShare>] = [
        .text("title", \.title),
        .integer("total", \.total),
        .records("segments", \.segments),
    ]
}

/// Something that is expected to fail, or near its deadline and not done.
struct WarningRow: ReportRecord {
    var item: String
    var name: String
    var reason: String
    var due: String

    static let fields: [Field<WarningRow>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("reason", \.reason),
        .text("due", \.due),
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
    /// The latest recheck: its day and what was seen.
    var recheck: String?
    /// 整改中, 逾期未完成整改, 已复查待销号, 已销号.
    var state: Status

    static let fields: [Field<FindingRow>] = [
        .text("id", \.id),
        .text("item", \.item),
        .text("name", \.name),
        .text("problem", \.problem),
        .text("measure", \.measure),
        .text("responsible", \.responsible),
        .text("due", \.due),
        .text("recheck", \.recheck),
        .record("state", \.state),
    ]
}

/// A figure whose reported and verified values differ by more than the tolerance.
struct DifferenceRow: ReportRecord {
    var item: String
    var name: String
    var area: String
    var period: String
    var reported: Figure
    var verified: Figure
    var difference: Figure
    var unit: String

    static let fields: [Field<DifferenceRow>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("area", \.area),
        .text("period", \.period),
        .record("reported", \.reported),
        .record("verified", \.verified),
        .record("difference", \.difference),
        .text("unit", \.unit),
    ]
}

/// What a document says beside the plan's own order: how the commitments stand, warnings, explanations, rectification,
/// and where reports and verification differ.
struct FollowUp: ReportRecord {
    var shares: [PartShare]
    var warnings: [WarningRow]
    var explanations: [ExplanationRow]
    var findings: [FindingRow]
    var differences: [DifferenceRow]
    /// A percentage, such as `5`.
    var differenceTolerance: String
    /// Whether the text was signed for other figures than those shown.
    var isTextStale: Bool

    static let fields: [Field<FollowUp>] = [
        .records("shares", \.shares),
        .records("warnings", \.warnings),
        .records("explanations", \.explanations),
        .records("findings", \.findings),
        .records("differences", \.differences),
        .text("differenceTolerance", \.differenceTolerance),
        .boolean("isTextStale", \.isTextStale),
    ]
}
