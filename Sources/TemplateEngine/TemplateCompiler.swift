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
        var result = TemplateCompilation(templates: [:], diagnostics: [])
        for entry in entries {
            let (template, diagnostics) = compile(entry)
            for diagnostic in diagnostics where !result.diagnostics.contains(diagnostic) {
                result.diagnostics.append(diagnostic)
            }
            if let template { result.templates[entry.name] = template }
        }
        return result
    }

    private func compile(_ entry: TemplateEntry) -> (Template?, [Diagnostic]) {
        let library = TemplateLibrary(sources)
        guard let parsed = library.template(entry.name, mode: entry.mode) else {
            return (nil, [unknownTemplate(entry)])
        }
        guard !library.diagnostics.containsErrors else { return (nil, library.diagnostics) }
        let builder = ProgramBuilder(mode: entry.mode)
        let generator = CodeGenerator(builder: builder, library: library, template: parsed)
        let start = generator.compileTemplate()
        let diagnostics = library.diagnostics + generator.diagnostics
        guard !diagnostics.containsErrors else { return (nil, diagnostics) }
        let storage = Template.Storage(
            program: Program(builder, start: start),
            library: library,
            messages: messages,
            limits: limits,
            isJavaMap: schema == nil
        )
        return (Template(storage: storage), diagnostics)
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
}
