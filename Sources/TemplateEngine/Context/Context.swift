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

    init(storage: ContextStorage) {
        self.storage = storage
    }

    /// Reads a JSON document; decimals keep the digits they are written with.
    ///
    /// - Throws: ``DiagnosticsError`` with the place where the document stops being JSON, or is nested too deeply.
    public static func json(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> Context {
        var reader = JSONReader(bytes: bytes, file: file)
        return Context(storage: try reader.read())
    }
}

extension ContextBuilder {
    /// The flat form of a tree of values.
    mutating func flatten(_ value: ContextValue) -> Value {
        switch value {
        case .null: return .null
        case .boolean(let value): return Value(value)
        case .integer(let value): return Value(Int(value))
        case .decimal(let digits): return text(Array(digits.utf8), tag: .decimal)
        case .text(let string): return text(Array(string.utf8))
        case .markup(let bytes): return text(bytes, tag: .markup)
        case .list(let items):
            var values: [Value] = []
            values.reserveCapacity(items.count)
            for item in items { values.append(flatten(item)) }
            return list(values)
        case .record(let fields):
            var values: [(name: Int, value: Value)] = []
            values.reserveCapacity(fields.count)
            for field in fields { values.append((name(Array(field.name.utf8)), flatten(field.value))) }
            return record(values)
        }
    }
}
