import Diagnostics
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

/// The two real plans, held against the official texts by other means than the loader's anchors.
@Suite("两个真实规划与官方文本一致")
struct RealPlansTests {
    private let contents: WorkspaceContents

    init() throws {
        let (contents, diagnostics) = Workspace.load(at: ProjectFiles.root)
        #expect(diagnostics.isEmpty, "\(DiagnosticFormatter().format(diagnostics))")
        self.contents = try #require(contents)
    }

    private func plan(_ id: String) throws -> Plan {
        try #require(contents.plans.first { $0.plan.id.text == id }).plan
    }

    private func lines(_ id: String) throws -> [String] {
        let url = ProjectFiles.root.appending(path: "Plans/\(id)/source.txt")
        return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    }

    /// Headings `12. 标题。` below 二、主要任务, in order.
    private func taskHeadings(_ id: String) throws -> [String] {
        let all = try lines(id)
        let start = try #require(all.firstIndex { $0.hasPrefix("二、") })
        return all[start...].compactMap { line in
            line.firstMatch(of: /^(\d+)\. ([^。]+)。/).map { "\($0.1) \($0.2)" }
        }
    }

    @Test("任务的编号和标题", arguments: [("yantai-education-14th-fyp", 33), ("yantai-rural-education", 15)])
    func tasks(_ id: String, _ count: Int) throws {
        let tasks = try plan(id).allTasks.map { "\($0.number) \($0.title)" }
        #expect(tasks.count == count)
        #expect(try tasks == taskHeadings(id))
    }

    @Test("章、节、保障措施的数目")
    func structure() throws {
        let education = try plan("yantai-education-14th-fyp")
        #expect(education.chapters.map(\.title) == ["总体要求", "主要任务", "保障支撑"])
        #expect(education.chapters.map(\.sections.count) == [3, 6, 5])
        let rural = try plan("yantai-rural-education")
        #expect(rural.chapters.map(\.title) == ["总体要求", "主要任务", "工作保障"])
        #expect(rural.chapters.map(\.tasks.count) == [0, 11, 4])
    }

    @Test("指标表逐行逐格")
    func indicators() throws {
        let id = "yantai-education-14th-fyp"
        let rows = try lines(id).map { $0.components(separatedBy: "\t") }
            .filter { $0.count == 4 && ["预期性", "约束性"].contains($0[3]) }
        let indicators = try plan(id).indicators
        #expect(indicators.count == 13)
        #expect(rows.count == 13)
        for (row, indicator) in zip(rows, indicators) {
            #expect(row[0] == indicator.name + (indicator.unit == "比值" ? "" : "（\(indicator.unit)）"))
            #expect(row[1] == indicator.baseline.value.description)
            #expect(row[2] == indicator.target.value.description)
            #expect(row[3] == indicator.nature.chinese)
        }
        #expect(indicators.count { $0.nature == .binding } == 2)
        #expect(Set(indicators.map { $0.category + $0.name }).count == 13)
        #expect(indicators.count { $0.name == "在校生" } == 3)
    }

    @Test("重点工程和项目的序号与名称", arguments: [("yantai-education-14th-fyp", 12), ("yantai-rural-education", 41)])
    func projects(_ id: String, _ count: Int) throws {
        var rows: [String] = []
        for line in try lines(id) {
            let cells = line.components(separatedBy: "\t")
            guard cells.count >= 3, let number = Int(cells[0]) else { continue }
            rows.append("\(number) " + cells[1].replacing(" ", with: ""))
        }
        let projects = try plan(id).keyProjects.map { "\($0.number) \($0.name)" }
        #expect(projects.count == count)
        #expect(projects == rows)
    }

    @Test("工作目标、牵头部门、参与部门逐格；项目 1 有两个目标，牵头部门不同")
    func goals() throws {
        let id = "yantai-rural-education"
        let rows = try lines(id).map { $0.components(separatedBy: "\t") }
            .filter { $0.count == 6 && $0[0] != "序号" }
        let goals = try plan(id).keyProjects.flatMap(\.goals)
        #expect(goals.count == 42)
        #expect(rows.count == 42)
        for (row, goal) in zip(rows, goals) {
            #expect(row[3].filter { $0 != " " } == goal.text.filter { $0 != " " })
            #expect(names(row[4]) == organizations(goal.lead))
            #expect(names(row[5]) == organizations(goal.support))
        }
        let first = try #require(try plan(id).keyProjects.first)
        #expect(first.goals.map { $0.lead.map(\.text) } == [["edu"], ["womens-federation"]])
    }

    /// The registry's identifiers for a cell such as 市民政局、市残联.
    private func names(_ cell: String) -> [String?] {
        cell.replacing(" ", with: "").split(separator: "、").map { name in
            contents.registry.organization(named: String(name))?.id.text
        }
    }

    private func organizations(_ ids: [OrganizationID]) -> [String?] { ids.map(\.text) }

    @Test("没有写明时限的承诺随所在目标的最后时限；每年都要做的到规划期末；目标也没有时限的到规划期末")
    func inheritedDeadlines() throws {
        let targets = try plan("yantai-rural-education").keyProjects.flatMap(\.goals).flatMap(\.targets)
        func deadline(_ id: String) throws -> String? {
            try #require(targets.first { $0.id.text == id }).deadline?.description
        }
        // 项目 1：“2023年，…全部制定…方案。…家长委员会和家长学校（课堂）建设全覆盖。”
        #expect(try deadline("parent-committees-coverage") == "2023")
        // 项目 6：“到 2025 年，…体制进一步理顺…。鼓励 50% 的区市开展试点改革。”
        #expect(try deadline("school-district-reform-pilot-districts-share") == "2025")
        // 项目 40：“到 2025 年…；…。到 2024 年…。…确保…资助全覆盖。”
        #expect(try deadline("student-aid-coverage-project-40") == "2025")
        #expect(try deadline("special-education-centres-coverage-project-40") == "2024")
        // 项目 35：“到 2023 年…。每年在县域高中举办…教研活动。”
        #expect(try deadline("county-high-school-research-activities-project-35") == nil)
        #expect(try deadline("teacher-education-pilots-selected") == nil)
    }

    @Test("承诺事项的类型齐全，弱约束用语保留")
    func targets() {
        let all = contents.plans.flatMap(\.plan.allTargets)
        #expect(Set(all.map(\.kind)) == Set(Target.Kind.allCases))
        let weak = all.filter { $0.text.contains("力争") || $0.text.contains("争创") }
        #expect(!weak.isEmpty && weak.allSatisfy { $0.force == .weak })
        #expect(all.count > 180)
    }

    @Test("真实数据只有公开来源的数据：每个数字都有来源和口径，缺失的都有原因")
    func observations() {
        #expect(contents.plans.flatMap(\.observations).count > 10)
        for observation in contents.plans.flatMap(\.observations) {
            #expect(!observation.definition.isEmpty)
            #expect(observation.value == nil ? observation.reason != nil : !observation.source.isEmpty)
            #expect(!observation.source.contains("示例"))
        }
    }
}
