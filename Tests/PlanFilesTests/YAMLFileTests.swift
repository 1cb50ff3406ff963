import Diagnostics
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import PlanFiles

@Suite("A YAML file")
struct YAMLFileTests {
    private func read(_ text: String) -> (YAMLFile?, [Diagnostic]) {
        YAMLFile.read(file: "f.yaml", bytes: Array(text.utf8))
    }

    @Test(
        "types its plain values by the JSON subset of YAML's core schema",
        arguments: [
            ("75", JSONType.integer), ("-3", .integer), ("41.17", .number), ("true", .boolean), ("null", .null),
            ("~", .null), ("", .null), ("文本", .string), ("yes", .string), ("\"75\"", .string), ("'true'", .string),
            ("2023-08-11", .string), ("93%", .string), ("1e3", .string), ("0123456789abcdef", .string),
            ("007", .number), ("+5", .number), (".5", .number), ("0123456789012345", .number), ("[a]", .array),
            ("{a: b}", .object), ("-", .array),
        ]
    )
    func types(text: String, type: JSONType) throws {
        let (file, diagnostics) = read("key: \(text == "-" ? "\n  - a" : text)\n")
        #expect(diagnostics == [])
        #expect(try #require(file).root["key"]?.type == type)
    }

    @Test("never reads a number inexactly or a numeric text as a number")
    func numbers() throws {
        let file = try #require(read("a: 0.1\nb: \"5\"\nc: 007\nd: 5\n").0)
        #expect(file.root["a"]?.decimal == Decimal(plain: "0.1"))
        #expect(file.root["b"]?.decimal == nil)
        #expect(file.root["b"]?.text == "5")
        #expect(file.root["c"]?.decimal == nil)
        #expect(file.root["d"]?.integer == 5)
        #expect(file.root["d"]?.text == nil)
    }

    @Test("knows where each value stands, in scalars, whatever ends its lines", arguments: ["\n", "\r\n", "\r"])
    func places(lineEnd: String) throws {
        let text = ["\u{FEFF}题: {名: \"一二\"}", "列:", "  - 🇨🇳x", "  - |", "    长文", "末: 'it''s'"]
        let file = try #require(read(text.joined(separator: lineEnd)).0)
        let root = file.root
        let place = { (node: YAMLNode?) in
            node.map { "\($0.place.line):\($0.place.column)+\($0.place.length)" }
        }
        #expect(root["题"]?["名"]?.text == "一二")
        #expect(place(root["题"]) == "1:4+1")
        #expect(place(root["题"]?["名"]) == "1:8+4")
        #expect(place(root["列"]?.items.first) == "3:5+3")
        #expect(place(root["列"]?.items.last) == "4:5+1")
        #expect(root["列"]?.items.last?.text == "长文\n" || lineEnd != "\n")
        #expect(root["末"]?.text == "it's")
        #expect(root.entries.map(\.keyPlace.column) == [1, 1, 1])
    }

    @Test("reports every key given twice, and is read all the same with the first")
    func duplicateKeys() throws {
        let (file, diagnostics) = read("a: 1\nb: {\"值\": 1, 值: 2}\na: 2\na: 3\n")
        #expect(
            diagnostics.map(\.pinned) == [
                """
                f.yaml:2:13 [yaml.duplicate-key]
                the key '值' is given twice, first in line 2
                键“值”重复，首次出现在第 2 行
                - keep one of the two
                - 请只保留其中一处
                """,
                """
                f.yaml:3:1 [yaml.duplicate-key]
                the key 'a' is given twice, first in line 1
                键“a”重复，首次出现在第 1 行
                - keep one of the two
                - 请只保留其中一处
                """,
                """
                f.yaml:4:1 [yaml.duplicate-key]
                the key 'a' is given twice, first in line 1
                键“a”重复，首次出现在第 1 行
                - keep one of the two
                - 请只保留其中一处
                """,
            ]
        )
        #expect(try #require(file).root["a"]?.integer == 1)
        #expect(file?.root["b"]?["值"]?.integer == 1)
    }

    @Test("that holds nothing is reported", arguments: ["", "\n\n", "# 注释\n", "\u{FEFF}"])
    func empty(text: String) {
        #expect(read(text).1.map(\.code) == ["yaml.empty"])
    }

    @Test("that nests without end is refused, not followed")
    func nesting() {
        let (file, diagnostics) = read(String(repeating: "[", count: 20_000))
        #expect(file == nil)
        #expect(diagnostics.map(\.code) == ["yaml.syntax"])
    }

    @Test("with characters that YAML does not allow is refused where they stand")
    func control() {
        let (file, diagnostics) = read("a: b\nc: 值\u{1}\n")
        #expect(file == nil)
        #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["f.yaml:2:5 yaml.syntax"])
    }

    @Test("in GB18030 is refused with what to do")
    func encoding() {
        let (_, diagnostics) = YAMLFile.read(file: "f.yaml", bytes: [0x61, 0x3A, 0x20, 0xD6, 0xD0, 0xB9, 0xFA])
        #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["f.yaml:1:4 yaml.not-utf8"])
    }

    @Test("what fuzzing found is read, or reported")
    func fuzzed() throws {
        let files = try ProjectFiles.corpus(of: "FuzzYAML")
        #expect(!files.isEmpty)
        for bytes in files {
            let (file, problems) = YAMLFile.read(file: "f.yaml", bytes: bytes)
            #expect(file != nil || !problems.isEmpty)
        }
    }

    @Test("of random pieces never crashes, and reports only lines that exist")
    func randomText() {
        let pieces = [
            "a", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "\"", "'", "#", "&x ", "*x", "|", "值", "\t", "?",
            "!t ",
        ]
        var random = SeededGenerator(seed: 3)
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let (file, diagnostics) = read(text)
            #expect(file != nil || !diagnostics.isEmpty)
            for diagnostic in diagnostics {
                #expect(diagnostic.excerpt != nil, "\(diagnostic.location) in \(text.debugDescription)")
            }
        }
    }
}
