import Assessment
import Foundation
import Markup
import PlanFiles
import PlanModel
import Reporting
import Testing

@testable import PlanReportCLI

/// The documents and pages of both real plans, made in memory once for all tests.
actor RealSite {
    static let shared = RealSite()
    private var made: [Bool: _Concurrency.Task<Site, any Error>] = [:]

    func site(sample: Bool) async throws -> Site {
        if let site = made[sample] { return try await site.value }
        let pipeline = BuildPipeline(workspace: projectFolder.path(percentEncoded: false), sample: sample, jobs: 2)
        let site = _Concurrency.Task {
            try await pipeline.makeSite(asOf: CalendarDate("2026-11-21"), selection: BuildSelection())
        }
        made[sample] = site
        return try await site.value
    }
}

@Suite("两个真实规划的文档")
struct DocumentTests {
    private func text(_ path: String, sample: Bool = false) async throws -> String {
        let site = try await RealSite.shared.site(sample: sample)
        let file = try #require(site.files.first { $0.path == path }, "no \(path)")
        return Self.words(String(decoding: file.bytes, as: UTF8.self))
    }

    /// The words of a document: tags gone, entities of the five characters resolved, white space gone.
    private static func words(_ markup: String) -> String {
        markup.replacing(/<style.*?<\/style>/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: "")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&").filter { !$0.isWhitespace }
    }

    private func plans() throws -> [(Plan, Registry)] {
        let (contents, _) = Workspace.load(at: projectFolder)
        let loaded = try #require(contents)
        return loaded.plans.map { ($0.plan, loaded.registry) }
    }

    @Test("没有任何问题，文件齐全", arguments: [false, true])
    func complete(_ sample: Bool) async throws {
        let site = try await RealSite.shared.site(sample: sample)
        #expect(site.diagnostics.isEmpty)
        let plans = ["yantai-education-14th-fyp", "yantai-rural-education"]
        let expected = plans.flatMap { plan in
            ["midterm.html", "midterm.xml", "final.html", "final.xml", "index.html", "explain.html"].map {
                "\(plan)/\($0)"
            }
        }
        #expect(Set(site.files.map(\.path)) == Set(expected + ["index.html"]))
    }

