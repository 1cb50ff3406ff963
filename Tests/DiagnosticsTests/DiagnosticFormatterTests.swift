import Diagnostics
import Testing

@Suite("A diagnostic is printed as one block")
struct DiagnosticFormatterTests {
    private let diagnostic = Diagnostic(
        code: "metrics.not-a-number",
        at: SourceLocation(file: "city.csv", line: 3, column: 5),
        LocalizedText(en: "'abc' is not a plain number", zh: "“abc”不是普通数字"),
        excerpt: "芝罘区,abc,%",
        length: 3,
        help: [LocalizedText(en: "write digits", zh: "请写数字")]
    )

    @Test("with place, severity, message and code, the line with a caret, and what to do")
    func english() {
        #expect(
            DiagnosticFormatter().format(diagnostic) == """
                city.csv:3:5: error: 'abc' is not a plain number [metrics.not-a-number]
                  | 芝罘区,abc,%
                  |        ^~~
                  help: write digits

                """
        )
    }

    @Test("in Chinese with the same first words, which scripts rely on")
    func chinese() {
        #expect(
            DiagnosticFormatter(language: .chinese).format(diagnostic) == """
                city.csv:3:5: error: “abc”不是普通数字 [metrics.not-a-number]
                  | 芝罘区,abc,%
                  |        ^~~
                  处理: 请写数字

                """
        )
    }

    @Test(
        "with the caret under the character meant, whatever its width",
        arguments: [
            ("abc,def", 5, 3, "    ^~~"),
            ("烟台,def", 4, 3, "     ^~~"),
            ("烟台，值", 4, 1, "      ^~"),
            ("“引”值", 4, 1, "      ^~"),
            ("a\tb", 3, 1, "  ^"),
            ("ｆｕｌｌ值", 5, 1, "        ^~"),
            ("值", 2, 1, "  ^"),
            ("", 1, 1, "^"),
        ]
    )
    func caret(excerpt: String, column: Int, length: Int, expected: String) {
        var diagnostic = diagnostic
        diagnostic.excerpt = excerpt
        diagnostic.location.column = column
        diagnostic.length = length
        let lines = DiagnosticFormatter().format(diagnostic).split(separator: "\n")
        #expect(lines[2] == "  | \(expected)")
    }

    @Test("with a long line cut to what is around the column")
    func longLine() {
        var diagnostic = diagnostic
        diagnostic.excerpt = String(repeating: "a", count: 200) + "X" + String(repeating: "b", count: 200)
        diagnostic.location.column = 201
        diagnostic.length = 1
        let lines = DiagnosticFormatter().format(diagnostic).split(separator: "\n")
        #expect(lines[1] == "  | …" + String(repeating: "a", count: 40) + "X" + String(repeating: "b", count: 59) + "…")
        #expect(lines[2] == "  | " + String(repeating: " ", count: 42) + "^")
    }

    @Test("with all blocks sorted by place and counted")
    func sortedAndCounted() {
        let at = { (file: String, line: Int) in SourceLocation(file: file, line: line, column: 1) }
        let text = LocalizedText(en: "wrong", zh: "错误")
        let diagnostics = [
            Diagnostic(code: "x.c", at: at("b", 1), text),
            Diagnostic(.warning, code: "x.b", at: at("a", 10), text),
            Diagnostic(code: "x.a", at: at("a", 9), text),
        ]
        #expect(
            DiagnosticFormatter().format(diagnostics) == """
                a:9:1: error: wrong [x.a]
                a:10:1: warning: wrong [x.b]
                b:1:1: error: wrong [x.c]
                2 errors, 1 warning

                """
        )
        #expect(DiagnosticFormatter(language: .chinese).format(diagnostics).hasSuffix("错误 2 个，警告 1 个\n"))
        #expect(DiagnosticFormatter().format([Diagnostic]()) == "")
        #expect(diagnostics.containsErrors)
        #expect(!diagnostics[1...1].containsErrors)
    }
}
