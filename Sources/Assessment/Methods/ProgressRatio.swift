public import Foundation
public import PlanModel

/// The progress measure of Open SDG and Statistics Canada: R = d · CAGR observed ÷ |CAGR required|.
///
/// CAGR observed is (v ÷ v0)^(1 ÷ years) − 1 up to the figure, CAGR required the same up to the target; d is 1 where the
/// value is to rise and −1 where it is to fall. Source: Open SDG, "Automated progress measures".
public struct ProgressRatio: Hashable, Sendable {
    /// What R says, by its bands 0.95, 0.60 and 0.
    public enum Band: String, Sendable, CaseIterable {
        /// R ≥ 0.95.
        case onTrack
        /// 0.60 ≤ R < 0.95.
        case progressing
        /// 0 ≤ R < 0.60.
        case slow
        /// R < 0.
        case deteriorating
    }

    /// Why there is no ratio.
    public enum Undefined: String, Error, Sendable, CaseIterable {
        /// The target equals the baseline: nothing is to change.
        case targetIsBaseline
        /// The baseline already satisfied the target: moving towards it would be moving back.
        case metAtBaseline
        /// A value is zero or negative: it has no rate of growth.
        case notPositive
        /// No time has passed between the baseline and the figure.
        case noTime
        /// A value is too far from the others to be worked with.
        case outOfRange
    }

    /// The ratio, to about 18 digits.
    public var value: Decimal
    /// The band it lies in.
    public var band: Band
    /// CAGR observed.
    public var observed: Decimal
    /// CAGR required.
    public var required: Decimal
}

extension ProgressRatio {
    /// The ratio of a figure on the way from a baseline to a target.
    public init(
        baseline: Indicator.Value,
        target: Indicator.Value,
        period: TimePeriod,
        value: Decimal
    ) throws(Undefined) {
        let elapsed = period.wholeMonths(since: baseline.period)
        let total = target.period.wholeMonths(since: baseline.period)
        guard target.value != baseline.value else { throw .targetIsBaseline }
        guard baseline.value > 0, target.value > 0, value > 0 else { throw .notPositive }
        guard elapsed > 0, total > 0 else { throw .noTime }
        guard let observed = Self.yearlyGrowth(value / baseline.value, months: elapsed),
            let required = Self.yearlyGrowth(target.value / baseline.value, months: total), required != 0
        else { throw .outOfRange }
        self.observed = observed
        self.required = required
        let direction: Decimal = target.value > baseline.value ? 1 : -1
        let ratio = direction * observed / abs(required)
        guard DecimalMath.isPrintable(ratio) else { throw .outOfRange }
        self.value = ratio
        band = Self.band(self.value, gained: direction * (value - baseline.value))
    }

    /// CAGR = factor^(12 ÷ months) − 1: the root of the months in lowest terms.
    private static func yearlyGrowth(_ factor: Decimal, months: Int) -> Decimal? {
        let divisor = greatestCommonDivisor(12, months)
        guard let root = DecimalMath.root(factor, months / divisor) else { return nil }
        return DecimalMath.power(root, 12 / divisor).map { $0 - 1 }
    }

    /// The bands; whether R is below zero is read from the change itself, which is exact.
    private static func band(_ ratio: Decimal, gained: Decimal) -> Band {
        guard gained >= 0 else { return .deteriorating }
        let shown = ratio.rounded(scale: 15)
        return Band.allCases.first { band in band.lowerBound.map { shown >= $0 } ?? false } ?? .slow
    }
}

extension ProgressRatio.Band {
    /// The ratio from which on it lies in the band; nil for the lowest one.
    public var lowerBound: Decimal? {
        switch self {
        case .onTrack: Decimal(sign: .plus, exponent: -2, significand: 95)
        case .progressing: Decimal(sign: .plus, exponent: -1, significand: 6)
        case .slow: 0
        case .deteriorating: nil
        }
    }
}

extension TimePeriod {
    /// Whole months from the end of another period to the end of this one.
    func wholeMonths(since other: TimePeriod) -> Int {
        let months = (endInMonths - other.endInMonths).rounded(scale: 0)
        return NSDecimalNumber(decimal: months).intValue
    }
}

/// The greatest common divisor of two positive numbers.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
