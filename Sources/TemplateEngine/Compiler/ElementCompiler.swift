import Diagnostics

/// Markup to instructions.
extension CodeGenerator {
    func compile(_ nodes: [TemplateNode]) {
        var previous: TemplateNode?
        for node in nodes {
            compile(node, after: previous)
            previous = node
        }
    }

    private func compile(_ node: TemplateNode, after previous: TemplateNode?) {
        switch node {
        case .element(let element): compile(element, after: previous)
        case .text(let range, let raw): compileText(range, raw: raw)
        case .comment(let range): compileInside(range, 4, 3, isXMLComment: template.mode == .xml)
        case .cdata(let range): compileInside(range, 9, 3)
        case .other(let range): compileDeclaration(range)
        case .conditionalComment(let open, let children, let close):
            builder.write(source.bytes[open])
            compile(children)
            builder.write(source.bytes[close])
        }
    }

    /// A comment or CDATA section, whose content may have expressions in it.
    private func compileInside(_ range: Range<Int>, _ before: Int, _ after: Int, isXMLComment: Bool = false) {
        let content = (range.lowerBound + before)..<(range.upperBound - after)
        guard content.lowerBound <= content.upperBound else { return builder.write(source.bytes[range]) }
        builder.write(source.bytes[range.lowerBound..<content.lowerBound])
        let isGuarded = isXMLComment && inlining && !InlineText.expressions(source, content).isEmpty
        let place = self.place(content.lowerBound, content.count)
        if isGuarded { builder.emit(Instruction(code: .commentBegin), at: place) }
        compileText(content, raw: false)
        if isGuarded { builder.emit(Instruction(code: .commentEnd), at: place) }
        builder.write(source.bytes[content.upperBound..<range.upperBound])
    }

    private func compileDeclaration(_ range: Range<Int>) {
        guard template.mode == .html, let text = DoctypeTranslation.translation(of: source.string(range)) else {
            return builder.write(source.bytes[range])
        }
        builder.write(text)
    }

    func compile(_ element: ElementNode, after previous: TemplateNode?) {
        let plan = ElementPlan(element, mode: template.mode)
        if plan.isStatic {
            builder.write(source.bytes[element.open])
            compile(element.children)
            if let close = element.close { builder.write(source.bytes[close]) }
            return
        }
        let outer = (inlining, isTextual)
        var task = ElementTask(plan: plan)
        task.spaceBefore = spaceBefore(element, previous)
        run(&task)
        (inlining, isTextual) = outer
    }

    /// The white space before an element, which an iteration repeats so that its output stays readable.
    private func spaceBefore(_ element: ElementNode, _ previous: TemplateNode?) -> Range<Int> {
        guard case .text(let range, false)? = previous,
            template.mode == .xml || HTMLNames.spacedInIterations.contains(element.key),
            source.bytes[range].allSatisfy({ $0 <= 0x20 })
        else { return 0..<0 }
        return range
    }

    /// Carries out an element's processors one after the other, then writes it.
    private func run(_ task: inout ElementTask) {
        while task.next < task.plan.processors.count {
            let processor = task.plan.processors[task.next]
            task.next += 1
            var finished = false
            do throws(ExpressionProblem) {
                finished = try process(processor, &task)
            } catch {
                report(error)
            }
            if finished {
                close(&task)
                return
            }
        }
        write(&task)
        close(&task)
    }

    private func close(_ task: inout ElementTask) {
        for closer in task.closers.reversed() { closer() }
        task.closers = []
    }

