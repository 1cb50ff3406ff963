/// Recognises the word 附件 in its uses: the list of annexes after the body, and the head of an annex.
enum Annexes {
    /// A line that begins with 附件.
    struct Citation {
        /// The number of the annex, where it has one.
        var number: Int?
        /// How many characters of the line are the label.
        var labelLength: Int
        /// Whether nothing follows the label.
        var isBare: Bool
    }

    /// Reads a line that begins with 附件 or 附表 and a number or sign; nil for 附件中 and the like.
    static func citation(_ line: [Unicode.Scalar]) -> Citation? {
        guard line.begins(with: "附件") || line.begins(with: "附表") else { return nil }
        var index = 2
        while index < line.count, line[index].isBlank { index += 1 }
        let digits = index
        while index < line.count, line[index].halfWidth.isDigit || ChineseNumber.isDigit(line[index]) { index += 1 }
        let number = ChineseNumber.value(line[digits..<index].map(\.halfWidth))
        var separated = index >= line.count || line[index].isBlank || number != nil
        while index < line.count, line[index].isBlank || "：:.．、".unicodeScalars.contains(line[index]) {
            separated = true
            index += 1
        }
        guard separated else { return nil }
        return Citation(number: number, labelLength: index, isBare: index >= line.count)
    }
}
