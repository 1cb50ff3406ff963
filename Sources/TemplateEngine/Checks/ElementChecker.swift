import Diagnostics

/// Markup as rendering would go through it.
extension SchemaChecker {
    func check(_ nodes: [TemplateNode]) {
        for node in nodes {
            switch node {
            case .element(let element): scoped { check(element) }
            case .text(let range, let raw): if !raw { checkText(range) }
            case .comment(let range), .cdata(let range): checkText(range)
            case .conditionalComment(_, let children, _): check(children)
            case .other: break
            }
        }
    }

    private func check(_ element: ElementNode) {
        let plan = ElementPlan(element, mode: template.mode)
        declareParameters(element)
        var body: [TemplateNode]? = element.children
        for processor in plan.processors {
            if check(processor, element, &body) { return }
        }
        if let body { check(body) }
    }

    /// The parameters of a fragment that is rendered where it is written have no values.
    private func declareParameters(_ element: ElementNode) {
        for name in FragmentSignature(element, template)?.parameters ?? [] where variables[name] == nil {
            variables[name] = .unknown
        }
    }

    /// One template attribute; true when the element goes no further.
    private func check(_ processor: Processor, _ element: ElementNode, _ body: inout [TemplateNode]?) -> Bool {
        let attribute = processor.attribute
        let text = self.text(of: attribute)
        if LateText.isLate(text) || text.isBlank { return false }
        switch processor.kind {
        case .insert, .include, .replace: return insert(text, processor.kind, &body)
        case .each: each(text)
        case .when, .unless, .choose, .match:
            if text.trimmed.string != "*" { parsed(text) }
        case .select: if let expr = expression(text) { selection = type(of: expr) }
        case .with, .attributes: assignments(text, binding: processor.kind == .with)
        case .text:
            parsed(text)
            if let expr = expression(text), !noOperations.allow(expr) { body = nil }
        case .markup:
            markup(text, attribute)
            body = nil
        case .inline: inlining = text.trimmed.string.lowercased() != "none"
        case .remove: if text.trimmed.string.lowercased() == "all" { return true }
        case .assert:
            for expr in (try? StandardParser(start: text.start).sequence(text)) ?? [] { type(of: expr) }
        case .set, .classAppend, .styleAppend: parsed(text)
        case .fragment, .reference: break
        }
        return false
    }

    /// The variables that may be `_`: those of which nothing is known.
    private var noOperations: NoOperationNames {
        var names = NoOperationNames.none
        for (name, type) in variables where type == .unknown { names.insert(name) }
        return names
    }

    func text(of attribute: AttributeNode) -> Chars {
        guard let range = attribute.value else { return Chars() }
        return AttributeText.chars(source, range, mode: template.mode)
    }

    private func expression(_ text: Chars) -> Expr? { try? StandardParser.parse(text.trimmed) }

    private func parsed(_ text: Chars) {
        if let expr = expression(text) { type(of: expr) }
    }

    private func each(_ text: Chars) {
        guard let parts = try? StandardParser.iteration(text), let name = ExprCompiler.staticName(parts.variable)?.name
        else { return }
        let list = type(of: parts.list)
        switch list.unwrapped {
        case .known(.boolean), .known(.integer), .known(.decimal), .known(.text), .known(.markup), .number:
            report(
                "template.each-type",
                at: parts.list.offset,
                length: parts.list.length,
                .init(
                    en: "'th:each' goes through lists, and this is \(list.name.en)",
                    zh: "“th:each”用于列表，而此处是\(list.name.zh)"
                )
            )
        default: break
        }
        variables[name] = list.element
        variables[ExprCompiler.staticName(parts.status)?.name ?? name + "Stat"] = .status(list.element)
    }

    private func assignments(_ text: Chars, binding: Bool) {
        let parser = StandardParser(start: text.start)
        for assignment in (try? parser.assignments(text.trimmed, allowingNoValue: false)) ?? [] {
            guard let value = assignment.value else { continue }
            let type = type(of: value)
            if binding, let name = ExprCompiler.staticName(assignment.name)?.name { variables[name] = type }
        }
    }

    private func markup(_ text: Chars, _ attribute: AttributeNode) {
        guard let expr = expression(text) else { return }
        let type = type(of: expr)
        switch type.unwrapped {
        case .known(.markup), .fragment, .null: return
        default: unsafeMarkup(expr, type)
        }
    }

