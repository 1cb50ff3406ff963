public import Foundation
public import PlanModel

/// The thresholds that verdicts are given by; every report prints them in its method section.
public struct AssessmentRules: Hashable, Sendable {
    /// Names this set of thresholds, such as `2023-1`.
    public var version: String
    /// The pace from which on an indicator is 快于预期.
    public var ahead: Decimal
    /// The pace from which on an indicator is 基本符合预期.
    public var onTrack: Decimal
    /// The tolerance of targets with 左右, as a share of the target.
    public var aboutTolerance: Decimal
    /// How far self-reported and verified figures may differ before it is listed, as a share of the verified one.
    public var differenceTolerance: Decimal
    /// How many months before its deadline unfinished work is warned about.
    public var warningMonths: Int

    /// Creates rules from their thresholds.
    public init(
        version: String,
        ahead: Decimal,
        onTrack: Decimal,
        aboutTolerance: Decimal,
        differenceTolerance: Decimal = Decimal(5) / 100,
        warningMonths: Int = 12
    ) {
        self.version = version
        self.ahead = ahead
        self.onTrack = onTrack
        self.aboutTolerance = aboutTolerance
        self.differenceTolerance = differenceTolerance
        self.warningMonths = warningMonths
    }

    /// The project's own rules: 1.10, 0.90, 5 %.
    public static let standard = AssessmentRules(
        version: "1",
        ahead: Decimal(110) / 100,
        onTrack: Decimal(90) / 100,
        aboutTolerance: Decimal(5) / 100
    )
}

/// The day an evaluation stands at.
public struct EvaluationDate: Hashable, Sendable {
    /// The last day that figures may be for (数据截止日期).
    public var cutOff: CalendarDate
    /// The last day that figures may have been published on.
    public var knownBy: CalendarDate

    /// Creates a date; figures for periods after `knownBy` cannot be known, so the cut-off never lies behind it.
    public init(cutOff: CalendarDate, knownBy: CalendarDate) {
        self.cutOff = min(cutOff, knownBy)
        self.knownBy = knownBy
    }
}
