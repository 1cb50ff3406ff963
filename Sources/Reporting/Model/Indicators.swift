/// An indicator with all the columns of the indicator table.
struct IndicatorRow: ReportRecord {
    var id: String
    var number: Int
    /// As the plan's table has it: 在校生.
    var name: String
    /// With its category where the name alone says too little: 九年义务教育在校生.
    var fullName: String
    var category: String
    var unit: String
    var nature: String
    var natureCode: String
    var comparator: String
    var baseline: Figure
    var baselinePeriod: String
    var baselinePeriodCode: String
    var target: Figure
    var targetPeriod: String
    var targetPeriodCode: String
    var actual: Figure
    var timePeriod: String?
    var timePeriodCode: String?
    var definition: String?
    var stage: String?
    var sourceNumber: Int
    var expected: Figure
    var attainment: Figure
    var pace: Figure
    var verdict: Status
    /// For the target's year; there is none in a final summary, nor once that year is over.
    var forecast: Figure
    /// Whether the target's year is over and the figures end before it.
    var isOverdue: Bool
    var outlook: Outlook
    var organizations: String
    /// 2022年，…为63.14%，比2020年提高21.97个百分点; nil without a figure.
    var sentence: String?
    var missingReason: String?
    var note: String?
    /// 第53行, in the official text.
    var sourceLines: String
    var chart: TrendChart

    static let fields: [Field<IndicatorRow>] = [
        .text("id", \.id),
        .integer("number", \.number),
        .text("name", \.name),
        .text("fullName", \.fullName),
        .text("unit", \.unit),
        .text("nature", \.nature),
        .text("natureCode", \.natureCode),
        .text("comparator", \.comparator),
        .record("baseline", \.baseline),
        .text("baselinePeriod", \.baselinePeriod),
        .text("baselinePeriodCode", \.baselinePeriodCode),
        .record("target", \.target),
        .text("targetPeriod", \.targetPeriod),
        .text("targetPeriodCode", \.targetPeriodCode),
        .record("actual", \.actual),
        .text("timePeriod", \.timePeriod),
        .text("timePeriodCode", \.timePeriodCode),
        .text("definition", \.definition),
        .text("stage", \.stage),
        .integer("sourceNumber", \.sourceNumber),
        .record("expected", \.expected),
        .record("attainment", \.attainment),
        .record("pace", \.pace),
        .record("verdict", \.verdict),
        .record("forecast", \.forecast),
        .boolean("isOverdue", \.isOverdue),
        .record("outlook", \.outlook),
        .text("organizations", \.organizations),
        .text("sentence", \.sentence),
        .text("missingReason", \.missingReason),
        .text("note", \.note),
        .text("sourceLines", \.sourceLines),
        .record("chart", \.chart),
    ]
}

/// The indicators of one category, in the order of the plan's table.
struct IndicatorGroup: ReportRecord {
    var category: String
    var indicators: [IndicatorRow]
    var counts: [StatusCount]

    static let fields: [Field<IndicatorGroup>] = [
        .text("category", \.category),
        .records("indicators", \.indicators),
        .records("counts", \.counts),
    ]
}

/// A simple line chart, computed in whole pixels: the path from baseline to target and the figures collected.
struct TrendChart: ReportRecord {
    struct Tick: ReportRecord {
        var position: Int
        var label: String

        static let fields: [Field<Tick>] = [
            .integer("position", \.position),
            .text("label", \.label),
        ]
    }

    struct Point: ReportRecord {
        var x: Int
        var y: Int
        var labelY: Int
        var label: String

        static let fields: [Field<Point>] = [
            .integer("x", \.x),
            .integer("y", \.y),
            .integer("labelY", \.labelY),
            .text("label", \.label),
        ]
    }

    /// A year of the table that says the same as the chart.
    struct Row: ReportRecord {
        var period: String
        var expected: String
        var actual: String

        static let fields: [Field<Row>] = [
            .text("period", \.period),
            .text("expected", \.expected),
            .text("actual", \.actual),
        ]
    }

    var xTicks: [Tick]
    var yTicks: [Tick]
    /// `x,y x,y`: the straight path from baseline to target.
    var pathPoints: String
    /// `x,y x,y`: baseline and figures.
    var actualPoints: String
    var points: [Point]
    var target: Point
    var hasActual: Bool
    var rows: [Row]

    static let fields: [Field<TrendChart>] = [
        .records("xTicks", \.xTicks),
        .records("yTicks", \.yTicks),
        .text("pathPoints", \.pathPoints),
        .text("actualPoints", \.actualPoints),
        .records("points", \.points),
        .record("target", \.target),
        .boolean("hasActual", \.hasActual),
        .records("rows", \.rows),
    ]
}
