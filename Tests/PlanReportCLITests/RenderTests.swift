import Foundation
import Testing

@testable import PlanReportCLI

@Suite("render 命令")
struct RenderTests {
    /// A folder with files, removed when the test is over.
    private final class Folder {
        let url: URL

        init(_ files: [String: String]) throws {
            url = FileManager.default.temporaryDirectory.appending(path: "render-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
        }

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    @Test("一个模板、一个 JSON 数据文件，结果写到标准输出")
    func plain() throws {
        let folder = try Folder(["t.html": "<p th:text=\"${name}\">示例</p>", "d.json": "{\"name\": \"<芝罘区>\"}"])
        let result = try planreport(["render", "t.html", "--data", "d.json"], in: folder.url)
        #expect(result.status == 0)
        #expect(result.output == "<p>&lt;芝罘区&gt;</p>")
        #expect(result.errors.isEmpty)
    }

    @Test("结果写不出去（磁盘已满）：74，并说明原因")
    func fullDisk() throws {
        let folder = try Folder(["t.html": "<p>1</p>", "d.json": "{}"])
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let result = try planreport(["render", "t.html", "--data", "d.json"], in: folder.url, to: full)
        #expect(result.status == 74)
        #expect(result.errors.contains("[output.not-written]"))
    }

    @Test("片段在 --templates 的文件夹中查找，消息在 --messages 的文件中查找")
    func fragmentsAndMessages() throws {
        let folder = try Folder([
            "t.html": "<p th:insert=\"~{parts :: hello('烟台')}\"></p>",
            "parts.html": "<b th:fragment=\"hello(who)\" th:text=\"#{greeting(${who})}\"></b>",
            "m_zh_CN.properties": "greeting=你好，{0}\n", "d.json": "{}",
        ])
        let arguments = [
            "render", "t.html", "--data", "d.json", "--templates", ".", "--messages", "m_zh_CN.properties",
        ]
        let result = try planreport(arguments, in: folder.url)
        #expect(result.output == "<p><b>你好，烟台</b></p>", "\(result.errors)")
    }

    @Test("缺少的消息写出键和语言；语言取自文件名或 --locale，否则为 en")
    func locale() throws {
        let folder = try Folder(["t.html": "<p th:text=\"#{gone}\"></p>", "d.json": "{}", "m.properties": ""])
        func render(_ more: [String]) throws -> String {
            try planreport(["render", "t.html", "--data", "d.json"] + more, in: folder.url).output
        }
        #expect(try render([]) == "<p>??gone_en??</p>")
        #expect(try render(["--messages", "m.properties", "--locale", "zh_CN"]) == "<p>??gone_zh_CN??</p>")
        #expect(RenderCommand.locale(of: "a/messages_zh_CN.properties") == "zh_CN")
        #expect(RenderCommand.locale(of: "messages.properties") == nil)
    }

    @Test("模板有误：65，指到行和列；数据文件不存在也说清楚")
    func mistakes() throws {
        let folder = try Folder(["t.html": "<p>\n  <b th:text=\"${1 +}\"></b></p>", "d.json": "{}"])
        let result = try planreport(["render", "t.html", "--data", "d.json"], in: folder.url)
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("t.html:2:"))
        let missing = try planreport(["render", "t.html", "--data", "gone.json"], in: folder.url)
        #expect(missing.status == 74)
        #expect(missing.errors.contains("gone.json:1:1: error: it cannot be read"))
    }
}
