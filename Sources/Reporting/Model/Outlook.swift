/// What an indicator is heading for: forecasts for its target's year, and the ratio of Open SDG.
struct Outlook: ReportRecord {
    /// The same step every month.
    var linear: Figure
    /// The same growth every month.
    var constantGrowth: Figure
    /// The ends of the range that the steps seen so far allow; both are missing where there is none.
    var low: Figure
    var high: Figure
    /// `94.58—97.61`, or — without a range.
    var range: String
    /// Why a forecast or the range is missing; nil where all are there.
    var reason: String?
    var ratio: Figure
    /// The band of the ratio; nil without one.
    var band: String?
    var bandCode: String?
    /// Why there is no ratio.
    var ratioReason: String?

    static let fields: [Field<Outlook>] = [
        .record("linear", \.linear),
        .record("constantGrowth", \.constantGrowth),
        .record("low", \.low),
        .record("high", \.high),
        .text("range", \.range),
        .text("reason", \.reason),
        .record("ratio", \.ratio),
        .text("band", \.band),
        .text("bandCode", \.bandCode),
        .text("ratioReason", \.ratioReason),
    ]
}

/// How many indicators reach their targets by the linear forecast.
struct ForecastCounts: ReportRecord {
    /// Indicators with a forecast.
    var total: Int
    var reaching: Int
    var fallingShort: Int

    static let fields: [Field<ForecastCounts>] = [
        .integer("total", \.total),
        .integer("reaching", \.reaching),
        .integer("fallingShort", \.fallingShort),
    ]
}
