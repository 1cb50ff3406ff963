import Diagnostics
import Testing

@Suite("A source text")
struct SourceTextTests {
    @Test(
        "is split into the lines people see",
        arguments: [
            ("", [""]),
            ("a", ["a"]),
            ("a\n", ["a", ""]),
            ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
            ("a\r\n\r\nb", ["a", "", "b"]),
            ("a\n\rb", ["a", "", "b"]),
            ("\u{FEFF}a\nb", ["a", "b"]),
            ("a\u{2028}b", ["a\u{2028}b"]),
        ]
    )
    func lines(text: String, expected: [String]) {
        #expect(SourceText(file: "f", text: text).lines == expected)
    }

    @Test("counts YAML's own line breaks when it is YAML")
    func yamlLines() {
        let text = SourceText(file: "f", text: "a\u{2028}b\u{85}c\r\nd", lineBreaks: .yaml)
        #expect(text.lines == ["a", "b", "c", "d"])
        #expect(text.line(4) == "d")
        #expect(text.line(0) == nil)
        #expect(text.line(5) == nil)
    }

    @Test(
        "in another encoding is refused at the first wrong byte, with what it probably is",
        arguments: [
            // 中国 in GB18030, in the second line after two ASCII characters and one of three bytes.
            (Array("a\nb值".utf8) + [0xD6, 0xD0, 0xB9, 0xFA], 2, 3, "the file is not UTF-8"),
            (
                Array("a\nb,".utf8) + [0xD6, 0xD0, 0xB9, 0xFA], 2, 3,
                "the file is not UTF-8, it looks like GB18030 (GBK)"
            ),
            ([0x81, 0x30, 0x81, 0x30], 1, 1, "the file is not UTF-8, it looks like GB18030 (GBK)"),
            ([0xFF, 0xFE, 0x61, 0x00], 1, 1, "the file is UTF-16, not UTF-8"),
            ([0x61, 0xC3], 1, 2, "the file is not UTF-8"),
            ([0xE2, 0x82], 1, 1, "the file is not UTF-8, it looks like GB18030 (GBK)"),
        ] as [([UInt8], Int, Int, String)]
    )
    func encoding(bytes: [UInt8], line: Int, column: Int, message: String) throws {
        let error = try #require(throws: DiagnosticsError.self) {
            _ = try SourceText(file: "f.csv", bytes: bytes, domain: "metrics")
        }
        let diagnostic = try #require(error.diagnostics.first)
        #expect(error.diagnostics.count == 1)
        #expect(diagnostic.code == "metrics.not-utf8")
        #expect(diagnostic.location == SourceLocation(file: "f.csv", line: line, column: column))
        #expect(diagnostic.message.en == message)
        #expect(diagnostic.help.first?.zh == "请将文件另存为 UTF-8 编码（Excel、WPS 中选择“CSV UTF-8”）")
    }

    @Test("that is no spreadsheet is saved as UTF-8 in a text editor")
    func textEncoding() throws {
        let error = try #require(throws: DiagnosticsError.self) {
            _ = try SourceText(file: "plan.yaml", bytes: [0xD6, 0xD0, 0xB9, 0xFA], domain: "yaml")
        }
        #expect(error.diagnostics.first?.help.map(\.zh) == ["请用文本编辑器将文件另存为 UTF-8 编码（“另存为”中编码选“UTF-8”）"])
    }
}
