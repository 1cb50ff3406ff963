import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Collection

/// A reader for a plan of three indicators, some targets and two measures.
enum Sample {
    static let header =
        "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note"
    static let row = "share,370602,2022,63.14,%,verified,在园,发布会,https://example.com/1,2023-03,,"

    static func read(header: String = header, _ lines: String...) throws -> ([Observation], [Diagnostic]) {
        let text = ([header] + lines).joined(separator: "\n")
        return try reader().read([.init(path: "m.csv", bytes: Array(text.utf8))])
    }

    static func reader(today: CalendarDate? = nil) throws -> ObservationReader {
        let areas = [
            Area(code: try #require(AreaCode("370600")), name: "烟台市"),
            Area(code: try #require(AreaCode("370602")), name: "芝罘区", aliases: ["芝罘"]),
        ]
        return ObservationReader(known: KnownSeries(plan: try plan(), areas: areas), today: today)
    }

    private static func plan() throws -> Plan {
        let anchor = Anchor(lines: 1...1, digest: "0000000000000000")
        let year = { TimePeriod.year($0) }
        return Plan(
            id: try #require(PlanID("demo")),
            title: "规划",
            shortTitle: "规划",
            documentNumber: "1号",
            issuer: "市政府",
            issued: year(2021),
            years: 2021...2025,
            area: try #require(AreaCode("370600")),
            lead: try #require(OrganizationID("edu")),
            preamble: Paragraph(text: "引言", anchor: anchor),
            chapters: [
                Chapter(
                    id: try #require(ItemID("chapter-1")),
                    number: "一",
                    title: "总体要求",
                    kind: .overview,
                    anchor: anchor,
                    targets: [
                        try target("decline", .yearlyChange, "个百分点", anchor),
                        try target("growth", .growthRate, "%", anchor),
                        try target("covered", .complete, nil, anchor),
                        try target("schools", .atLeast, "所", anchor, value: 30),
                        try target("site-per-school", .atLeast, "处", anchor),
                        try target("hours", .atLeast, "节", anchor, value: Decimal(3) / 2),
                    ]
                )
            ],
            indicators: [
                try indicator("share", "公办园占比", "%", 41, 75, anchor),
                try indicator("gross", "毛入学率", "%", 98, 99, anchor),
                try indicator("enrolment", "在校生", "万人", 25, 28, anchor),
            ],
            measures: [
                Measure(
                    id: try #require(ItemID("groups")),
                    name: "教育集团",
                    unit: "个",
                    item: try #require(ItemID("chapter-1"))
                ),
                Measure(
                    id: try #require(ItemID("visits")),
                    name: "校均活动",
                    unit: "次",
                    item: try #require(ItemID("chapter-1"))
                ),
            ]
        )
    }

    private static func target(
        _ id: String,
        _ kind: Target.Kind,
        _ unit: String?,
        _ anchor: Anchor,
        value: Decimal = 1
    ) throws -> Target {
        Target(
            id: try #require(ItemID(id)),
            kind: kind,
            subject: id,
            value: value,
            unit: unit,
            text: "…",
            anchor: anchor
        )
    }

    private static func indicator(
        _ id: String,
        _ name: String,
        _ unit: String,
        _ baseline: Decimal,
        _ target: Decimal,
        _ anchor: Anchor
    ) throws -> Indicator {
        Indicator(
            id: try #require(ItemID(id)),
            number: 1,
            name: name,
            category: "学前",
            unit: unit,
            nature: .binding,
            comparator: .atLeast,
            baseline: .init(period: .year(2020), value: baseline),
            target: .init(period: .year(2025), value: target),
            anchor: anchor
        )
    }
}
