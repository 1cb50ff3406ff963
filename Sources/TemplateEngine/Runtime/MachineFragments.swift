import Diagnostics

/// Fragments as values, and what is parsed at run time.
extension Machine {
    /// The number of the program that is running: -1 for the template's own.
    var lateNumber: Int32 { program === template.program ? -1 : late?.number(of: program) ?? -1 }

    /// The evaluated parameters of a fragment reference.
    func fragmentParameters(_ value: Value) -> UnsafePointer<FragmentValue>? {
        value.pointer.map { $0.assumingMemoryBound(to: FragmentValue.self) }
    }

    struct Parameters {
        var isPositional: Bool
        var values: [Value]
    }

    mutating func parameters(_ start: Int32) throws(Fault) -> Parameters {
        let count = Int(operands[Int(start) + 1])
        var result = Parameters(isPositional: operands[Int(start)] == 1, values: [])
        for index in 0..<count {
            let name = operands[Int(start) + 2 + index * 2]
            result.values.append(result.isPositional ? Value() : try evaluate(name))
            result.values.append(try evaluate(operands[Int(start) + 3 + index * 2]))
        }
        return result
    }

    mutating func fragmentValue(_ number: Int32, program: Int32, _ parameters: Parameters) -> Value {
        let memory = arena.allocate(MemoryLayout<FragmentValue>.stride).bindMemory(to: FragmentValue.self, capacity: 1)
        let values = arena.values(max(1, parameters.values.count))
        values.update(from: parameters.values, count: parameters.values.count)
        memory.initialize(
            to: FragmentValue(
                program: program,
                fragment: number,
                parameterCount: Int32(parameters.values.count / 2),
                positional: parameters.isPositional,
                parameters: UnsafePointer(values)
            )
        )
        return Value(.fragment, memory, 1)
    }

    // MARK: - Inserting

    /// Evaluates an insertion's expression and binds the fragment's parameters.
    mutating func evaluateFragment(_ node: Int32) throws(Fault) {
        let value = try evaluate(node)
        guard value.tag == .fragment || value.tag == .noOperation else {
            throw noFragment(value)
        }
        bind(Reserved.fragment, value)
        guard value.tag == .fragment, let fragment = fragmentParameters(value)?.pointee else { return }
        try bind(fragment)
    }

    private func noFragment(_ value: Value) -> Fault {
        Fault(
            "template.unknown-fragment",
            value.isNull
                ? .init(en: "the template or fragment does not exist", zh: "模板或片段不存在")
                : .init(en: "this is no fragment but \(kind(value).en)", zh: "此处不是片段，而是\(kind(value).zh)")
        )
    }

    private func program(_ number: Int32) -> Program {
        number < 0 ? template.program : late?.programs[Int(number)] ?? template.program
    }

    /// Binds the parameters of a fragment by the names of its signature.
    private mutating func bind(_ value: FragmentValue) throws(Fault) {
        let owner = program(value.program)
        let fragment = owner.fragments[Int(value.fragment)]
        let count = Int(value.parameterCount)
        let signature = (0..<max(0, Int(fragment.parameterCount))).map {
            Int(owner.operands[Int(fragment.parameters) + $0])
        }
        guard let parameters = value.parameters else { return }
        if value.positional, count > 0 {
            guard Int(fragment.parameterCount) == count else { throw mismatch(fragment, count) }
            for (index, symbol) in signature.enumerated() { bind(symbol, parameters[index * 2 + 1]) }
            return
        }
        var names: Set<Int> = []
        for index in 0..<count {
            let symbol = symbol(string(parameters[index * 2]))
            names.insert(symbol)
            bind(symbol, parameters[index * 2 + 1])
        }
        guard signature.allSatisfy(names.contains) else { throw mismatch(fragment, count) }
    }

    private func mismatch(_ fragment: Program.Fragment, _ given: Int) -> Fault {
        let name = string(fragment.name)
        return Fault(
            "template.fragment-parameters",
            .init(
                en: "the parameters given do not match the signature of the fragment '\(name)'",
                zh: "所给参数与片段“\(name)”的签名不符"
            )
        )
    }

    mutating func callFragment(
        _ at: UnsafeMutablePointer<Instruction>
    ) throws(Fault) -> UnsafeMutablePointer<Instruction> {
        let value = cells[Reserved.fragment]
        if value.tag == .noOperation { return at + 1 }
        let after = instructions + Int(at.pointee.a)
        guard let fragment = fragmentParameters(value)?.pointee else { return after }
        if program(fragment.program) === program {
            return try call(fragment.fragment, mode: at.pointee.mode, returningTo: after)
        }
        try run(fragment, mode: at.pointee.mode)
        return after
    }

    /// Runs a fragment of another program.
    mutating func run(_ value: FragmentValue, mode: UInt8) throws(Fault) {
        let outerLoops = loops.count
        try within(program(value.program)) { (machine) throws(Fault) in
            let start = try machine.call(value.fragment, mode: mode, returningTo: nil)
            try machine.run(from: start - machine.instructions)
        }
        while loops.count > outerLoops { _ = loops.pop() }
    }

    /// Runs a closure with another program in place, which is taken away again whatever happens.
    private mutating func within<Result>(
        _ program: Program,
        _ body: (inout Machine) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        let outer = self.program
        use(program)
        do throws(Fault) {
            let result = try body(&self)
            use(outer)
            return result
        } catch {
            use(outer)
            throw error
        }
    }

