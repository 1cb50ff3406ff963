import Diagnostics
import Testing

@testable import PlanFiles

@Suite("The folders of figures and progress notes")
struct DataFolderTests {
    private static let row = Fixture.header + "\npublic-share,370600,2023,70,%,verified,,来源,,,,\n"

    @Test(
        "have nothing that looks like data and is not read",
        arguments: [
            ("metrics/区市.xlsx", "save it as “CSV UTF-8” (*.csv), or move it out of the data"),
            ("metrics/区市.XLS", "save it as “CSV UTF-8” (*.csv), or move it out of the data"),
            ("metrics/wps.et", "save it as “CSV UTF-8” (*.csv), or move it out of the data"),
            ("metrics/a.ods", "save it as “CSV UTF-8” (*.csv), or move it out of the data"),
            ("metrics/a.tsv", "save it as “CSV UTF-8” (*.csv), or move it out of the data"),
            ("metrics/a.json", "save it as “CSV UTF-8” (*.csv), or move it out of the data"),
            ("metrics/a.yaml", "move it to 'progress' if it holds progress notes, or out of the data"),
            ("progress/a.yml", "rename it to end in .yaml"),
            ("progress/a.csv", "move it to 'metrics' if it holds figures, or out of the data"),
            ("progress/a.xlsx", "write what it says as *.yaml, or move it out of the data"),
        ]
    )
    func unread(name: String, help: String) throws {
        var fixture = try Fixture.valid()
        fixture.files["Plans/demo/\(name)"] = "x"
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil)
        #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["Plans/demo/\(name):1:1 workspace.unread-file"])
        #expect(diagnostics.flatMap(\.help).map(\.en) == [help])
    }

    @Test("say in both languages which files they read")
    func wording() throws {
        var fixture = try Fixture.valid()
        fixture.files["Plans/demo/progress/a.yml"] = "format: 1\n"
        let problem = try #require(try fixture.load().1.first)
        #expect(problem.message.en == "this file is not read: in 'progress' only *.yaml are")
        #expect(problem.message.zh == "此文件不会被读取：“progress”中只读取 *.yaml")
        #expect(problem.help.map(\.zh) == ["请将扩展名改为 .yaml"])
    }

    @Test(
        "may hold notes, pictures, hidden files and what spreadsheet programs leave behind",
        arguments: ["README.md", "说明.txt", "依据.pdf", "依据.docx", "a.png", ".a.xlsx", "~$区市.xlsx", "a.csv~", "README"]
    )
    func harmless(name: String) throws {
        var fixture = try Fixture.valid()
        fixture.files["Plans/demo/metrics/\(name)"] = "x"
        fixture.files["Plans/demo/progress/\(name)"] = "x"
        #expect(try fixture.load().1 == [])
    }

    @Test("read names in capitals like any other")
    func capitals() throws {
        var fixture = try Fixture.valid()
        fixture.files["Plans/demo/metrics/B.CSV"] = Self.row
        fixture.files["Plans/demo/progress/B.YAML"] = fixture.files.removeValue(forKey: Fixture.progress)
        let (contents, diagnostics) = try fixture.load()
        #expect(diagnostics == [])
        #expect(contents?.plans.first?.observations.count == 4)
        #expect(contents?.plans.first?.progress.count == 1)
    }

    @Test("hold no folder with data of its own")
    func folderInside() throws {
        var fixture = try Fixture.valid()
        fixture.files["Plans/demo/metrics/2023/a.csv"] = Self.row
        fixture.files["Plans/demo/metrics/依据/a.pdf"] = "x"
        #expect(
            try fixture.load().1.map { "\($0.location) \($0.code)" } == [
                "Plans/demo/metrics/2023:1:1 workspace.unread-folder"
            ]
        )
    }

    @Test("are folders", arguments: ["metrics", "progress"])
    func file(name: String) throws {
        var fixture = try Fixture.valid()
        fixture.files[Fixture.metrics] = nil
        fixture.files[Fixture.progress] = nil
        fixture.files["Plans/demo/\(name)"] = "x"
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil)
        #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["Plans/demo/\(name):1:1 workspace.not-a-folder"])
        #expect(diagnostics.first?.message.zh == "这是文件，应为文件夹")
    }
}
