import TemplateEngine
import Testing

@Suite("Rendering from several threads")
struct ConcurrencyTests {
    @Test("one template and one context give the same bytes from every thread")
    func sameBytes() async throws {
        let text = """
            <ul><li th:each="x,s : ${xs}" th:class="|c${s.count}|" th:insert="~{:: f(${x})}">[[${__${k}__}]]</li></ul>
            <b th:fragment="f(v)" th:text="${v}"></b><p th:replace="~{${t} :: g}"></p><i th:fragment="g">[[${#strings.toUpperCase(k)}]]</i>
            """
        let source = TemplateSource(name: "t", file: "t", bytes: Array(text.utf8))
        let compilation = TemplateCompiler(sources: [source]).compile([TemplateEntry(name: "t", mode: .html)])
        let template = try #require(compilation.templates["t"])
        let data = #"{"xs":[1,2,3,"<4>"],"k":"t","t":"t","v":null}"#
        let context = try Context.json(Array(data.utf8), file: "d")
        let expected = try template.render(context)
        let results = await withTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<50).map { _ in (try? template.render(context)) ?? [] }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(results.count == 400)
        #expect(results.allSatisfy { $0 == expected })
    }
}
