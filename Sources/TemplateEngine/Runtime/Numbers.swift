/// A decimal number of any length: digits and how many of them stand after the point, as Java's `BigDecimal`.
struct BigDecimal {
    var isNegative: Bool
    /// The digits, the first one first, without leading zeros; empty for zero.
    var digits: [UInt8]
    /// How many digits stand after the point.
    var scale: Int

    init(isNegative: Bool = false, digits: [UInt8] = [], scale: Int = 0) {
        var digits = digits
        let zeros = digits.prefix { $0 == 0 }.count
        if zeros > 0 { digits.removeFirst(zeros) }
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
        self.scale = scale
    }

    init(_ integer: Int64) {
        self.init(isNegative: integer < 0, digits: String(integer.magnitude).utf8.map { $0 - 0x30 })
    }

    /// A number as written: an optional sign, digits, a point and digits, an exponent.
    init?(_ text: some Sequence<UInt8>) {
        var digits: [UInt8] = []
        var scale = 0
        var isNegative = false
        var hasPoint = false
        var exponent: [UInt8]?
        for (index, byte) in text.enumerated() {
            if exponent != nil {
                exponent?.append(byte)
            } else if byte >= 0x30, byte <= 0x39 {
                digits.append(byte - 0x30)
                if hasPoint { scale += 1 }
            } else if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else if index == 0, byte == 0x2D || byte == 0x2B {
                isNegative = byte == 0x2D
            } else if byte | 0x20 == 0x65, !digits.isEmpty {
                exponent = []
            } else {
                return nil
            }
        }
        guard !digits.isEmpty, digits.count < 4096 else { return nil }
        if let exponent {
            guard let power = Int(String(decoding: exponent, as: UTF8.self)), power.magnitude < 4096 else { return nil }
            scale -= power
        }
        self.init(isNegative: isNegative, digits: digits, scale: scale)
    }

    var isZero: Bool { digits.isEmpty }

    var negated: BigDecimal { BigDecimal(isNegative: !isNegative, digits: digits, scale: scale) }

    /// The same number with more digits after the point.
    func extended(to wanted: Int) -> BigDecimal {
        guard wanted > scale else { return self }
        let zeros = isZero ? [] : [UInt8](repeating: 0, count: wanted - scale)
        return BigDecimal(isNegative: isNegative, digits: digits + zeros, scale: wanted)
    }

    // MARK: - Arithmetic

    static func + (left: BigDecimal, right: BigDecimal) -> BigDecimal {
        let scale = max(left.scale, right.scale)
        let (a, b) = (left.extended(to: scale), right.extended(to: scale))
        if a.isNegative == b.isNegative {
            return BigDecimal(isNegative: a.isNegative, digits: add(a.digits, b.digits), scale: scale)
        }
        if compare(a.digits, b.digits) >= 0 {
            return BigDecimal(isNegative: a.isNegative, digits: subtract(a.digits, b.digits), scale: scale)
        }
        return BigDecimal(isNegative: b.isNegative, digits: subtract(b.digits, a.digits), scale: scale)
    }

    static func - (left: BigDecimal, right: BigDecimal) -> BigDecimal { left + right.negated }

    static func * (left: BigDecimal, right: BigDecimal) -> BigDecimal {
        var result = [Int](repeating: 0, count: left.digits.count + right.digits.count)
        for (i, a) in left.digits.reversed().enumerated() {
            var carry = 0
            for (j, b) in right.digits.reversed().enumerated() {
                let sum = result[i + j] + Int(a) * Int(b) + carry
                result[i + j] = sum % 10
                carry = sum / 10
            }
            result[i + right.digits.count] += carry
        }
        return BigDecimal(
            isNegative: left.isNegative != right.isNegative,
            digits: result.reversed().map(UInt8.init),
            scale: left.scale + right.scale
        )
    }

    /// How a quotient is rounded.
    enum Rounding { case down, halfUp, halfEven }

    /// The quotient with a number of digits after the point.
    func divided(by divisor: BigDecimal, scale wanted: Int, rounding: Rounding) -> BigDecimal {
        var numerator = digits
        let shift = wanted - scale + divisor.scale
        var denominator = divisor.digits
        if shift >= 0 {
            numerator += [UInt8](repeating: 0, count: shift)
        } else {
            denominator += [UInt8](repeating: 0, count: -shift)
        }
        var (quotient, remainder) = Self.divide(numerator, denominator)
        let twice = Self.compare(Self.add(remainder, remainder), denominator)
        let isOdd = (quotient.last ?? 0) % 2 == 1
        switch rounding {
        case .down: break
        case .halfUp: if twice >= 0 { quotient = Self.add(quotient, [1]) }
        case .halfEven: if twice > 0 || (twice == 0 && isOdd) { quotient = Self.add(quotient, [1]) }
        }
        remainder = []
        return BigDecimal(isNegative: isNegative != divisor.isNegative, digits: quotient, scale: wanted)
    }

    /// The quotient as Java's `BigDecimal.divide` gives it: exact where it ends, else with ten digits, half up.
    func divided(by divisor: BigDecimal) -> BigDecimal {
        let preferred = scale - divisor.scale
        let most = max(preferred, 0) + 40
        let long = divided(by: divisor, scale: most, rounding: .down)
        if (long * divisor - self).isZero { return long.stripped(to: preferred) }
        return divided(by: divisor, scale: max(max(scale, divisor.scale), 10), rounding: .halfUp)
    }

