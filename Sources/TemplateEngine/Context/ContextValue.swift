/// A value that templates are rendered with: a tree as JSON knows it, plus markup that the engine itself produced.
///
/// Building a ``Context`` flattens the tree once, before rendering; the render loop never sees it.
public enum ContextValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case boolean(Bool)
    /// A whole number.
    case integer(Int64)
    /// A decimal number, kept as it is written: an optional sign, digits, and a point with digits (`12.0` stays `12.0`).
    case decimal(String)
    /// Text; escaped for the place it is written to.
    case text(String)
    /// Markup the engine produced or sanitised, in UTF-8; the only thing `th:utext` takes where a schema is known.
    case markup([UInt8])
    /// Values in order.
    case list([ContextValue])
    /// Named values in order; of two with one name the last counts.
    case record([ContextField])
}

/// One named value of a ``ContextValue/record(_:)``.
public struct ContextField: Hashable, Sendable {
    /// The name that templates use.
    public var name: String
    /// The value.
    public var value: ContextValue

    /// Creates a field.
    public init(_ name: String, _ value: ContextValue) {
        self.name = name
        self.value = value
    }
}
