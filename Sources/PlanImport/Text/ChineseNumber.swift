/// Reads the numbers of headings: `12`, `十二`, `二十`, `一百零三`, `〇`.
enum ChineseNumber {
    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// Whether a character can stand in a Chinese number.
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil || scalar == "十" || scalar == "百" }

    /// The value of a whole number up to 999, or of a row of digits such as 二〇二一; nil for anything else.
    static func value(_ text: some Collection<Unicode.Scalar>) -> Int? {
        guard !text.isEmpty, text.count <= 7 else { return nil }
        if text.allSatisfy(\.isDigit) { return Int(String(scalars: text)) }
        if text.allSatisfy({ digits[$0] != nil }) { return text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) } }
        return composed(text)
    }

    private static func composed(_ text: some Collection<Unicode.Scalar>) -> Int? {
        var total = 0
        var current: Int?
        for scalar in text {
            switch scalar {
            case "十":
                total += (current ?? 1) * 10
                current = nil
            case "百":
                total += (current ?? 1) * 100
                current = nil
            default:
                guard let digit = digits[scalar] else { return nil }
                current = digit
            }
        }
        return total + (current ?? 0)
    }
}
