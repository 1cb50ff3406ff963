import Foundation
import PlanModel

/// A plan as it was read from a text: every part is still tied to the characters it came from.
struct Draft: Sendable {
    /// A heading with its number.
    struct Heading: Sendable {
        var marker: HeadingMarker
        /// The whole heading with its number.
        var full: Prose
        /// The title without number and final 。.
        var title: Prose
    }

    /// A chapter.
    struct Chapter: Sendable {
        var heading: Heading
        var kind = Plan.ChapterKind.tasks
        var paragraphs: [Prose] = []
        var sections: [Section] = []
        var tasks: [Task] = []
        var targets: [DraftTarget] = []
    }

    /// A section.
    struct Section: Sendable {
        var heading: Heading
        var paragraphs: [Prose] = []
        var tasks: [Task] = []
        var targets: [DraftTarget] = []
    }

    /// A task.
    struct Task: Sendable {
        var heading: Heading
        var text: [Prose] = []
        var duties = Duties()
        var targets: [DraftTarget] = []
    }

    /// An indicator table.
    struct IndicatorTable: Sendable {
        var title: Prose
        /// The index of the chapter it stands in; nil in an annex.
        var chapter: Int?
        var indicators: [DraftIndicator]
    }

    /// An annex.
    struct Annex: Sendable {
        /// The word 附件 and its number.
        var label: Prose
        var title: Prose
        var citedAs: Prose?
    }

    /// A key project.
    struct Project: Sendable {
        var number: Int
        var name: Prose
        var content: Prose
        var goals: [Goal] = []
        var duties = Duties()
        var targets: [DraftTarget] = []
        /// Everything of the text that the project was made from.
        var sources: [Prose]
        /// Cells that the plan holds in another form: numbers, dates, departments.
        var used: [Prose] = []
    }

    /// A goal of a key project.
    struct Goal: Sendable {
        var text: Prose
        var deadlines: [TimePeriod] = []
        var duties = Duties()
        var targets: [DraftTarget] = []
    }

    /// What belongs to the document and not to the plan.
    struct Matter: Sendable {
        /// Which part of the document it is.
        enum Kind: String, Sendable {
            /// Letterhead, the notice that sends the plan out, addressees.
            case front
            /// 抄送, 印发 and signatures.
            case end
            /// A table of contents.
            case contents
            /// Heads, rules and captions of tables.
            case tableHead
            /// The list of annexes at the end of the body.
            case annexList
        }

        var kind: Kind
        var prose: Prose
    }

    var title = Prose()
    var documentNumber = Prose()
    var issuer = Prose()
    var issued: TimePeriod?
    var years: ClosedRange<Int>?
    var area: AreaCode?
    var lead: OrganizationID?
    var preamble: [Prose] = []
    var chapters: [Chapter] = []
    var indicatorTables: [IndicatorTable] = []
    var annexes: [Annex] = []
    var projects: [Project] = []
    var matter: [Matter] = []
    var review: [ReviewItem] = []
}

extension Plan {
    /// What a chapter holds.
    typealias ChapterKind = Chapter.Kind
}

/// Who leads and who supports, in the words of the text.
struct Duties: Sendable {
    var lead: [Prose] = []
    var support: [Prose] = []
    /// The words that name them, brackets included.
    var sources: [Prose] = []

    var isEmpty: Bool { lead.isEmpty && support.isEmpty }
}

/// A row of an indicator table.
struct DraftIndicator: Sendable {
    /// A value in a cell.
    struct Value: Sendable {
        var year: Int?
        var value: Decimal
        /// The comparator that the cell itself states.
        var comparator: PlanModel.Comparator
        var isBaseline: Bool
    }

    var number: Int
    var name: Prose
    var category: Prose
    var unit: String
    var nature: Indicator.Nature?
    var values: [Value]
    var duties = Duties()
    var sources: [Prose]
}

/// A commitment found in a sentence.
struct DraftTarget: Sendable {
    var kind: Target.Kind
    var subject: String
    var value: Decimal?
    var lower: Decimal?
    var upper: Decimal?
    var unit: String?
    var direction: Target.Direction?
    var recurrence: Target.Recurrence?
    var deadline: TimePeriod?
    var isWeak = false
    var holds = false
    /// The words that state it.
    var prose: Prose
}
