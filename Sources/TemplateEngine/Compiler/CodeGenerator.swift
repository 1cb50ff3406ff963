import Diagnostics

/// Compiles the markup of templates into one program.
final class CodeGenerator: FragmentResolving {
    let builder: ProgramBuilder
    let library: TemplateLibrary
    var diagnostics: [Diagnostic] = []

    /// The template that the code being generated was written in.
    private(set) var template: ParsedTemplate
    /// The templates that insert it, innermost last.
    private(set) var callers: [ParsedTemplate] = []
    /// Whether `[[…]]` is looked for in text.
    var inlining = true
    /// Whether text may have elements of its own, `[# …]`; never where a schema is checked, which does not see them.
    var isTextual = false
    /// Whether unescaped output is worth a warning: where no schema says what is markup.
    var warnsOfMarkup = false
    /// Whether problems in expressions wait until rendering reaches them: where no schema is checked.
    var defersProblems = false
    /// Whether what is compiled must not read `param`.
    var isRestricted = false
    /// The templates whose fragments look for others in the templates that insert them, as far as they were seen.
    var callerDependent: Set<String> = []
    /// The variables that may hold `_`, as far as they were seen.
    var noOperations = NoOperationNames.none

    private var fragmentNumbers: [FragmentKey: Int32] = [:]
    private var fragmentNodes: [FragmentTask] = []
    private var compiledFragments = 0

    /// A fragment that is to be compiled.
    private struct FragmentTask {
        var template: ParsedTemplate
        var nodes: [TemplateNode]
        var callers: [ParsedTemplate]
        /// It is a whole template, which has no outer elements.
        var isWhole: Bool
    }

    private struct FragmentKey: Hashable {
        var template: String
        var selector: String?
        /// The templates that insert it, where that matters.
        var callers: [String]
    }

    /// Beyond so many fragments those of different callers are no longer kept apart.
    private static let maximumVariants = 2000

    init(builder: ProgramBuilder, library: TemplateLibrary, template: ParsedTemplate) {
        self.builder = builder
        self.library = library
        self.template = template
    }

    var source: SourceText { template.source }

    var expressions: ExprCompiler {
        ExprCompiler(
            builder: builder,
            source: builder.number(of: source),
            fragments: self,
            defersProblems: defersProblems,
            isRestricted: isRestricted
        )
    }

    /// Runs a step that must not read `param`.
    func restricted<Result>(
        if condition: Bool = true,
        _ body: () throws(ExpressionProblem) -> Result
    ) throws(ExpressionProblem) -> Result {
        let outer = isRestricted
        defer { isRestricted = outer }
        isRestricted = outer || condition
        return try body()
    }

    // MARK: - Whole templates

    /// Compiles a whole template and every fragment it needs; the start of its code.
    func compileTemplate() -> Int {
        let start = Int(builder.here())
        compile(template.nodes)
        builder.emit(Instruction(code: .halt), at: place(0, 0))
        compileFragments()
        return start
    }

    /// Compiles the fragments that were referred to and are not compiled yet.
    func compileFragments() {
        while compiledFragments < fragmentNodes.count {
            let number = compiledFragments
            compiledFragments += 1
            let fragment = fragmentNodes[number]
            let (outerTemplate, outerCallers, outerInlining, outerTextual) = (template, callers, inlining, isTextual)
            template = fragment.template
            callers = fragment.callers
            inlining = true
            isTextual = false
            builder.fragments[number].entry = builder.here()
            compile(fragment.nodes)
            builder.emit(Instruction(code: .ret), at: place(0, 0))
            builder.fragments[number].contentsEntry = builder.here()
            compile(fragment.isWhole ? fragment.nodes : Self.contents(of: fragment.nodes))
            builder.emit(Instruction(code: .ret), at: place(0, 0))
            (template, callers, inlining, isTextual) = (outerTemplate, outerCallers, outerInlining, outerTextual)
        }
    }

    private static func contents(of nodes: [TemplateNode]) -> [TemplateNode] {
        nodes.flatMap { node -> [TemplateNode] in
            if case .element(let element) = node { return element.children }
            return []
        }
    }

    // MARK: - Fragments

    func resolve(template name: String?, selector: String?) -> FragmentResolution {
        let candidates: [ParsedTemplate]
        if let name = name?.trimmingSpaces(), !name.isEmpty, name != "this" {
            guard let found = library.template(named: name, mode: builder.mode, from: source.name) else {
                return .missing
            }
            candidates = [found]
        } else {
            guard selector != nil else { return .missing }
            candidates = [template] + callers.reversed()
        }
        for candidate in candidates {
            guard let number = fragment(in: candidate, selector: selector) else { continue }
            if candidate !== candidates[0] { callerDependent.insert(source.name) }
            return .found(number)
        }
        if candidates.count > 1 { callerDependent.insert(source.name) }
        return .missing
    }

    func note(noOperation expr: Expr, for name: String?) {
        if noOperations.allow(expr) { noOperations.insert(name) }
    }

    private func fragment(in target: ParsedTemplate, selector: String?) -> Int32? {
        let chain = target === template ? callers : callers.filter { $0 !== template } + [template]
        var key = FragmentKey(template: target.source.name, selector: selector, callers: [])
        if callerDependent.contains(target.source.name), builder.fragments.count < Self.maximumVariants {
            key.callers = chain.map(\.source.name)
            callerDependent.insert(source.name)
        }
        if let known = fragmentNumbers[key] { return known }
        let nodes = MarkupSelector.nodes(in: target, selector: selector)
        guard !nodes.isEmpty else { return nil }
        let number = Int32(builder.fragments.count)
        fragmentNumbers[key] = number
        var record = Program.Fragment(
            entry: -1,
            contentsEntry: -1,
            parameters: 0,
            parameterCount: -1,
            name: builder.text(selector ?? target.source.name),
            markup: builder.text(nodes.map { target.source.string($0.range) }.joined())
        )
        if case .element(let element)? = nodes.first, let signature = FragmentSignature(element, target) {
            let symbols = (signature.parameters ?? []).map { builder.symbol($0) }
            record.parameters = builder.addOperands(symbols)
            record.parameterCount = Int32(symbols.count)
        }
        builder.fragments.append(record)
        fragmentNodes.append(FragmentTask(template: target, nodes: nodes, callers: chain, isWhole: selector == nil))
        library.markUsed(target, selector: selector)
        return number
    }

    // MARK: - Problems

    func place(_ offset: Int, _ length: Int) -> SourcePlace {
        SourcePlace(source: builder.number(of: source), offset: Int32(offset), length: Int32(length))
    }

    func place(_ attribute: AttributeNode) -> SourcePlace {
        guard let value = attribute.value else {
            return place(attribute.nameRange.lowerBound, attribute.name.unicodeScalars.count)
        }
        return place(value.lowerBound, source.string(value).unicodeScalars.count)
    }

    /// Reports a problem, or leaves it to rendering to do so when it comes here.
    func report(_ problem: ExpressionProblem) {
        if defersProblems, !problem.isOutOfScope {
            builder.emit(
                Instruction(code: .problem, a: builder.add(problem)),
                at: place(problem.offset, problem.length)
            )
            return
        }
        diagnostics.append(
            source.diagnostic(
                problem.code,
                at: problem.offset,
                length: problem.length,
                problem.message,
                help: problem.help
            )
        )
    }

    /// Runs a step that may fail, and reports the failure.
    func attempt(_ body: () throws(ExpressionProblem) -> Void) {
        do {
            try body()
        } catch {
            report(error)
        }
    }
}
