import Foundation
import PlanModel

/// Powers and roots of exact decimals, for positive numbers; what would leave the range of `Decimal` is never computed.
enum DecimalMath {
    /// The largest and smallest magnitudes that are worked with; outside them a result is undefined.
    private static let largest = Decimal(sign: .plus, exponent: 60, significand: 1)
    private static let smallest = Decimal(sign: .plus, exponent: -60, significand: 1)

    /// Results from here on are not worth printing, and have more digits than readers of XML decimals must accept.
    private static let printable = Decimal(sign: .plus, exponent: 15, significand: 1)

    /// Whether a result can be printed.
    static func isPrintable(_ value: Decimal) -> Bool { abs(value) < printable }

    /// -1, 0 or 1 as baseⁿ is less than, equal to or more than `value`; base and value are at least 0.
    static func compare(power base: Decimal, _ n: Int, with value: Decimal) -> Int {
        guard let power = power(base, n) else { return base > 1 ? 1 : -1 }
        return power < value ? -1 : power > value ? 1 : 0
    }

    /// baseⁿ for a base and an n of at least 0; nil outside the range that decimals are worked with.
    static func power(_ base: Decimal, _ n: Int) -> Decimal? {
        var result: Decimal = 1
        var factor = base
        var rest = n
        while rest > 0 {
            guard isUsable(factor) || factor == 0 else { return nil }
            if rest & 1 == 1 {
                result *= factor
                guard isUsable(result) || result == 0 else { return nil }
            }
            rest >>= 1
            if rest > 0 { factor *= factor }
        }
        return result
    }

    /// The n-th root of a positive value to 20 digits; nil for any other value.
    static func root(_ value: Decimal, _ n: Int) -> Decimal? {
        guard n > 0, isUsable(value) else { return nil }
        if n == 1 { return value }
        var low: Decimal = min(1, value)
        var high: Decimal = max(1, value)
        for _ in 0..<200 where high - low > low * Self.precision {
            let middle = (low + high) / 2
            let order = compare(power: middle, n, with: value)
            if order == 0 { return middle }
            if order < 0 { low = middle } else { high = middle }
        }
        let rounded = ((low + high) / 2).rounded(scale: 18)
        return compare(power: rounded, n, with: value) == 0 ? rounded : (low + high) / 2
    }

    private static let precision = Decimal(sign: .plus, exponent: -22, significand: 1)

    private static func isUsable(_ value: Decimal) -> Bool { value >= smallest && value <= largest }
}
