import PlanModel

/// Reads dates in words.
enum DateReader {
    /// A date found in a text.
    struct Found {
        var date: CalendarDate
        /// Whether the text is nothing but the date, brackets and 印发 aside.
        var isWhole: Bool
    }

    /// The first full date of a compact text: 2023年8月11日, 2023-08-11, 二〇二三年八月十一日.
    static func day(in text: [Unicode.Scalar]) -> Found? {
        var index = 0
        while index < text.count {
            if let (date, end) = day(text, at: index) {
                let rest = text[..<index] + text[end...]
                let ignored = "（）()印发日期发布时间成文：:".unicodeScalars
                return Found(date: date, isWhole: rest.allSatisfy { ignored.contains($0) })
            }
            index += 1
        }
        return nil
    }

    private static func day(_ text: [Unicode.Scalar], at start: Int) -> (CalendarDate, Int)? {
        guard start == 0 || !isNumber(text[start - 1]),
            let (year, afterYear) = number(text, start), (1949...2099).contains(year), afterYear < text.count
        else { return nil }
        let sign = text[afterYear]
        guard sign == "年" || sign == "-" || sign == "/" || sign == ".",
            let (month, afterMonth) = number(text, afterYear + 1), afterMonth < text.count,
            text[afterMonth] == (sign == "年" ? "月" : sign),
            let (day, afterDay) = number(text, afterMonth + 1),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        if sign != "年" { return (date, afterDay) }
        guard afterDay < text.count, text[afterDay] == "日" else { return nil }
        return (date, afterDay + 1)
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || ChineseNumber.isDigit(scalar) }

    private static func number(_ text: [Unicode.Scalar], _ start: Int) -> (Int, Int)? {
        var end = start
        while end < text.count, end - start < 5, isNumber(text[end]) { end += 1 }
        guard let value = ChineseNumber.value(text[start..<end]) else { return nil }
        return (value, end)
    }
}
