import Diagnostics

/// Writing an element: its start tag with changed attributes, its body, its end tag.
extension CodeGenerator {
    func write(_ task: inout ElementTask) {
        guard let removal = task.removal else { return write(task, mode: .none) }
        let text = self.text(of: removal).trimmed
        if !LateText.isLate(text), let name = try? StandardParser.parse(text), case .token(let word) = name.kind,
            let mode = Removal(rawValue: word.lowercased())
        {
            return write(task, mode: mode)
        }
        attempt { () throws(ExpressionProblem) in
            let node = try expression(removal)
            writeConditionally(task, node)
        }
    }

    /// What `th:remove` says at compile time.
    enum Removal: String {
        case all, body, tag, tags
        case allButFirst = "all-but-first"
        case none
    }

    private func write(_ task: ElementTask, mode: Removal) {
        switch mode {
        case .all: break
        case .none: write(task, tags: true, body: true, firstOnly: false)
        case .tag, .tags: write(task, tags: false, body: true, firstOnly: false)
        case .body: write(task, tags: true, body: false, firstOnly: false)
        case .allButFirst: write(task, tags: true, body: true, firstOnly: true)
        }
    }

    /// A removal known only at run time: every way of writing the element, one after the other, and tests.
    private func writeConditionally(_ task: ElementTask, _ node: Int32) {
        guard let removal = task.removal else { return }
        let place = self.place(removal)
        builder.emit(Instruction(code: .enter), at: place)
        builder.emit(Instruction(code: .removal, a: node), at: place)
        let modes: [(Removal, Int32)] = [(.none, 1), (.tag, 2), (.body, 4), (.allButFirst, 8)]
        for (mode, bit) in modes {
            let test = builder.emit(Instruction(code: .ifRemoval, a: ~bit & 31), at: place)
            write(task, mode: mode)
            builder.instructions[test].b = builder.here()
        }
        builder.emit(Instruction(code: .leave), at: place)
    }

    private func write(_ task: ElementTask, tags: Bool, body: Bool, firstOnly: Bool) {
        let element = task.plan.element
        let tags = tags && !task.plan.isBlock
        var hasBody = !element.isStandalone
        if case .children = task.body {} else { hasBody = true }
        if !body { hasBody = !element.isStandalone }
        if tags { startTag(task, standalone: !hasBody) }
        if body { write(body: task, firstOnly: firstOnly) }
        guard tags, hasBody else { return }
        if let close = element.close {
            builder.write(source.bytes[close])
        } else if element.isStandalone {
            builder.write("</\(element.name)>")
        }
    }

    // MARK: - Body

    private func write(body task: ElementTask, firstOnly: Bool) {
        switch task.body {
        case .children:
            if firstOnly { compileFirstElement(task.plan.element) } else { compile(task.plan.element.children) }
        case .value(let processor):
            attempt { () throws(ExpressionProblem) in try writeValue(processor, task.plan.element) }
        case .fragment(let number, let mode):
            builder.emit(
                Instruction(code: .call, mode: mode, a: number),
                at: place(task.plan.element.open.lowerBound, 1)
            )
        case .evaluatedFragment(let mode):
            let place = self.place(task.plan.element.open.lowerBound, 1)
            let index = builder.emit(Instruction(code: .callFragment, mode: mode), at: place)
            compile(task.plan.element.children)
            builder.instructions[index].a = builder.here()
        }
    }

    /// `all-but-first`: of the child elements only the first, and the text around it.
    private func compileFirstElement(_ element: ElementNode) {
        var found = false
        for node in element.children {
            if case .element = node {
                if found { continue }
                found = true
            }
            compile([node])
        }
    }

    private func writeValue(_ processor: Processor, _ element: ElementNode) throws(ExpressionProblem) {
        let isMarkup = processor.kind == .markup
        let text = try requiredText(processor.attribute)
        if element.isRawText { return refuseScript(text) }
        if isMarkup { warnUnescaped(text) }
        if !LateText.isLate(text), !isMarkup {
            let expr = try StandardParser.parse(text.trimmed)
            if !noOperations.allow(expr) {
                return try writeText(expr, mode: textMode(), at: place(processor.attribute))
            }
        }
        let node = try restricted(if: isMarkup) { () throws(ExpressionProblem) in try expression(text) }
        let place = self.place(processor.attribute)
        builder.emitText(isMarkup ? .markupOrBody : .textOrBody, mode: textMode(), c: node, at: place)
        let index = builder.instructions.count - 1
        compile(element.children)
        builder.instructions[index].d = builder.here()
    }