    /// One processor; true when nothing of the element is left to write.
    private func process(_ processor: Processor, _ task: inout ElementTask) throws(ExpressionProblem) -> Bool {
        let attribute = processor.attribute
        switch processor.kind {
        case .insert, .include: try insert(processor, &task)
        case .replace: return try replace(attribute, &task)
        case .each: try each(attribute, &task)
        case .choose: try choose(attribute, &task)
        case .match: try match(attribute, &task)
        case .when: try condition(attribute, .unless, &task)
        case .unless: try condition(attribute, .when, &task)
        case .select: try select(attribute, &task)
        case .with: try with(attribute, &task)
        case .attributes, .set, .classAppend, .styleAppend: task.changes.append(processor)
        case .text, .markup: task.body = .value(processor)
        case .inline: try inline(attribute)
        case .assert: try assert(attribute)
        case .remove: task.removal = attribute
        case .fragment, .reference: break
        }
        return false
    }

    // MARK: - Structure

    private func each(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) {
        let text = try requiredText(attribute)
        var instruction = Instruction(code: .each)
        if LateText.isLate(text) {
            instruction.code = .eachLate
            instruction.a = try lateText(text)
        } else {
            let parts = try StandardParser.iteration(text)
            let name = try staticText(parts.variable)
            instruction.a = try expressions.compile(parts.list)
            instruction.b = builder.symbol(name)
            instruction.c = builder.symbol(
                try parts.status.map { (expr) throws(ExpressionProblem) in try staticText(expr) } ?? name + "Stat"
            )
            useField(&instruction)
        }
        let builder = self.builder
        let place = self.place(attribute)
        let index = builder.emit(instruction, at: place)
        var body = builder.here()
        if !task.spaceBefore.isEmpty {
            let jump = builder.emit(Instruction(code: .jump), at: place)
            body = builder.here()
            builder.write(source.bytes[task.spaceBefore])
            builder.instructions[jump].a = builder.here()
        }
        task.closers.append { [body] in
            builder.emit(Instruction(code: .next, a: body), at: place)
            builder.instructions[index].d = builder.here()
        }
    }

    /// A plain `${x.list}` gets an instruction of its own.
    private func useField(_ instruction: inout Instruction) {
        let node = builder.nodes[Int(instruction.a)]
        guard node.code == .variableField else { return }
        instruction.code = .eachField
        instruction.a = node.a
        instruction.e = node.b
    }

    private func staticText(_ expr: Expr) throws(ExpressionProblem) -> String {
        switch expr.kind {
        case .text(let text), .token(let text): return text
        default:
            throw ExpressionProblem(
                code: "template.variable-name",
                offset: expr.offset,
                length: expr.length,
                message: .init(en: "a variable name is expected here", zh: "此处应为变量名")
            )
        }
    }

    private func condition(
        _ attribute: AttributeNode,
        _ code: Instruction.Code,
        _ task: inout ElementTask
    ) throws(ExpressionProblem) {
        let node = try expression(attribute)
        let place = self.place(attribute)
        let index = builder.emit(fast(code, node), at: place)
        let target = Self.target(builder.instructions[index].code)
        let builder = self.builder
        task.closers.append { builder.instructions[index][keyPath: target] = builder.here() }
    }

    private static func target(_ code: Instruction.Code) -> WritableKeyPath<Instruction, Int32> {
        switch code {
        case .unlessStatus, .whenStatus, .unlessEmptyField: \.c
        default: \.b
        }
    }

    /// The test of a condition, by an instruction of its own where the expression is a common one.
    private func fast(_ code: Instruction.Code, _ node: Int32) -> Instruction {
        let expression = builder.nodes[Int(node)]
        if expression.code == .emptyField, code == .unless {
            return Instruction(code: .unlessEmptyField, a: expression.a, b: expression.b)
        }
        return Instruction(code: code, a: node)
    }

    private func choose(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) {
        let node = try expression(attribute)
        let builder = self.builder
        let place = self.place(attribute)
        builder.emit(Instruction(code: .choose, a: node), at: place)
        task.closers.append { builder.emit(Instruction(code: .leave), at: place) }
    }

