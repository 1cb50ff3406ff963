import Diagnostics
import Foundation
import PlanFiles
@testable import PlanImport
import PlanModel
import TestSupport
import Testing

@Suite("计划内部和计划之间的矛盾由规则发现")
struct LintTests {
    static let diagnostics: [Diagnostic] = {
        let (contents, _) = Workspace.load(at: ProjectFiles.root)
        guard let contents else { return [] }
        let plans = contents.plans.map(\.plan)
        let sources = plans.compactMap { plan in
            (try? ProjectFiles.text("Plans/\(plan.id)/source.txt")).map { (plan.id, $0) }
        }
        return PlanLint.check(
            plans,
            registry: contents.registry,
            sources: Dictionary(uniqueKeysWithValues: sources)
        )
    }()

    private static func found(_ code: String, _ words: String...) -> Bool {
        diagnostics.contains { diagnostic in
            diagnostic.code == code && words.allSatisfy { diagnostic.message.zh.contains($0) }
        }
    }

    @Test("城乡本科学历比：一处为1，另一处为1.05以内")
    func degreeRatio() { #expect(Self.found("plan.conflicting-values", "学历比例之比", "1.05", "≤1比值")) }

    @Test("优质均衡：30%的区市与60%以上区市")
    func balanced() { #expect(Self.found("plan.conflicting-values", "优质均衡", "30%", "60%")) }

    @Test("交流轮岗：教师总数的10%与应交流人数的20%")
    func rotation() { #expect(Self.found("plan.conflicting-values", "交流轮岗", "10%", "20%")) }

    @Test("附件在正文和附件处名称不同")
    func annex() { #expect(Self.found("plan.annex-two-names", "重点工程", "重点工作")) }

    @Test("正文与附件重复同一目标")
    func repeated() { #expect(Self.found("plan.repeated-target", "中小学校", "100所")) }

    @Test("时限超出规划期")
    func outside() { #expect(Self.found("plan.deadline-outside-period", "2030")) }

    @Test("同一部门两个名称")
    func names() { #expect(Self.found("plan.department-two-names", "市文明办")) }

    @Test("全部是警告，位置在原文或登记文件")
    func warnings() {
        #expect(Self.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(
            Self.diagnostics.allSatisfy {
                $0.location.file.hasSuffix("source.txt") || $0.location.file.hasSuffix(".yaml")
            }
        )
        if let folder = ProcessInfo.processInfo.environment["PLANIMPORT_REPORT"] {
            let text = DiagnosticFormatter(language: .chinese).format(Self.diagnostics)
            try? text.write(toFile: "\(folder)/lint.txt", atomically: true, encoding: .utf8)
        }
    }
}