    private func unsafeMarkup(_ expr: Expr, _ type: CheckedType) {
        report(
            "template.unsafe-markup",
            at: expr.offset,
            length: expr.length,
            .init(
                en: "unescaped output takes only markup that the engine produced, not \(type.name.en)",
                zh: "不转义输出只接受引擎生成的标记，不能是\(type.name.zh)"
            ),
            help: [.init(en: "use 'th:text' or '[[…]]'", zh: "请改用“th:text”或“[[…]]”")]
        )
    }

    private func checkText(_ range: Range<Int>) {
        guard inlining else { return }
        for (inner, escaped) in InlineText.expressions(source, range) {
            let text = AttributeText.chars(source, inner, mode: template.mode)
            guard !LateText.isLate(text), let expr = expression(text) else { continue }
            let type = type(of: expr)
            if !escaped, type.unwrapped != .known(.markup), type != .null { unsafeMarkup(expr, type) }
        }
    }

    // MARK: - Fragments

    /// An insertion; true when nothing of the element is left.
    private func insert(_ text: Chars, _ kind: ProcessorKind, _ body: inout [TemplateNode]?) -> Bool {
        let parser = StandardParser(start: text.start)
        let trimmed = text.trimmed
        let parsed =
            CodeGenerator.isBareReference(trimmed) ? try? parser.fragment(trimmed) : try? StandardParser.parse(trimmed)
        guard let expr = parsed else { return false }
        var value = expr
        if case .fragment(let reference) = expr.kind, reference.selector == nil, reference.parameters.isEmpty,
            let inner = reference.template, ExprCompiler.staticName(inner) == nil
        {
            value = inner
        }
        let keepsBody = noOperations.allow(value)
        follow(value)
        if kind == .replace { return !keepsBody }
        if !keepsBody { body = nil }
        return false
    }

    /// Goes through the fragments that an expression may come to.
    private func follow(_ expr: Expr) {
        switch expr.kind {
        case .fragment(let reference): follow(reference, from: template)
        case .conditional(let condition, let then, let otherwise):
            type(of: condition)
            follow(then)
            if let otherwise { follow(otherwise) }
        case .elvis(let value, let fallback):
            follow(value)
            follow(fallback)
        case .emptyFragment, .noOperation, .null: break
        default:
            guard case .fragment(let name, let offset) = type(of: expr),
                let origin = library.template(name, mode: template.mode)
            else { return }
            followValue(origin, offset)
        }
    }

    /// Goes through a fragment that was passed as a value, by the place where it was written.
    private func followValue(_ origin: ParsedTemplate, _ offset: Int) {
        let end = origin.source.bytes.count
        var level = 1
        var stop = offset
        while stop < end, level > 0 {
            if origin.source.bytes[stop] == 0x7B { level += 1 }
            if origin.source.bytes[stop] == 0x7D { level -= 1 }
            stop += 1
        }
        let chars = AttributeText.chars(origin.source, offset..<max(offset, stop - 1), mode: origin.mode)
        guard let expr = try? StandardParser(start: offset).fragment(chars), case .fragment(let reference) = expr.kind
        else { return }
        follow(reference, from: origin)
    }

    private func follow(_ reference: FragmentReference, from origin: ParsedTemplate) {
        guard let template = ExprCompiler.staticName(reference.template),
            let selector = ExprCompiler.staticName(reference.selector)
        else { return }
        var types: [CheckedType] = []
        for parameter in reference.parameters {
            types.append(parameter.value.map { type(of: $0) } ?? .null)
        }
        for candidate in candidates(template.name, from: origin) {
            let nodes = MarkupSelector.nodes(in: candidate, selector: selector.name)
            guard let first = nodes.first else { continue }
            scoped {
                bind(reference, types, first, candidate)
                visit(nodes, of: candidate, offset: first.range.lowerBound)
            }
            return
        }
    }

    private func candidates(_ name: String?, from origin: ParsedTemplate) -> [ParsedTemplate] {
        if let name = name?.trimmingSpaces(), !name.isEmpty, name != "this" {
            return library.template(named: name, mode: template.mode, from: origin.source.name).map { [$0] } ?? []
        }
        return [origin] + callers.reversed()
    }

    private func bind(
        _ reference: FragmentReference,
        _ types: [CheckedType],
        _ node: TemplateNode,
        _ target: ParsedTemplate
    ) {
        if reference.isPositional {
            guard case .element(let element) = node else { return }
            let names = FragmentSignature(element, target)?.parameters ?? []
            for (name, type) in zip(names, types) { variables[name] = type }
            return
        }
        for (parameter, type) in zip(reference.parameters, types) {
            if let name = ExprCompiler.staticName(parameter.name)?.name { variables[name] = type }
        }
    }
}
