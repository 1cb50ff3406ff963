public import Foundation
import PlanModel

/// Shares that are printed together and add up.
public enum Shares {
    /// The counts as percentages with `scale` places that add up to exactly 100, equal ones for equal counts.
    ///
    /// Of all ways in which every share is less than two last places off, the one with the least squares is taken. Where
    /// equal counts cannot have equal shares (a third each), what is left of 100 after cutting off goes to those that lost
    /// most, of equal ones to the first. All are 0 when the counts are.
    public static func percentages(of counts: [Int], scale: Int = 1) -> [Decimal] {
        let total = counts.reduce(0, +)
        guard total > 0 else { return counts.map { _ in 0 } }
        let units = (0..<scale).reduce(100) { result, _ in result * 10 }
        let shares = equalShares(of: counts, total: total, units: units) ?? largestRemainder(counts, total, units)
        return shares.map { Decimal(sign: .plus, exponent: -scale, significand: Decimal($0)) }
    }

    /// Whether shares differ from what each of them is rounded to by itself (GB/T 8170), so that they add up.
    public static func areAdjusted(of counts: [Int], scale: Int = 1) -> Bool {
        let total = counts.reduce(0, +)
        guard total > 0 else { return false }
        let rounded = counts.map { (Decimal($0 * 100) / Decimal(total)).rounded(scale: scale) }
        return percentages(of: counts, scale: scale) != rounded
    }

    private static func largestRemainder(_ counts: [Int], _ total: Int, _ units: Int) -> [Int] {
        var shares = counts.map { $0 * units / total }
        let remainders = counts.map { $0 * units % total }
        let order = counts.indices.sorted { (remainders[$0], $1) > (remainders[$1], $0) }
        for index in order.prefix(units - shares.reduce(0, +)) { shares[index] += 1 }
        return shares
    }

    /// A choice of shares for some of the different counts.
    private struct Choice {
        /// How far off it is: the sum of the squares.
        var cost = 0
        var shares: [Int: Int] = [:]
    }

    /// One share for each different count, so that all add up; nil where there is no such choice.
    private static func equalShares(of counts: [Int], total: Int, units: Int) -> [Int]? {
        let frequencies = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
        // The best choice for the counts so far, by what it adds up to.
        var best = [0: Choice()]
        for (count, frequency) in frequencies.sorted(by: { $0.key > $1.key }) {
            let exact = count * units
            let candidates = (exact / total - 1...exact / total + 2).filter { share in
                share >= 0 && abs(share * total - exact) < 2 * total && (count > 0 || share == 0)
            }
            var next: [Int: Choice] = [:]
            for (sum, choice) in best.sorted(by: { $0.key < $1.key }) {
                for share in candidates {
                    var extended = choice
                    let error = share * total - exact
                    extended.cost += frequency * error * error
                    extended.shares[count] = share
                    let reached = sum + frequency * share
                    if extended.cost < next[reached]?.cost ?? .max { next[reached] = extended }
                }
            }
            best = next
        }
        return best[units].map { choice in counts.map { choice.shares[$0] ?? 0 } }
    }
}
