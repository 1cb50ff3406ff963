import Crypto

/// Makes the anchors that tie a plan to its text.
struct AnchorMaker {
    let text: OfficialText

    /// The anchor of some words; nil when there are none.
    func anchor(_ proses: [Prose]) -> PlanNode? {
        var low = Int.max
        var high = Int.min
        for prose in proses {
            for origin in prose.origins {
                low = min(low, origin)
                high = max(high, origin)
            }
        }
        guard low <= high else { return nil }
        return node(text.line(at: low)...text.line(at: high))
    }

    /// The first 16 hexadecimal digits of the SHA-256 of some lines, joined by line feeds.
    func digest(_ lines: ClosedRange<Int>) -> String {
        let hash = SHA256.hash(data: Array(text.string(lines: lines).utf8))
        return hash.prefix(8).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private func node(_ lines: ClosedRange<Int>) -> PlanNode {
        .map([
            .init("lines", .list([.number(lines.lowerBound), .number(lines.upperBound)])),
            .init("digest", .text(digest(lines))),
        ])
    }
}