    @Test(
        "任务、指标、项目、牵头部门在两种格式的文档里都有",
        arguments: ["midterm", "final"],
        ["html", "xml"]
    )
    func everythingStands(_ kind: String, _ format: String) async throws {
        for (plan, registry) in try plans() {
            let text = try await text("\(plan.id)/\(kind).\(format)")
            func expect(_ words: String) {
                #expect(text.contains(words.filter { !$0.isWhitespace }), "\(plan.id) \(kind).\(format): \(words)")
            }
            for task in plan.allTasks {
                expect(task.title)
                expect(task.text)
            }
            for indicator in plan.indicators {
                expect(indicator.name)
                expect(indicator.baseline.value.description)
                expect(indicator.target.value.description)
            }
            for project in plan.keyProjects {
                expect(project.name)
                for goal in project.goals { expect(goal.text) }
            }
            let leads = plan.allTasks.flatMap(\.lead) + plan.keyProjects.flatMap(\.goals).flatMap(\.lead)
            for lead in Set(leads) { expect(try #require(registry.organization(lead)).name) }
        }
    }

    @Test("HTML 与 XML 的数字相同：公办幼儿园在园幼儿占比", arguments: ["html", "xml"])
    func sameFigures(_ format: String) async throws {
        let text = try await text("yantai-education-14th-fyp/midterm.\(format)")
        for figure in ["41.17", "75", "63.14", "快于预期"] { #expect(text.contains(figure)) }
    }

    @Test("XML 里的预警、说明、台账、差异、汇总、区市情况、预测、规则，HTML 里都有", arguments: ["midterm", "final"], [false, true])
    func xmlSaysWhatHTMLShows(_ kind: String, _ sample: Bool) async throws {
        for (plan, _) in try plans() {
            let html = try await text("\(plan.id)/\(kind).html", sample: sample)
            let xml = try await markup("\(plan.id)/\(kind).xml", sample: sample)
            let sections = Self.followUpElements + (kind == "midterm" ? ["outlook"] : [])
            var found = 0
            for section in sections {
                for part in xml.matches(of: try Regex("<\(section)[ >].*?</\(section)>").dotMatchesNewlines()) {
                    let body = String(xml[part.range])
                    let names = body.matches(of: /(?:name|title|percent)="([^"]+)"/).map { String($0.output.1) }
                    let texts = body.matches(of: #/>([^<>]*\S[^<>]*)</#).map { String($0.output.1) }
                    found += names.count + texts.count
                    let missing = (names + texts).filter { !html.contains(Self.words($0)) }
                    #expect(missing.isEmpty, "\(plan.id) \(kind) \(section)")
                }
            }
            #expect(found > (sample ? 200 : 40))
        }
    }

    /// What stands in the XML beside the plan's own order.
    private static let followUpElements = [
        "method", "rollUps", "warnings", "explanations", "findings", "differences", "standings", "rankings",
        "amendments",
    ]

    private func markup(_ path: String, sample: Bool) async throws -> String {
        let file = try #require(try await RealSite.shared.site(sample: sample).files.first { $0.path == path })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test("HTML 台账、差异、排名、预警的行数与 XML 相同", arguments: ["midterm", "final"], [false, true])
    func sameRows(_ kind: String, _ sample: Bool) async throws {
        for (plan, _) in try plans() {
            let html = try await markup("\(plan.id)/\(kind).html", sample: sample)
            let xml = try await markup("\(plan.id)/\(kind).xml", sample: sample)
            func count(_ text: String, _ pattern: String) throws -> Int { text.matches(of: try Regex(pattern)).count }
            #expect(try count(html, "data-label=\"整改措施\"") == count(xml, "<finding "))
            #expect(try count(html, "data-label=\"验证减自评\"") == count(xml, "<difference "))
            #expect(try count(html, "class=\"place\"") == count(xml, "<entry "))
            #expect(try count(html, "class=\"ranking\"") == count(xml, "<ranking "))
            #expect(try count(html, "data-label=\"达到的区市\"") == count(xml, "<standing "))
            #expect(try count(html, "（时限[^）]*）</span></li>") == count(xml, "<warning "))
            let alone = try count(html, "class=\"only-row\"")
            #expect(try count(html, "<td data-label=\"合计\"") + alone == count(xml, "<rollUp "))
        }
    }

    @Test("汇总表每一行的占比合计为100", arguments: ["midterm", "final"], [false, true])
    func sharesAddUp(_ kind: String, _ sample: Bool) async throws {
        for (plan, _) in try plans() {
            let xml = try await markup("\(plan.id)/\(kind).xml", sample: sample)
            let rows = xml.matches(of: /<rollUp .*?total="([0-9]+)".*?<\/rollUp>/.dotMatchesNewlines())
            #expect(rows.count > 2)
            for row in rows {
                let shares = row.output.0.matches(of: /percent="([0-9.]+)">([0-9]+)</)
                let percents = shares.compactMap { Decimal(string: String($0.output.1)) }
                #expect(percents.reduce(0, +) == 100, "\(row.output.0)")
                #expect(shares.compactMap { Int($0.output.2) }.reduce(0, +) == Int(row.output.1))
            }
        }
    }

    @Test("示例文档里每一种判断都出现，台账的多种状态、并列和缺数的排名、以区市计的承诺也都有")
    func sampleShowsEverything() async throws {
        var all = ""
        for (plan, _) in try plans() {
            for kind in ["midterm", "final"] { all += try await markup("\(plan.id)/\(kind).xml", sample: true) }
        }
        for verdict in Verdict.allCases {
            #expect(all.contains("<verdict code=\"\(verdict.rawValue)\""), "\(verdict.rawValue)")
        }
        for words in ["tied=\"true\"", "<unranked ", "<standing ", "<unknown ", "band=\"deteriorating\"", "<closed>"] {
            #expect(all.contains(words), "\(words)")
        }
        for state in ["rectifying", "overdue", "closed"] { #expect(all.contains("<state code=\"\(state)\"")) }
    }

    @Test("真实数据没有可比的区市数据：照实说明，不出空表")
    func noRanking() async throws {
        for (plan, _) in try plans() {
            let html = try await markup("\(plan.id)/midterm.html", sample: false)
            #expect(html.contains("没有一项数据收集到半数以上区市的同期数值，不作排名。"))
            #expect(!html.contains("class=\"ranking\""))
            let commitments = plan.allTargets.count { $0.districts != nil }
            #expect(html.contains("《\(plan.shortTitle)》有\(commitments)项以区市计的承诺事项，均尚未收集到各区市的数据。"))
        }
    }

    @Test("终期总结：有没有目标年数据照实说，不作期末预测，没到期的不说暂无数据")
    func finalSpeaksOfTheEnd() async throws {
        let real = try await text("yantai-education-14th-fyp/final.html")
        #expect(real.contains("有目标年数据0项，暂无目标年数据13项"))
        #expect(real.contains("实际值"))
        for sample in [false, true] {
            for (plan, _) in try plans() {
                let final = try await text("\(plan.id)/final.html", sample: sample)
                for words in ["按现有进度推算，", "本次评估", "评估期值", "推进速度达到", "同期应达值"] {
                    #expect(!final.contains(words), "\(plan.id) \(words)")
                }
                let xml = try await markup("\(plan.id)/final.xml", sample: sample)
                #expect(!xml.contains("<forecast value"), "\(plan.id)")
            }
        }
        let rural = try await markup("yantai-rural-education/final.xml", sample: true)
        #expect(rural.contains("<verdict code=\"noData\">尚未到期</verdict>"))
    }

    @Test("目标年过后，公开页面不再推算目标年数值，并说明按哪一年的数据判断")
    func noForecastOfThePast() async throws {
        let page = try await text("yantai-education-14th-fyp/index.html")
        #expect(!page.contains("期末预测"))
        #expect(page.contains("目标年2025年已过，尚未收集到该年数据；以上按2022年数据判断。"))
        #expect(try await text("yantai-education-14th-fyp/midterm.html").contains("按现有进度推算，2025年约为96.1%"))
    }

    @Test("没有数据只说一次；方向性要求不说暂无数据；承诺事项总数写明其中的方向性要求", arguments: [false, true])
    func saidOnce(_ sample: Bool) async throws {
        for (plan, _) in try plans() {
            for kind in ["midterm", "final", "index"] {
                let html = try await markup("\(plan.id)/\(kind).html", sample: sample)
                let words = Self.words(html)
                for glued in ["没有收集到数据暂无数据", "进展记录暂无数据", "没有数量目标暂无数据", "原文未逐项列明", "说明：示例："] {
                    #expect(!words.contains(glued), "\(plan.id) \(kind) \(glued)")
                }
                #expect(!words.contains("来源：示例数据"))
                if kind != "index" {
                    let directions = plan.allTargets.count { $0.kind == .direction }
                    #expect(words.contains("承诺事项共\(plan.allTargets.count)项，其中方向性要求\(directions)项"))
                }
            }
        }
    }

    @Test("什么都没有收集到的，最新资料日期是暂无，XML 里是规划印发日期")
    func nothingCollected() async throws {
        let html = try await text("yantai-rural-education/midterm.html")
        #expect(html.contains("最新资料日期暂无") && !html.contains("最晚的发布或报送于"))
        let xml = try await markup("yantai-rural-education/midterm.xml", sample: false)
        #expect(xml.contains("knownBy=\"2023-08-11\""))
    }

    @Test("差值用差值的单位：占比是个百分点，负数用负号")
    func differencesInPoints() async throws {
        let html = try await text("yantai-rural-education/midterm.html", sample: true)
        #expect(html.contains("−1.4个百分点") && !html.contains("-1.4"))
        #expect(try await markup("yantai-rural-education/midterm.xml", sample: true).contains(">−1.4个百分点</change>"))
    }

    @Test("打印的公开页面：页眉标明示例数据，折叠的内容全部展开")
    func printedPage() async throws {
        for (plan, _) in try plans() {
            let page = try await markup("\(plan.id)/index.html", sample: true)
            #expect(page.contains("@top-center") && page.contains("details::details-content"))
        }
        #expect(try await markup("index.html", sample: true).contains("@top-center"))
    }

    @Test("示例数据的每个页面和文档都标明示例数据，真实数据的都没有")
    func sampleIsMarked() async throws {
        for file in try await RealSite.shared.site(sample: true).files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            if file.format == .html {
                #expect(text.contains("示例数据"), "\(file.path)")
            } else {
                #expect(text.contains("sample=\"true\""), "\(file.path)")
            }
        }
        for file in try await RealSite.shared.site(sample: false).files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("示例数据"), "\(file.path)")
            if file.format == .xml { #expect(text.contains("sample=\"false\"")) }
        }
    }

    @Test("页面自成一体：没有脚本，不引用任何外部资源")
    func selfContained() async throws {
        for file in try await RealSite.shared.site(sample: true).files where file.format == .html {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("<script"), "\(file.path)")
            #expect(text.firstMatch(of: /<(img|link|iframe|source)[^>]*(src|href)=/) == nil, "\(file.path)")
            #expect(!text.contains("@import") && !text.contains("url(http"), "\(file.path)")
        }
    }

    @Test("同样的输入得到同样的字节，与作业数无关")
    func reproducible() async throws {
        let first = try await RealSite.shared.site(sample: true).files
        for jobs in [1, 5] {
            let pipeline = BuildPipeline(workspace: projectFolder.path(percentEncoded: false), sample: true, jobs: jobs)
            let again = try await pipeline.makeSite(asOf: CalendarDate("2026-11-21"), selection: BuildSelection())
            #expect(again.files.map(\.bytes) == first.map(\.bytes))
        }
    }
}
