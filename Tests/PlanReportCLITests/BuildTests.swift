import Foundation
import Testing

@Suite("build 与 check 命令", .serialized)
struct BuildTests {
    private static let metrics = "Plans/yantai-education-14th-fyp/metrics/observed.csv"
    private static let narrative = "Plans/yantai-rural-education/narrative.yaml"
    private static let plan = "Plans/yantai-education-14th-fyp/plan.yaml"

    @Test("发布两个规划的全部文档，不输出任何内容；再运行一次没有新的发布")
    func build() throws {
        let workspace = try WorkspaceCopy()
        let first = try planreport(["build", "--as-of", "2026-11-21"], in: workspace.folder)
        #expect(first.status == 0)
        #expect(first.output.isEmpty && first.errors.isEmpty)
        let output = workspace.output()
        let release = try #require(output["current"])
        for plan in ["yantai-education-14th-fyp", "yantai-rural-education"] {
            for name in ["index.html", "explain.html", "midterm.html", "midterm.xml", "final.html", "final.xml"] {
                #expect(output["\(release)/\(plan)/\(name)"] != nil, "\(plan)/\(name)")
            }
        }
        #expect(output["\(release)/index.html"] != nil)
        #expect(try planreport(["build", "--as-of", "2026-11-21"], in: workspace.folder).status == 0)
        #expect(workspace.output()["current"] == release)
    }

