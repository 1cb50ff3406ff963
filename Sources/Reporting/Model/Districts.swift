/// A district by name and code.
struct DistrictName: ReportRecord {
    var name: String
    var code: String

    static let fields: [Field<DistrictName>] = [
        .text("name", \.name),
        .text("code", \.code),
    ]
}

/// A district's place among the others.
struct RankingEntry: ReportRecord {
    var place: Int
    var isTied: Bool
    var district: DistrictName
    var value: Figure
    var stage: String
    var stageCode: String
    var sourceNumber: Int

    static let fields: [Field<RankingEntry>] = [
        .integer("place", \.place),
        .boolean("isTied", \.isTied),
        .record("district", \.district),
        .record("value", \.value),
        .text("stage", \.stage),
        .text("stageCode", \.stageCode),
        .integer("sourceNumber", \.sourceNumber),
    ]
}

/// The districts in the order of their figures about one thing for one period.
struct RankingTable: ReportRecord {
    var item: String
    var name: String
    /// What stands in the document and can be linked to: the item, or the task or project that a measure belongs to.
    var anchor: String
    var period: String
    var periodCode: String
    var unit: String
    var order: String
    var orderCode: String
    var entries: [RankingEntry]
    /// Those without a figure for the period.
    var missing: [DistrictName]

    static let fields: [Field<RankingTable>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("anchor", \.anchor),
        .text("period", \.period),
        .text("periodCode", \.periodCode),
        .text("unit", \.unit),
        .text("order", \.order),
        .text("orderCode", \.orderCode),
        .records("entries", \.entries),
        .records("missing", \.missing),
    ]
}

/// Which districts satisfy a commitment about districts.
struct DistrictStanding: ReportRecord {
    var item: String
    var name: String
    var target: String
    var period: String
    var periodCode: String
    var total: Int
    var met: [DistrictName]
    var unmet: [DistrictName]
    var unknown: [DistrictName]

    static let fields: [Field<DistrictStanding>] = [
        .text("item", \.item),
        .text("name", \.name),
        .text("target", \.target),
        .text("period", \.period),
        .text("periodCode", \.periodCode),
        .integer("total", \.total),
        .records("met", \.met),
        .records("unmet", \.unmet),
        .records("unknown", \.unknown),
    ]
}
