public import Foundation

extension Decimal {
    /// The number rounded to `scale` digits after the point, half to even (GB/T 8170: 四舍六入五成双).
    public func rounded(scale: Int) -> Decimal {
        var source = self
        var result = Decimal()
        NSDecimalRound(&result, &source, scale, .bankers)
        return result
    }

    /// Digits with exactly `scale` places after the point, rounded half to even; a sign where negative, no grouping.
    public func text(scale: Int) -> String {
        let plain = rounded(scale: scale).plainText
        guard scale > 0 else { return plain }
        let places = plain.split(separator: ".").dropFirst().first?.count ?? 0
        return plain + (places == 0 ? "." : "") + String(repeating: "0", count: scale - places)
    }

    /// The shortest exact digits: `63.14`, `75`, `-0.5`; never an exponent, never grouping, whatever the locale.
    public var plainText: String {
        NSDecimalNumber(decimal: self).description(withLocale: nil)
    }
}
