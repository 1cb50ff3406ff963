import Foundation
@testable import PlanImport
import PlanModel
import TestSupport
import Testing

@Suite("两个原文的导入与人工核对的 plan.yaml 一致")
struct SeedTests {
    static let seeds = ["yantai-education-14th-fyp", "yantai-rural-education"]

    static func imported(_ seed: String) throws -> PlanImporter.Result {
        let id = try #require(PlanID(seed))
        return PlanImporter.importing(
            try ProjectFiles.text("Plans/\(seed)/source.txt"),
            id: id,
            registry: try TestFiles.registry()
        )
    }

    @Test("结构没有差别：章、节、任务、指标、项目、目标、时限、部门、锚点", arguments: seeds)
    func structure(seed: String) throws {
        let result = try Self.imported(seed)
        let reviewed = try TestFiles.yaml("Plans/\(seed)/plan.yaml")
        let differences = PlanComparison.differences(try TestFiles.compose(result.planYAML), reviewed)
        if let folder = ProcessInfo.processInfo.environment["PLANIMPORT_REPORT"] {
            let report = differences.joined(separator: "\n")
            try report.write(toFile: "\(folder)/\(seed).structure.txt", atomically: true, encoding: .utf8)
        }
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test("目标的查全率和查准率都不低于95%", arguments: seeds)
    func targets(seed: String) throws {
        let result = try Self.imported(seed)
        let reviewed = try TestFiles.yaml("Plans/\(seed)/plan.yaml")
        let comparison = TargetComparison(imported: try TestFiles.compose(result.planYAML), reviewed: reviewed)
        let report =
            "recall \(comparison.recall) precision \(comparison.precision)\nmissed:\n"
            + comparison.missed.map(\.description).joined(separator: "\n") + "\nsurplus:\n"
            + comparison.surplus.map(\.description).joined(separator: "\n")
        if let folder = ProcessInfo.processInfo.environment["PLANIMPORT_REPORT"] {
            try report.write(toFile: "\(folder)/\(seed).targets.txt", atomically: true, encoding: .utf8)
            try result.planYAML.write(toFile: "\(folder)/\(seed).yaml", atomically: true, encoding: .utf8)
            try result.json.write(toFile: "\(folder)/\(seed).json", atomically: true, encoding: .utf8)
            try result.reviewMarkdown.write(toFile: "\(folder)/\(seed).review.md", atomically: true, encoding: .utf8)
        }
        #expect(comparison.recall >= 0.95, "\(report)")
        #expect(comparison.precision >= 0.95, "\(report)")
    }
}
