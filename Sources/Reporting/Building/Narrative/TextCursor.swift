import Foundation
import PlanModel

/// Reads a sentence from the front, a word, a year or a number at a time; what is not there is not taken.
struct TextCursor {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) {
        rest = Substring(text)
    }

    /// The first of some words that stands here; longer ones come before those they begin with.
    mutating func take(_ words: [String]) -> String? {
        guard let word = words.first(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(word.count)
        return word
    }

    /// Passes any number of some words.
    mutating func skip(_ words: [String]) {
        while take(words) != nil {}
    }

    /// A year, `2023年`, `2023年底`.
    mutating func year() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count == 4, let year = Int(digits), rest.dropFirst(4).first == "年" else { return nil }
        rest = rest.dropFirst(5)
        _ = take(["底", "末"])
        return year
    }

    /// A whole number.
    mutating func count() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits) else { return nil }
        rest = rest.dropFirst(digits.count)
        return count
    }

    /// A number with its unit and the words that loosen it: `65.24%`, `超过27万人`, `5所以上`; nil for a range.
    mutating func number() -> StatedNumber? {
        let start = self
        let before = take(Array(Self.boundsBefore.keys))
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let value = Decimal(plain: digits) else {
            self = start
            return nil
        }
        rest = rest.dropFirst(digits.count)
        let unit = take(Self.units) ?? ""
        let after = take(Array(Self.boundsAfter.keys))
        guard !["—", "-", "～", "~", "至", "、"].contains(where: { rest.hasPrefix($0) }) else {
            self = start
            return nil
        }
        let bound = before.flatMap { Self.boundsBefore[$0] } ?? after.flatMap { Self.boundsAfter[$0] } ?? .exact
        let scale = digits.split(separator: ".").dropFirst().first?.count ?? 0
        return StatedNumber(value: value, scale: scale, unit: unit == "％" ? "%" : unit, bound: bound)
    }

    /// Whether the words end here: what follows could not change what they say.
    var isAtEnd: Bool { rest.first.map { "，。；！？）、,\n".contains($0) } ?? true }

    private static let boundsBefore: [String: StatedNumber.Bound] = [
        "超过": .atLeast, "突破": .atLeast, "约": .about, "接近": .about, "近": .about,
    ]
    private static let boundsAfter: [String: StatedNumber.Bound] = [
        "以上": .atLeast, "以内": .atMost, "左右": .about, "余": .about, "多": .about,
    ]
    private static let units = [
        "个百分点", "百分点", "%", "％", "‰", "万人", "亿元", "万元", "万个", "小时", "比值", "人", "元", "个", "所", "处", "名", "节", "项",
        "次", "年",
    ]
}

/// A number as a text states it.
struct StatedNumber: Hashable {
    /// How the words around it loosen it.
    enum Bound {
        case exact, atLeast, atMost, about
    }

    let value: Decimal
    /// How many places after the point are stated.
    let scale: Int
    /// The unit; empty where there is none.
    let unit: String
    let bound: Bound

    /// Whether an exact number is what is stated, rounded as it is.
    func fits(_ exact: Decimal) -> Bool {
        switch bound {
        case .exact: abs(exact - value) <= Decimal(sign: .plus, exponent: -scale - 1, significand: 5)
        case .atLeast: exact >= value
        case .atMost: exact <= value
        case .about: abs(exact - value) * 10 <= abs(value)
        }
    }

    /// The same number in another unit; nil where the two do not measure the same thing.
    func converted(to other: String) -> StatedNumber? {
        if unit.isEmpty || unit == other { return self }
        let one = UnitScale(unit)
        let two = UnitScale(other)
        guard one.base == two.base, !one.base.isEmpty else { return nil }
        let shift = one.power - two.power
        return StatedNumber(
            value: value * Decimal(sign: .plus, exponent: shift, significand: 1),
            scale: max(0, scale - shift),
            unit: other,
            bound: bound
        )
    }
}

/// A unit as a power of ten of another: 万人 is 人, four places up.
struct UnitScale {
    let base: String
    let power: Int

    init(_ unit: String) {
        let powers: [Character: Int] = ["万": 4, "亿": 8]
        power = unit.first.flatMap { powers[$0] } ?? 0
        let plain = power == 0 ? unit : String(unit.dropFirst())
        base = plain == "名" ? "人" : plain
    }
}
