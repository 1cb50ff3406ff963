import Foundation
import Testing

@Suite("import 命令")
struct ImportTests {
    @Test(
        "两个官方文本，JSON 输出",
        arguments: [("yantai-education-14th-fyp", 33, 13, 12), ("yantai-rural-education", 15, 0, 41)]
    )
    func json(_ id: String, _ tasks: Int, _ indicators: Int, _ projects: Int) throws {
        let file = projectFolder.appending(path: "Plans/\(id)/source.txt").path(percentEncoded: false)
        let result = try planreport(["import", file, "--format", "json"])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let plan = try #require(object as? [String: Any])
        let keys = [
            "title", "documentNumber", "issuer", "issued", "period", "chapters", "indicators", "keyProjects", "targets",
            "review",
        ]
        for key in keys { #expect(plan[key] != nil, "\(key)") }
        let chapters = try #require(plan["chapters"] as? [[String: Any]])
        let own = chapters.flatMap { $0["tasks"] as? [Any] ?? [] }
        let sections = chapters.flatMap { $0["sections"] as? [[String: Any]] ?? [] }
        #expect(own.count + sections.flatMap { $0["tasks"] as? [Any] ?? [] }.count == tasks)
        #expect((plan["indicators"] as? [Any])?.count == indicators)
        #expect((plan["keyProjects"] as? [Any])?.count == projects)
    }

    @Test("写出 plan.yaml、source.txt 和 review.md，写出的规划可以直接检查")
    func files() throws {
        let workspace = try WorkspaceCopy()
        let source = projectFolder.appending(path: "Plans/yantai-rural-education/source.txt").path(
            percentEncoded: false
        )
        let result = try planreport(["import", source, "--output", "Plans/rural-again"], in: workspace.folder)
        #expect(result.status == 0, "\(result.errors)")
        for name in ["plan.yaml", "source.txt", "review.md"] {
            let path = workspace.folder.appending(path: "Plans/rural-again/\(name)").path(percentEncoded: false)
            #expect(FileManager.default.fileExists(atPath: path), "\(name)")
        }
        let build = try planreport(["build"], in: workspace.folder)
        #expect(build.status == 0, "\(build.errors)")
        #expect(workspace.output().keys.contains { $0.hasSuffix("/rural-again/midterm.html") })
    }

    @Test("文件读不了：一条说明，不写任何文件")
    func unreadable() throws {
        let workspace = try WorkspaceCopy()
        let result = try planreport(["import", "no-such-file.docx", "--output", "Plans/x"], in: workspace.folder)
        #expect(result.status == 74)
        #expect(result.errors.contains("no-such-file.docx"))
        #expect(!FileManager.default.fileExists(atPath: workspace.folder.appending(path: "Plans/x").path))
    }

    @Test("文件夹名不能作为规划标识：64，给出写法，不写任何文件", arguments: [["--output", "Plans/MyPlan"], []])
    func folderName(options: [String]) throws {
        let workspace = try WorkspaceCopy()
        try Data("关于印发规划的通知\n".utf8).write(to: workspace.folder.appending(path: "市教育规划.txt"))
        let result = try planreport(["import", "市教育规划.txt"] + options, in: workspace.folder)
        #expect(result.status == 64)
        #expect(result.errors.contains("--output Plans/my-plan"))
        let plans = workspace.folder.appending(path: "Plans").path(percentEncoded: false)
        #expect(try FileManager.default.contentsOfDirectory(atPath: plans).count == 3)
    }
}
