public import Diagnostics

/// A YAML file that was read: its text for excerpts, and its values with their places.
///
/// The subset of YAML that data files use: one document, no anchors, aliases or tags.
public struct YAMLFile: Sendable {
    /// The text.
    public let source: SourceText
    /// The topmost value.
    public let root: YAMLNode

    /// The file's path as the user knows it.
    public var file: String { source.file }

    /// Reads a file and reports what is wrong with its form: encoding, syntax, keys given twice.
    ///
    /// A key given twice does not keep the file from being read (the first one counts); everything else does.
    public static func read(file: String, bytes: [UInt8]) -> (YAMLFile?, [Diagnostic]) {
        do {
            let source = try SourceText(file: file, bytes: bytes, lineBreaks: .yaml, domain: "yaml")
            let (root, diagnostics) = try YAMLComposer(source: source).compose()
            return (YAMLFile(source: source, root: root), diagnostics)
        } catch {
            return (nil, error.diagnostics)
        }
    }

    /// A diagnostic at a place of this file, with the line it is on.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error,
        code: String,
        at place: YAMLNode.Place,
        _ message: LocalizedText,
        help: [LocalizedText] = []
    ) -> Diagnostic {
        source.diagnostic(
            severity,
            code: code,
            line: place.line,
            column: place.column,
            length: place.length,
            message,
            help: help
        )
    }

    /// The place of a node, for values that carry it on.
    public func location(of node: YAMLNode) -> SourceLocation {
        SourceLocation(file: file, line: node.place.line, column: node.place.column)
    }
}
