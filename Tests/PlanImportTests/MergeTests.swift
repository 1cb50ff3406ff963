import Foundation
@testable import PlanImport
import PlanModel
import Testing

@Suite("再次导入：人工修改保留，原文变化进来")
struct MergeTests {
    private static let text = """
        某市教育行动方案（2023—2025年）

        为推进教育发展，制定本方案。

        一、总体要求
        到2025年，全市毛入园率达到95%以上。
        二、重点任务
        1. 扩大资源。新建幼儿园20所。
        2. 培养教师。每年培训教师500名。
        """

    private let folder = FileManager.default.temporaryDirectory.appending(path: "plan-merge-\(UUID().uuidString)")

    private func importing(_ text: String) throws -> ImportRun {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "text.txt")
        try Data(text.utf8).write(to: file)
        let output = folder.appending(path: "city-plan")
        return try PlanImporter.run(
            ImportOptions(file: file, output: output, registry: Registry(areas: [], organizations: []))
        )
    }

    private func edit(_ old: String, _ new: String) throws {
        let file = folder.appending(path: "city-plan/plan.yaml")
        let yaml = try String(contentsOf: file, encoding: .utf8)
        try #require(yaml.contains(old))
        try Data(yaml.replacingOccurrences(of: old, with: new).utf8).write(to: file)
    }

    @Test("原文和计划都没变，文件逐字节不变")
    func nothingChanged() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try importing(Self.text)
        let second = try importing(Self.text)
        #expect(second.result.planYAML == first.result.planYAML)
        #expect(second.result.review == first.result.review)
    }

    @Test("人给的标识和改过的字留下，原文新增的任务进来")
    func keepsEdits() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try importing(Self.text)
        try edit("id: task-1-target-1", "id: new-kindergartens")
        try edit("short_title: 某市教育行动方案（2023—2025年）", "short_title: 教育行动方案")
        let changed = Self.text.replacingOccurrences(of: "2. 培养", with: "2. 改善条件。新建宿舍5栋以上。\n3. 培养")
        let run = try importing(changed)
        #expect(run.result.planYAML.contains("id: new-kindergartens"))
        #expect(run.result.planYAML.contains("short_title: 教育行动方案"))
        #expect(run.result.planYAML.contains("title: 改善条件"))
        #expect(run.result.review.contains { $0.code == .keptEdit })
        #expect(run.result.review.contains { $0.code == .added })
        let ids = run.result.planYAML.split(separator: "\n").filter { $0.contains(" id: ") || $0.contains("- id: ") }
        #expect(Set(ids.map { $0.trimmingCharacters(in: .whitespaces) }).count == ids.count)
    }

    @Test("同一处原文和人工都改了：保留人工的，列为冲突")
    func conflict() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try importing(Self.text)
        try edit("title: 培养教师", "title: 培养高素质教师")
        let run = try importing(Self.text.replacingOccurrences(of: "2. 培养教师", with: "2. 培养好教师"))
        #expect(run.result.planYAML.contains("title: 培养高素质教师"))
        #expect(run.result.review.contains { $0.code == .conflict })
    }

    @Test("原文去掉的任务去除并报告；锚点随行号更新")
    func removed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try importing(Self.text)
        let run = try importing(Self.text.replacingOccurrences(of: "1. 扩大资源。新建幼儿园20所。\n2.", with: "1."))
        #expect(!run.result.planYAML.contains("扩大资源"))
        #expect(run.result.review.contains { $0.code == .removed })
    }
}
