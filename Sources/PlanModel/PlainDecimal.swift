public import Foundation

extension Decimal {
    /// Reads a plain decimal number: an optional `-`, digits, optionally `.` and digits (`75`, `41.17`, `-0.5`).
    ///
    /// Nil for anything else: no exponent, no thousands separators, no leading zeros (`007`), no spaces, no full-width
    /// digits, no more than 18 digits. The result does not depend on the locale and is exact; `75.0` reads as 75.
    public init?(plain text: some StringProtocol) {
        var digits = Array(text.utf8)[...]
        let negative = digits.first == 0x2D
        if negative { digits = digits.dropFirst() }
        let parts = digits.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count == 1 || whole.first != 0x30 else { return nil }
        var fraction = parts.count > 1 ? parts[1] : whole[whole.endIndex...]
        guard parts.count == 1 || !fraction.isEmpty else { return nil }
        while fraction.last == 0x30 { fraction = fraction.dropLast() }
        guard let significand = Self.integer(whole, fraction) else { return nil }
        self.init(
            sign: negative && significand != 0 ? .minus : .plus,
            exponent: -fraction.count,
            significand: Decimal(significand)
        )
    }

    private static func integer(_ whole: some Collection<UInt8>, _ fraction: some Collection<UInt8>) -> UInt64? {
        guard whole.count + fraction.count <= 18 else { return nil }
        var result: UInt64 = 0
        for digit in Array(whole) + Array(fraction) {
            guard (0x30...0x39).contains(digit) else { return nil }
            result = result * 10 + UInt64(digit - 0x30)
        }
        return result
    }
}
