import Foundation
import PlanModel

/// A number with its unit in a clause.
struct Quantity: Sendable {
    var lower: Decimal
    /// The upper bound of a range.
    var upper: Decimal?
    var unit: Word?
    /// The number and its unit.
    var range: Range<Int>
    /// Whether the number is the word 一.
    var isWord = false
}

extension Quantity {
    /// The numbers of a clause that can be commitments; years, ages and other qualifiers fall out.
    static func all(in clause: Clause) -> [Quantity] {
        let words = clause.scalars[...]
        let years = Years.all(in: words).filter { $0.isMarked || isBareYear($0, in: words) }
        let yearEnds = Dictionary(uniqueKeysWithValues: years.map { ($0.range.lowerBound, $0.range.upperBound) })
        var result: [Quantity] = []
        var index = 0
        while index < words.count {
            if let end = yearEnds[index] {
                index = end
                continue
            }
            guard words[index].isDigit, let quantity = read(words, at: index) else {
                index += 1
                continue
            }
            index = max(quantity.range.upperBound, index + 1)
            if !clause.quoted[quantity.range.lowerBound], !clause.bracketed[quantity.range.lowerBound],
                isPlain(quantity, in: words)
            {
                result.append(quantity)
            }
        }
        return result.isEmpty ? oneThing(clause) : result
    }

    private static func isBareYear(_ year: Years.Found, in words: ArraySlice<Unicode.Scalar>) -> Bool {
        guard year.range.upperBound < words.count else { return true }
        return "—–-~至、".unicodeScalars.contains(words[year.range.upperBound])
    }

    private static func read(_ words: ArraySlice<Unicode.Scalar>, at start: Int) -> Quantity? {
        guard let number = NumberReader.decimal(in: words, at: start) else { return nil }
        var quantity = Quantity(lower: number.value, range: start..<number.end)
        var end = number.end
        let firstUnit = Units.unit(in: words, at: end)
        if let upper = upperBound(words, after: end)
            ?? firstUnit.flatMap({ upperBound(words, after: end + $0.scalars.count) }),
            upper.value > number.value
        {
            quantity.upper = upper.value
            end = upper.end
        }
        if let unit = Units.unit(in: words, at: end), !isPartOfWord(unit, words, end) {
            quantity.unit = unit
            end += unit.scalars.count
        }
        quantity.range = start..<end
        return quantity
    }

    /// 9部门 are no 9部.
    private static func isPartOfWord(_ unit: Word, _ words: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
        unit == "部" && words.has("门", at: index + 1) || unit == "年" && words.has("级", at: index + 1)
    }

    private static func upperBound(_ words: ArraySlice<Unicode.Scalar>, after end: Int) -> NumberReader.Found? {
        var index = end
        while index < words.endIndex, "—–-~至―到".unicodeScalars.contains(words[index]) { index += 1 }
        guard index > end, index < words.endIndex, words[index].isDigit else { return nil }
        return NumberReader.decimal(in: words, at: index)
    }

    /// A number that stands for itself: no part of a name, a formula, an age or a condition.
    private static func isPlain(_ quantity: Quantity, in words: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = quantity.range.lowerBound
        let end = quantity.range.upperBound
        if start > 0 {
            let before = words[start - 1]
            if before.isLetter || "+第:：/等满近".unicodeScalars.contains(before) { return false }
            if words.has("年满", at: start - 2) || words.has("前", at: start - 1) { return false }
        }
        if end < words.count, "+:：".unicodeScalars.contains(words[end]) || words[end].isDigit { return false }
        guard let unit = quantity.unit else { return true }
        // 5G网络 is a name, 扩容到30G a figure.
        let goesOn = end < words.count && (words[end].isHan || words[end].isLetter)
        if unit.scalars.allSatisfy(\.isLetter), goesOn { return false }
        if TargetWords.qualifying.contains(unit), !hasPeriodVerb(words, start) { return false }
        if unit == "分钟", end < words.count, words[end].isHan,
            words.word(of: TargetWords.atLeastAfter + TargetWords.atMostAfter, at: end) == nil
        {
            return false
        }
        let limits = TargetWords.atLeastAfter + TargetWords.atMostAfter
        let limit = words.word(of: limits, at: end)
        let after = end + (limit?.scalars.count ?? 0)
        return !(unit != "%" && limit != nil && words.has("的", at: after))
    }

    /// 平均受教育年限达到11.3年 is a commitment, 三年 and 5年 are not.
    private static func hasPeriodVerb(_ words: ArraySlice<Unicode.Scalar>, _ start: Int) -> Bool {
        ["达到", "提高到", "提升到", "提高至", "提升至", "增加到"].contains { words.has(Word($0), at: start - $0.unicodeScalars.count) }
    }

    private static let oneBefore: [Word] = ["每所", "每个", "每位", "每名", "每校", "各", "均", "至少", "每乡镇", "每县", "每区"]
    private static let oneUnits: [Word] = ["处", "次", "所", "个", "项", "名", "节", "门", "支", "座", "家", "间", "套"]

    /// 每所学校建设一处…: the word 一 counts where everyone gets one.
    private static func oneThing(_ clause: Clause) -> [Quantity] {
        guard let before = clause.first(of: oneBefore) else { return [] }
        var from = before.index
        while let index = clause.index(of: "一", from: from) {
            from = index + 1
            guard let unit = oneUnits.first(where: { clause.scalars.has($0, at: index + 1) }), !clause.bracketed[index]
            else { continue }
            let previous = index > 0 ? clause.scalars[index - 1] : " "
            if ChineseNumber.isDigit(previous) || "第同统".unicodeScalars.contains(previous) { continue }
            return [Quantity(lower: 1, unit: unit, range: index..<index + 2, isWord: true)]
        }
        return []
    }
}
