import Diagnostics

/// `th:insert`, `th:replace`, `th:include`.
extension CodeGenerator {
    func insert(_ processor: Processor, _ task: inout ElementTask) throws(ExpressionProblem) {
        let mode: UInt8 = processor.kind == .include ? 1 : 0
        let attribute = processor.attribute
        if let call = try staticCall(attribute) {
            bind(call, attribute, &task)
            task.body = .fragment(call.fragment, mode)
            return
        }
        try evaluateFragment(attribute, &task)
        task.body = .evaluatedFragment(mode)
    }

    /// True when nothing is left to do for the element.
    func replace(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) -> Bool {
        if let call = try staticCall(attribute) {
            bind(call, attribute, &task)
            builder.emit(Instruction(code: .call, a: call.fragment), at: place(attribute))
            return true
        }
        try evaluateFragment(attribute, &task)
        let place = self.place(attribute)
        let index = builder.emit(Instruction(code: .callFragment), at: place)
        let builder = self.builder
        // `_` leaves the element as it is; else it is skipped.
        task.closers.append { builder.instructions[index].a = builder.here() }
        return false
    }

    private struct Call {
        var fragment: Int32
        /// Symbols and expressions of the parameters in turn.
        var parameters: [Int32]
    }

    private func evaluateFragment(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) {
        let text = try requiredText(attribute)
        let node: Int32
        if LateText.isLate(text) {
            node = try lateFragment(text)
        } else {
            node = try expressions.compile(try fragmentExpression(text))
        }
        let place = self.place(attribute)
        let builder = self.builder
        builder.emit(Instruction(code: .enter), at: place)
        builder.emit(Instruction(code: .fragment, a: node), at: place)
        task.closers.append { builder.emit(Instruction(code: .leave), at: place) }
    }

    private func lateFragment(_ text: Chars) throws(ExpressionProblem) -> Int32 {
        let node = try lateText(text)
        builder.nodes[Int(node)].code = .late
        builder.nodes[Int(node)].flag = 1
        return node
    }

    /// The expression of an insertion, which may leave its `~{…}` out.
    func fragmentExpression(_ text: Chars) throws(ExpressionProblem) -> Expr {
        let trimmed = text.trimmed
        let parser = StandardParser(start: trimmed.start)
        guard Self.isBareReference(trimmed) else { return try StandardParser.parse(trimmed) }
        guard let expr = try parser.fragment(trimmed) else { throw parser.unparsable(trimmed) }
        return expr
    }

    /// Whether an insertion's value is the inside of a `~{…}`.
    static func isBareReference(_ text: Chars) -> Bool {
        var braces = 0
        var parentheses = 0
        var inLiteral = false
        if text.matches("~{", at: 0) { return false }
        for (index, scalar) in text.scalars.enumerated() {
            if scalar == 0x27 {
                inLiteral.toggle()
            } else if inLiteral {
                continue
            } else if scalar == 0x7B {
                braces += 1
            } else if scalar == 0x7D {
                braces -= 1
            } else if braces == 0 {
                if scalar == 0x28 { parentheses += 1 }
                if scalar == 0x29 { parentheses -= 1 }
                if scalar == 0x3D, parentheses == 1 { return true }
                if text.matches("~{", at: index) { return false }
                if text.matches("::", at: index) { return true }
            }
        }
        return true
    }

    /// The call of a fragment that is known at compile time, its parameters matched with its signature.
    private func staticCall(_ attribute: AttributeNode) throws(ExpressionProblem) -> Call? {
        let text = try requiredText(attribute)
        guard !LateText.isLate(text) else { return nil }
        let expr = try fragmentExpression(text)
        guard case .fragment(let reference) = expr.kind,
            let template = ExprCompiler.staticName(reference.template),
            let selector = ExprCompiler.staticName(reference.selector)
        else { return nil }
        guard case .found(let number) = resolve(template: template.name, selector: selector.name) else {
            throw missingFragment(expr, template.name, selector.name)
        }
        return Call(fragment: number, parameters: try parameters(reference, of: number, expr))
    }

    private func missingFragment(_ expr: Expr, _ template: String?, _ selector: String?) -> ExpressionProblem {
        let shown = [template, selector].compactMap { $0 }.joined(separator: " :: ")
        let known = library.template(named: template ?? source.name, mode: builder.mode, from: source.name)
        var help: [LocalizedText] = []
        if let selector, let known {
            help = Suggestion.help(for: selector, among: FragmentNames.all(in: known))
        } else if let template, known == nil {
            help = Suggestion.help(
                for: template,
                among: library.names.flatMap { [$0, FragmentNames.withoutSuffix($0)] }
            )
        }
        return ExpressionProblem(
            code: "template.unknown-fragment",
            offset: expr.offset,
            length: expr.length,
            message: .init(en: "there is no fragment '\(shown)'", zh: "没有片段“\(shown)”"),
            help: help
        )
    }

