/// A language that diagnostics are written in.
public enum DiagnosticLanguage: String, Sendable, CaseIterable {
    /// English, the default.
    case english = "en"
    /// Simplified Chinese.
    case chinese = "zh"
}

/// One sentence in every language that diagnostics are written in.
public struct LocalizedText: Hashable, Sendable {
    /// The English wording.
    public var en: String
    /// The Chinese wording.
    public var zh: String

    /// Creates a text from its wordings.
    public init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }

    /// The wording in `language`.
    public func callAsFunction(_ language: DiagnosticLanguage) -> String {
        switch language {
        case .english: en
        case .chinese: zh
        }
    }
}
