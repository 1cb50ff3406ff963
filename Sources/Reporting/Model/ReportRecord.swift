public import TemplateEngine

/// A record of the report model: its fields are declared once, and both the schema that templates are checked against
/// and the values they are rendered with come from that declaration.
public protocol ReportRecord: Sendable {
    /// The fields in the order of the documentation.
    static var fields: [Field<Self>] { get }
}

extension ReportRecord {
    /// The record's name in the schema.
    public static var recordName: String { String(describing: Self.self) }

    /// The record as a value that templates can be rendered with.
    public var contextValue: ContextValue {
        .record(Self.fields.map { ContextField($0.name, $0.value(self)) })
    }
}

/// One field of a record: its name and type for the schema, and how its value is read.
public struct Field<Owner>: Sendable {
    let name: String
    let type: ContextType
    var visibility = ContextSchema.Field.Visibility.public
    var nested: (any ReportRecord.Type)?
    let value: @Sendable (Owner) -> ContextValue

    private init(
        _ name: String,
        _ type: ContextType,
        nested: (any ReportRecord.Type)? = nil,
        value: @escaping @Sendable (Owner) -> ContextValue
    ) {
        self.name = name
        self.type = type
        self.nested = nested
        self.value = value
    }

    /// The same field, not to be shown on public pages.
    var internalOnly: Field {
        var copy = self
        copy.visibility = .internal
        return copy
    }

    static func text(_ name: String, _ path: any KeyPath<Owner, String> & Sendable) -> Field {
        Field(name, .text) { .text($0[keyPath: path]) }
    }

    static func text(_ name: String, _ path: any KeyPath<Owner, String?> & Sendable) -> Field {
        Field(name, .optional(.text)) { $0[keyPath: path].map { .text($0) } ?? .null }
    }

    static func texts(_ name: String, _ path: any KeyPath<Owner, [String]> & Sendable) -> Field {
        Field(name, .list(.text)) { .list($0[keyPath: path].map { .text($0) }) }
    }

    static func integer(_ name: String, _ path: any KeyPath<Owner, Int> & Sendable) -> Field {
        Field(name, .integer) { .integer(Int64($0[keyPath: path])) }
    }

    static func boolean(_ name: String, _ path: any KeyPath<Owner, Bool> & Sendable) -> Field {
        Field(name, .boolean) { .boolean($0[keyPath: path]) }
    }

    /// A decimal given by its digits, such as `63.14`.
    static func decimal(_ name: String, _ path: any KeyPath<Owner, String?> & Sendable) -> Field {
        Field(name, .optional(.decimal)) { $0[keyPath: path].map { .decimal($0) } ?? .null }
    }

    static func markup(_ name: String, _ path: any KeyPath<Owner, [UInt8]> & Sendable) -> Field {
        Field(name, .markup) { .markup($0[keyPath: path]) }
    }

    static func record<R: ReportRecord>(_ name: String, _ path: any KeyPath<Owner, R> & Sendable) -> Field {
        Field(name, .record(R.recordName), nested: R.self) { $0[keyPath: path].contextValue }
    }

    static func records<R: ReportRecord>(_ name: String, _ path: any KeyPath<Owner, [R]> & Sendable) -> Field {
        Field(name, .list(.record(R.recordName)), nested: R.self) { .list($0[keyPath: path].map(\.contextValue)) }
    }
}

extension ContextSchema {
    /// The schema of some root records and of every record they are made of.
    init(roots: [any ReportRecord.Type]) {
        var records: [String: [ContextSchema.Field]] = [:]
        for root in roots { Self.collect(root, into: &records) }
        self.init(records: records)
    }

    private static func collect<R: ReportRecord>(_ type: R.Type, into records: inout [String: [ContextSchema.Field]]) {
        guard records[R.recordName] == nil else { return }
        records[R.recordName] = R.fields.map { ContextSchema.Field($0.name, $0.type, visibility: $0.visibility) }
        for nested in R.fields.compactMap(\.nested) { collect(nested, into: &records) }
    }
}
