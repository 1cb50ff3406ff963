import PlanModel

/// A figure as it is shown: its exact digits for machines, its words for people.
struct Figure: ReportRecord {
    /// The digits, such as `63.14`; nil where nobody collected it.
    var digits: String?
    /// The digits, or 暂无数据, or — where the figure does not apply.
    var text: String

    static let fields: [Field<Figure>] = [
        .decimal("value", \.digits),
        .text("text", \.text),
        .boolean("missing", \.isMissing),
    ]

    var isMissing: Bool { digits == nil }

    static let noData = Figure(digits: nil, text: "暂无数据")
    /// For columns that have no meaning for a row, such as the attainment of a hold target.
    static let notApplicable = Figure(digits: nil, text: "—")
}

/// A verdict or state in code, word and symbol; the symbol keeps it readable without colour.
struct Status: ReportRecord {
    var code: String
    var label: String
    var symbol: String

    static let fields: [Field<Status>] = [
        .text("code", \.code),
        .text("label", \.label),
        .text("symbol", \.symbol),
    ]
}

/// How many items have a status.
struct StatusCount: ReportRecord {
    var status: Status
    var count: Int

    static let fields: [Field<StatusCount>] = [
        .record("status", \.status),
        .integer("count", \.count),
    ]
}

/// The site that the pages belong to; what nobody configured is null and left out.
struct Site: ReportRecord {
    var settings: Configuration.Site

    static let fields: [Field<Site>] = [
        .text("name", \.settings.name),
        .text("domain", \.settings.domain),
        .text("siteIDCode", \.settings.siteIDCode),
        .text("description", \.settings.description),
        .text("keywords", \.settings.keywords),
        .text("author", \.settings.author),
        .text("url", \.settings.url),
        .text("contentSource", \.settings.contentSource),
        .text("columnName", \.settings.columnName),
        .text("columnDescription", \.settings.columnDescription),
        .text("columnKeywords", \.settings.columnKeywords),
        .text("columnType", \.settings.columnType),
    ]
}

/// The plan's particulars.
struct PlanFacts: ReportRecord {
    var id: String
    var title: String
    var shortTitle: String
    /// What the plan calls itself: 规划, 工作方案.
    var genre: String
    var documentNumber: String
    var issuer: String
    var issued: String
    var issuedCode: String
    var firstYear: Int
    var lastYear: Int
    var areaCode: String
    var areaName: String
    var lead: String
    var preamble: String
    var indicatorTableTitle: String?
    var annexTitle: String?

    static let fields: [Field<PlanFacts>] = [
        .text("id", \.id),
        .text("title", \.title),
        .text("shortTitle", \.shortTitle),
        .text("genre", \.genre),
        .text("documentNumber", \.documentNumber),
        .text("issuer", \.issuer),
        .text("issued", \.issued),
        .text("issuedCode", \.issuedCode),
        .integer("firstYear", \.firstYear),
        .integer("lastYear", \.lastYear),
        .text("areaCode", \.areaCode),
        .text("areaName", \.areaName),
        .text("lead", \.lead),
        .text("preamble", \.preamble),
        .text("indicatorTableTitle", \.indicatorTableTitle),
        .text("annexTitle", \.annexTitle),
    ]
}

/// A document or page about a plan: what it is and the day it stands at.
struct DocumentFacts: ReportRecord {
    /// `midterm`, `final` or `progress`.
    var kind: String
    /// 中期评估, 终期总结, 实施进展.
    var kindLabel: String
    var title: String
    /// 数据截止日期, as people and as machines read it.
    var cutOff: String
    var cutOffCode: String
    /// 最新资料日期: the day of the latest figure or note that is used; nil where nothing was collected.
    var knownBy: String?
    /// The same for machines; the day the plan was issued where nothing was collected.
    var knownByCode: String
    /// Made from invented demonstration data.
    var isSample: Bool
    /// Made before its scheduled cut-off date.
    var isDraft: Bool

    static let fields: [Field<DocumentFacts>] = [
        .text("kind", \.kind),
        .text("kindLabel", \.kindLabel),
        .text("title", \.title),
        .text("cutOff", \.cutOff),
        .text("cutOffCode", \.cutOffCode),
        .text("knownBy", \.knownBy),
        .text("knownByCode", \.knownByCode),
        .boolean("isSample", \.isSample),
        .boolean("isDraft", \.isDraft),
    ]
}

/// A rule that figures are worked out or judged by, with its thresholds in its words.
struct MethodRule: ReportRecord {
    /// `pace`, `ratio`, `forecast`, `rounding` and so on.
    var code: String
    var title: String
    var text: String

    static let fields: [Field<MethodRule>] = [
        .text("code", \.code),
        .text("title", \.title),
        .text("text", \.text),
    ]
}

/// The thresholds the verdicts were given by.
struct Method: ReportRecord {
    var version: String
    var ahead: String
    var onTrack: String
    /// A percentage, such as `5`.
    var aboutTolerance: String
    /// A percentage, such as `5`.
    var differenceTolerance: String
    var warningMonths: Int
    /// Every rule in words, as the annex prints them.
    var rules: [MethodRule]

    static let fields: [Field<Method>] = [
        .text("version", \.version),
        .text("ahead", \.ahead),
        .text("onTrack", \.onTrack),
        .text("aboutTolerance", \.aboutTolerance),
        .text("differenceTolerance", \.differenceTolerance),
        .integer("warningMonths", \.warningMonths),
        .records("rules", \.rules),
    ]
}
