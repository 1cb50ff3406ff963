public import Diagnostics

/// Compiles the templates of a set of sources.
public struct TemplateCompiler {
    private let sources: [TemplateSource]
    private let messages: MessageCatalog
    private let schema: ContextSchema?
    private let limits: TemplateLimits

    /// Creates a compiler; with a schema everything a template reads is checked against it.
    public init(
        sources: [TemplateSource],
        messages: MessageCatalog = .empty,
        schema: ContextSchema? = nil,
        limits: TemplateLimits = .default
    ) {
        self.sources = sources
        self.messages = messages
        self.schema = schema
        self.limits = limits
    }

    /// Compiles entries; all problems of all of them are reported.
    public func compile(_ entries: [TemplateEntry]) -> TemplateCompilation {
        var result = TemplateCompilation(templates: [:], diagnostics: [], coverage: TemplateCoverage())
        for entry in entries {
            let (template, diagnostics) = compile(entry, &result.coverage)
            for diagnostic in diagnostics where !result.diagnostics.contains(diagnostic) {
                result.diagnostics.append(diagnostic)
            }
            if let template { result.templates[entry.name] = template }
        }
        return result
    }

    private func compile(_ entry: TemplateEntry, _ coverage: inout TemplateCoverage) -> (Template?, [Diagnostic]) {
        let library = TemplateLibrary(sources, isStrict: schema != nil)
        guard let parsed = library.template(entry.name, mode: entry.mode) else {
            return (nil, [unknownTemplate(entry)])
        }
        guard !library.diagnostics.containsErrors else { return (nil, library.diagnostics) }
        let (generator, start) = generate(entry, parsed, library)
        var diagnostics = library.diagnostics + generator.diagnostics
        coverage.fragments.formUnion(library.used)
        if let schema {
            let checker = SchemaChecker(
                schema: schema,
                entry: entry,
                template: parsed,
                library: library,
                messages: messages
            )
            checker.run()
            diagnostics += checker.diagnostics
            coverage.fields.formUnion(checker.fieldsRead)
        }
        guard !diagnostics.containsErrors else { return (nil, diagnostics) }
        let storage = Template.Storage(
            program: Program(generator.builder, start: start),
            library: library,
            messages: messages,
            limits: limits,
            isJavaMap: schema == nil,
            name: FragmentNames.withoutSuffix(entry.name)
        )
        return (Template(storage: storage), diagnostics)
    }

    /// Generates code until it is known which variables may hold `_` and which fragments depend on who inserts them.
    private func generate(
        _ entry: TemplateEntry,
        _ parsed: ParsedTemplate,
        _ library: TemplateLibrary
    ) -> (CodeGenerator, start: Int) {
        var noOperations = NoOperationNames.none
        var callerDependent: Set<String> = []
        while true {
            let builder = ProgramBuilder(mode: entry.mode)
            let generator = CodeGenerator(builder: builder, library: library, template: parsed)
            generator.warnsOfMarkup = schema == nil
            generator.defersProblems = schema == nil
            generator.noOperations = noOperations
            generator.callerDependent = callerDependent
            let start = generator.compileTemplate()
            if generator.noOperations == noOperations, generator.callerDependent == callerDependent {
                return (generator, start)
            }
            (noOperations, callerDependent) = (generator.noOperations, generator.callerDependent)
        }
    }

    private func unknownTemplate(_ entry: TemplateEntry) -> Diagnostic {
        Diagnostic(
            code: "template.unknown-template",
            at: SourceLocation(file: entry.name),
            .init(en: "there is no template '\(entry.name)'", zh: "没有模板“\(entry.name)”"),
            help: Suggestion.help(for: entry.name, among: sources.map(\.name))
        )
    }
}

/// What came of compiling.
public struct TemplateCompilation: Sendable {
    /// The templates without errors, by the names of their entries.
    public var templates: [String: Template]
    /// Every problem found.
    public var diagnostics: [Diagnostic]
    /// What of the schema and the sources the templates use.
    public var coverage: TemplateCoverage
}

/// What a set of templates uses of the schema and of the sources.
public struct TemplateCoverage: Hashable, Sendable {
    /// Fields that some template reads, as `record.field`; empty when there was no schema.
    public internal(set) var fields: Set<String> = []
    /// Fragments that some template inserts, as `file.html :: name`, or `file.html` for whole templates.
    public internal(set) var fragments: Set<String> = []

    /// The fields of a schema that no template reads, as `record.field`, sorted.
    public func unreadFields(of schema: ContextSchema) -> [String] {
        schema.records.flatMap { record, fields in fields.map { record + "." + $0.name } }
            .filter { !fields.contains($0) }
            .sorted()
    }

    /// The fragments of some sources that no template inserts, as `file.html :: name`, sorted.
    public func unusedFragments(of sources: [TemplateSource], mode: TemplateMode) -> [String] {
        let library = TemplateLibrary(sources)
        return library.names.flatMap { name -> [String] in
            guard let template = library.template(name, mode: mode) else { return [] }
            return FragmentNames.all(in: template).map { name + " :: " + $0 }
        }
        .filter { !fragments.contains($0) }
        .sorted()
    }
}
