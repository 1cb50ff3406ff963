import Diagnostics
import Markup
import Testing

@Suite("libxml2 in Swift")
struct MarkupTests {
    private let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="plan"><xs:complexType><xs:sequence>
            <xs:element name="year" type="xs:gYear"/>
          </xs:sequence></xs:complexType></xs:element>
        </xs:schema>
        """

    @Test("a valid document has no problems, an invalid one has them with lines")
    func validation() throws {
        let schema = try XMLSchemaDocument(bytes: Array(schema.utf8), file: "plan.xsd")
        #expect(schema.validate(Array("<plan><year>2023</year></plan>".utf8), file: "a.xml").isEmpty)
        let problems = schema.validate(Array("<plan>\n  <year>soon</year>\n</plan>".utf8), file: "a.xml")
        #expect(problems.first?.code == "xml.invalid")
        #expect(problems.first?.location == SourceLocation(file: "a.xml", line: 2, column: 3))
    }

    @Test("the canonical form orders attributes and writes empty elements in full")
    func canonical() throws {
        let bytes = try Canonical.xml(Array("<?xml version='1.0'?><a c='1' b=\"2\"/>".utf8), file: "a.xml")
        #expect(String(decoding: bytes, as: UTF8.self) == "<a b=\"2\" c=\"1\"></a>")
    }

    @Test("entities are refused before anything is expanded")
    func entityBomb() throws {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>"
        #expect(throws: DiagnosticsError.self) { try Canonical.xml(Array(bomb.utf8), file: "a.xml") }
        do {
            _ = try Canonical.xml(Array(bomb.utf8), file: "a.xml")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["xml.entity-declaration"])
        }
    }

    @Test("what is not well-formed is reported with line and column")
    func notWellFormed() throws {
        do {
            _ = try Canonical.xml(Array("<a>\n<b></a>".utf8), file: "a.xml")
            Issue.record("no error")
        } catch {
            #expect(error.diagnostics.first?.location.line == 2)
        }
    }

    @Test(
        "what is wrong in a piece of XML is told with its byte; roots, prefixes and texts are free",
        arguments: [
            ("<a/>text<th:b/>", []), ("<?xml version='1.0'?>\n<a/>", []), ("", []),
            ("<a>&nbsp;</a>", [3]), ("<a b='1&x;'>&#1;</a>", [7, 16]), ("<!DOCTYPE a>\n<a/><b/>", [17]),
            ("中<a>&中;</a>", [6]), ("<a><!-- -- --></a>", [8]),
        ]
    )
    func wellFormedness(xml: String, offsets: [Int]) {
        #expect(XMLWellFormedness.problems(Array(xml.utf8)).map(\.offset) == offsets)
    }

    @Test("HTML: ids, links, ids that stand twice, tags that do not match")
    func html() {
        let good = HTMLCheck.check(
            Array("<!DOCTYPE html><p id='a'>1<br><a href='#a&amp;b'>x</a></p><script>'</p>'</script>".utf8),
            file: "a.html"
        )
        #expect(good.ids == ["a"])
        #expect(good.hrefs == ["#a&b"])
        #expect(good.diagnostics.isEmpty)
        let bad = HTMLCheck.check(Array("<p id=a>\n<i id=a></p></b>".utf8), file: "a.html")
        #expect(bad.diagnostics.map(\.code) == ["html.duplicate-id", "html.unclosed-element", "html.end-tag"])
        #expect(bad.diagnostics[0].location == SourceLocation(file: "a.html", line: 2, column: 4))
    }
}
