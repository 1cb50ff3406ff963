public import Foundation
import PlanModel

/// Shares that are printed together and add up.
public enum Shares {
    /// The counts as percentages with `scale` places that add up to exactly 100.
    ///
    /// By the method of the largest remainder: every share is cut off, and what is left of 100 goes to those that lost
    /// most, of equal ones to the first. All are 0 when the counts are.
    public static func percentages(of counts: [Int], scale: Int = 1) -> [Decimal] {
        let total = counts.reduce(0, +)
        guard total > 0 else { return counts.map { _ in 0 } }
        let units = (0..<scale).reduce(100) { result, _ in result * 10 }
        var shares = counts.map { $0 * units / total }
        let remainders = counts.map { $0 * units % total }
        let order = counts.indices.sorted { (remainders[$0], $1) > (remainders[$1], $0) }
        for index in order.prefix(units - shares.reduce(0, +)) { shares[index] += 1 }
        return shares.map { Decimal(sign: .plus, exponent: -scale, significand: Decimal($0)) }
    }
}
