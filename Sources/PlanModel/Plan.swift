public import Foundation

/// A government plan as structured data: everything the official text says, in its own words and order.
public struct Plan: Sendable {
    /// The identifier, also the name of the plan's folder.
    public var id: PlanID
    /// The title as issued.
    public var title: String
    /// A short title for navigation.
    public var shortTitle: String
    /// The document number, such as 烟政办发〔2021〕25号.
    public var documentNumber: String
    /// Who issued it.
    public var issuer: String
    /// When it was issued, as precisely as the text says.
    public var issued: TimePeriod
    /// The first and last year of the plan.
    public var years: ClosedRange<Int>
    /// The area the plan is for.
    public var area: AreaCode
    /// The department that answers for the plan as a whole.
    public var lead: OrganizationID
    /// The opening paragraph before the first chapter.
    public var preamble: Paragraph
    /// The chapters in order.
    public var chapters: [Chapter]
    /// The title and place of the indicator table; nil when the plan has none.
    public var indicatorTable: TableHeading?
    /// The indicators in the order of the table.
    public var indicators: [Indicator]
    /// The annex that holds the key projects; nil when there is none.
    public var annex: Annex?
    /// The key projects in the order of the annex.
    public var keyProjects: [KeyProject]
    /// Further figures that are watched although the plan sets no target for them.
    public var measures: [Measure]

    /// Creates a plan from its parts.
    public init(
        id: PlanID,
        title: String,
        shortTitle: String,
        documentNumber: String,
        issuer: String,
        issued: TimePeriod,
        years: ClosedRange<Int>,
        area: AreaCode,
        lead: OrganizationID,
        preamble: Paragraph,
        chapters: [Chapter],
        indicatorTable: TableHeading? = nil,
        indicators: [Indicator] = [],
        annex: Annex? = nil,
        keyProjects: [KeyProject] = [],
        measures: [Measure] = []
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.documentNumber = documentNumber
        self.issuer = issuer
        self.issued = issued
        self.years = years
        self.area = area
        self.lead = lead
        self.preamble = preamble
        self.chapters = chapters
        self.indicatorTable = indicatorTable
        self.indicators = indicators
        self.annex = annex
        self.keyProjects = keyProjects
        self.measures = measures
    }
}

/// Where something stands in the official text.
public struct Anchor: Hashable, Sendable {
    /// The lines of `source.txt`, counted from 1.
    public var lines: ClosedRange<Int>
    /// The first 16 hexadecimal digits of the SHA-256 of those lines, joined by a line feed, as UTF-8.
    public var digest: String

    /// Creates an anchor from its parts.
    public init(lines: ClosedRange<Int>, digest: String) {
        self.lines = lines
        self.digest = digest
    }
}

/// A paragraph of the official text, whole again where a page break cut it.
public struct Paragraph: Hashable, Sendable {
    /// The wording.
    public var text: String
    /// Where it stands.
    public var anchor: Anchor

    /// Creates a paragraph from its parts.
    public init(text: String, anchor: Anchor) {
        self.text = text
        self.anchor = anchor
    }
}

/// A chapter of a plan (一、二、三、).
public struct Chapter: Sendable {
    /// What a chapter holds; it picks the template of the chapter's stage.
    public enum Kind: String, Sendable, CaseIterable {
        /// Guiding thought, principles, aims.
        case overview
        /// Numbered tasks.
        case tasks
        /// Safeguards.
        case safeguards
    }

    /// The identifier, unique in the plan.
    public var id: ItemID
    /// The number as printed, such as 二.
    public var number: String
    /// The title without its number.
    public var title: String
    /// What it holds.
    public var kind: Kind
    /// The line of its heading.
    public var anchor: Anchor
    /// Paragraphs directly under the heading.
    public var paragraphs: [Paragraph]
    /// The sections; empty when tasks stand directly under the chapter.
    public var sections: [Section]
    /// Tasks directly under the chapter.
    public var tasks: [Task]
    /// The commitments stated in ``paragraphs``.
    public var targets: [Target]

