/// A problem found in somebody's input: where it is, what is wrong, and what to do about it.
///
/// Diagnostics are values that are collected while work goes on; what is thrown means "cannot go on" and carries the
/// diagnostics collected so far (see ``DiagnosticsError``).
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Sendable, CaseIterable {
        /// Nothing is published while it stands.
        case error
        /// Something to look at; publishing goes on.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// A stable name for this kind of problem, such as `metrics.unknown-indicator`; scripts may rely on it.
    public var code: String
    /// Where it is.
    public var location: SourceLocation
    /// What is wrong, the specific thing first.
    public var message: LocalizedText
    /// The line it is on, as it stands in the file; nil where no line can be shown.
    public var excerpt: String?
    /// How many Unicode scalars of ``excerpt``, from the location's column on, the problem covers; at least 1.
    public var length: Int
    /// What to do about it, each beginning with a verb ("did you mean …" included).
    public var help: [LocalizedText]

    /// Creates a diagnostic; by default an error without excerpt or help.
    public init(
        _ severity: Severity = .error,
        code: String,
        at location: SourceLocation,
        _ message: LocalizedText,
        excerpt: String? = nil,
        length: Int = 1,
        help: [LocalizedText] = []
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.message = message
        self.excerpt = excerpt
        self.length = max(1, length)
        self.help = help
    }
}

/// Work cannot go on; ``diagnostics`` says why and holds every problem known at that point.
public struct DiagnosticsError: Error, Sendable {
    /// Every problem known when work stopped, in the order found.
    public var diagnostics: [Diagnostic]

    /// Creates an error from what was found.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

extension Collection where Element == Diagnostic {
    /// Whether anything here keeps the work from being published.
    public var containsErrors: Bool { contains { $0.severity == .error } }
}
