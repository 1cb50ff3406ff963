import Diagnostics
import Foundation
import PlanFiles
@testable import PlanImport
import PlanModel
import TestSupport
import Testing

@Suite("写出的 plan.yaml 能由装载器读入")
struct ConformityTests {
    @Test("种子计划：装载器没有任何问题", arguments: SeedTests.seeds)
    func loads(seed: String) throws {
        let result = try SeedTests.imported(seed)
        #expect(try Self.problems(result, folder: seed).isEmpty)
    }

    /// Writes a workspace with the imported plan and loads it.
    static func problems(_ result: PlanImporter.Result, folder: String) throws -> [String] {
        let root = FileManager.default.temporaryDirectory.appending(path: "plan-import-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let plans = root.appending(path: "Plans/\(folder)")
        try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
        for name in ["Schemas", "Plans/registry"] {
            try FileManager.default.copyItem(
                at: ProjectFiles.root.appending(path: name),
                to: root.appending(path: name)
            )
        }
        try Data(result.source.utf8).write(to: plans.appending(path: "source.txt"))
        try Data(result.planYAML.utf8).write(to: plans.appending(path: "plan.yaml"))
        try Data("format: 1\n".utf8).write(to: root.appending(path: "planreport.yaml"))
        let (_, diagnostics) = Workspace.load(at: root)
        return diagnostics.map { DiagnosticFormatter().format($0) }
    }
}