    func textMode() -> UInt8 { builder.mode == .xml ? Place.xml : 0 }

    // MARK: - Start tags

    private func startTag(_ task: ElementTask, standalone: Bool) {
        let element = task.plan.element
        builder.write(source.bytes[element.open.lowerBound..<element.nameEnd])
        if let simple = simpleChanges(task) {
            writeAttributes(task.plan, simple)
        } else {
            composeAttributes(task)
        }
        let isSlashed = source.bytes[element.open.upperBound - 2] == 0x2F
        let end = element.attributes.last?.range.upperBound ?? element.nameEnd
        builder.write(source.bytes[end..<max(end, element.open.upperBound - (isSlashed ? 2 : 1))])
        builder.write(standalone && isSlashed ? "/>" : ">")
    }

    private typealias Change = (name: String, policy: UInt8, attribute: AttributeNode, expr: Expr)

    /// The changes, if each is of an attribute of its own, by an expression known now that never comes to `_`.
    private func simpleChanges(_ task: ElementTask) -> [Change]? {
        var result: [Change] = []
        for processor in task.changes {
            guard case .set(let names, let policy) = processor.kind else { return nil }
            let text = self.text(of: processor.attribute)
            guard !text.isBlank, !LateText.isLate(text), let expr = try? attributeExpression(text, policy),
                !noOperations.allow(expr)
            else { return nil }
            for name in names {
                if result.contains(where: { $0.name == name }) { return nil }
                result.append((name, policy, processor.attribute, expr))
            }
        }
        return result
    }

    private func writeAttributes(_ plan: ElementPlan, _ changes: [Change]) {
        var left = changes
        for attribute in plan.element.attributes {
            if let index = left.firstIndex(where: { $0.name == attribute.key }) {
                write(left.remove(at: index))
            } else if plan.plain.contains(where: { $0.key == attribute.key }) {
                builder.write(source.bytes[attribute.range])
            } else {
                let own = left.filter { change in
                    change.attribute.key == attribute.key && !plan.plain.contains { $0.key == change.name }
                }
                for change in own { write(change) }
                left.removeAll { change in own.contains { $0.name == change.name } }
            }
        }
    }

    private func write(_ change: Change) {
        attempt { () throws(ExpressionProblem) in
            try restricted(if: ElementPlan.isRestricted(change.name, mode: template.mode)) {
                () throws(ExpressionProblem) in try writeAttribute(change)
            }
        }
    }

    private func writeAttribute(_ change: Change) throws(ExpressionProblem) {
        let place = self.place(change.attribute)
        let mode = textMode() | Place.attribute
        if isWrittenInParts(change) {
            builder.write(" \(change.name)=\"")
            try writeText(change.expr, mode: mode, at: place)
            builder.write("\"")
            return
        }
        let node = try expression(change.expr)
        let start = builder.constantBytes(" \(change.name)=\"".utf8)
        var instruction = Instruction(code: .attribute, mode: change.policy, a: start.0, b: start.1, c: node)
        let expression = builder.nodes[Int(node)]
        if change.policy == AttributePolicy.set, expression.code == .variableField {
            instruction = Instruction(
                code: .attributeField,
                mode: mode,
                a: start.0,
                b: start.1,
                c: expression.a,
                d: expression.b
            )
        }
        builder.emit(instruction, at: place)
    }

    /// Whether a value is a concatenation that is never empty, and, in a URL, whose scheme is the author's.
    private func isWrittenInParts(_ change: Change) -> Bool {
        let kind = change.policy & AttributePolicy.kindMask
        guard kind == AttributePolicy.set || kind == AttributePolicy.setKeepingEmpty,
            let parts = Self.concatenation(change.expr)
        else { return false }
        let texts = parts.map { part -> String? in
            switch part.kind {
            case .text(let text), .token(let text): text
            default: nil
            }
        }
        if change.policy & AttributePolicy.url != 0 {
            guard let first = texts.first, let first, first.contains(where: { "/#?:".contains($0) }) else {
                return false
            }
        }
        return texts.contains { $0?.isEmpty == false }
    }

    // MARK: - Attributes put together at run time

    private func composeAttributes(_ task: ElementTask) {
        let element = task.plan.element
        let place = self.place(element.open.lowerBound, 1)
        builder.emit(Instruction(code: .attributesBegin), at: place)
        for attribute in task.plan.plain { staticAttribute(attribute) }
        for processor in task.changes {
            attempt { () throws(ExpressionProblem) in
                try restricted(if: isRestricted(processor)) { () throws(ExpressionProblem) in try compose(processor) }
            }
        }
        builder.emit(Instruction(code: .attributesEnd), at: place)
    }

