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
