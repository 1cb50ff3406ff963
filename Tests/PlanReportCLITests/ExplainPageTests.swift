import Assessment
import Foundation
import PlanFiles
import PlanModel
import Reporting
import Testing

@testable import PlanReportCLI

@Suite("数据溯源页")
struct ExplainPageTests {
    private static let plan = "yantai-education-14th-fyp"
    private static let plans = [plan, "yantai-rural-education"]

    private func pages(sample: Bool) async throws -> [String: String] {
        let files = try await RealSite.shared.site(sample: sample).files
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private func explainers(sample: Bool) throws -> [(plan: Plan, explainer: Explainer)] {
        let (contents, _) = Workspace.load(at: projectFolder, sample: sample)
        let day = try #require(CalendarDate("2026-11-21"))
        let date = EvaluationDate(cutOff: day, knownBy: day)
        return try #require(contents).reportInputs.map { ($0.plan, Explainer($0, rules: .standard, date: date)) }
    }

    /// The values of an attribute, in order.
    private static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private static func ids(of html: String) -> Set<String> { Set(values(of: "id", in: html)) }

    /// The section of an item: its markup, and its words without tags and white space.
    private static func section(_ id: String, of html: String) throws -> (markup: String, words: String) {
        let start = try #require(html.range(of: "<section class=\"entry\" id=\"\(id)\">"), "no section \(id)")
        let end = try #require(html.range(of: "</section>", range: start.upperBound..<html.endIndex))
        let markup = String(html[start.lowerBound..<end.upperBound])
        return (markup, words(markup))
    }

    private static func words(_ markup: String) -> String {
        markup.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").filter { !$0.isWhitespace }
    }

    @Test("每个规划一页，每个可解释的标识恰有一节，还有汇总数", arguments: [false, true])
    func everySection(_ sample: Bool) async throws {
        let pages = try await pages(sample: sample)
        for (plan, explainer) in try explainers(sample: sample) {
            let html = try #require(pages["\(plan.id)/explain.html"])
            let sections = html.matches(of: /<section class="entry" id="([^"]+)">/).map { String($0.output.1) }
            #expect(sections.count == explainer.identifiers.count)
            #expect(Set(sections) == Set(explainer.identifiers))
            #expect(Self.ids(of: html).contains(Explainer.summaryIdentifier))
            let links = Set(Self.values(of: "href", in: html))
            for id in sections { #expect(links.contains("#\(id)"), "\(id) is not in the contents") }
        }
    }

    @Test("全站每个站内链接都指向存在的页面和锚点", arguments: [false, true])
    func everyLink(_ sample: Bool) async throws {
        let pages = try await pages(sample: sample)
        let ids = pages.mapValues(Self.ids)
        var walked = 0
        for (path, html) in pages where path.hasSuffix(".html") {
            let base = try #require(URL(string: "site:///\(path)"))
            for href in Set(Self.values(of: "href", in: html)) where !href.contains(":") {
                let url = try #require(URL(string: href, relativeTo: base)?.absoluteURL, "\(path): \(href)")
                let target = String(url.path(percentEncoded: false).dropFirst())
                let isThere = url.fragment.map { ids[target]?.contains($0) == true } ?? (pages[target] != nil)
                #expect(isThere, "\(path): \(href)")
                walked += 1
            }
        }
        #expect(walked > 3000)
    }

    @Test("explain 所列的每个文件和锚点都在")
    func everyPlace() async throws {
        let pages = try await pages(sample: false)
        let ids = pages.mapValues(Self.ids)
        for (plan, explainer) in try explainers(sample: false) {
            for id in explainer.identifiers + [Explainer.summaryIdentifier] {
                let found = try #require(explainer.explain(id))
                for place in found.places {
                    let parts = place.path.split(separator: "#", maxSplits: 1).map(String.init)
                    #expect(pages[parts[0]] != nil, "\(id): \(place.path)")
                    if parts.count == 2 { #expect(ids[parts[0]]?.contains(parts[1]) == true, "\(id): \(place.path)") }
                }
                #expect(found.places.contains { $0.path == "\(plan.id)/explain.html#\(id)" })
            }
        }
    }

    @Test("指标、承诺事项、任务、项目在进展页和评估文档里都链到自己的一节", arguments: ["index", "midterm", "final"])
    func linkedFrom(_ name: String) async throws {
        let pages = try await pages(sample: true)
        for (plan, _) in try explainers(sample: true) {
            let html = try #require(pages["\(plan.id)/\(name).html"])
            let hrefs = Set(Self.values(of: "href", in: html))
            let items = plan.indicators.map(\.id) + plan.allTargets.map(\.id)
            for id in items + plan.allTasks.map(\.id) + plan.keyProjects.map(\.id) {
                #expect(hrefs.contains("explain.html#\(id)"), "\(plan.id)/\(name).html: \(id)")
            }
        }
    }

    @Test("一节与 explain 的 JSON 说同样的话")
    func sameAsJSON() async throws {
        let id = "public-kindergarten-enrolment-share"
        let html = try #require(try await pages(sample: true)["\(Self.plan)/explain.html"])
        let (markup, words) = try Self.section(id, of: html)
        let found = try #require(
            try explainers(sample: true).first { $0.plan.id.text == Self.plan }?.explainer.explain(id)
        )
        func expect(_ text: String?) {
            guard let text, !text.isEmpty else { return }
            let isThere = words.contains(text.filter { !$0.isWhitespace })
            #expect(isThere, "\(text)")
        }
        for text in [found.name, found.id, found.verdictLabel, found.demand?.wording, found.demand?.baseline] {
            expect(text)
        }
        for step in found.steps + found.methods {
            for text in [step.name, step.formula, step.numbers, step.result] { expect(text) }
        }
        #expect(found.cells.count == 79)
        for cell in found.cells.filter({ $0.area == "烟台市" }) {
            for text in [cell.area, cell.figure, cell.definition, cell.source, cell.note] { expect(text) }
        }
        for cell in found.cells { expect("sample/metrics/sample.csv第\(cell.row)行") }
        for place in found.places {
            #expect(markup.contains(" href=\"\(place.path.dropFirst(Self.plan.count + 1))\""), "\(place.path)")
        }
        let thresholds = try #require(found.thresholds)
        #expect(html.contains("<p>\(thresholds.replacing("<", with: "&lt;"))</p>"))
    }

    @Test("自评和验证并列：采用哪个、相差多少、在哪个文件哪一行")
    func pair() async throws {
        let html = try #require(try await pages(sample: true)["\(Self.plan)/explain.html"])
        let words = try Self.section("public-kindergarten-enrolment-share", of: html).words
        let reported = "2023年烟台市66.08%自评，不采用验证减自评−0.84个百分点公办园在园幼儿占在园幼儿总数的比例"
        #expect(words.contains(reported))
        #expect(words.contains("2023年烟台市65.24%验证，采用验证减自评−0.84个百分点公办园在园幼儿占在园幼儿总数的比例"))
        #expect(words.contains("sample/metrics/sample.csv第4行") && words.contains("sample/metrics/sample.csv第5行"))
    }

    @Test("规划调整：原目标、新目标、文号和生效日期；生效之前不写")
    func amended() async throws {
        let copy = try WorkspaceCopy()
        let amendments = """
            amendments:
                  - {effective: "2024-06-01", document: 烟政办发〔2024〕0号, value: 70, period: "2026"}
                  - {effective: "2027-01-01", document: 烟政办发〔2027〕0号, value: 80}

            """
        try copy.replace(
            "anchor: {lines: [53, 53], digest: 9e02e68acd278066}\n",
            with: "anchor: {lines: [53, 53], digest: 9e02e68acd278066}\n    \(amendments)",
            in: "Plans/\(Self.plan)/plan.yaml"
        )
        let pipeline = BuildPipeline(workspace: copy.path, sample: false, jobs: 2)
        let site = try await pipeline.makeSite(asOf: CalendarDate("2026-11-21"), selection: BuildSelection())
        let file = try #require(site.files.first { $0.path == "\(Self.plan)/explain.html" }, "\(site.diagnostics)")
        let html = String(decoding: file.bytes, as: UTF8.self)
        let words = try Self.section("public-kindergarten-enrolment-share", of: html).words
        #expect(
            words.contains(
                "目标≥70%，时限2026年，起点41.17%（2020年）"
                    + "规划调整：烟政办发〔2024〕0号（2024年6月1日起）：目标值由75%调整为70%，时限由2025年调整为2026年报送数据"
            )
        )
    }

    @Test("没有收集到的显示暂无数据，没有收到报告的照实写")
    func missing() async throws {
        let html = try #require(try await pages(sample: false)["\(Self.plan)/explain.html"])
        let indicator = try Self.section("average-years-of-schooling", of: html).words
        #expect(indicator.contains("报送数据暂无数据") || indicator.contains("暂无数据验证，"))
        #expect(indicator.contains("判断—暂无数据"))
        #expect(try Self.section("task-9", of: html).words.contains("进展记录尚未收到进展报告"))
    }

    @Test("没有新资料的夜晚，页面一个字节不变：不写运行日期")
    func quietNight() async throws {
        let html = try #require(try await pages(sample: false)["\(Self.plan)/explain.html"])
        #expect(!html.contains("2026-11-21") && !html.contains("2026年11月21日"))
        #expect(html.contains("2023年12月18日"))
    }
}
