/// The number, bracket or sign that a heading or an item of a list begins with.
struct HeadingMarker: Hashable, Sendable {
    /// The ways of numbering, from the highest level of a text to the lowest.
    enum Style: Int, Sendable, Comparable {
        /// 第一编, 第一篇.
        case part
        /// 第一章.
        case chapter
        /// 第一节.
        case section
        /// 一、
        case han
        /// （一）
        case hanInBrackets
        /// 第一条.
        case article
        /// 1.
        case arabic
        /// （1）
        case arabicInBrackets
        /// ①
        case circled
        /// ——
        case dash

        static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// The way of numbering.
    var style: Style
    /// The number; 0 for signs.
    var number: Int
    /// The number as printed, without brackets and signs.
    var printed: String
    /// How many characters it takes, white space after it included.
    var length: Int
}

extension HeadingMarker {
    /// Reads the marker that a paragraph begins with; nil when it begins with words.
    static func parse(_ text: some RandomAccessCollection<Unicode.Scalar>) -> HeadingMarker? {
        let head = Array(text.prefix(16))
        var scanner = Scanner(head: head)
        guard let found = scanner.ordinal() ?? scanner.bracketed() ?? scanner.plain() ?? scanner.sign() else {
            return nil
        }
        var length = scanner.index
        while length < head.count, head[length].isBlank { length += 1 }
        return HeadingMarker(style: found.style, number: found.number, printed: found.printed, length: length)
    }

    private struct Scanner {
        typealias Found = (style: Style, number: Int, printed: String)
        let head: [Unicode.Scalar]
        var index = 0

        init(head: [Unicode.Scalar]) { self.head = head }

        private var current: Unicode.Scalar? { index < head.count ? head[index].halfWidth : nil }

        private mutating func skipBlanks() {
            while let scalar = current, scalar.isBlank { index += 1 }
        }

        private mutating func number() -> (value: Int, printed: String, isHan: Bool)? {
            let start = index
            while let scalar = current, ChineseNumber.isDigit(scalar) { index += 1 }
            let isHan = index > start
            if !isHan { while let scalar = current, scalar.isDigit, index - start < 3 { index += 1 } }
            let digits = head[start..<index].map(\.halfWidth)
            guard let value = ChineseNumber.value(digits) else { return nil }
            return (value, String(scalars: digits), isHan)
        }

        /// 第一章, 第 3 节.
        mutating func ordinal() -> Found? {
            index = 0
            guard current == "第" else { return nil }
            index += 1
            skipBlanks()
            guard let number = number() else { return nil }
            skipBlanks()
            let styles: [Unicode.Scalar: Style] = [
                "编": .part, "篇": .part, "章": .chapter, "节": .section, "条": .article,
            ]
            guard let unit = current, let style = styles[unit] else { return nil }
            index += 1
            if let next = current, "、，：:．.".unicodeScalars.contains(next) { index += 1 }
            guard current.map({ $0 != "的" && $0 != "课" }) ?? true else { return nil }
            return (style, number.value, number.printed)
        }

        /// （一）, (1), （一)、
        mutating func bracketed() -> Found? {
            index = 0
            guard current == "（" || current == "(" else { return nil }
            index += 1
            skipBlanks()
            guard let number = number() else { return nil }
            skipBlanks()
            guard current == "）" || current == ")" else { return nil }
            index += 1
            if current == "、" || current == "." { index += 1 }
            return (number.isHan ? .hanInBrackets : .arabicInBrackets, number.value, number.printed)
        }

        /// 一、 and 1. and 1、
        mutating func plain() -> Found? {
            index = 0
            guard let number = number() else { return nil }
            if !number.isHan { skipBlanks() }
            guard let sign = current, sign == "、" || sign == "." || sign == "．" || (sign == ")" && !number.isHan) else {
                return nil
            }
            index += 1
            guard number.isHan || current?.isDigit != true || sign == "、" else { return nil }
            guard sign != "、" || !continuesEnumeration() else { return nil }
            return (number.isHan ? .han : .arabic, number.value, number.printed)
        }

        /// 一、二年级 and 1、2号 are words, not headings.
        private func continuesEnumeration() -> Bool {
            guard let next = current, ChineseNumber.isDigit(next) || next.isDigit else { return false }
            let after = index + 1 < head.count ? head[index + 1] : " "
            return "、年级号期批类次".unicodeScalars.contains(after)
        }

        /// ①, ——, ●
        mutating func sign() -> Found? {
            index = 0
            guard let scalar = current else { return nil }
            if (0x2460...0x2473).contains(scalar.value) {
                index += 1
                return (.circled, Int(scalar.value) - 0x245F, String(scalars: [scalar]))
            }
            if "—―─".unicodeScalars.contains(scalar) {
                while let next = current, "—―─".unicodeScalars.contains(next) { index += 1 }
                return index >= 2 ? (.dash, 0, "——") : nil
            }
            guard "●•◆■▲★".unicodeScalars.contains(scalar) else { return nil }
            index += 1
            return (.dash, 0, String(scalars: [scalar]))
        }
    }
}