    /// The remainder of the division to a whole number.
    func remainder(by divisor: BigDecimal) -> BigDecimal {
        let quotient = divided(by: divisor, scale: 0, rounding: .down)
        return self - quotient * divisor
    }

    /// The number with a number of digits after the point.
    func rounded(to wanted: Int, rounding: Rounding) -> BigDecimal {
        wanted >= scale ? extended(to: wanted) : divided(by: BigDecimal(1), scale: wanted, rounding: rounding)
    }

    /// Without zeros at the end, but at least a number of digits after the point.
    func stripped(to least: Int) -> BigDecimal {
        var result = self
        while result.scale > least, result.digits.last == 0 {
            result.digits.removeLast()
            result.scale -= 1
        }
        if result.isZero { result.scale = max(least, 0) }
        return result
    }

    static func compare(_ left: BigDecimal, _ right: BigDecimal) -> Int {
        let difference = left - right
        return difference.isZero ? 0 : difference.isNegative ? -1 : 1
    }

    // MARK: - Digits

    private static func add(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var carry: UInt8 = 0
        for index in 0..<max(a.count, b.count) {
            let sum =
                (index < a.count ? a[a.count - 1 - index] : 0) + (index < b.count ? b[b.count - 1 - index] : 0) + carry
            result.append(sum % 10)
            carry = sum / 10
        }
        if carry > 0 { result.append(carry) }
        return result.reversed()
    }

    /// The difference of two numbers, the first not less than the second.
    private static func subtract(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var borrow = 0
        for index in 0..<a.count {
            var digit = Int(a[a.count - 1 - index]) - (index < b.count ? Int(b[b.count - 1 - index]) : 0) - borrow
            borrow = digit < 0 ? 1 : 0
            if digit < 0 { digit += 10 }
            result.append(UInt8(digit))
        }
        return trim(result.reversed())
    }

    private static func trim(_ digits: [UInt8]) -> [UInt8] { Array(digits.drop { $0 == 0 }) }

    private static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
        let (a, b) = (trim(a), trim(b))
        if a.count != b.count { return a.count < b.count ? -1 : 1 }
        for (x, y) in zip(a, b) where x != y { return x < y ? -1 : 1 }
        return 0
    }

    private static func divide(_ numerator: [UInt8], _ denominator: [UInt8]) -> ([UInt8], [UInt8]) {
        var quotient: [UInt8] = []
        var rest: [UInt8] = []
        for digit in numerator {
            rest.append(digit)
            rest = trim(rest)
            var times: UInt8 = 0
            while compare(rest, denominator) >= 0 {
                rest = subtract(rest, denominator)
                times += 1
            }
            quotient.append(times)
        }
        return (trim(quotient), rest)
    }
}

extension BigDecimal: CustomStringConvertible {
    /// Digits with a point, as Java's `toString` writes numbers of usual size.
    var description: String {
        if scale <= 0 {
            let zeros = isZero ? "" : String(repeating: "0", count: -scale)
            return (isNegative ? "-" : "") + (isZero ? "0" : digitText) + zeros
        }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digitText
        let split = padded.index(padded.endIndex, offsetBy: -scale)
        return (isNegative ? "-" : "") + padded[..<split] + "." + padded[split...]
    }

    private var digitText: String { String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) }
}

/// Numbers of all kinds.
enum Numbers {
    /// The exact number that a value is, by the rules of standard expressions: texts that look like numbers count.
    static func decimal(_ value: Value, texts: Bool = true) -> BigDecimal? {
        switch value.tag {
        case .integer: return BigDecimal(value.integer)
        case .decimal: return BigDecimal(value.bytes)
        case .double: return BigDecimal(javaText(value.double).utf8)
        case .text where texts && value.flags & Value.literal == 0: return Value.decimalText(value.bytes)
        default: return nil
        }
    }

    /// The whole number that a value is, texts included.
    static func integer(_ value: Value, _ machine: borrowing Machine) -> Int64? {
        switch value.tag {
        case .integer: return value.integer
        case .double: return Int64(exactly: value.double.rounded(.towardZero))
        case .decimal: return BigDecimal(value.bytes).flatMap { Int64($0.rounded(to: 0, rounding: .down).description) }
        case .text: return Int64(machine.string(value))
        default: return nil
        }
    }

    /// A binary fraction as Java writes it.
    static func javaText(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        let magnitude = abs(value)
        if value == 0 || (magnitude >= 1e-3 && magnitude < 1e7) {
            let text = "\(value)"
            return text.contains("e") ? BigDecimal(text.utf8)?.description ?? text : text
        }
        return scientific(value)
    }

    private static func scientific(_ value: Double) -> String {
        guard let decimal = BigDecimal("\(value)".utf8) else { return "\(value)" }
        let stripped = decimal.stripped(to: .min)
        let exponent = stripped.digits.count - 1 - stripped.scale
        let text = String(decoding: stripped.digits.map { $0 + 0x30 }, as: UTF8.self)
        let fraction = text.dropFirst().isEmpty ? "0" : String(text.dropFirst())
        return (value < 0 ? "-" : "") + text.prefix(1) + "." + fraction + "E\(exponent)"
    }
}

extension Value {
    /// The number that a text is written as, if its first character may begin one.
    static func decimalText(_ bytes: UnsafeBufferPointer<UInt8>) -> BigDecimal? {
        guard let first = bytes.first, (first >= 0x30 && first <= 0x39) || first == 0x2B || first == 0x2D else {
            return nil
        }
        let trimmed = bytes.reversed().drop { $0 <= 0x20 }.reversed()
        return BigDecimal(trimmed)
    }
}
