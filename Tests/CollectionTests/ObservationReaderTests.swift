import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Collection

@Suite("Observations")
struct ObservationReaderTests {
    @Test("carry everything their row says")
    func wholeRow() throws {
        let (observations, diagnostics) = try Sample.read(Sample.row)
        #expect(diagnostics == [])
        let observation = try #require(observations.first)
        #expect(observation.indicator.text == "share")
        #expect(observation.area.text == "370602")
        #expect(observation.period == .year(2022))
        #expect(observation.value == Decimal(plain: "63.14"))
        #expect(observation.precision == .exact)
        #expect(observation.unit == "%")
        #expect(observation.stage == .verified)
        #expect(observation.definition == "在园")
        #expect(observation.source == "发布会")
        #expect(observation.sourceURL == "https://example.com/1")
        #expect(observation.published == .month(year: 2023, 3))
        #expect(observation.reason == nil)
        #expect(observation.note == nil)
        #expect(observation.location == SourceLocation(file: "m.csv", line: 2, column: 1))
    }

    @Test(
        "say how exactly a value is known",
        arguments: [(">95", Observation.Precision.over), ("~95", .about), ("95", .exact)]
    )
    func precision(cell: String, precision: Observation.Precision) throws {
        let (observations, diagnostics) = try Sample.read("share,370600,2022,\(cell),%,verified,,来源,,,,")
        #expect(diagnostics == [])
        #expect(observations.first?.value == 95)
        #expect(observations.first?.precision == precision)
    }

    @Test("that are missing have a reason and the indicator's unit")
    func missing() throws {
        let (observations, diagnostics) = try Sample.read("share,370600,2022,,,verified,,,,,未公布,")
        #expect(diagnostics == [])
        #expect(observations.first?.value == nil)
        #expect(observations.first?.unit == "%")
        #expect(observations.first?.reason == "未公布")
    }

    @Test(
        "may have the units their series allows",
        arguments: [
            ("groups", "个", true), ("groups", "所", false), ("decline", "个百分点", true), ("decline", "%", true),
            ("decline", "人", false), ("growth", "亿元", true), ("covered", "%", true),
        ]
    )
    func units(indicator: String, unit: String, isAllowed: Bool) throws {
        let (_, diagnostics) = try Sample.read("\(indicator),370600,2022,5,\(unit),verified,,来源,,,,")
        #expect(diagnostics.map(\.code) == (isAllowed ? [] : ["metrics.wrong-unit"]))
    }

    @Test("are read in any order of columns, and empty rows are skipped")
    func columnsAndEmptyRows() throws {
        let header = "note,reason,published,source_url,source,definition,stage,unit,value,time_period,area,indicator"
        let (observations, diagnostics) = try Sample.read(
            header: header,
            ",,,,来源,,verified,%,5,2022,370600,share",
            ",,,,,,,,,,,",
            ""
        )
        #expect(diagnostics == [])
        #expect(observations.map(\.value) == [5])
    }

    @Test("that say the same twice are reported with both lines")
    func duplicates() throws {
        let other = "share,370602,2022,63.15,%,verified,全口径,发布会,,,,"
        let (observations, diagnostics) = try Sample.read(Sample.row, other, Sample.row)
        #expect(observations.count == 3)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(diagnostic.code == "metrics.duplicate")
        #expect(diagnostic.location.description == "m.csv:4:1")
        #expect(diagnostic.message.en == "line 4 gives the same figure as line 2")
        #expect(diagnostic.message.zh == "第 4 行与第 2 行重复")
    }

    @Test("that stand in two files are reported with both files")
    func duplicatesAcrossFiles() throws {
        let bytes = Array((Sample.header + "\n" + Sample.row).utf8)
        let files = ["a.csv", "b.csv"].map { ObservationReader.File(path: $0, bytes: bytes) }
        let (_, diagnostics) = try Sample.reader().read(files)
        #expect(diagnostics.map(\.message.en) == ["line 2 gives the same figure as a.csv line 2"])
        #expect(diagnostics.map(\.location.file) == ["b.csv"])
    }

