/// A file turned into the text that an import reads.
public struct SourceDocument: Sendable {
    /// The kinds of files that can be read.
    public enum Format: String, Sendable, CaseIterable {
        /// Plain text.
        case text
        /// A web page.
        case html
        /// An Office Open XML document.
        case docx
        /// A PDF file, read by `pdftotext -layout`.
        case pdf
    }

    /// The text: a paragraph or a row of a table a line, cells parted by tabs where the file has tables.
    public var text: String
    /// What kind of file it was.
    public var format: Format
    /// How its bytes were read, for text and web pages.
    public var encoding: TextDecoder.Encoding?
    /// Whether some bytes belong to no character.
    public var hasInvalidBytes = false
    /// Whether each line is a whole paragraph, so that no lines need to be joined.
    public var linesAreParagraphs = false
    /// Words of the file that were left out of the text: navigation and other furniture of a web page.
    public var leftOut: [String] = []
}
