import Diagnostics
import TemplateEngine
import Testing

@Suite("Limits")
struct LimitTests {
    private func codes(_ text: String, _ limits: TemplateLimits, _ data: String = "{}") throws -> [String] {
        let source = TemplateSource(name: "t", file: "t", bytes: Array(text.utf8))
        let compilation = TemplateCompiler(sources: [source], limits: limits).compile([
            TemplateEntry(name: "t", mode: .html)
        ])
        let template = try #require(compilation.templates["t"])
        do {
            _ = try template.render(try Context.json(Array(data.utf8), file: "d"))
            return []
        } catch let error as RenderError {
            return error.diagnostics.map(\.code)
        }
    }

    @Test("fragments that insert themselves come to an end")
    func depth() throws {
        let text = "<p th:fragment=\"a\"><i th:replace=\"~{::a}\"/></p>"
        #expect(try codes(text, .default) == ["template.fragment-depth"])
    }

    @Test("so do fragments that insert themselves twice")
    func calls() throws {
        let text =
            "<p th:fragment=\"a(n)\" th:if=\"${n < 60}\"><i th:replace=\"~{::a(${n + 1})}\"/><i th:replace=\"~{::a(${n + 1})}\"/></p>"
        #expect(
            try codes("<b th:insert=\"~{::a(0)}\"></b>" + text, TemplateLimits(fragmentCalls: 10_000)) == [
                "template.fragment-calls"
            ]
        )
    }

    @Test("output has a largest size")
    func output() throws {
        let text = "<p th:each=\"x : ${#numbers.sequence(1,100000)}\">0123456789</p>"
        #expect(try codes(text, TemplateLimits(outputBytes: 100_000)) == ["template.output-size"])
    }

    @Test("expressions put together at run time are counted")
    func late() throws {
        let text = "<p th:each=\"x : ${#numbers.sequence(1,100)}\" th:text=\"${__${x}__}\"></p>"
        #expect(try codes(text, TemplateLimits(lateExpressions: 50)) == ["template.late-expressions"])
    }

    @Test(
        "expressions have a largest depth, whatever it is made of",
        arguments: [
            "${" + Array(repeating: "1", count: 5_000).joined(separator: "+") + "}",
            "${x" + String(repeating: ".k", count: 5_000) + "}",
            "${" + String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000) + "}",
            Array(repeating: "'a'", count: 5_000).joined(separator: " + "),
            String(repeating: "- ", count: 40) + "1",
            String(repeating: "~{a(", count: 60) + "1" + String(repeating: ")}", count: 60),
            String(repeating: "~{a(", count: 5_000) + "1" + String(repeating: ")}", count: 5_000),
            String(repeating: "@{/a(", count: 5_000) + "1" + String(repeating: ")}", count: 5_000),
        ]
    )
    func expressionDepth(expression: String) throws {
        let source = TemplateSource(name: "t", file: "t", bytes: Array("<p th:text=\"\(expression)\"></p>".utf8))
        let compilation = TemplateCompiler(sources: [source]).compile([TemplateEntry(name: "t", mode: .html)])
        guard let template = compilation.templates["t"] else { return #expect(!compilation.diagnostics.isEmpty) }
        let context = try Context.json(Array(#"{"x":{}}"#.utf8), file: "d")
        #expect(throws: RenderError.self) { try template.render(context) }
    }
}
