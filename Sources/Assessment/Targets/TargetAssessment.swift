public import Foundation
public import PlanModel

/// A commitment at a date: what was judged, how, and what came out.
///
/// A verdict is given only where no figure that is missing could change it; what is missing is said (``gaps``).
public struct TargetAssessment: Sendable {
    /// By which rule a commitment is judged.
    public enum Method: String, Sendable, CaseIterable {
        /// A level to be reached: the way from a starting point to the target.
        case level
        /// A level to be kept (保持).
        case hold
        /// Flows of single years that add up to the target.
        case accumulation
        /// Something every year has to satisfy.
        case everyYear
        /// Each year against the one before it (只增不减).
        case neverDown
        /// The mean rate of growth since the start.
        case growth
        /// Done or not, by progress notes.
        case milestone
        /// A direction without a number: people judge it.
        case text
    }

    /// Where the way to a target begins.
    public struct Start: Hashable, Sendable {
        /// What vouches for a starting point.
        public enum Origin: String, Sendable, CaseIterable {
            /// The figure for the year before the plan's first one.
            case baselineYear
            /// The first figure that was collected, where there is none for the baseline year.
            case firstFigure
            /// Nothing was there before the plan began: flows add up from zero.
            case zero
        }

        /// The period and value.
        public var value: Indicator.Value
        /// What vouches for it.
        public var origin: Origin
    }

    /// What one year contributed.
    public struct Year: Hashable, Sendable {
        /// The year.
        public var year: Int
        /// The figure judged.
        public var value: Decimal
        /// Whether the year satisfied the commitment; nil for a flow that only adds to a sum.
        public var isMet: Bool?
    }

    /// Why there is no verdict by numbers.
    public enum OpenReason: String, Sendable, CaseIterable {
        /// A direction without a number.
        case byText
        /// Nobody collected a figure.
        case noFigure
        /// There is one figure but nothing to hold it against before the deadline.
        case noStart
        /// Figures of some years are missing, and the verdict depends on them.
        case missingYears
        /// The figures are in a unit that the commitment cannot be judged by.
        case otherUnit
        /// Figures of some districts are missing, and the verdict depends on them.
        case missingDistricts
        /// Before the deadline, and not enough districts are there yet.
        case notDue
        /// Nobody reported whether it is done.
        case notReported
        /// A final judgement needs a figure for the year the commitment was due.
        case noFigureWhenDue
    }

    /// The commitment.
    public var target: Target
    /// By which rule it is judged.
    public var method: Method
    /// When it is due: its own deadline, or the end of the plan.
    public var due: TimePeriod
    /// The verdict; nil where figures exist but cannot be judged, or none were asked for (``openReason`` says why).
    public var verdict: Verdict?
    /// Why there is no verdict by numbers.
    public var openReason: OpenReason?
    /// Whether the deadline was not over at the time of what was judged.
    public var isBeforeTarget: Bool
    /// Whether it was satisfied only after its deadline.
    public var isLate = false
    /// The counting figures from the year before the plan on, one a period, in order.
    public var series: [Observation] = []
    /// What was judged: a figure, a sum, a rate of growth or a share of districts.
    public var actual: Decimal?
    /// The period that ``actual`` stands for.
    public var period: TimePeriod?
    /// Where the way to the target began.
    public var start: Start?
    /// 应达值 at ``period``.
    public var expected: Decimal?
    /// 完成率.
    public var attainment: Decimal?
    /// 推进速度.
    public var pace: Decimal?
    /// The value when it is due, if the pace so far goes on.
    public var forecast: Decimal?
    /// The years that were judged one by one or added up.
    public var years: [Year] = []
    /// Years without a figure.
    public var gaps: [Int] = []
    /// The note that says whether a milestone is reached.
    public var note: ProgressNote?
    /// Which districts are there, for commitments about districts whose own figures were collected.
    public var districts: DistrictTally?
    /// Why there is no figure, where somebody said so.
    public var missingReason: String?
    /// The calculation with its numbers, put into words only when somebody asks.
    public var trace: [TraceStep] { calculation.flatMap { $0() } }

    private var calculation: [@Sendable () -> [TraceStep]] = []

    init(target: Target, method: Method, due: TimePeriod, isBeforeTarget: Bool) {
        self.target = target
        self.method = method
        self.due = due
        self.isBeforeTarget = isBeforeTarget
        verdict = .noData
    }

    /// Adds steps to the calculation.
    mutating func explain(_ steps: @autoclosure @escaping @Sendable () -> [TraceStep]) { calculation.append(steps) }

    /// The same assessment left open.
    func open(_ reason: OpenReason) -> Self {
        var copy = self
        copy.openReason = reason
        copy.verdict = reason.isUndecided ? nil : .noData
        return copy
    }
}

extension TargetAssessment.OpenReason {
    /// Whether something is known that just does not decide it, so that 暂无数据 would not be true.
    fileprivate var isUndecided: Bool { [.byText, .noStart, .missingDistricts, .notDue].contains(self) }
}
