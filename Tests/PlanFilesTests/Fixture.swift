import Diagnostics
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// A small workspace that is right in every respect; tests break one thing at a time.
struct Fixture {
    /// The content of each file, by its path in the workspace.
    var files: [String: String]

    /// Replaces text in a file; a text that is not there fails the test.
    mutating func replace(_ path: String, _ old: String, _ new: String, _ location: Testing.SourceLocation) {
        let content = files[path] ?? ""
        if !content.contains(old) {
            Issue.record("\(path) does not contain '\(old)'", sourceLocation: location)
        }
        guard let range = content.range(of: old) else { return }
        files[path] = content.replacingCharacters(in: range, with: new)
    }

    /// Writes the workspace into a temporary folder, and removes it afterwards.
    func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("planreport-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, content) in files {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(content.utf8).write(to: url)
        }
        return try body(folder)
    }

    func load(
        sample: Bool = false,
        plans: [String] = [],
        today: CalendarDate? = nil
    ) throws -> (WorkspaceContents?, [Diagnostic]) {
        let day = today.map { today in { (_: String) in today } }
        return try withFolder { Workspace.load(at: $0, sample: sample, plans: plans, today: day) }
    }
}

extension Fixture {
    static let plan = "Plans/demo/plan.yaml"
    static let source = "Plans/demo/source.txt"
    static let metrics = "Plans/demo/metrics/city.csv"
    static let progress = "Plans/demo/progress/2023.yaml"
    static let areas = "Plans/registry/areas.yaml"
    static let organizations = "Plans/registry/organizations.yaml"
    static let configuration = "planreport.yaml"
    static let narrative = "Plans/demo/narrative.yaml"

    static let header =
        "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note"

    /// The schemas of the package itself.
    static func schemas() throws -> [String: String] {
        let folder = ProjectFiles.url("Schemas")
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
            let content = try Data(contentsOf: folder.appendingPathComponent(name))
            files["Schemas/\(name)"] = String(decoding: content, as: UTF8.self)
        }
        return files
    }

    static func schema(_ name: String) throws -> JSONSchemaValidator {
        let path = "Schemas/\(name).schema.json"
        return try JSONSchemaValidator(file: path, bytes: Array((schemas()[path] ?? "").utf8))
    }

    static func valid() throws -> Fixture {
        let source = try OfficialText(file: source, bytes: Array(officialText.utf8))
        var files = try schemas()
        files[Self.source] = officialText
        files[plan] = try planText.anchored(in: source)
        files[areas] = """
            format: 1
            areas:
              - {code: "370600", name: 烟台市}
              - {code: "370602", name: 芝罘区, parent: "370600"}

            """
        files[organizations] = """
            format: 1
            organizations:
              - {id: edu, name: 市教育局, aliases: [市教育局（市委教育工委）]}
              - {id: finance, name: 市财政局}

            """
        files[metrics] = """
            \(header)
            public-share,370600,2022,63.14,%,verified,,市政府新闻发布会,https://example.com/1,2023-03,,
            groups,370602,2023-H1,>125,个,self_reported,,区教育局,,,,
            inclusive,370600,2021,,,verified,,,,,未公布,

            """
        files[progress] = """
            format: 1
            entries:
              - item: task-1
                state: in_progress
                date: "2023-06-30"
                reported_by: edu
                summary: 新建2所
                evidence: [验收报告]
                source: 市教育局

            """
        files[configuration] = """
            format: 1
            site: {name: 烟台市教育局}
            documents:
              cut_offs:
                demo: {midterm: "2023-06-30"}

            """
        files[narrative] = """
            format: 1
            midterm:
              conclusion: [总体顺利。]
            final:
              next_steps: [继续推进。]

            """
        return Fixture(files: files)
    }

    /// Line 9 is a paragraph cut by a page break.
    private static let officialText = """
        某市教育规划

        为加快教育发展，制定本规划。

        一、总体要求

        (一) 发展目标。到 2025 年，基本建成教育体系。

        二、主要任务

        1. 扩大学前资源。普惠性幼儿园占比保持在93%以上，新建5—8所幼

        儿园。（市教育局牵头）

        2. 保障经费投入。生均支出只增不减。

        指标表
        公办幼儿园占比（%）\t41.17\t75\t预期性

        附件 重点工程
        1\t学前扩容工程\t新建幼儿园\t到2023年新建10所\t市教育局\t市财政局

        """

    /// `@7` and `@7-9` stand for anchors of those lines.
    private static let planText = """
        format: 1
        id: demo
        title: 某市教育规划
        short_title: 教育规划
        document_number: 某政发〔2021〕1号
        issuer: 某市人民政府
        issued: "2021"
        period: {from: 2021, to: 2025}
        area: "370600"
        lead: edu
        preamble: {text: 为加快教育发展，制定本规划。, anchor: @3}
        chapters:
          - id: chapter-1
            number: 一
            title: 总体要求
            kind: overview
            anchor: @5
            sections:
              - id: section-1
                number: 一
                title: 发展目标
                anchor: @7
                paragraphs:
                  - text: 到 2025 年，基本建成教育体系。
                    anchor: @7
          - id: chapter-2
            number: 二
            title: 主要任务
            kind: tasks
            anchor: @9
            tasks:
              - id: task-1
                number: 1
                title: 扩大学前资源
                text: 普惠性幼儿园占比保持在93%以上，新建5—8所幼儿园。
                anchor: @11-13
                lead: [edu]
                targets:
                  - id: inclusive
                    kind: atLeast
                    subject: 普惠性幼儿园占比
                    value: 93
                    unit: "%"
                    holds: true
                    text: 普惠性幼儿园占比保持在93%以上
                    anchor: @11
                  - id: new-kindergartens
                    kind: range
                    subject: 新建幼儿园
                    range: [5, 8]
                    unit: 所
                    text: 新建5—8所幼儿园
                    anchor: @11-13
              - id: task-2
                number: 2
                title: 保障经费投入
                text: 生均支出只增不减。
                anchor: @15
        indicator_table: {title: 指标表, chapter: chapter-1, anchor: @17}
        indicators:
          - id: public-share
            number: 1
            name: 公办幼儿园占比
            category: 学前教育
            unit: "%"
            nature: anticipatory
            comparator: ">="
            baseline: {period: "2020", value: 41.17}
            target: {period: "2025", value: 75}
            anchor: @18
        annex: {title: 重点工程, anchor: @20}
        key_projects:
          - id: project-1
            number: 1
            name: 学前扩容工程
            content: 新建幼儿园
            anchor: @21
            lead: [edu]
            support: [finance]
            goals:
              - id: project-1-goal-1
                text: 到2023年新建10所
                deadlines: ["2023"]
                anchor: @21
        measures:
          - {id: groups, name: 教育集团, unit: 个, item: task-1}

        """
}

extension String {
    /// Replaces `@7-9` by the anchor of lines 7 to 9.
    fileprivate func anchored(in source: OfficialText) throws -> String {
        try replacing(Regex("@([0-9]+)(-([0-9]+))?", as: (Substring, Substring, Substring?, Substring?).self)) {
            match in
            let first = Int(match.output.1) ?? 0
            let lines = first...(match.output.3.flatMap { Int($0) } ?? first)
            return "{lines: [\(lines.lowerBound), \(lines.upperBound)], digest: \"\(source.digest(of: lines) ?? "")\"}"
        }
    }
}
