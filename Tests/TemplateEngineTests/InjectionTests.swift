import Diagnostics
import Foundation
import Markup
import TemplateEngine
import TestSupport
import Testing

@Suite("What data cannot do")
struct InjectionTests {
    /// Values that try to become something else than text; `Scripts/test-browser --injection` opens them in Chromium too.
    static let payloads: [String] = {
        guard let data = try? Data(contentsOf: ProjectFiles.url("Tests/Injection/payloads.json")) else { return [] }
        return (try? JSONDecoder().decode([String].self, from: data)) ?? []
    }()

    /// Every place a value can stand in.
    private static func places() throws -> String {
        try ProjectFiles.text("Tests/Injection/places.html")
    }

    @Test("there are payloads of every sort")
    func payloadsAreThere() {
        #expect(Self.payloads.count >= 60)
    }

    private func compile(_ text: String, mode: TemplateMode) throws -> Template {
        let messages = try MessageCatalog(properties: Array("m=m {0}".utf8), file: "m", locale: "en")
        let source = TemplateSource(name: "t", file: "t", bytes: Array(text.utf8))
        let compilation = TemplateCompiler(sources: [source], messages: messages).compile([
            TemplateEntry(name: "t", mode: mode)
        ])
        return try #require(compilation.templates["t"])
    }

    private func context(_ payload: String) -> Context {
        Context(
            .record([
                ContextField("x", .text(payload)), ContextField("xs", .list([.text(payload), .text(payload)])),
                ContextField("secret", .text("SECRET-VALUE")),
            ])
        )
    }

    @Test("a payload stays text wherever it stands: the document keeps its structure", arguments: payloads)
    func html(_ payload: String) throws {
        let template = try compile(Self.places(), mode: .html)
        let harmless = String(decoding: try template.render(context("harmless")), as: UTF8.self)
        let output = String(decoding: try template.render(context(payload)), as: UTF8.self)
        #expect(Self.structure(output) == Self.structure(harmless))
        #expect(!output.contains("SECRET-VALUE"))
        #expect(
            HTMLCheck.check(Array(output.utf8), file: "t").diagnostics.allSatisfy { $0.code == "html.duplicate-id" }
        )
    }

    @Test("the same in XML, which libxml2 must parse", arguments: payloads)
    func xml(_ payload: String) throws {
        let text =
            "<r><a th:text=\"${x}\"/><b th:t=\"${x}\"/><c>[[${x}]]</c><d th:attr=\"u=${x}\"/>"
            + "<!--[[${x}]]--><!-- -[[${x}]] --><e><![CDATA[[[${x}]]]]></e></r>"
        let template = try compile(text, mode: .xml)
        let output = try template.render(context(payload))
        let canonical = String(decoding: try Canonical.xml(output, file: "t"), as: UTF8.self)
        #expect(Self.structure(canonical).filter { $0 == "<" } == String(repeating: "<", count: 12))
    }

    @Test(
        "URLs that run scripts are refused",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>",
            "data:image/svg+xml,<svg/>",
        ]
    )
    func urls(_ url: String) throws {
        for attribute in [
            "th:href=\"${x}\"", "th:href=\"@{${x}}\"", "th:attr=\"href=${x}\"", "th:src=\"'' + ${x}\"",
            "th:attr=\"${'href'}=${x}\"",
        ] {
            let template = try compile("<a \(attribute)>x</a>", mode: .html)
            #expect(throws: RenderError.self) { try template.render(context(url)) }
        }
    }

    @Test("nothing dynamic in scripts, style sheets and event attributes")
    func scripts() throws {
        for text in [
            "<script>var a = [[${x}]];</script>", "<style>a { color: [[${x}]] }</style>",
            "<script th:text=\"${x}\"></script>",
            "<script th:utext=\"${x}\"></script>", "<script th:inline=\"javascript\">1</script>",
        ] {
            let source = TemplateSource(name: "t", file: "t", bytes: Array(text.utf8))
            let compilation = TemplateCompiler(sources: [source]).compile([TemplateEntry(name: "t", mode: .html)])
            #expect(compilation.templates["t"] == nil, "\(text)")
        }
        for text in [
            "<p th:onclick=\"${x}\">a</p>", "<p th:attr=\"onclick=${x}\">a</p>",
            "<p th:attr=\"${'onclick'}=${x}\">a</p>",
        ] {
            let template = try compile(text, mode: .html)
            #expect(throws: RenderError.self) { try template.render(context("alert(1)")) }
        }
    }

    /// The tags of a document with the names of their attributes; no text, no values.
    private static func structure(_ document: String) -> String {
        var result = ""
        var inTag = false
        var quote: Character?
        let parts = document.split(separator: "<!--", omittingEmptySubsequences: false)
        let document = parts.enumerated().map { index, part in
            guard index > 0, let end = part.firstRange(of: "-->") else { return String(part) }
            return "<!-->" + part[end.upperBound...]
        }.joined()
        for character in document {
            if let open = quote {
                if character == open { quote = nil }
            } else if inTag {
                if character == "\"" || character == "'" { quote = character }
                if character == ">" { inTag = false }
                result.append(character)
            } else if character == "<" {
                inTag = true
                result.append(character)
            }
        }
        return result
    }
}