    @Test("with several mistakes in a row and in several rows are all reported in one run")
    func allMistakes() throws {
        let (observations, diagnostics) = try Sample.read(
            "shaer,370699,去年,abc,万人,x,,,ftp://x,x,,",
            Sample.row,
            "share,370600,2022,1 000,%,verified,,来源,,,,"
        )
        #expect(observations.count == 1)
        #expect(
            diagnostics.map { "\($0.location.line) \($0.code)" } == [
                "2 metrics.unknown-indicator", "2 metrics.unknown-area", "2 metrics.bad-period", "2 metrics.bad-period",
                "2 metrics.not-a-number", "2 metrics.bad-stage", "2 metrics.bad-address", "4 metrics.not-a-number",
            ]
        )
        #expect(diagnostics.allSatisfy { !$0.help.isEmpty && $0.excerpt != nil })
    }

    @Test("keep text that looks like a formula: only numbers must be numbers")
    func formulaInText() throws {
        let (observations, diagnostics) = try Sample.read("share,370600,2022,5,%,verified,=a,@来源,,,,+1")
        #expect(diagnostics == [])
        #expect(observations.first?.note == "+1")
    }

    @Test("of a plan that cannot be read are checked for everything else")
    func unknownPlan() {
        let reader = ObservationReader(known: KnownSeries(identifiers: nil, areas: nil))
        let text = Sample.header + "\nanything,123456,2022,abc,x,verified,,来源,,,,"
        let (_, diagnostics) = reader.read([.init(path: "m.csv", bytes: Array(text.utf8))])
        #expect(diagnostics.map(\.code) == ["metrics.not-a-number"])
    }

    @Test("of a plan with mistakes are not held against limits that nobody knows")
    func brokenPlan() {
        let reader = ObservationReader(known: KnownSeries(identifiers: ["gross"], areas: nil))
        let rows = ["gross,370600,2022,104.2,%,verified,,来源,,,,", "gross,370600,2023,9.1,%,verified,,来源,,,,"]
        let text = ([Sample.header] + rows).joined(separator: "\n")
        let (observations, diagnostics) = reader.read([.init(path: "m.csv", bytes: Array(text.utf8))])
        #expect(observations.count == 2)
        #expect(diagnostics == [])
    }

    @Test("in GB18030, as spreadsheets save them, are refused with what to do")
    func gb18030() throws {
        let bytes = Array((Sample.header + "\nshare,").utf8) + [0xD6, 0xD0, 0xB9, 0xFA]
        let (observations, diagnostics) = try Sample.reader().read([.init(path: "m.csv", bytes: bytes)])
        #expect(observations.isEmpty)
        #expect(diagnostics.map(\.code) == ["metrics.not-utf8"])
        #expect(diagnostics.first?.location.description == "m.csv:2:7")
    }

    @Test("in a workbook that only has another name are refused once, with what to do")
    func workbook() throws {
        let (_, diagnostics) = try Sample.reader().read([
            .init(path: "m.csv", bytes: [0x50, 0x4B, 0x03, 0x04, 0, 0xFF])
        ])
        #expect(
            diagnostics.map(\.pinned) == [
                """
                1:1+1 [metrics.workbook]
                this is a spreadsheet workbook with another name, not a CSV file
                这是 Excel 工作簿，不是 CSV 文件（只改了扩展名）
                - open it in Excel or WPS and save it as “CSV UTF-8”
                - 请用 Excel、WPS 打开，另存为“CSV UTF-8”
                """
            ]
        )
    }

    @Test("of swapped columns are read as they are meant, so that other mistakes show too")
    func swappedColumns() throws {
        let (_, diagnostics) = try Sample.read(
            "share,2022,370600,60,%,verified,,来源,,,,",
            "share,2023,370600,六十,%,verified,,来源,,,,",
            "share,2024,,62,%,verified,,来源,,,,"
        )
        #expect(
            diagnostics.map { "\($0.location) \($0.code)" } == [
                "m.csv:1:11 metrics.swapped-columns", "m.csv:3:19 metrics.not-a-number",
                "m.csv:4:12 metrics.empty-cell",
            ]
        )
    }

    @Test("of an empty file are reported as missing")
    func empty() throws {
        let (_, diagnostics) = try Sample.reader().read([.init(path: "m.csv", bytes: [])])
        #expect(diagnostics.map(\.code) == ["metrics.empty"])
    }
}
