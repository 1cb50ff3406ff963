public import Foundation

/// A file cannot be read as an official text.
public enum DocumentProblem: Error, Hashable, Sendable {
    /// The PDF tools are not installed.
    case pdfToolMissing
    /// `pdftotext` gave up, with its last words.
    case pdfUnreadable(String)
    /// The archive is damaged or holds no Word document.
    case docxUnreadable
    /// The page holds no words.
    case htmlUnreadable
}

/// Reads files of all kinds into text, told apart by their content.
public enum DocumentReader {
    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - data: the bytes.
    ///   - name: the file's name; its ending decides where the content does not.
    /// - Returns: the text of the document.
    /// - Throws: ``DocumentProblem`` when the file holds no text that can be read.
    public static func read(_ data: Data, name: String) throws(DocumentProblem) -> SourceDocument {
        if data.starts(with: Array("%PDF".utf8)) { return try PDFReader.read(data) }
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try DocxReader.read(data) }
        let decoded = TextDecoder.decode(data)
        var document: SourceDocument
        if isHTML(decoded.text, name: name) {
            document = try HTMLReader.read(decoded.text)
        } else {
            document = SourceDocument(text: decoded.text, format: .text)
        }
        document.encoding = decoded.encoding
        document.hasInvalidBytes = decoded.hasInvalidBytes
        return document
    }

    private static func isHTML(_ text: String, name: String) -> Bool {
        let head = text.prefix(4096).lowercased()
        if head.contains("<html") || head.contains("<!doctype html") { return true }
        let isNamed = name.lowercased().hasSuffix(".html") || name.lowercased().hasSuffix(".htm")
        return isNamed && head.contains("<")
    }
}
