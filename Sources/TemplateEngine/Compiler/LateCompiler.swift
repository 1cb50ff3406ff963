import Diagnostics

/// Compiles what is known only while rendering: expressions with `__…__`, fragments by computed names.
final class LateCompiler {
    private let template: Template.Storage
    private let library: TemplateLibrary
    private(set) var programs: [Program] = []
    private var cache: [String: Int] = [:]
    private var fragments: [String: (program: Int32, fragment: Int32)?] = [:]
    /// How often something was compiled or looked up.
    var count = 0

    init(_ template: Template.Storage) {
        self.template = template
        library = TemplateLibrary(copying: template.library)
    }

    func number(of program: Program) -> Int32? {
        programs.firstIndex { $0 === program }.map(Int32.init)
    }

    /// A fragment by names that were computed; nil if there is none.
    func fragment(
        template name: String?,
        selector: String?,
        from current: String,
        symbols: SymbolTable
    ) throws(Fault) -> (program: Int32, fragment: Int32)? {
        let key = "\(name ?? "")\u{0}\(selector ?? "")\u{0}\(current)"
        if let known = fragments[key] { return known }
        let generator = generator(from: current, symbols: symbols)
        guard case .found(let number) = generator.resolve(template: name, selector: selector) else {
            fragments[key] = .some(nil)
            return nil
        }
        generator.compileFragments()
        try check(generator)
        let result = (program: Int32(programs.count), fragment: number)
        programs.append(Program(generator.builder, start: 0))
        fragments[key] = result
        return result
    }

    /// A program whose start is the node of an expression.
    func expression(
        _ text: String,
        asFragment: Bool,
        from current: String,
        symbols: SymbolTable
    ) throws(Fault) -> Program {
        try compiled("expression\u{0}\(asFragment)\u{0}\(text)\u{0}\(current)", current, symbols) {
            (generator) throws(ExpressionProblem) in
            let chars = Chars(text, at: 0)
            let expr = asFragment ? try generator.fragmentExpression(chars) : try StandardParser.parse(chars.trimmed)
            return Int(try generator.expressions.compile(expr))
        }
    }

    /// A program whose start is the operand of a count and pairs of names and values.
    func assignments(_ text: String, from current: String, symbols: SymbolTable) throws(Fault) -> Program {
        try compiled("assignments\u{0}\(text)\u{0}\(current)", current, symbols) {
            (generator) throws(ExpressionProblem) in
            var operands: [Int32] = []
            for assignment in try generator.assignments(Chars(text, at: 0)) {
                guard let value = assignment.value else { continue }
                operands.append(try generator.expressions.compile(assignment.name))
                operands.append(try generator.expressions.compile(value))
            }
            return Int(generator.builder.addOperands([Int32(operands.count / 2)] + operands))
        }
    }

    /// A program whose start is the operand of a variable, a status variable and the node of a list.
    func iteration(_ text: String, from current: String, symbols: SymbolTable) throws(Fault) -> Program {
        try compiled("each\u{0}\(text)\u{0}\(current)", current, symbols) { (generator) throws(ExpressionProblem) in
            let parts = try StandardParser.iteration(Chars(text, at: 0))
            guard let variable = ExprCompiler.staticName(parts.variable)?.name else {
                throw StandardParser(start: 0).unparsable(Chars(text, at: 0))
            }
            let status = ExprCompiler.staticName(parts.status)?.name ?? variable + "Stat"
            let list = try generator.expressions.compile(parts.list)
            let symbols = [generator.builder.symbol(variable), generator.builder.symbol(status)]
            return Int(generator.builder.addOperands(symbols + [list]))
        }
    }

    private func generator(from current: String, symbols: SymbolTable) -> CodeGenerator {
        let builder = ProgramBuilder(mode: template.mode, symbols: symbols)
        let parsed =
            library.template(current, mode: template.mode)
            ?? ParsedTemplate(
                source: SourceText(name: current, file: current, bytes: []),
                mode: template.mode,
                nodes: []
            )
        let generator = CodeGenerator(builder: builder, library: library, template: parsed)
        generator.defersProblems = true
        generator.noOperations = .any
        return generator
    }

    private func compiled(
        _ key: String,
        _ current: String,
        _ symbols: SymbolTable,
        _ body: (CodeGenerator) throws(ExpressionProblem) -> Int
    ) throws(Fault) -> Program {
        if let known = cache[key] { return programs[known] }
        let generator = generator(from: current, symbols: symbols)
        let start: Int
        do {
            start = try body(generator)
        } catch {
            throw Fault(error)
        }
        // Places in a text put together at run time mean nothing; what holds the expression has one.
        for index in generator.builder.nodePlaces.indices { generator.builder.nodePlaces[index].length = 0 }
        generator.compileFragments()
        try check(generator)
        let program = Program(generator.builder, start: start)
        cache[key] = programs.count
        programs.append(program)
        return program
    }

    private func check(_ generator: CodeGenerator) throws(Fault) {
        guard let problem = generator.diagnostics.first(where: { $0.severity == .error }) else { return }
        throw Fault(problem.code, problem.message, help: problem.help)
    }
}