    private func match(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) {
        let text = try requiredText(attribute)
        let place = self.place(attribute)
        let builder = self.builder
        if text.trimmed.string == "*" {
            let index = builder.emit(Instruction(code: .matchDefault), at: place)
            task.closers.append { builder.instructions[index].b = builder.here() }
            return
        }
        let node = try expression(attribute)
        let constant = builder.nodes[Int(node)]
        if constant.code == .constant, constant.value.tag == .text, Value.decimalText(constant.value.bytes) == nil {
            let (start, count) = builder.constantBytes(constant.value.bytes)
            let index = builder.emit(Instruction(code: .matchText, a: start, b: count, d: node), at: place)
            task.closers.append { builder.instructions[index].c = builder.here() }
            return
        }
        let index = builder.emit(Instruction(code: .match, a: node), at: place)
        task.closers.append { builder.instructions[index].b = builder.here() }
    }

    private func select(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) {
        let node = try expression(attribute)
        let builder = self.builder
        let place = self.place(attribute)
        builder.emit(Instruction(code: .enter), at: place)
        builder.emit(Instruction(code: .select, a: node), at: place)
        task.closers.append { builder.emit(Instruction(code: .leave), at: place) }
    }

    private func with(_ attribute: AttributeNode, _ task: inout ElementTask) throws(ExpressionProblem) {
        let text = try requiredText(attribute)
        let builder = self.builder
        let place = self.place(attribute)
        builder.emit(Instruction(code: .enter), at: place)
        task.closers.append { builder.emit(Instruction(code: .leave), at: place) }
        if LateText.isLate(text) {
            builder.emit(Instruction(code: .bindLate, a: try lateText(text)), at: place)
            return
        }
        for assignment in try assignments(text) {
            guard let value = assignment.value else { continue }
            let node = try expressions.compile(value)
            note(noOperation: value, for: ExprCompiler.staticName(assignment.name)?.name)
            if let name = try? staticText(assignment.name) {
                builder.emit(Instruction(code: .bind, a: builder.symbol(name), b: node), at: place)
            } else {
                let late = try lateText(text)
                builder.emit(Instruction(code: .bindLate, a: late), at: place)
                return
            }
        }
    }

    private func assert(_ attribute: AttributeNode) throws(ExpressionProblem) {
        let text = try requiredText(attribute)
        let parser = StandardParser(start: text.start)
        guard let expressions = try parser.sequence(text) else { throw parser.unparsable(text) }
        for expression in expressions {
            let node = try self.expressions.compile(expression)
            builder.emit(Instruction(code: .assert, a: node), at: place(attribute))
        }
    }

    private func inline(_ attribute: AttributeNode) throws(ExpressionProblem) {
        let mode = try requiredText(attribute).trimmed.string.lowercased()
        switch mode {
        case "none": (inlining, isTextual) = (false, false)
        case "text": (inlining, isTextual) = (true, defersProblems)
        case "true", "", template.mode.rawValue: (inlining, isTextual) = (true, false)
        default:
            throw ExpressionProblem(
                code: "template.inline",
                offset: attribute.value?.lowerBound ?? attribute.nameRange.lowerBound,
                length: mode.unicodeScalars.count,
                message: .init(
                    en: "inlining '\(mode)' is not part of the template language",
                    zh: "模板语言不支持内联方式“\(mode)”"
                ),
                help: [
                    .init(
                        en: "put data for scripts into a 'data-*' attribute and read it from the script",
                        zh: "请把脚本所需的数据放入“data-*”属性，由脚本读取"
                    )
                ]
            )
        }
    }
}

/// An element on its way through its processors.
struct ElementTask {
    /// What stands between the tags.
    enum Body {
        case children
        case value(Processor)
        /// The fragment evaluated last; 1: without its outer elements.
        case evaluatedFragment(UInt8)
        /// A fragment known at compile time.
        case fragment(Int32, UInt8)
    }

    let plan: ElementPlan
    var next = 0
    var body = Body.children
    var changes: [Processor] = []
    var removal: AttributeNode?
    /// White space before the element, nothing where an iteration does not repeat it.
    var spaceBefore = 0..<0
    /// What ends the constructs that were begun, in the order they were.
    var closers: [() -> Void] = []
}
