public import Diagnostics
public import Foundation

/// One figure collected about a plan, or the statement why there is none.
public struct Observation: Hashable, Sendable {
    /// Who vouches for a figure.
    public enum Stage: String, Sendable, CaseIterable {
        /// 自评: what the district or department reported.
        case selfReported = "self_reported"
        /// 验证: what the city verified or published.
        case verified
    }

    /// How exactly the source states the value.
    public enum Precision: String, Sendable, CaseIterable {
        /// The value itself.
        case exact = ""
        /// "Over" the value (超过, 以上): at least this.
        case over = ">"
        /// "About" the value.
        case about = "~"
    }

    /// The indicator, target or measure it is about.
    public var indicator: ItemID
    /// The area it is for.
    public var area: AreaCode
    /// The period it is for.
    public var period: TimePeriod
    /// The value in ``unit``; nil when it is missing.
    public var value: Decimal?
    /// How exactly the source states it.
    public var precision: Precision
    /// The unit of the value.
    public var unit: String
    /// Who vouches for it.
    public var stage: Stage
    /// The statistical definition (口径).
    public var definition: String
    /// Where it is from.
    public var source: String
    /// The address of the source, where it has one.
    public var sourceURL: String?
    /// When the source was published, as precisely as is known.
    public var published: TimePeriod?
    /// Why the value is missing.
    public var reason: String?
    /// Anything else worth knowing.
    public var note: String?
    /// The place in the data file.
    public var location: SourceLocation

    /// Creates an observation from its parts.
    public init(
        indicator: ItemID,
        area: AreaCode,
        period: TimePeriod,
        value: Decimal?,
        precision: Precision = .exact,
        unit: String,
        stage: Stage,
        definition: String,
        source: String,
        sourceURL: String? = nil,
        published: TimePeriod? = nil,
        reason: String? = nil,
        note: String? = nil,
        location: SourceLocation
    ) {
        self.indicator = indicator
        self.area = area
        self.period = period
        self.value = value
        self.precision = precision
        self.unit = unit
        self.stage = stage
        self.definition = definition
        self.source = source
        self.sourceURL = sourceURL
        self.published = published
        self.reason = reason
        self.note = note
        self.location = location
    }

    /// Whether an evaluation may use the figure: its period ended by `cutOff`, and it was published by `knownBy`.
    ///
    /// A publication known only by its year or month counts from its last day on; one without a date, from the
    /// end of the period.
    public func isUsable(cutOff: CalendarDate, knownBy: CalendarDate) -> Bool {
        period.lastDay <= cutOff && (published?.lastDay ?? period.lastDay) <= knownBy
    }
}
