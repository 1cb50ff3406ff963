import Diagnostics
import TemplateEngine
import Testing

@Suite("Checks against a schema")
struct SchemaTests {
    private let schema = ContextSchema(records: [
        "report": [
            .init("title", .text),
            .init("body", .markup),
            .init("indicators", .list(.record("indicator"))),
            .init("notes", .map(.text), visibility: .internal),
            .init("note", .optional(.text)),
            .init("total", .integer),
        ],
        "indicator": [
            .init("name", .text), .init("percent", .decimal), .init("selfReported", .decimal, visibility: .internal),
        ],
    ])

    private func check(
        _ template: String,
        isPublic: Bool = false,
        others: [String: String] = [:]
    ) throws -> TemplateCompilation {
        var sources = [TemplateSource(name: "a.html", file: "a.html", bytes: Array(template.utf8))]
        sources += others.map { TemplateSource(name: $0, file: $0, bytes: Array($1.utf8)) }
        let messages = try MessageCatalog(properties: Array("title=T".utf8), file: "m.properties", locale: "en")
        return TemplateCompiler(sources: sources, messages: messages, schema: schema)
            .compile([TemplateEntry(name: "a.html", mode: .html, root: "report", isPublic: isPublic)])
    }

    @Test("an XML template must be well-formed, comments of the parser's level apart")
    func wellFormedness() throws {
        let template = """
            <!--/* -- & */--><?xml version="1.0"?>
            <r><!--/*/ <b>&nbsp;</b> /*/--><中 th:text="${title}"/>
            <!--/* & */--><a b="x & y"/></r>
            """
        let source = TemplateSource(name: "a.xml", file: "a.xml", bytes: Array(template.utf8))
        let compilation = TemplateCompiler(sources: [source], schema: schema)
            .compile([TemplateEntry(name: "a.xml", mode: .xml, root: "report")])
        #expect(compilation.diagnostics.map(\.code) == ["template.not-well-formed", "template.not-well-formed"])
        #expect(compilation.diagnostics.map(\.location.line) == [2, 3])
        #expect(compilation.diagnostics.map(\.location.column) == [15, 24])
    }

    @Test("a template that reads what there is compiles")
    func valid() throws {
        let compilation = try check(
            """
            <h1 th:text="${title}">t</h1><div th:utext="${body}"></div>
            <p th:each="i,s : ${indicators}" th:object="${i}">[[${s.count}]] [[*{name}]] [[${i.percent * 2}]]</p>
            <p th:each="e : ${notes}">[[${e.key}]]: [[${e.value}]]</p>[[#{title}]]
            """
        )
        #expect(compilation.diagnostics.isEmpty)
    }

    @Test(
        "what is wrong is named with its place and the nearest right name",
        arguments: [
            ("<p th:text=\"${titel}\"></p>", "template.unknown-variable", 15, "did you mean 'title'?"),
            ("<p th:each=\"i : ${indicators}\">[[${i.nam}]]</p>", "template.unknown-field", 38, "did you mean 'name'?"),
            (
                "<p th:each=\"i : ${indicators}\">[[${iStat.cuont}]]</p>", "template.unknown-field", 42,
                "did you mean 'count'?"
            ),
            ("<p th:text=\"#{titel}\"></p>", "template.unknown-message", 15, "did you mean 'title'?"),
            ("<p th:utext=\"${title}\"></p>", "template.unsafe-markup", 16, "use 'th:text' or '[[…]]'"),
            ("<p th:each=\"c : ${title}\"></p>", "template.each-type", 19, nil),
            ("[[${#lists.size(title)}]]", "template.utility-arguments", 17, nil),
            ("[[${#strings.toUperCase(title)}]]", "template.unknown-utility", 14, "did you mean 'toUpperCase'?"),
            ("[[${#string.toUpperCase(title)}]]", "template.unknown-utility", 5, "did you mean '#strings'?"),
            ("[[${indicators * 2}]]", "template.operand", 5, nil),
        ] as [(String, String, Int, String?)]
    )
    func problem(_ template: String, _ code: String, _ column: Int, _ help: String?) throws {
        let diagnostics = try check(template).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.location == SourceLocation(file: "a.html", line: 1, column: column))
        if let help {
            #expect(diagnostics.first?.help.first?.en.replacing("#", with: "") == help.replacing("#", with: ""))
        }
    }

    @Test("a public template must not reach internal fields, not even through a fragment")
    func visibility() throws {
        let fragment = ["f.html": "<b th:fragment=\"f(i)\">[[${i.selfReported}]]</b>"]
        let template = "<p th:each=\"i : ${indicators}\"><b th:replace=\"~{f :: f(${i})}\"/></p>"
        #expect(try check(template, isPublic: false, others: fragment).diagnostics.isEmpty)
        let diagnostics = try check(template, isPublic: true, others: fragment).diagnostics
        #expect(diagnostics.map(\.code) == ["template.internal-field"])
        #expect(diagnostics.first?.location == SourceLocation(file: "f.html", line: 1, column: 29))
    }

    @Test("fields inside fragments passed as parameters are checked where they are inserted")
    func layout() throws {
        let layout = ["l.html": "<html th:fragment=\"page(main)\"><b th:replace=\"${main}\"/></html>"]
        let template = "<html th:replace=\"~{l :: page(~{::main})}\"><main>[[${titel}]]</main></html>"
        #expect(try check(template, others: layout).diagnostics.map(\.code) == ["template.unknown-variable"])
    }

    @Test("what `_` leaves in a fragment is checked, and text has no elements of its own")
    func leftovers() throws {
        let fragment = ["f.html": "<b th:fragment=\"f(x)\" th:text=\"${x}\">[[${indicators[0].selfReported}]]</b>"]
        let left = try check("<p th:insert=\"~{f :: f(_)}\"></p>", isPublic: true, others: fragment).diagnostics
        #expect(left.map(\.code) == ["template.internal-field"])
        let text = "<p th:inline=\"text\">[# th:text=\"${notes}\"/]</p>"
        let template = try #require(try check(text, isPublic: true).templates["a.html"])
        let context = try Context.json(Array("{}".utf8), file: "d")
        #expect(
            String(decoding: try template.render(context), as: UTF8.self)
                == text.replacing(" th:inline=\"text\"", with: "")
        )
    }

    @Test("coverage lists fields that nobody reads and fragments that nobody inserts")
    func coverage() throws {
        let others = ["f.html": "<b th:fragment=\"used\">1</b><b th:fragment=\"unused\">1</b>"]
        let compilation = try check("<p th:insert=\"~{f :: used}\"></p>[[${title}]]", others: others)
        #expect(compilation.coverage.fields == ["report.title"])
        #expect(compilation.coverage.unreadFields(of: schema).contains("indicator.name"))
        let sources = others.map { TemplateSource(name: $0, file: $0, bytes: Array($1.utf8)) }
        #expect(compilation.coverage.unusedFragments(of: sources, mode: .html) == ["f.html :: unused"])
    }
}
