public import Foundation

/// How a value is compared with its target.
public enum Comparator: String, Sendable, CaseIterable {
    /// Exactly the target.
    case equal = "="
    /// The target or more.
    case atLeast = ">="
    /// The target or less.
    case atMost = "<="
    /// About the target (左右), within the configured tolerance.
    case about = "~"

    /// The sign before a value, for people.
    public var sign: String {
        switch self {
        case .equal: "="
        case .atLeast: "≥"
        case .atMost: "≤"
        case .about: "约"
        }
    }
}

/// A quantified or dated commitment inside a task, a safeguard or a project's goal.
public struct Target: Hashable, Sendable {
    /// The kinds of commitment found in plans.
    public enum Kind: String, Sendable, CaseIterable {
        /// 以上, 不低于, 不少于, 至少, 达到.
        case atLeast
        /// 以下, 以内, 控制在, 降至.
        case atMost
        /// 左右.
        case about
        /// 5—8所; the lower bound counts as met.
        case range
        /// 全覆盖, 全部, 应补尽补.
        case complete
        /// 清零.
        case zero
        /// 只增不减, 逐年提升; 不再新增 is this kind with ``Direction/down``.
        case nonDecreasing
        /// A step a year, 每年至少下降1个百分点.
        case yearlyChange
        /// An amount each year, 每年建设10所.
        case yearlyAmount
        /// A rate of growth a year, 年均增长10%左右.
        case growthRate
        /// Done or not by a date, 到2023年建成…平台.
        case milestone
        /// A direction without a number, 逐步提高: judged by text.
        case direction
    }

    /// How binding the wording is.
    public enum Force: String, Sendable, CaseIterable {
        /// Plain obligation.
        case firm
        /// 力争, 争取, 争创, 原则上, 鼓励.
        case weak
    }

    /// Which way the quantity is to move.
    public enum Direction: String, Sendable, CaseIterable {
        /// More is better.
        case up
        /// Less is better.
        case down
    }

    /// How often a repeated commitment is due.
    public enum Recurrence: String, Sendable, CaseIterable {
        /// 每年.
        case year
        /// 每学年.
        case schoolYear = "school_year"
    }

    /// How a commitment about districts is judged from the figures of the districts.
    public enum DistrictRule: String, Sendable, CaseIterable {
        /// 60%以上区市: the share of the districts that are there; a district's own figure is 100 when it is, else less.
        case share
        /// 各区市: every district has to satisfy it by its own figure.
        case each
    }

    /// The identifier, also the `indicator` of observations about it.
    public var id: ItemID
    /// The kind of commitment.
    public var kind: Kind
    /// What is measured or done, in the plan's words.
    public var subject: String
    /// The figure of the commitment, always positive; nil for kinds without one.
    public var value: Decimal?
    /// The bounds of a ``Kind/range``.
    public var range: ClosedRange<Decimal>?
    /// The unit of ``value`` and ``range``, such as `%`, `个百分点`, `所`.
    public var unit: String?
    /// Which way the quantity is to move, where the words say it.
    public var direction: Direction?
    /// How often it is due, for repeated commitments.
    public var recurrence: Recurrence?
    /// When it is due; nil means by the end of the plan.
    public var deadline: TimePeriod?
    /// How binding the wording is.
    public var force: Force
    /// Whether the words say that what is already reached is to be kept (保持).
    public var holds: Bool
    /// Whether figures are flows of single years, which add up from the plan's first year on (新增200处).
    public var accumulates: Bool
    /// How it is judged from the figures of the districts; nil where it is not about districts.
    public var districts: DistrictRule?
    /// The words in the plan that state it.
    public var text: String
    /// Who leads, where it differs from the task or goal it stands in.
    public var lead: [OrganizationID]
    /// Who supports, where it differs from the task or goal it stands in.
    public var support: [OrganizationID]
    /// Where it stands in the official text.
    public var anchor: Anchor
    /// Changes decided later.
    public var amendments: [Amendment]

    /// Creates a target from its parts.
    public init(
        id: ItemID,
        kind: Kind,
        subject: String,
        value: Decimal? = nil,
        range: ClosedRange<Decimal>? = nil,
        unit: String? = nil,
        direction: Direction? = nil,
        recurrence: Recurrence? = nil,
        deadline: TimePeriod? = nil,
        force: Force = .firm,
        holds: Bool = false,
        accumulates: Bool = false,
        districts: DistrictRule? = nil,
        text: String,
        lead: [OrganizationID] = [],
        support: [OrganizationID] = [],
        anchor: Anchor,
        amendments: [Amendment] = []
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.value = value
        self.range = range
        self.unit = unit
        self.direction = direction
        self.recurrence = recurrence
        self.deadline = deadline
        self.force = force
        self.holds = holds
        self.accumulates = accumulates
        self.districts = districts
        self.text = text
        self.lead = lead
        self.support = support
        self.anchor = anchor
        self.amendments = amendments
    }
}