    @Test("各种错误一次全部列出，逐条给出文件、行、列；退出码 65；Output 不变")
    func allProblemsAtOnce() throws {
        let workspace = try WorkspaceCopy()
        #expect(try planreport(["build", "--as-of", "2026-11-21"], in: workspace.folder).status == 0)
        let before = workspace.output()
        // A misspelt field, a cell that is no number, an unknown indicator, a broken YAML line, a missing file.
        try workspace.replace("${document.title}", with: "${document.titel}", in: "Templates/documents/midterm.html")
        try workspace.replace(",63.14,", with: ",63 14,", in: Self.metrics)
        try workspace.replace(
            "\npublic-kindergarten-enrolment-share,",
            with: "\npublic-kindergarden-enrolment-share,",
            in: Self.metrics
        )
        try workspace.replace("title: 烟台市推进", with: "title: \"烟台市推进", in: "Plans/yantai-rural-education/plan.yaml")
        try workspace.remove("Plans/registry/areas.yaml")
        let field = try workspace.line(of: "${document.titel}", in: "Templates/documents/midterm.html")
        let cell = try workspace.line(of: ",63 14,", in: Self.metrics)
        let indicator = try workspace.line(of: "public-kindergarden", in: Self.metrics)
        let result = try planreport(["build", "--as-of", "2026-11-21"], in: workspace.folder)
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        let places = [
            "Templates/documents/midterm.html:\(field):", "\(Self.metrics):\(cell):", "\(Self.metrics):\(indicator):",
            "Plans/yantai-rural-education/plan.yaml:", "Plans/registry/areas.yaml:1:1: error:",
        ]
        for place in places { #expect(result.errors.contains(place), "\(place)\n\(result.errors)") }
        #expect(result.errors.contains("did you mean 'title'?"))
        #expect(result.errors.contains("did you mean 'public-kindergarten-enrolment-share'?"))
        #expect(workspace.output() == before)
        let check = try planreport(["check"], in: workspace.folder)
        #expect(check.status == 65)
        let errors = { (text: String) in text.split(separator: "\n").filter { $0.contains(": error: ") } }
        #expect(errors(check.errors) == errors(result.errors))
        let note = "not checked until these are corrected: contradictions within yantai-rural-education;"
        #expect(check.errors.contains(note))
        // What contradicts itself in a plan that can be read is named all the same.
        #expect(check.errors.contains("[plan.repeated-target]"))
    }

    @Test("一处数据错误不挡住其余检查；因此未能进行的检查写明")
    func otherChecks() throws {
        let workspace = try WorkspaceCopy()
        try workspace.replace(",63.14,", with: ",63 14,", in: Self.metrics)
        try workspace.write("format: 1\nfinal: {conclusion: [\"{{claim: nothing > 1}}\"]}\n", to: Self.narrative)
        let check = try planreport(["check", "--lang", "zh"], in: workspace.folder)
        #expect(check.status == 65)
        for code in ["[metrics.not-a-number]", "[narrative.claim-unknown-item]", "[plan.repeated-target]"] {
            #expect(check.errors.contains(code))
        }
        #expect(check.errors.hasSuffix("其余检查未进行（更正后再查）：yantai-education-14th-fyp的文字与数据对照；成品文档和页面的校验\n"))
        let build = try planreport(["build"], in: workspace.folder)
        #expect(build.status == 65)
        #expect(build.errors.contains("[narrative.claim-unknown-item]"))
        #expect(build.errors.contains("not checked until these are corrected: the texts of yantai-education-14th-fyp"))
    }

    @Test("check --coverage 列出模板没有读取的字段和没有使用的片段")
    func coverage() throws {
        let workspace = try WorkspaceCopy()
        let before = try planreport(["check", "--coverage", "--lang", "zh"], in: workspace.folder)
        #expect(before.status == 0)
        #expect(!before.output.contains("spare"))
        #expect(!before.output.contains("PlanCard.href"))
        // What a stage of a plan's own, `stages/<plan>/<chapter>`, may want.
        let spare = "没有模板读取的数据字段: 2\n  ChapterStagePage.document\n  ProjectStagePage.document\n"
        #expect(before.output.hasPrefix(spare), "\(before.output)")
        let index = "Templates/pages/index.html"
        try workspace.replace("</body>", with: "<p th:fragment=\"spare\">备用</p></body>", in: index)
        for _ in 0..<2 { try workspace.replace("th:href=\"${card.href}\" ", with: "", in: index) }
        let after = try planreport(["check", "--coverage", "--lang", "zh"], in: workspace.folder)
        #expect(after.status == 0)
        #expect(after.output.contains("没有模板读取的数据字段: "))
        #expect(after.output.contains("\n  PlanCard.href\n"))
        #expect(after.output.hasSuffix("没有模板使用的片段: 1\n  pages/index.html :: spare\n"))
        #expect(workspace.output().isEmpty)
    }

    @Test(
        "单个错误也不发布，信息指到行和列",
        arguments: [
            (metrics, ",63.14,", ",６３．１４,", "metrics.not-a-number"),
            (metrics, ",%,verified,", ",个,verified,", "metrics."),
            (metrics, ",verified,", ",checked,", "metrics."),
            (plan, "nature: binding", "nature: bindig", "schema."),
            (plan, "    - id: task-1\n", "    - id: task-2\n", "plan."),
            ("Templates/stages/tasks.html", "</section>", "</sectoin>", "template."),
        ]
    )
    func singleProblem(_ file: String, _ old: String, _ new: String, _ code: String) throws {
        let workspace = try WorkspaceCopy()
        try workspace.replace(old, with: new, in: file)
        let result = try planreport(["build"], in: workspace.folder)
        #expect(result.status == 65, "\(result.errors)")
        #expect(result.errors.contains("[\(code)"), "\(result.errors)")
        #expect(result.errors.contains(#/^[^ :]+:[0-9]+:[0-9]+: error: /#.anchorsMatchLineEndings()))
        #expect(
            !FileManager.default.fileExists(
                atPath: workspace.folder.appending(path: "Output").path(percentEncoded: false)
            )
        )
    }

