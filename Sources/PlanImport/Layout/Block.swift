/// A paragraph or a table.
enum Block: Sendable {
    /// A paragraph, whole again where a page break cut it.
    case paragraph(Prose)
    /// A table.
    case table(TextTable)
}

/// A table as it stands in the text.
struct TextTable: Sendable {
    /// A row.
    struct Row: Sendable {
        /// The cells, trimmed; empty ones included.
        var cells: [Prose]
        /// Whether it follows a page break or a repeated head.
        var followsBreak = false

        /// The cells that say something.
        var filled: [Prose] { cells.filter { !$0.isEmpty } }
    }

    /// The rows, the head included.
    var rows: [Row]
}
