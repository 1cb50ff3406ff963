public import Diagnostics

/// Why a target is missed and what is done about it, as people write it for a document.
///
/// A binding indicator that falls short cannot be published without one.
public struct Explanation: Hashable, Sendable {
    /// The indicator or commitment.
    public var item: ItemID
    /// 未达标原因.
    public var cause: String
    /// 整改措施.
    public var remedy: String
    /// The place in the data file.
    public var location: SourceLocation

    /// Creates an explanation from its parts.
    public init(item: ItemID, cause: String, remedy: String, location: SourceLocation) {
        self.item = item
        self.cause = cause
        self.remedy = remedy
        self.location = location
    }
}

/// A paragraph that people wrote for a document, with its place, so that what it says can be held against the figures.
public struct Passage: Hashable, Sendable {
    /// The document it is for.
    public var document: DocumentKind
    /// The wording.
    public var text: String
    /// The place in the data file where the paragraph begins.
    public var location: SourceLocation
    /// The line it begins on, as it stands in the file.
    public var excerpt: String?

    /// Creates a passage from its parts.
    public init(document: DocumentKind, text: String, location: SourceLocation, excerpt: String? = nil) {
        self.document = document
        self.text = text
        self.location = location
        self.excerpt = excerpt
    }
}

/// That somebody answers for the text of a document, and for which figures.
public struct Signature: Hashable, Sendable {
    /// Who signed.
    public var by: String
    /// When.
    public var date: CalendarDate
    /// The digest of the figures that the text was signed against, 16 hexadecimal digits.
    public var figures: String
    /// The place in the data file.
    public var location: SourceLocation

    /// Creates a signature from its parts.
    public init(by: String, date: CalendarDate, figures: String, location: SourceLocation) {
        self.by = by
        self.date = date
        self.figures = figures
        self.location = location
    }
}
