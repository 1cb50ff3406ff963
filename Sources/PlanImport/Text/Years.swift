/// Finds years in words.
enum Years {
    /// A year that stands in a text: four digits from 1949 to 2099 that are no part of a longer number.
    struct Found: Sendable {
        var year: Int
        /// The four digits, and 年 after them.
        var range: Range<Int>
        /// Whether 年 follows.
        var isMarked: Bool
    }

    /// Every year in a compact text, in order.
    static func all(in text: ArraySlice<Unicode.Scalar>) -> [Found] {
        var result: [Found] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isDigit else {
                index += 1
                continue
            }
            var end = index
            while end < text.endIndex, text[end].isDigit { end += 1 }
            if end - index == 4, let year = Int(String(scalars: text[index..<end])), (1949...2099).contains(year),
                end == text.endIndex || text[end] != "."
            {
                let marked = end < text.endIndex && text[end] == "年"
                result.append(Found(year: year, range: index..<(marked ? end + 1 : end), isMarked: marked))
            }
            index = end
        }
        return result
    }

    /// The first year in a compact text.
    static func first(in text: [Unicode.Scalar]) -> Int? { all(in: text[...]).first?.year }
}
