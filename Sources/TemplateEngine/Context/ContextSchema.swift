/// The type of a context value, known before any template runs.
public indirect enum ContextType: Hashable, Sendable {
    /// True or false.
    case boolean
    /// A whole number.
    case integer
    /// A decimal number.
    case decimal
    /// Text.
    case text
    /// Markup the engine produced.
    case markup
    /// Values of one type.
    case list(ContextType)
    /// Values of one type under names that are data.
    case map(ContextType)
    /// A record of the schema, by name.
    case record(String)
    /// The type or nothing.
    case optional(ContextType)
}

/// The records that a template's context is made of.
public struct ContextSchema: Hashable, Sendable {
    /// One field of a record.
    public struct Field: Hashable, Sendable {
        /// Who may see a field.
        public enum Visibility: String, Sendable {
            /// Everybody.
            case `public`
            /// Only internal documents: a template declared public that reaches it does not compile.
            case `internal`
        }

        /// The name that templates use.
        public var name: String
        /// The type of its values.
        public var type: ContextType
        /// Who may see it.
        public var visibility: Visibility

        /// Creates a field.
        public init(_ name: String, _ type: ContextType, visibility: Visibility = .public) {
            self.name = name
            self.type = type
            self.visibility = visibility
        }
    }

    /// The fields of each record, by the record's name.
    public var records: [String: [Field]]

    /// Creates a schema from its records.
    public init(records: [String: [Field]]) {
        self.records = records
    }
}
