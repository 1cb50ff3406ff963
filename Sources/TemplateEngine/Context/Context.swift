public import Diagnostics

/// What a template is rendered with, in the flat form that rendering reads; may be shared between threads.
public struct Context: Sendable {
    let storage: ContextStorage

    /// Flattens a tree of values; its root should be a record, whose fields are the template's variables.
    public init(_ root: ContextValue) {
        var builder = ContextBuilder()
        let value = builder.flatten(root)
        storage = builder.finish(root: value)
    }

    /// Reads a JSON document; decimals keep the digits they are written with.
    ///
    /// - Throws: ``DiagnosticsError`` with the place where the document stops being JSON, or is nested too deeply.
    public static func json(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> Context {
        var reader = JSONReader(bytes: bytes, file: file)
        return Context(try reader.read())
    }
}
