/// One step of a calculation with the numbers in it, so that a reader can do it again.
public struct TraceStep: Hashable, Sendable {
    /// What a step works out.
    public enum Quantity: String, Sendable, CaseIterable {
        /// 时间进度.
        case timeShare
        /// 应达值.
        case expected
        /// 完成率.
        case attainment
        /// 推进速度.
        case pace
        /// The figure that is judged, where it is worked out of others (a sum, a share of districts).
        case actual
        /// The judgement of one year.
        case year
        /// 年均增速.
        case growth
        /// The comparison with the target.
        case comparison
        /// The comparison of the pace with a threshold.
        case threshold
        /// 期末预测.
        case forecast
    }

    /// What is worked out.
    public var quantity: Quantity
    /// The formula with names in it, empty where there is none.
    public var formula: String
    /// The formula with numbers in it.
    public var numbers: String
    /// What comes out: digits, or 是 and 否.
    public var result: String

    /// Creates a step from its parts.
    public init(_ quantity: Quantity, formula: String = "", numbers: String, result: String) {
        self.quantity = quantity
        self.formula = formula
        self.numbers = numbers
        self.result = result
    }
}
