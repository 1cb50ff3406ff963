import TemplateEngine
import TestSupport
import Testing

@Suite("What fuzzing found")
struct FuzzRegressionTests {
    private let context = Context(
        .record([
            ContextField("a", .integer(7)), ContextField("b", .decimal("2.50")), ContextField("s", .text("text")),
            ContextField("x", .text("<a>")), ContextField("l", .list([.integer(3), .null, .text("b")])),
            ContextField("m", .record([ContextField("k", .null)])),
        ])
    )

    private func render(_ bytes: [UInt8], _ mode: TemplateMode) {
        let limits = TemplateLimits(fragmentDepth: 20, outputBytes: 1 << 20, lateExpressions: 100)
        let source = TemplateSource(name: "t", file: "t", bytes: bytes)
        let compilation = TemplateCompiler(sources: [source], limits: limits).compile([
            TemplateEntry(name: "t", mode: mode)
        ])
        _ = try? compilation.templates["t"]?.render(context)
    }

    @Test("templates")
    func templates() throws {
        let files = try ProjectFiles.corpus(of: "FuzzTemplate")
        #expect(!files.isEmpty)
        for file in files { for mode in TemplateMode.allCases { render(file, mode) } }
    }

    @Test("expressions")
    func expressions() throws {
        let files = try ProjectFiles.corpus(of: "FuzzExpression")
        #expect(!files.isEmpty)
        for file in files {
            let text = String(decoding: file, as: UTF8.self).replacing("\"", with: "&quot;").replacing(
                "<",
                with: "&lt;"
            )
            for attribute in ["text", "with", "each", "insert", "href", "attr", "remove"] {
                render(Array("<p th:\(attribute)=\"\(text)\">a</p><b th:text=\"${\(text)}\">c</b>".utf8), .html)
            }
        }
    }

    @Test("contexts")
    func contexts() throws {
        let files = try ProjectFiles.corpus(of: "FuzzContext")
        #expect(!files.isEmpty)
        for file in files {
            _ = try? Context.json(file, file: "data.json")
            _ = try? MessageCatalog(properties: file, file: "m.properties", locale: "zh_CN")
        }
    }
}
