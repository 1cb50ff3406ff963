/// Finishes the review list: what nothing covers, what was left out, and the lines of all items.
enum Reviewer {
    /// Puts what no rule covered on the list and sorts it by line.
    static func finish(_ draft: inout Draft, text: OfficialText) {
        addFormalText(to: &draft)
        let coverage = Coverage.of(draft, in: text)
        for range in coverage.open(in: text) {
            let prose = Prose(text, range).trimmed
            draft.review.append(.at(prose, .uncovered, en: "no rule covered these words", zh: "没有规则处理这段文字"))
        }
        for index in draft.review.indices where draft.review[index].line < 0 {
            draft.review[index].line = text.line(at: -draft.review[index].line - 1)
        }
        let sorted = draft.review.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        draft.review = sorted.map(\.element)
    }

    /// Letterhead, notice, contents and end matter are one item for each part.
    private static func addFormalText(to draft: inout Draft) {
        let names: [(Draft.Matter.Kind, String, String)] = [
            (.front, "letterhead, number and notice before the plan", "规划正文前的文头、文号和通知"),
            (.contents, "the table of contents", "目录"),
            (.annexList, "the list of annexes", "附件清单"),
            (.end, "end matter", "版记等文末内容"),
        ]
        for (kind, en, zh) in names {
            let proses = draft.matter.filter { $0.kind == kind }.map(\.prose)
            guard let first = proses.first else { continue }
            var item = ReviewItem.at(
                first,
                .formalText,
                en: "left out of the plan: \(en)",
                zh: "未写入计划：\(zh)",
                covers: proses
            )
            item.excerpt = String(scalars: proses.map(\.scalars).joined(separator: " / ".unicodeScalars).prefix(200))
            draft.review.append(item)
        }
    }
}