    private func parameters(
        _ reference: FragmentReference,
        of number: Int32,
        _ expr: Expr
    ) throws(ExpressionProblem) -> [Int32] {
        let fragment = builder.fragments[Int(number)]
        let signature = builder.signature(of: number)
        var result: [Int32] = []
        if reference.isPositional {
            guard fragment.parameterCount == Int32(reference.parameters.count) else {
                throw mismatch(expr, fragment, given: reference.parameters.count)
            }
            for (symbol, parameter) in zip(signature, reference.parameters) {
                guard let value = parameter.value else { continue }
                note(noOperation: value, for: builder.symbols.names[Int(symbol)])
                result += [symbol, try expressions.restricted.compile(value)]
            }
            return result
        }
        var names: Set<Int32> = []
        for parameter in reference.parameters {
            guard let name = ExprCompiler.staticName(parameter.name)?.name, let value = parameter.value else {
                throw StandardParser(start: expr.offset).unparsable(Chars("", at: expr.offset))
            }
            let symbol = builder.symbol(name)
            names.insert(symbol)
            note(noOperation: value, for: name)
            result += [symbol, try expressions.restricted.compile(value)]
        }
        if let missing = signature.first(where: { !names.contains($0) }) {
            throw missingParameter(expr, fragment, builder.symbols.names[Int(missing)], reference.parameters.isEmpty)
        }
        return result
    }

    private func mismatch(_ expr: Expr, _ fragment: Program.Fragment, given: Int) -> ExpressionProblem {
        let name = String(decoding: fragment.name.bytes, as: UTF8.self)
        let wanted = max(0, Int(fragment.parameterCount))
        return ExpressionProblem(
            code: "template.fragment-parameters",
            offset: expr.offset,
            length: expr.length,
            message: .init(
                en: "the fragment '\(name)' takes \(wanted) parameters, not \(given)",
                zh: "片段“\(name)”需要 \(wanted) 个参数，而不是 \(given) 个"
            ),
            help: [signatureHelp(fragment)]
        )
    }

    private func missingParameter(
        _ expr: Expr,
        _ fragment: Program.Fragment,
        _ missing: String,
        _ none: Bool
    ) -> ExpressionProblem {
        let name = String(decoding: fragment.name.bytes, as: UTF8.self)
        return ExpressionProblem(
            code: "template.fragment-parameters",
            offset: expr.offset,
            length: expr.length,
            message: .init(
                en: "the parameter '\(missing)' of the fragment '\(name)' is missing",
                zh: "缺少片段“\(name)”的参数“\(missing)”"
            ),
            help: [signatureHelp(fragment)]
        )
    }

    private func signatureHelp(_ fragment: Program.Fragment) -> LocalizedText {
        let name = String(decoding: fragment.name.bytes, as: UTF8.self)
        let names = (0..<max(0, fragment.parameterCount)).map {
            builder.symbols.names[Int(builder.operands[Int(fragment.parameters + $0)])]
        }
        let shown = "\(name)(\(names.joined(separator: ", ")))"
        return .init(en: "write '\(shown)'", zh: "请写作“\(shown)”")
    }

    private func bind(_ call: Call, _ attribute: AttributeNode, _ task: inout ElementTask) {
        guard !call.parameters.isEmpty else { return }
        let place = self.place(attribute)
        let builder = self.builder
        builder.emit(Instruction(code: .enter), at: place)
        if call.parameters.count == 2 {
            builder.emit(Instruction(code: .bind, a: call.parameters[0], b: call.parameters[1]), at: place)
        } else {
            let operands = builder.addOperands(call.parameters)
            builder.emit(Instruction(code: .bindAll, a: operands, b: Int32(call.parameters.count / 2)), at: place)
        }
        task.closers.append { builder.emit(Instruction(code: .leave), at: place) }
    }
}

/// The names that a template's fragments can be referred to by.
enum FragmentNames {
    static func all(in template: ParsedTemplate) -> [String] {
        var names: [String] = []
        collect(template.nodes, template, into: &names)
        return names
    }

    private static func collect(_ nodes: [TemplateNode], _ template: ParsedTemplate, into names: inout [String]) {
        for case .element(let element) in nodes {
            if let signature = FragmentSignature(element, template) { names.append(signature.name) }
            collect(element.children, template, into: &names)
        }
    }

    static func withoutSuffix(_ name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return name }
        return String(name[..<dot])
    }
}
