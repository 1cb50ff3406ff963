import Diagnostics
import Foundation
import TemplateEngine
import TestSupport
import Testing

@Suite("The authors' guide")
struct GuideTests {
    /// A fenced block of the guide.
    private struct Block {
        var kind: String
        var text: String
    }

    private static func blocks(_ file: String) throws -> [Block] {
        let text = try ProjectFiles.text("Documentation/\(file)")
        var result: [Block] = []
        var open: Block?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block = open {
                    result.append(block)
                    open = nil
                } else {
                    open = Block(kind: String(line.dropFirst(3)), text: "")
                }
            } else if let block = open {
                open = Block(kind: block.kind, text: block.text.isEmpty ? String(line) : block.text + "\n" + line)
            }
        }
        return result
    }

    @Test("every example gives what the guide says", arguments: ["template-guide.md", "template-guide.zh-CN.md"])
    func examples(_ file: String) throws {
        var example: Example?
        var count = 0
        for block in try Self.blocks(file) {
            let parts = block.kind.split(separator: " ")
            switch (parts.first, parts.dropFirst().first) {
            case ("html", nil), ("xml", nil):
                let mode = TemplateMode(rawValue: block.kind) ?? .html
                example = Example(block.text, block.text, gives: "", mode: mode)
            case ("json", _): example?.data = block.text
            case ("properties", _): example?.messages = block.text
            case ("html", "output"), ("xml", "output"):
                let result = try outcome(try #require(example))
                #expect(result.output == block.text, "\(result.diagnostics)")
                count += 1
            case ("error", _):
                let result = try outcome(try #require(example))
                #expect(result.diagnostics.map(\.code).contains(block.text))
                count += 1
            case ("html", let file?): example?.others[String(file.dropFirst(5))] = block.text
            default: break
            }
        }
        #expect(count > 30)
    }

    @Test("the conformance page counts what is tested")
    func conformance() throws {
        let page = try ProjectFiles.text("Documentation/template-conformance.md")
        let counts = [
            "output": Examples.output, "control": Examples.control, "attributes": Examples.attributes,
            "fragments": Examples.fragments, "expressions": Examples.expressions, "links": Examples.links,
            "utilities": Examples.utilities, "xml": Examples.xml, "edges": Examples.edges,
            "selectors": Examples.selectors, "reached": Examples.reached, "operators": Examples.operators,
            "guarded": Examples.guarded,
        ]
        for (name, examples) in counts {
            #expect(page.contains("| \(name) | \(examples.count) |"), "\(name): \(examples.count)")
        }
    }
}
