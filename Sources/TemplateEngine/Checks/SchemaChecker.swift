import Diagnostics

/// Checks a template against the schema of its context: every name, every type, every message.
///
/// It follows the template as rendering would, fragments with the types of their parameters included, and reports
/// everything it finds, each place once.
final class SchemaChecker {
    let schema: ContextSchema
    let entry: TemplateEntry
    let library: TemplateLibrary
    let messages: MessageCatalog
    private(set) var diagnostics: [Diagnostic] = []
    /// Fields that were read, as `record.field`.
    private(set) var fieldsRead: Set<String> = []

    var template: ParsedTemplate
    var callers: [ParsedTemplate] = []
    var variables: [String: CheckedType] = [:]
    var selection: CheckedType?
    var inlining = true
    private var visited: Set<Visit> = []
    private var reported: Set<Diagnostic> = []

    private struct Visit: Hashable {
        var template: String
        var offset: Int
        var variables: [String: CheckedType]
        var selection: CheckedType?
    }

    init(
        schema: ContextSchema,
        entry: TemplateEntry,
        template: ParsedTemplate,
        library: TemplateLibrary,
        messages: MessageCatalog
    ) {
        self.schema = schema
        self.entry = entry
        self.template = template
        self.library = library
        self.messages = messages
    }

    var source: SourceText { template.source }

    /// Checks the whole template.
    func run() {
        check(template.nodes)
    }

    func report(
        _ code: String,
        at offset: Int,
        length: Int,
        _ message: LocalizedText,
        severity: Diagnostic.Severity = .error,
        help: [LocalizedText] = []
    ) {
        let diagnostic = source.diagnostic(
            code,
            severity: severity,
            at: offset,
            length: length,
            message,
            help: help
        )
        if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    // MARK: - Names

    /// The type of a variable.
    func variable(_ name: String, _ expr: Expr) -> CheckedType {
        if let type = variables[name] { return type }
        guard let root = entry.root else { return .unknown }
        let fields = schema.records[root] ?? []
        guard let field = fields.first(where: { $0.name == name }) else {
            report(
                "template.unknown-variable",
                at: expr.offset,
                length: name.unicodeScalars.count,
                .init(en: "there is no variable '\(name)'", zh: "没有变量“\(name)”"),
                help: Suggestion.help(for: name, among: fields.map(\.name) + variables.keys)
            )
            return .unknown
        }
        return read(field, of: root, expr)
    }

    /// The type of a record's field, after checking that the template may see it.
    private func read(_ field: ContextSchema.Field, of record: String, _ expr: Expr) -> CheckedType {
        fieldsRead.insert(record + "." + field.name)
        if entry.isPublic, field.visibility == .internal {
            report(
                "template.internal-field",
                at: expr.offset,
                length: field.name.unicodeScalars.count,
                .init(
                    en: "the field '\(field.name)' is internal; '\(entry.name)' is public",
                    zh: "字段“\(field.name)”为内部字段，而“\(entry.name)”是公开文档"
                ),
                help: [.init(en: "remove it, or declare the document internal", zh: "请删除该字段，或将文档设为内部文档")]
            )
        }
        return .known(field.type)
    }

    /// The type of a field of a value.
    func field(_ name: String, of type: CheckedType, _ expr: Expr) -> CheckedType {
        switch type.unwrapped {
        case .unknown, .null, .fragment: return .unknown
        case .known(.record(let record)): return recordField(name, record, expr)
        case .known(.map(let value)): return .known(.optional(value))
        case .status(let element): if let type = Self.statusField(name, element) { return type }
        case .entry(let value):
            if name == "key" { return .known(.text) }
            if name == "value" { return value }
        case .known(.list(let element)):
            if ["size", "length"].contains(name) { return .known(.integer) }
            if ["isEmpty", "empty"].contains(name) { return .known(.boolean) }
            if ["first", "last"].contains(name) { return .known(.optional(element)) }
        case .known(.text), .known(.markup):
            if ["empty", "blank"].contains(name) { return .known(.boolean) }
        default: break
        }
        unknownField(name, type, among: Self.fields(of: type), expr)
        return .unknown
    }

    private func recordField(_ name: String, _ record: String, _ expr: Expr) -> CheckedType {
        guard let fields = schema.records[record] else { return .unknown }
        guard let field = fields.first(where: { $0.name == name }) else {
            unknownField(name, .known(.record(record)), among: fields.map(\.name), expr)
            return .unknown
        }
        return read(field, of: record, expr)
    }

    private func unknownField(_ name: String, _ type: CheckedType, among names: [String], _ expr: Expr) {
        report(
            "template.unknown-field",
            at: expr.offset,
            length: name.unicodeScalars.count,
            .init(en: "\(type.name.en) has no field '\(name)'", zh: "\(type.name.zh)没有字段“\(name)”"),
            help: Suggestion.help(for: name, among: names)
        )
    }

    private static func statusField(_ name: String, _ element: CheckedType) -> CheckedType? {
        switch name {
        case "index", "count", "size": .known(.integer)
        case "even", "odd", "first", "last": .known(.boolean)
        case "current": element
        default: nil
        }
    }

    private static func fields(of type: CheckedType) -> [String] {
        switch type.unwrapped {
        case .status: ["index", "count", "size", "even", "odd", "first", "last", "current"]
        case .entry: ["key", "value"]
        case .known(.list): ["size", "isEmpty", "first", "last"]
        default: []
        }
    }

    // MARK: - Scopes

    /// Runs a closure, after which variables and selection are what they were.
    func scoped(_ body: () -> Void) {
        let (outerVariables, outerSelection, outerInlining) = (variables, selection, inlining)
        body()
        (variables, selection, inlining) = (outerVariables, outerSelection, outerInlining)
    }

    /// Checks nodes of a template as if they stood here, unless that was done before with the same variables.
    func visit(_ nodes: [TemplateNode], of target: ParsedTemplate, offset: Int) {
        let visit = Visit(template: target.source.name, offset: offset, variables: variables, selection: selection)
        guard visited.insert(visit).inserted, visited.count < 5000 else { return }
        let (outerTemplate, outerCallers) = (template, callers)
        if target !== template { callers.append(template) }
        template = target
        scoped {
            inlining = true
            check(nodes)
        }
        (template, callers) = (outerTemplate, outerCallers)
    }
}
