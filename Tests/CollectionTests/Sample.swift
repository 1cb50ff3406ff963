import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Collection

/// A reader for a plan of one indicator, two targets and a measure.
enum Sample {
    static let header =
        "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note"
    static let row = "share,370602,2022,63.14,%,verified,在园,发布会,https://example.com/1,2023-03,,"

    static func read(header: String = header, _ lines: String...) throws -> ([Observation], [Diagnostic]) {
        let text = ([header] + lines).joined(separator: "\n")
        return try reader().read([.init(path: "m.csv", bytes: Array(text.utf8))])
    }

    static func reader() throws -> ObservationReader {
        let areas = [
            Area(code: try #require(AreaCode("370600")), name: "烟台市"),
            Area(code: try #require(AreaCode("370602")), name: "芝罘区", aliases: ["芝罘"]),
        ]
        return ObservationReader(known: KnownSeries(plan: try plan(), areas: areas))
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
                    ]
                )
            ],
            indicators: [
                Indicator(
                    id: try #require(ItemID("share")),
                    number: 1,
                    name: "公办园占比",
                    category: "学前",
                    unit: "%",
                    nature: .binding,
                    comparator: .atLeast,
                    baseline: .init(period: year(2020), value: 41),
                    target: .init(period: year(2025), value: 75),
                    anchor: anchor
                )
            ],
            measures: [
                Measure(
                    id: try #require(ItemID("groups")),
                    name: "教育集团",
                    unit: "个",
                    item: try #require(ItemID("chapter-1"))
                )
            ]
        )
    }

    private static func target(_ id: String, _ kind: Target.Kind, _ unit: String?, _ anchor: Anchor) throws -> Target {
        Target(id: try #require(ItemID(id)), kind: kind, subject: id, value: 1, unit: unit, text: "…", anchor: anchor)
    }
}
