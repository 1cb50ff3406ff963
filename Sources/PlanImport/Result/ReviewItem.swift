public import Diagnostics

/// Something that a person should look at after an import.
public struct ReviewItem: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Code: String, Sendable, CaseIterable {
        /// Words that no rule covered.
        case uncovered = "import.uncovered"
        /// A target that was read with low confidence.
        case doubtfulTarget = "import.doubtful-target"
        /// A sentence with a number or a date from which no target was read.
        case possibleTarget = "import.possible-target"
        /// A department that the registry does not know.
        case unknownOrganization = "import.unknown-organization"
        /// A table that no rule could read.
        case unreadTable = "import.unread-table"
        /// A cell or column that has no place in the plan.
        case unreadCell = "import.unread-cell"
        /// Something the plan needs and the text does not say plainly.
        case missing = "import.missing"
        /// Something that was concluded, not read.
        case derived = "import.derived"
        /// Numbers of headings that do not follow each other.
        case numbering = "import.numbering"
        /// The same thing said twice.
        case duplicate = "import.duplicate"
        /// Two places that contradict each other.
        case contradiction = "import.contradiction"
        /// The annex has two names.
        case annexName = "import.annex-name"
        /// Letterhead, notice and similar words left out of the plan.
        case formalText = "import.formal-text"
        /// Page numbers and running heads left out.
        case pageFurniture = "import.page-furniture"
        /// Bytes that are no characters.
        case encoding = "import.encoding"
        /// An edit of the plan was kept against the text.
        case keptEdit = "import.kept-edit"
        /// The text changed where the plan had been edited.
        case conflict = "import.conflict"
        /// Something of the earlier plan that the text no longer holds.
        case removed = "import.removed"
        /// Something new in the text.
        case added = "import.added"
    }

    /// The line of source.txt.
    public var line: Int
    /// What kind of thing it is.
    public var code: Code
    /// What to look at.
    public var message: LocalizedText
    /// The words it is about, shortened.
    public var excerpt: String
    /// The words it accounts for.
    var covered: [Prose] = []

    /// Creates an item from its parts.
    public init(line: Int, code: Code, message: LocalizedText, excerpt: String = "") {
        self.line = line
        self.code = code
        self.message = message
        self.excerpt = excerpt
    }
}

extension ReviewItem {
    /// An item about words of the text; its line is found when the import is finished.
    static func at(_ prose: Prose, _ code: Code, en: String, zh: String, covers: [Prose] = []) -> ReviewItem {
        var item = ReviewItem(
            line: -(prose.origins.first ?? 0) - 1,
            code: code,
            message: LocalizedText(en: en, zh: zh),
            excerpt: String(scalars: prose.scalars.prefix(60)) + (prose.count > 60 ? "…" : "")
        )
        item.covered = covers.isEmpty ? [prose] : covers
        return item
    }
}
