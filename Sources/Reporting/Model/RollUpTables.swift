import Assessment

/// One stretch of a bar, and one cell of a table of sums.
struct RollUpSegment: ReportRecord {
    /// `asExpected`, `fallsShort`, `noData` or `open`; for work the code of its state.
    var code: String
    var label: String
    var count: Int
    /// A percentage with one place; those of a row add up to 100.
    var percent: String
    var x: Int
    var width: Int

    static let fields: [Field<RollUpSegment>] = [
        .text("code", \.code),
        .text("label", \.label),
        .integer("count", \.count),
        .text("percent", \.percent),
        .integer("x", \.x),
        .integer("width", \.width),
    ]
}

/// What a nature, category, part of the plan or department comes to, as a bar of 400 pixels and as a row of its table.
struct RollUpRow: ReportRecord {
    /// `all`, `nature`, `category`, `part` or `department`.
    var by: String
    var title: String
    var total: Int
    /// The groups in their order, empty ones included.
    var segments: [RollUpSegment]
    /// The verdicts behind the groups, in the order of the scale.
    var verdicts: [StatusCount]
    /// Whether neither a figure nor a note is there about any of it.
    var isSilent: Bool

    static let fields: [Field<RollUpRow>] = [
        .text("by", \.by),
        .text("title", \.title),
        .integer("total", \.total),
        .records("segments", \.segments),
        .records("verdicts", \.verdicts),
        .boolean("isSilent", \.isSilent),
    ]
}

/// A table of sums.
struct RollUpTable: ReportRecord {
    /// `indicators`, `commitments`, `judged` (both) or `work`.
    var of: String
    var title: String
    /// What the first column holds.
    var head: String
    /// The labels of the groups.
    var columns: [String]
    /// Whether the rows say which verdicts are behind the groups.
    var hasVerdicts: Bool
    var rows: [RollUpRow]
    /// Whether a share differs from what it is rounded to by itself, so that those of its row add up.
    var isAdjusted: Bool { rows.contains { Shares.areAdjusted(of: $0.segments.map(\.count)) } }

    static let fields: [Field<RollUpTable>] = [
        .text("of", \.of),
        .text("title", \.title),
        .text("head", \.head),
        .texts("columns", \.columns),
        .boolean("hasVerdicts", \.hasVerdicts),
        .records("rows", \.rows),
        .boolean("isAdjusted", \.isAdjusted),
    ]
}