    private mutating func use(_ program: Program) {
        guard program !== self.program else { return }
        self.program = program
        instructions = program.instructions
        fragments = program.fragments
        nodes = program.nodes
        operands = program.operands
        statics = program.statics
        if program.symbols.count > symbols.count { adoptSymbols(program.symbols) }
    }

    /// The markup of a fragment that is used as a text: as written, nothing in it carried out.
    func markup(fragment value: Value) -> UnsafeBufferPointer<UInt8> {
        guard let fragment = fragmentParameters(value)?.pointee else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return program(fragment.program).fragments[Int(fragment.fragment)].markup.bytes
    }

    // MARK: - Known at run time only

    private mutating func lateCompiler() throws(Fault) -> LateCompiler {
        let compiler = late ?? LateCompiler(template)
        late = compiler
        compiler.count += 1
        guard compiler.count <= template.limits.lateExpressions else {
            throw Fault(
                "template.late-expressions",
                .init(
                    en: "more than \(template.limits.lateExpressions) expressions are put together at run time",
                    zh: "运行时拼出的表达式超过 \(template.limits.lateExpressions) 个"
                )
            )
        }
        return compiler
    }

    mutating func fragmentByName(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let templateName = node.pointee.a < 0 ? Value() : try evaluate(node.pointee.a)
        let selector = node.pointee.c < 0 ? Value() : try evaluate(node.pointee.c)
        // A name that is a fragment itself stands for that fragment.
        if templateName.tag == .fragment, selector.isNull { return templateName }
        if templateName.tag == .noOperation { return templateName }
        let parameters = try parameters(node.pointee.b)
        let source = program.sources[Int(program.nodePlaces[node - nodes].source)]
        let compiler = try lateCompiler()
        let found = try compiler.fragment(
            template: templateName.isNull ? nil : string(templateName),
            selector: selector.isNull ? nil : string(selector),
            from: source.name,
            symbols: symbols
        )
        guard let found else {
            if node.pointee.flag == 1 { throw noFragment(Value()) }
            return Value()
        }
        return fragmentValue(found.fragment, program: found.program, parameters)
    }

    /// The text that pieces make.
    mutating func lateText(_ start: Int32) throws(Fault) -> Value {
        var bytes: [UInt8] = []
        for piece in try arguments(start) { describe(piece, into: &bytes) }
        return text(String(decoding: bytes, as: UTF8.self).trimmingSpaces())
    }

    mutating func lateValue(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let text = string(try lateText(node.pointee.a))
        let source = program.sources[Int(program.nodePlaces[node - nodes].source)]
        let compiler = try lateCompiler()
        let compiled = try compiler.expression(
            text,
            asFragment: node.pointee.flag == 1,
            from: source.name,
            symbols: symbols
        )
        depth += 1
        guard depth < 64 else {
            throw Fault(
                "template.late-expressions",
                .init(en: "expressions are put together too deeply", zh: "运行时拼接表达式的层数过深")
            )
        }
        let value = try within(compiled) { (machine) throws(Fault) in try machine.evaluate(Int32(compiled.start)) }
        depth -= 1
        return value
    }

    /// The names and values that a late `th:with` or `th:attr` says.
    mutating func lateAssignments(_ node: Int32) throws(Fault) -> [(name: Value, value: Value)] {
        let text = string(try evaluate(node))
        let source = program.sources[Int(program.nodePlaces[Int(node)].source)]
        let compiled = try lateCompiler().assignments(text, from: source.name, symbols: symbols)
        return try within(compiled) { (machine) throws(Fault) in
            var result: [(name: Value, value: Value)] = []
            for index in 0..<Int(machine.operands[compiled.start]) {
                let name = try machine.evaluate(machine.operands[compiled.start + 1 + index * 2])
                result.append((name, try machine.evaluate(machine.operands[compiled.start + 2 + index * 2])))
            }
            return result
        }
    }

    mutating func bindLate(_ node: Int32) throws(Fault) {
        for assignment in try lateAssignments(node) { bind(symbol(string(assignment.name)), assignment.value) }
    }

    mutating func bindAll(_ at: UnsafeMutablePointer<Instruction>) throws(Fault) {
        let count = Int(at.pointee.b)
        let values = arena.values(count)
        for index in 0..<count { values[index] = try evaluate(operands[Int(at.pointee.a) + index * 2 + 1]) }
        for index in 0..<count { bind(Int(operands[Int(at.pointee.a) + index * 2]), values[index]) }
    }

    /// Begins an iteration whose specification is put together at run time.
    mutating func beginLate(_ at: UnsafeMutablePointer<Instruction>) throws(Fault) -> Bool {
        let text = string(try evaluate(at.pointee.a))
        let source = program.sources[Int(program.nodePlaces[Int(at.pointee.a)].source)]
        let compiled = try lateCompiler().iteration(text, from: source.name, symbols: symbols)
        let value = try within(compiled) { (machine) throws(Fault) in
            try machine.evaluate(machine.operands[compiled.start + 2])
        }
        let (variable, status) = (compiled.operands[compiled.start], compiled.operands[compiled.start + 1])
        return begin(value, variable: variable, status: status)
    }
}