    @Test("不是工作目录：78")
    func notAWorkspace() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "planreport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try planreport(["build"], in: folder).status == 78)
    }

    @Test("输出目录不可用：74")
    func outputFails() throws {
        let workspace = try WorkspaceCopy()
        let file = workspace.folder.appending(path: "blocked")
        try Data().write(to: file)
        let result = try planreport(
            ["build", "--output", file.path(percentEncoded: false) + "/Output"],
            in: workspace.folder
        )
        #expect(result.status == 74)
        #expect(result.errors.contains("error:"))
    }

    @Test("另一次运行正在发布：75，之后照常")
    func locked() throws {
        let workspace = try WorkspaceCopy()
        #expect(try planreport(["build"], in: workspace.folder).status == 0)
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        let lock = workspace.folder.appending(path: "Output/.lock").path(percentEncoded: false)
        holder.arguments = [lock, "sh", "-c", "echo locked; exec sleep 60"]
        let pipe = Pipe()
        holder.standardOutput = pipe
        try holder.run()
        _ = pipe.fileHandleForReading.availableData
        #expect(try planreport(["build"], in: workspace.folder).status == 75)
        holder.terminate()
        holder.waitUntilExit()
        #expect(try planreport(["build"], in: workspace.folder).status == 0)
    }

    @Test("--plan 和 --document 只重做所选，其余沿用上一次发布")
    func selection() throws {
        let workspace = try WorkspaceCopy()
        #expect(try planreport(["build", "--as-of", "2023-06-30"], in: workspace.folder).status == 0)
        let old = workspace.output()
        let oldRelease = try #require(old["current"])
        let arguments = [
            "build", "--as-of", "2026-11-21", "--plan", "yantai-education-14th-fyp", "--document", "final",
        ]
        #expect(try planreport(arguments, in: workspace.folder).status == 0)
        let new = workspace.output()
        let release = try #require(new["current"])
        #expect(release != oldRelease)
        func kept(_ path: String) -> Bool { new["\(release)/\(path)"] == old["\(oldRelease)/\(path)"] }
        #expect(!kept("yantai-education-14th-fyp/final.html"))
        #expect(kept("yantai-education-14th-fyp/midterm.html"))
        #expect(kept("yantai-rural-education/final.html"))
        // Pages are always new: the front page says of each plan what its page says.
        #expect(!kept("yantai-education-14th-fyp/index.html"))
        #expect(!kept("index.html"))
    }

    @Test("沿用的文档与新的页面对不上：不发布")
    func selectionBreaksLinks() throws {
        let workspace = try WorkspaceCopy()
        #expect(try planreport(["build"], in: workspace.folder).status == 0)
        let before = workspace.output()
        try workspace.replace(
            "    - id: task-3\n",
            with: "    - id: task-3x\n",
            in: "Plans/yantai-rural-education/plan.yaml"
        )
        let result = try planreport(["build", "--plan", "yantai-education-14th-fyp"], in: workspace.folder)
        #expect(result.status == 65)
        #expect(result.errors.contains("[site.broken-link]"))
        #expect(workspace.output() == before)
        #expect(try planreport(["build"], in: workspace.folder).status == 0)
    }

    @Test("模板读不了：74，不发布空白页")
    func unreadableTemplate() throws {
        let workspace = try WorkspaceCopy()
        try workspace.remove("Templates/pages/index.html")
        let folder = workspace.folder.appending(path: "Templates/pages/index.html")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result = try planreport(["build"], in: workspace.folder)
        #expect(result.status == 74)
        #expect(result.errors.contains("Templates/pages/index.html:1:1: error: it cannot be read"))
        #expect(workspace.output().isEmpty)
    }

    @Test("输出目录在失效的链接之下：74")
    func danglingOutput() throws {
        let workspace = try WorkspaceCopy()
        let link = workspace.folder.appending(path: "share").path(percentEncoded: false)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/nonexistent/mount")
        let result = try planreport(["build", "--output", link + "/Output"], in: workspace.folder)
        #expect(result.status == 74, "\(result.errors)")
    }

    @Test("中文环境给出中文信息")
    func chinese() throws {
        let workspace = try WorkspaceCopy()
        try workspace.replace(",63.14,", with: ",abc,", in: Self.metrics)
        let result = try planreport(["check", "--lang", "zh"], in: workspace.folder)
        #expect(result.status == 65)
        #expect(result.errors.contains("处理: "))
        #expect(result.errors.contains("错误 1 个，警告 "))
    }
}
