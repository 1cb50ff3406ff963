extension Identifier {
    /// Whether pages and documents use this name for a part of their own, so that no item of a plan may have it: every item is
    /// an anchor on them.
    public var isReserved: Bool { ReservedIdentifiers.names.contains(text) }
}

/// The anchors of the parts that every page or document has; a test holds them against the templates.
public enum ReservedIdentifiers {
    /// All of them.
    public static let names: Set<String> = [
        "annex", "annex-districts", "annex-glossary", "annex-sources", "conclusion", "documents", "documents-title",
        "experience", "follow-up", "indicator-table", "indicators", "indicators-title", "main", "method",
        "method-title",
        "next-steps", "organization", "overview", "overview-title", "problems", "projects", "projects-title",
        "situation", "sources", "sources-title", "suggestions", "summary", "tasks", "tasks-title", "toc-title",
    ]
}
