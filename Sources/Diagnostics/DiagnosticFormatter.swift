/// Prints diagnostics for people: one block a problem, the offending line with a caret, and what to do.
public struct DiagnosticFormatter: Sendable {
    /// The language of the wording.
    public var language: DiagnosticLanguage

    /// Creates a formatter for a language.
    public init(language: DiagnosticLanguage = .english) {
        self.language = language
    }

    /// One block for a diagnostic, ending in a line feed.
    public func format(_ diagnostic: Diagnostic) -> String {
        let severity = label(diagnostic.severity)
        var lines = ["\(diagnostic.location): \(severity): \(diagnostic.message(language)) [\(diagnostic.code)]"]
        if let excerpt = diagnostic.excerpt {
            lines += excerptLines(excerpt, column: diagnostic.location.column, length: diagnostic.length)
        }
        lines += diagnostic.help.map { "  \(language == .chinese ? "处理" : "help"): \($0(language))" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// All diagnostics, sorted by place, then a line that counts them; empty when there are none.
    public func format(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let sorted = diagnostics.enumerated().sorted {
            ($0.element.location, $0.offset) < ($1.element.location, $1.offset)
        }
        return sorted.map { format($0.element) }.joined() + summary(diagnostics) + "\n"
    }

    private func label(_ severity: Diagnostic.Severity) -> String {
        // The word after the place is part of the contract with scripts, so it is the same in every language.
        severity.rawValue
    }

    private func summary(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        switch language {
        case .english: return "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
        case .chinese: return "错误 \(errors) 个，警告 \(warnings) 个"
        }
    }

    /// The excerpt and the caret line below it; long lines are cut to a window around the column.
    private func excerptLines(_ excerpt: String, column: Int, length: Int) -> [String] {
        let scalars = Array(excerpt.unicodeScalars)
        let start = min(max(column - 1, 0), scalars.count)
        let end = min(start + length, scalars.count)
        let from = max(0, start - Self.contextBefore)
        let to = min(scalars.count, max(end, start + Self.contextAfter))
        let before = Self.visible(scalars[from..<start])
        let marked = Self.visible(scalars[start..<max(start, min(end, to))])
        let after = Self.visible(scalars[min(end, to)..<to])
        let head = from > 0 ? "…" : ""
        let tail = to < scalars.count ? "…" : ""
        let indent = String(repeating: " ", count: TerminalText.width(head + before))
        let caret = "^" + String(repeating: "~", count: max(0, TerminalText.width(marked) - 1))
        return ["  | " + head + before + marked + after + tail, "  | " + indent + caret]
    }

    private static let contextBefore = 40
    private static let contextAfter = 60

    private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            text.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(text)
    }
}