    /// Creates a chapter from its parts.
    public init(
        id: ItemID,
        number: String,
        title: String,
        kind: Kind,
        anchor: Anchor,
        paragraphs: [Paragraph] = [],
        sections: [Section] = [],
        tasks: [Task] = [],
        targets: [Target] = []
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.kind = kind
        self.anchor = anchor
        self.paragraphs = paragraphs
        self.sections = sections
        self.tasks = tasks
        self.targets = targets
    }

    /// All tasks of the chapter, those in sections included, in order.
    public var allTasks: [Task] { tasks + sections.flatMap(\.tasks) }
}

/// A section of a chapter (（一）（二）（三）); in a chapter of safeguards each section is one safeguard.
public struct Section: Sendable {
    /// The identifier, unique in the plan.
    public var id: ItemID
    /// The number as printed without brackets, such as 一.
    public var number: String
    /// The title without its number.
    public var title: String
    /// Where heading and text stand.
    public var anchor: Anchor
    /// The paragraphs below the heading.
    public var paragraphs: [Paragraph]
    /// The numbered tasks of the section.
    public var tasks: [Task]
    /// The commitments stated in the paragraphs.
    public var targets: [Target]

    /// Creates a section from its parts.
    public init(
        id: ItemID,
        number: String,
        title: String,
        anchor: Anchor,
        paragraphs: [Paragraph] = [],
        tasks: [Task] = [],
        targets: [Target] = []
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.anchor = anchor
        self.paragraphs = paragraphs
        self.tasks = tasks
        self.targets = targets
    }
}

/// A numbered task (任务).
public struct Task: Sendable {
    /// The identifier, unique in the plan.
    public var id: ItemID
    /// The printed number; it runs on through the plan.
    public var number: Int
    /// The title without number and final 。.
    public var title: String
    /// What follows the title, whole, without the brackets that name the departments.
    public var text: String
    /// Where it stands.
    public var anchor: Anchor
    /// Who leads; empty where the text names nobody.
    public var lead: [OrganizationID]
    /// Who supports.
    public var support: [OrganizationID]
    /// The quantified and dated commitments in the text.
    public var targets: [Target]

    /// Creates a task from its parts.
    public init(
        id: ItemID,
        number: Int,
        title: String,
        text: String,
        anchor: Anchor,
        lead: [OrganizationID] = [],
        support: [OrganizationID] = [],
        targets: [Target] = []
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.text = text
        self.anchor = anchor
        self.lead = lead
        self.support = support
        self.targets = targets
    }
}

/// The heading of a table in the official text.
public struct TableHeading: Hashable, Sendable {
    /// The title as printed.
    public var title: String
    /// The chapter the table stands in.
    public var chapter: ItemID
    /// Where the title stands.
    public var anchor: Anchor

    /// Creates a heading from its parts.
    public init(title: String, chapter: ItemID, anchor: Anchor) {
        self.title = title
        self.chapter = chapter
        self.anchor = anchor
    }
}

/// An indicator of the plan's table.
public struct Indicator: Sendable {
    /// Whether the government answers for it (约束性) or expects it (预期性).
    public enum Nature: String, Sendable, CaseIterable {
        /// 预期性.
        case anticipatory
        /// 约束性.
        case binding

        /// The word in the plan's table.
        public var chinese: String {
            switch self {
            case .anticipatory: "预期性"
            case .binding: "约束性"
            }
        }
    }

    /// A value of the table with its year.
    public struct Value: Hashable, Sendable {
        /// The year the value is for.
        public var period: TimePeriod
        /// The value, in the indicator's unit.
        public var value: Decimal

        /// Creates a value from its parts.
        public init(period: TimePeriod, value: Decimal) {
            self.period = period
            self.value = value
        }
    }

    /// The identifier, also the `indicator` of observations.
    public var id: ItemID
    /// The place in the table, from 1.
    public var number: Int
    /// The name without its unit.
    public var name: String
    /// The category row above it; 在校生 stands under three.
    public var category: String
    /// The unit, such as `%`, `万人`, `年`, `比值`.
    public var unit: String
    /// Anticipatory or binding.
    public var nature: Nature
    /// How a value is compared with the target.
    public var comparator: Comparator
    /// The baseline.
    public var baseline: Value
    /// The target; the last one where the table has several years.
    public var target: Value
    /// Targets for earlier years, in order.
    public var interimTargets: [Value]
    /// Where its row stands.
    public var anchor: Anchor
    /// Who answers for it; empty means the plan's lead.
    public var lead: [OrganizationID]
    /// Changes of the target decided later.
    public var amendments: [Amendment]

