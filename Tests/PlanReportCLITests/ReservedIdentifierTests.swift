import Foundation
import PlanModel
import Reporting
import Testing

@Suite("页面固定部分的名称")
struct ReservedIdentifierTests {
    /// The anchors that templates write themselves; what begins with `_` no identifier can be.
    private func anchors() throws -> Set<String> {
        let folder = projectFolder.appending(path: "Templates")
        let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
        let files = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".html") }
        #expect(files.count > 10)
        var anchors: Set<String> = []
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let markup = text.replacing(/<!--.*?-->/.dotMatchesNewlines(), with: "")
            for tag in markup.matches(of: /<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*>/).map(\.output)
            where !tag.contains("th:id=") && !tag.contains("th:replace=") {
                if let id = tag.firstMatch(of: /\sid="([^"_][^"]*)"/)?.output.1 { anchors.insert(String(id)) }
            }
        }
        return anchors
    }

    @Test("规划中的事项不能与页面固定部分同名")
    func reserved() throws {
        #expect(try anchors().union([Explainer.summaryIdentifier]) == ReservedIdentifiers.names)
    }
}
