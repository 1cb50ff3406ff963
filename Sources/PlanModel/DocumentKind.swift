/// The documents that are made about a plan.
public enum DocumentKind: String, Sendable, CaseIterable {
    /// 中期评估.
    case midterm
    /// 终期总结.
    case final

    /// The name in titles.
    public var chinese: String {
        switch self {
        case .midterm: "中期评估"
        case .final: "终期总结"
        }
    }

    /// The usual cut-off date: the end of the plan's middle year for the mid-term evaluation, of its last year for the
    /// final summary.
    public func usualCutOff(for years: ClosedRange<Int>) -> CalendarDate {
        switch self {
        case .midterm: .endOfYear(years.lowerBound + (years.upperBound - years.lowerBound) / 2)
        case .final: .endOfYear(years.upperBound)
        }
    }
}