    /// Creates an indicator from its parts.
    public init(
        id: ItemID,
        number: Int,
        name: String,
        category: String,
        unit: String,
        nature: Nature,
        comparator: Comparator,
        baseline: Value,
        target: Value,
        interimTargets: [Value] = [],
        anchor: Anchor,
        lead: [OrganizationID] = [],
        amendments: [Amendment] = []
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.category = category
        self.unit = unit
        self.nature = nature
        self.comparator = comparator
        self.baseline = baseline
        self.target = target
        self.interimTargets = interimTargets
        self.anchor = anchor
        self.lead = lead
        self.amendments = amendments
    }
}

/// The annex that holds the key projects.
public struct Annex: Hashable, Sendable {
    /// The title at the head of the annex.
    public var title: String
    /// The title the body cites, where it differs.
    public var citedAs: String
    /// Where the title stands.
    public var anchor: Anchor

    /// Creates an annex from its parts.
    public init(title: String, citedAs: String, anchor: Anchor) {
        self.title = title
        self.citedAs = citedAs
        self.anchor = anchor
    }
}

/// A key project of the annex (重点工程, 重点项目).
public struct KeyProject: Sendable {
    /// The identifier, unique in the plan.
    public var id: ItemID
    /// The number in the annex.
    public var number: Int
    /// The name.
    public var name: String
    /// What is to be done (主要内容, 主要任务).
    public var content: String
    /// Where it stands.
    public var anchor: Anchor
    /// The goals (工作目标), one for each row; empty where the annex has no such column.
    public var goals: [Goal]
    /// Who leads: everyone who leads a goal, in order.
    public var lead: [OrganizationID]
    /// Who supports.
    public var support: [OrganizationID]
    /// Commitments stated in ``content``.
    public var targets: [Target]

    /// Creates a project from its parts.
    public init(
        id: ItemID,
        number: Int,
        name: String,
        content: String,
        anchor: Anchor,
        goals: [Goal] = [],
        lead: [OrganizationID] = [],
        support: [OrganizationID] = [],
        targets: [Target] = []
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.content = content
        self.anchor = anchor
        self.goals = goals
        self.lead = lead
        self.support = support
        self.targets = targets
    }

    /// The commitments of content and goals together, in order.
    public var allTargets: [Target] { targets + goals.flatMap(\.targets) }
}

/// One goal of a key project with the departments that answer for it.
public struct Goal: Sendable {
    /// The identifier, unique in the plan.
    public var id: ItemID
    /// The wording.
    public var text: String
    /// Every deadline the wording names, in order; empty means the end of the plan.
    public var deadlines: [TimePeriod]
    /// Where it stands.
    public var anchor: Anchor
    /// Who leads this goal.
    public var lead: [OrganizationID]
    /// Who supports it.
    public var support: [OrganizationID]
    /// The commitments in the wording.
    public var targets: [Target]

    /// Creates a goal from its parts.
    public init(
        id: ItemID,
        text: String,
        deadlines: [TimePeriod] = [],
        anchor: Anchor,
        lead: [OrganizationID] = [],
        support: [OrganizationID] = [],
        targets: [Target] = []
    ) {
        self.id = id
        self.text = text
        self.deadlines = deadlines
        self.anchor = anchor
        self.lead = lead
        self.support = support
        self.targets = targets
    }
}

/// A figure that is watched for a task or project although the plan sets no target for it.
public struct Measure: Hashable, Sendable {
    /// The identifier, also the `indicator` of observations.
    public var id: ItemID
    /// The name.
    public var name: String
    /// The unit.
    public var unit: String
    /// The task or project it belongs to.
    public var item: ItemID

    /// Creates a measure from its parts.
    public init(id: ItemID, name: String, unit: String, item: ItemID) {
        self.id = id
        self.name = name
        self.unit = unit
        self.item = item
    }
}