    private func isRestricted(_ processor: Processor) -> Bool {
        switch processor.kind {
        case .attributes: true
        case .set(let names, _): names.contains { ElementPlan.isRestricted($0, mode: template.mode) }
        default: false
        }
    }

    private func staticAttribute(_ attribute: AttributeNode) {
        let name = builder.constantBytes(attribute.name.utf8)
        let whole = builder.constantBytes(source.bytes[attribute.range])
        var instruction = Instruction(code: .attributeStatic, a: name.0, b: name.1, c: whole.0, d: whole.1, e: -1)
        if let value = attribute.value { instruction.e = Int32(value.lowerBound - attribute.range.lowerBound) }
        // The length of the value is what is left of the whole, less the closing quote.
        if let value = attribute.value, attribute.range.upperBound == value.upperBound { instruction.mode = 1 }
        builder.emit(instruction, at: place(attribute))
    }

    private func compose(_ processor: Processor) throws(ExpressionProblem) {
        switch processor.kind {
        case .set(let names, let policy):
            let text = text(of: processor.attribute)
            let node: Int32
            if text.isBlank {
                node = builder.add(ExprNode(code: .constant), at: place(processor.attribute))
            } else {
                if LateText.isLate(text) {
                    node = try expression(text)
                } else {
                    node = try expression(try attributeExpression(text, policy))
                }
            }
            for name in names { change(name, policy, node, processor.attribute) }
        case .classAppend:
            change("class", AttributePolicy.appendWithSpace, try expression(processor.attribute), processor.attribute)
        case .styleAppend:
            change("style", AttributePolicy.appendWithSpace, try expression(processor.attribute), processor.attribute)
        case .attributes(let policy): try composeAssignments(processor.attribute, policy)
        default: break
        }
    }

    private func composeAssignments(_ attribute: AttributeNode, _ policy: UInt8) throws(ExpressionProblem) {
        let text = try requiredText(attribute)
        if LateText.isLate(text) {
            let node = try lateText(text)
            builder.emit(Instruction(code: .attributeLate, mode: policy, a: node), at: place(attribute))
            return
        }
        for assignment in try assignments(text) {
            guard let value = assignment.value else { continue }
            let known = ExprCompiler.staticName(assignment.name)?.name
            let isEvent = template.mode == .html && known.map { HTMLNames.isEvent($0.lowercased()) } == true
            let node = try expressions.compile(isEvent ? value.guardedForEvents : value)
            switch assignment.name.kind {
            case .text(let name), .token(let name): change(name, effective(policy, name), node, attribute)
            default:
                let name = try expressions.compile(assignment.name)
                builder.emit(
                    Instruction(code: .attributeChangeNamed, mode: policy, a: name, c: node),
                    at: place(attribute)
                )
            }
        }
    }

    /// `th:attr` treats boolean attributes like their own template attributes.
    private func effective(_ policy: UInt8, _ name: String) -> UInt8 {
        let url = HTMLNames.urls.contains(name.lowercased()) ? AttributePolicy.url : 0
        guard policy == AttributePolicy.set, template.mode == .html else { return policy | url }
        return HTMLNames.fixedValue.contains(name) ? AttributePolicy.fixed : policy | url
    }

    private func change(_ name: String, _ policy: UInt8, _ node: Int32, _ attribute: AttributeNode) {
        let bytes = builder.constantBytes(name.utf8)
        builder.emit(
            Instruction(code: .attributeChange, mode: policy, a: bytes.0, b: bytes.1, c: node),
            at: place(attribute)
        )
    }

    /// The expression of an attribute; nothing that could be a script may reach an event attribute.
    private func attributeExpression(_ text: Chars, _ policy: UInt8) throws(ExpressionProblem) -> Expr {
        guard policy & AttributePolicy.event != 0 else { return try StandardParser.parse(text.trimmed) }
        do {
            return try StandardParser.parse(text.trimmed).guardedForEvents
        } catch {
            return try script(text, error)
        }
    }

    /// What is no expression in an event attribute is a script; values stand in it only where no schema is checked.
    private func script(_ text: Chars, _ problem: ExpressionProblem) throws(ExpressionProblem) -> Expr {
        let isDynamic = text.find("[[") != nil || text.find("[(") != nil
        guard defersProblems || !isDynamic && text.find("${") == nil else { throw problem }
        if text.find("[(") != nil { warnUnescaped(text) }
        return Expr(.script(try ScriptText.pieces(text)), at: text.start, length: text.count)
    }
}
