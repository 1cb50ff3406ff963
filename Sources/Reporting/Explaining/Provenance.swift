/// Where a number comes from, both ways: from the plan's sentence to the submitted cell, and on to every page it stands on.
///
/// The keys of its JSON form are a contract.
public struct Provenance: Encodable, Sendable {
    /// What can be explained.
    public enum Kind: String, Encodable, Sendable, CaseIterable {
        /// An indicator of the plan's table.
        case indicator
        /// A commitment of the plan's text.
        case target
        /// A figure that is watched although the plan sets no target for it.
        case measure
        /// A numbered task.
        case task
        /// A section of a chapter.
        case section
        /// A key project.
        case project
        /// A goal of a key project.
        case goal
        /// The counts that a report sums up with.
        case summary
    }

    /// A place in the official text.
    public struct Sentence: Encodable, Sendable {
        /// The wording, the cells of a table's row parted by bars; nil where the text is not at hand.
        public var text: String?
        /// The file, `Plans/<id>/source.txt`.
        public var file: String
        /// The first line, from 1.
        public var firstLine: Int
        /// The last line.
        public var lastLine: Int
    }

    /// What is to be reached.
    public struct Demand: Encodable, Sendable {
        /// The demand in a few words, such as ≥93%.
        public var wording: String
        /// Where the way begins, such as 41.17%（2020年）; nil where there is no starting point.
        public var baseline: String?
        /// When it is due.
        public var due: String
        /// Changes in force, such as 〔2024〕1号（2024年6月1日起）：目标由≥75%调整为≥70%.
        public var amendments: [String]
        /// The value demanded as digits; nil where it is no single value.
        public var value: String?
        /// The value the way begins with, as digits; nil where there is none.
        public var baselineValue: String?
        /// The unit of both.
        public var unit: String?
        /// When it is due, ISO 8601.
        public var duePeriod: String?
    }

    /// A submitted cell.
    public struct Cell: Encodable, Sendable {
        /// The identifier of what it is about: the item explained, or a measure of it.
        public var item: String
        /// The name of what it is about.
        public var name: String
        /// The file and place, `Plans/…/metrics/observed.csv:3:1`.
        public var location: String
        /// The file alone.
        public var file: String
        /// The row in the file, from 1, the head counted.
        public var row: Int
        /// The area's name.
        public var area: String
        /// The period, ISO 8601.
        public var period: String
        /// The digits; nil where the figure is missing.
        public var value: String?
        /// How the source puts it: 超过95, 约3, 暂无数据.
        public var shown: String
        /// The unit.
        public var unit: String
        /// `self_reported` or `verified`.
        public var stage: String
        /// Whether it counts at the date; a reported figure beside a verified one does not.
        public var counts: Bool
        /// Verified minus reported, where both are there.
        public var difference: String?
        /// The statistical definition.
        public var definition: String
        /// Where it is from.
        public var source: String
        /// The address of the source.
        public var sourceURL: String?
        /// When it was published.
        public var published: String?
        /// Why it is missing.
        public var reason: String?
        /// Anything else worth knowing.
        public var note: String?
    }

    /// One step of the calculation.
    public struct Step: Encodable, Hashable, Sendable {
        /// What is worked out, in words.
        public var name: String
        /// The code of what is worked out.
        public var quantity: String
        /// The formula with names.
        public var formula: String
        /// The formula with numbers.
        public var numbers: String
        /// What comes out.
        public var result: String
        /// The identifiers of what is counted, where the step is a count.
        public var items: [String]?
    }

    /// What a document works out at its own cut-off date, where that differs.
    public struct Reading: Encodable, Sendable {
        /// The kind of document: `midterm` or `final`.
        public var document: String
        /// Its name, such as 中期评估.
        public var title: String
        /// Its cut-off date.
        public var cutOff: String
        /// The calculation.
        public var steps: [Step]
        /// Other methods beside the verdict.
        public var methods: [Step]
        /// The code of the verdict or state; nil where there is none.
        public var verdict: String?
        /// The word for it.
        public var verdictLabel: String
    }

    /// A commitment that stands in an item.
    public struct Commitment: Encodable, Sendable {
        /// Its identifier, which can be explained too.
        public var id: String
        /// Its subject and demand, such as 公办园在园幼儿占比 ≥60%.
        public var name: String
        /// When it is due.
        public var due: String
        /// The word for its verdict.
        public var verdictLabel: String
    }

    /// A page or document it stands in.
    public struct Place: Encodable, Sendable {
        /// The address in the release, with the anchor.
        public var path: String
        /// What it is, such as 中期评估（HTML）.
        public var title: String
    }

    /// The plan.
    public var plan: String
    /// The identifier asked for.
    public var id: String
    /// What it is.
    public var kind: Kind
    /// Its name.
    public var name: String
    /// The day it is explained at.
    public var asOf: String
    /// Whether the figures are invented sample data.
    public var isSample: Bool
    /// Where the plan says so.
    public var sentence: Sentence?
    /// What is to be reached.
    public var demand: Demand?
    /// The figures, those that count first by time.
    public var cells: [Cell] = []
    /// The calculation.
    public var steps: [Step] = []
    /// Other methods beside the verdict: the ratio of Open SDG, the forecasts.
    public var methods: [Step] = []
    /// The thresholds, with their version; nil where nothing is measured by them.
    public var thresholds: String?
    /// The code of the verdict or state; nil where there is none.
    public var verdict: String?
    /// The word for it.
    public var verdictLabel: String
    /// Progress notes: date, state, summary and place.
    public var notes: [String] = []
    /// Who is responsible, for tasks, projects and goals.
    public var responsible: [String] = []
    /// The commitments that stand in it, for tasks, sections, projects and goals.
    public var commitments: [Commitment] = []
    /// What the documents work out at their own cut-off dates, where that differs.
    public var documents: [Reading] = []
    /// Every page and document it stands in.
    public var places: [Place]
}
