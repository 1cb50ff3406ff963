import PlanModel

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

    private func node(_ lines: ClosedRange<Int>) -> PlanNode {
        .map([
            .init("lines", .list([.number(lines.lowerBound), .number(lines.upperBound)])),
            .init("digest", .text(Anchor.digest(of: text.string(lines: lines)))),
        ])
    }
}
