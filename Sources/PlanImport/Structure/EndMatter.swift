/// What stands after a plan: copies to, printed by, signatures.
enum EndMatter {
    private static let starts: [Word] = [
        "抄送", "抄报", "主送：", "主送:", "分送", "报送：", "送：", "（此件", "(此件", "此件公开", "（公开属性", "公开属性", "信息公开选项", "（联系人", "（信息公开",
    ]

    /// Whether a line, compact, begins the end matter.
    static func starts(_ head: [Unicode.Scalar]) -> Bool { starts.contains { head.begins(with: $0) } }

    /// Whether a paragraph, compact, is only a date: 2023年8月11日, （2023年8月11日）, 2023年8月11日印发.
    static func isDate(_ text: [Unicode.Scalar]) -> Bool { DateReader.day(in: text)?.isWhole == true }

    /// Whether a paragraph, compact, is the name of a body that signs: short, without punctuation, ending like one.
    static func isSignature(_ text: [Unicode.Scalar]) -> Bool {
        guard (3...30).contains(text.count), HeadingMarker.parse(text) == nil,
            !text.contains(where: { "，。；：、《》".unicodeScalars.contains($0) })
        else { return false }
        let ends: [Word] = ["政府", "办公室", "办公厅", "委员会", "局", "厅", "部", "教育局", "领导小组", "委"]
        return ends.contains { text.ends(with: $0) }
    }

    /// Whether a paragraph, compact, says who printed the document and when.
    static func isPrinting(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 60 && text.ends(with: "印发") && DateReader.day(in: text) != nil
    }
}
