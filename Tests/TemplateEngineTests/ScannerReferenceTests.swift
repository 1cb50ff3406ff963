import Foundation
import TestSupport
import Testing

@testable import TemplateEngine

/// The template scanner beside libxml2's SAX2 interface, which has the last word on XML.
@Suite("The scanner and libxml2 see the same tags at the same places")
struct ScannerReferenceTests {
    /// A start tag, as either of them sees it.
    struct Tag: Equatable, CustomStringConvertible {
        var name: String
        /// Names and values by name, values with their entities resolved.
        var attributes: [[String]]
        /// The byte of the `>` or `/>`.
        var end: Int

        var description: String { "<\(name) \(attributes)> to \(end)" }
    }

    @Test("in every template of the project that is XML")
    func projectTemplates() throws {
        let folder = ProjectFiles.url("Templates")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        var tags = 0
        for path in paths where path.hasSuffix(".xml") || path.hasSuffix(".html") {
            let bytes = Array(try Data(contentsOf: folder.appending(path: path)))
            guard let expected = LibXMLTags.read(bytes) else {
                #expect(path.hasSuffix(".html"), "\(path) is not well-formed")
                continue
            }
            #expect(scanned(bytes) == expected, "\(path)")
            tags += expected.count
        }
        #expect(tags > 500, "hardly anything was compared")
    }

    @Test("in two thousand random documents", arguments: [1, 2, 3, 4])
    func randomDocuments(seed: UInt64) throws {
        var random = RandomXML(seed: seed)
        for _ in 0..<500 {
            let text = random.document()
            let expected = try #require(LibXMLTags.read(Array(text.utf8)), "not well-formed: \(text)")
            #expect(scanned(Array(text.utf8)) == expected, "\(text)")
        }
    }

    private func scanned(_ bytes: [UInt8]) -> [Tag] {
        let source = SourceText(name: "t", file: "t", bytes: bytes)
        let (template, problems) = MarkupScanner.parse(source, mode: .xml)
        #expect(problems.isEmpty)
        return tags(template.nodes, source)
    }

    private func tags(_ nodes: [TemplateNode], _ source: SourceText) -> [Tag] {
        nodes.flatMap { node -> [Tag] in
            guard case .element(let element) = node else { return [] }
            let attributes = element.attributes
                .map { [$0.name, $0.value.map { AttributeText.chars(source, $0, mode: .xml).string } ?? ""] }
                .sorted { $0[0] < $1[0] }
            let end = element.open.upperBound - (element.isStandalone ? 2 : 1)
            return [Tag(name: element.name, attributes: attributes, end: end)] + tags(element.children, source)
        }
    }
}
