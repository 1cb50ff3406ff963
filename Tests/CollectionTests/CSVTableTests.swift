import Collection
import Diagnostics
import TestSupport
import Testing

@Suite("A CSV file")
struct CSVTableTests {
    private func read(_ text: String) -> (rows: [[String]], problems: [String]) {
        let (table, diagnostics) = CSVTable.read(file: "f.csv", bytes: Array(text.utf8))
        let rows = table?.rows.map { $0.map(\.text) } ?? []
        return (rows, diagnostics.map { "\($0.location.line):\($0.location.column) \($0.code)" })
    }

    @Test(
        "is read by the rules of RFC 4180",
        arguments: [
            ("", []),
            ("a", [["a"]]),
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d", [["a", "b"], ["c", "d"]]),
            ("a,\n,b", [["a", ""], ["", "b"]]),
            ("a\n\n\nb", [["a"], ["b"]]),
            ("\u{FEFF}a,b", [["a", "b"]]),
            ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]),
            ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
            ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
            ("\"\",a", [["", "a"]]),
            (" a , b ", [["a", "b"]]),
            ("\u{3000}烟台\t,b", [["烟台", "b"]]),
        ] as [(String, [[String]])]
    )
    func rows(text: String, expected: [[String]]) {
        let (rows, problems) = read(text)
        #expect(rows == expected)
        #expect(problems == [])
    }

    @Test(
        "is refused where its quotation marks do not add up",
        arguments: [
            ("a,\"b\nc,d\n", "1:3 metrics.unclosed-quote", [[String]]()),
            ("a,b\"c\nd,e", "1:4 metrics.stray-quote", [["d", "e"]]),
            ("烟台,\"b\"x,c\nd,e", "1:7 metrics.text-after-quote", [["d", "e"]]),
        ]
    )
    func quotes(text: String, problem: String, rows: [[String]]) {
        let (found, problems) = read(text)
        #expect(problems == [problem])
        #expect(found == rows)
    }

    @Test("knows the place of every cell, counted in scalars")
    func places() throws {
        let text = "指标, 值 ,\"a\"\"b\"\r\n\"x\r\ny\",🇨🇳z,end"
        let table = try #require(CSVTable.read(file: "f.csv", bytes: Array(text.utf8)).0)
        let places = table.rows.flatMap { $0.map { "\($0.line):\($0.column)+\($0.length)" } }
        #expect(places == ["1:1+2", "1:5+1", "1:9+3", "2:2+1", "3:4+3", "3:8+3"])
    }

    @Test("comes back as it was written, whatever stands in its cells")
    func roundTrip() {
        var random = SeededGenerator(seed: 42)
        for _ in 0..<300 {
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<3).map { _ in Self.cell(&random) } + ["end"]
            }
            let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }.joined(separator: lineEnd)
            let (found, problems) = read(text)
            #expect(problems == [])
            #expect(found == rows.map { $0.map(Self.trimmed) }, "in \(text.debugDescription)")
        }
    }

    @Test("whatever its bytes are, never crashes and reports only places that exist")
    func arbitraryBytes() {
        var random = SeededGenerator(seed: 7)
        let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x61, 0xE5, 0x80, 0xBC, 0xFF, 0x00]
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let (table, diagnostics) = CSVTable.read(file: "f.csv", bytes: bytes)
            for diagnostic in diagnostics {
                let line = table?.source.line(diagnostic.location.line) ?? diagnostic.excerpt ?? ""
                #expect(diagnostic.location.column <= line.unicodeScalars.count + 1, "\(bytes)")
            }
        }
    }

    @Test("what fuzzing found is read, or reported with its place")
    func fuzzed() throws {
        let files = try ProjectFiles.corpus(of: "FuzzFigures")
        #expect(!files.isEmpty)
        for bytes in files {
            let (table, problems) = CSVTable.read(file: "f.csv", bytes: bytes)
            #expect(table != nil || !problems.isEmpty)
        }
    }

    private static func cell(_ random: inout SeededGenerator) -> String {
        let alphabet = ["a", "值", "\"", ",", "\n", "\r\n", " ", ".", "5", "🇨🇳", "e\u{301}", "\u{3000}", ";", "="]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in
            alphabet.randomElement(using: &random) ?? ""
        }.joined()
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars = scalars.dropFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars = scalars.dropLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}
