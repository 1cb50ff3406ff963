import Diagnostics

/// Turns parsed expressions into the nodes of a program.
struct ExprCompiler {
    let builder: ProgramBuilder
    let source: Int32
    let fragments: any FragmentResolving
    /// Problems become nodes that report them when they are evaluated.
    let defersProblems: Bool
    /// Whether `param` must not be read: where a request could put code into the document.
    var isRestricted = false

    func place(_ expr: Expr) -> SourcePlace {
        SourcePlace(source: source, offset: Int32(expr.offset), length: Int32(expr.length))
    }

    private func add(_ node: ExprNode, _ expr: Expr) -> Int32 { builder.add(node, at: place(expr)) }

    private func constant(_ value: Value, _ expr: Expr) -> Int32 {
        add(ExprNode(code: .constant, value: value), expr)
    }

    /// The node of an expression; `selected`: names are looked up in the selected object.
    func compile(_ expr: Expr, selected: Bool = false) throws(ExpressionProblem) -> Int32 {
        switch expr.kind {
        case .text, .token, .number, .realNumber, .boolean, .null, .noOperation, .emptyFragment:
            return literal(expr, standard: true)
        case .message, .link, .fragment, .operation, .minus, .not, .conditional, .elvis, .converted, .selection,
            .eventSafe, .script:
            return try standard(expr, selected: selected)
        case .broken(let problem): return try deferred(problem)
        default:
            do {
                return try inner(expr, selected: selected)
            } catch {
                return try deferred(error)
            }
        }
    }

    /// The node that reports a problem when it is evaluated, where problems wait for that.
    private func deferred(_ problem: ExpressionProblem) throws(ExpressionProblem) -> Int32 {
        guard defersProblems, !problem.isOutOfScope else { throw problem }
        let place = SourcePlace(source: source, offset: Int32(problem.offset), length: Int32(problem.length))
        return builder.add(ExprNode(code: .problem, a: builder.add(problem)), at: place)
    }

    private func literal(_ expr: Expr, standard: Bool) -> Int32 {
        switch expr.kind {
        case .text(let text), .token(let text):
            return constant(builder.text(text, flags: standard ? Value.literal : 0), expr)
        case .number(let digits): return constant(number(digits), expr)
        case .realNumber(let digits): return constant(Value(double: Double(digits) ?? 0), expr)
        case .boolean(let value): return constant(Value(value), expr)
        case .noOperation: return constant(.noOperation, expr)
        case .emptyFragment: return constant(.emptyFragment, expr)
        default: return constant(.null, expr)
        }
    }

    private func number(_ digits: String) -> Value {
        if let integer = Int(digits), String(integer) == digits { return Value(integer) }
        if let integer = Int(digits) { return Value(integer) }
        return builder.text(digits.hasPrefix(".") ? "0" + digits : digits, tag: .decimal)
    }

    // MARK: - Standard expressions

    private func standard(_ expr: Expr, selected: Bool) throws(ExpressionProblem) -> Int32 {
        switch expr.kind {
        case .operation(let meaning, let left, let right):
            let a = try compile(left)
            let b = try compile(right)
            return add(ExprNode(code: .operation, flag: UInt8(meaning.rawValue), a: a, b: b), expr)
        case .minus(let operand): return add(ExprNode(code: .minus, a: try compile(operand)), expr)
        case .not(let operand): return add(ExprNode(code: .not, a: try compile(operand)), expr)
        case .conditional(let condition, let then, let otherwise):
            let a = try compile(condition, selected: selected)
            let b = try compile(then, selected: selected)
            let c: Int32
            if let otherwise { c = try compile(otherwise, selected: selected) } else { c = constant(.null, expr) }
            return add(ExprNode(code: .conditional, a: a, b: b, c: c), expr)
        case .elvis(let value, let fallback):
            let a = try compile(value, selected: selected)
            return add(ExprNode(code: .elvis, a: a, b: try compile(fallback, selected: selected)), expr)
        case .converted(let value):
            return add(ExprNode(code: .converted, a: try compile(value, selected: selected)), expr)
        case .selection(let value): return try compile(value, selected: true)
        case .script(let pieces): return try script(pieces, expr)
        case .eventSafe(let value): return add(ExprNode(code: .eventSafe, a: try compile(value)), expr)
        case .message(let key, let arguments):
            let a = try compile(key)
            let b = try operands(arguments, selected: false)
            return add(ExprNode(code: .message, a: a, b: b), expr)
        case .link(let base, let parameters):
            let a = try restricted.compile(base)
            var unrestricted = self
            unrestricted.isRestricted = false
            let b = try unrestricted.operands(parameters)
            return add(ExprNode(code: .link, a: a, b: b), expr)
        case .fragment(let reference): return try restricted.fragment(reference, expr)
        default: return constant(.null, expr)
        }
    }

    private func script(_ pieces: [ScriptPiece], _ expr: Expr) throws(ExpressionProblem) -> Int32 {
        var values = [Int32(pieces.count)]
        for piece in pieces {
            switch piece {
            case .text(let text): values += [0, constant(builder.text(text), expr)]
            case .value(let value): values += [1, try compile(value)]
            case .raw(let value): values += [0, try compile(value)]
            }
        }
        return add(ExprNode(code: .script, a: builder.addOperands(values)), expr)
    }

    private func operands(_ expressions: [Expr], selected: Bool) throws(ExpressionProblem) -> Int32 {
        var values = [Int32(expressions.count)]
        for expression in expressions { values.append(try compile(expression, selected: selected)) }
        return builder.addOperands(values)
    }

    private func operands(_ pairs: [Assignment]) throws(ExpressionProblem) -> Int32 {
        var values = [Int32(pairs.count)]
        for pair in pairs {
            values.append(try compile(pair.name))
            if let value = pair.value { values.append(try compile(value)) } else { values.append(-1) }
        }
        return builder.addOperands(values)
    }

    /// The parameters of a fragment reference: positional, count, names and values in turn.
    private func parameters(_ reference: FragmentReference) throws(ExpressionProblem) -> Int32 {
        var values = [reference.isPositional ? 1 : 0, Int32(reference.parameters.count)]
        for parameter in reference.parameters {
            let value = try parameter.value.map { (expr) throws(ExpressionProblem) in try compile(expr) } ?? -1
            values.append(reference.isPositional ? value : try compile(parameter.name))
            values.append(value)
        }
        return builder.addOperands(values)
    }

    /// The same, where `param` must not be read.
    var restricted: ExprCompiler {
        var result = self
        result.isRestricted = true
        return result
    }

    private func fragment(_ reference: FragmentReference, _ expr: Expr) throws(ExpressionProblem) -> Int32 {
        let operands = try parameters(reference)
        if let template = Self.staticName(reference.template), let selector = Self.staticName(reference.selector),
            case .found(let number) = fragments.resolve(template: template.name, selector: selector.name)
        {
            noteNoOperations(reference, builder.signature(of: number))
            return add(ExprNode(code: .fragment, a: number, b: operands), expr)
        }
        noteNoOperations(reference, [])
        let a = try reference.template.map { (expr) throws(ExpressionProblem) in try compile(expr) } ?? -1
        let c = try reference.selector.map { (expr) throws(ExpressionProblem) in try compile(expr) } ?? -1
        return add(ExprNode(code: .fragmentByName, a: a, b: operands, c: c), expr)
    }

    private func noteNoOperations(_ reference: FragmentReference, _ signature: [Int32]) {
        for (index, parameter) in reference.parameters.enumerated() {
            guard let value = parameter.value else { continue }
            let known = index < signature.count ? builder.symbols.names[Int(signature[index])] : nil
            let name = reference.isPositional ? known : Self.staticName(parameter.name)?.name
            fragments.note(noOperation: value, for: name)
        }
    }

    /// The name that a part of a fragment reference has for sure; nil if it is known only at run time.
    static func staticName(_ expr: Expr?) -> (name: String?, Void)? {
        guard let expr else { return (nil, ()) }
        switch expr.kind {
        case .text(let name), .token(let name): return (name, ())
        case .number(let name): return (name, ())
        default: return nil
        }
    }

    // MARK: - Inside ${…}

    private func inner(_ expr: Expr, selected: Bool) throws(ExpressionProblem) -> Int32 {
        switch expr.kind {
        case .name(let name):
            if isRestricted, name == "param", !selected { throw forbidden(expr) }
            return add(ExprNode(code: selected ? .selected : .variable, a: builder.symbol(name)), expr)
        case .property(let target, let name, let safe):
            return try property(expr, target, name, safe: safe, selected: selected)
        case .index(let target, let key):
            let a = try compile(target, selected: selected)
            return add(ExprNode(code: .index, a: a, b: try compile(key, selected: selected)), expr)
        case .method(let target, let name, let arguments, let safe):
            return try method(expr, target, name, arguments, safe: safe, selected: selected)
        case .function(let name, _): throw unknownMethod(expr, name)
        case .utility(let name): return try utilityObject(expr, name)
        case .this: return add(ExprNode(code: selected ? .object : .root), expr)
        case .object: return add(ExprNode(code: .object), expr)
        case .root: return add(ExprNode(code: .root), expr)
        case .list(let items):
            return add(ExprNode(code: .list, a: try operands(items, selected: selected)), expr)
        case .map(let entries):
            var values = [Int32(entries.count)]
            for (key, value) in entries {
                values.append(try compile(key, selected: selected))
                values.append(try compile(value, selected: selected))
            }
            return add(ExprNode(code: .map, a: builder.addOperands(values)), expr)
        case .projection(let list, let body):
            let a = try compile(list, selected: selected)
            return add(ExprNode(code: .projection, a: a, b: try compile(inElement: body)), expr)
        case .filter(let list, let condition, let filter):
            let a = try compile(list, selected: selected)
            let b = try compile(inElement: condition)
            return add(ExprNode(code: .filter, flag: UInt8(filter.rawValue), a: a, b: b), expr)
        case .inner(let meaning, let left, let right):
            let a = try compile(left, selected: selected)
            let b = try compile(right, selected: selected)
            return add(ExprNode(code: .inner, flag: UInt8(meaning.rawValue), a: a, b: b), expr)
        case .innerMinus(let operand):
            return add(ExprNode(code: .innerMinus, a: try compile(operand, selected: selected)), expr)
        case .innerNot(let operand):
            return add(ExprNode(code: .not, flag: 1, a: try compile(operand, selected: selected)), expr)
        case .innerConditional(let condition, let then, let otherwise):
            let a = try compile(condition, selected: selected)
            let b = try compile(then, selected: selected)
            let c = try compile(otherwise, selected: selected)
            return add(ExprNode(code: .conditional, flag: 1, a: a, b: b, c: c), expr)
        case .sequence(let first, let last):
            let a = try compile(first, selected: selected)
            return add(ExprNode(code: .sequence, a: a, b: try compile(last, selected: selected)), expr)
        default: return constant(.null, expr)
        }
    }

    /// Inside a projection names are looked up in the element, which is bound as the selected object.
    private func compile(inElement body: Expr) throws(ExpressionProblem) -> Int32 { try compile(body, selected: true) }

    private func property(
        _ expr: Expr,
        _ target: Expr,
        _ name: String,
        safe: Bool,
        selected: Bool
    ) throws(ExpressionProblem) -> Int32 {
        if case .utility("locale") = target.kind {
            let getter = "get" + name.prefix(1).uppercased() + name.dropFirst()
            return try utility(expr, "locale", at: target, getter, [], selected: selected)
        }
        let field = builder.symbol(name)
        if case .name(let variable) = target.kind, !selected, !safe, !isRestricted || variable != "param" {
            return add(ExprNode(code: .variableField, a: builder.symbol(variable), b: field), expr)
        }
        let a = try compile(target, selected: selected)
        return add(ExprNode(code: .field, flag: safe ? 1 : 0, a: a, b: field), expr)
    }

    private func method(
        _ expr: Expr,
        _ target: Expr,
        _ name: String,
        _ arguments: [Expr],
        safe: Bool,
        selected: Bool
    ) throws(ExpressionProblem) -> Int32 {
        if case .utility(let object) = target.kind {
            return try utility(expr, object, at: target, name, arguments, selected: selected)
        }
        guard let method = Method.named(name) else { throw unknownMethod(expr, name) }
        let a = try compile(target, selected: selected)
        let b = try operands(arguments, selected: selected)
        return add(ExprNode(code: .method, flag: safe ? 1 : 0, a: a, b: b, c: method), expr)
    }

    private func forbidden(_ expr: Expr) -> ExpressionProblem {
        ExpressionProblem(
            code: "template.restricted",
            offset: expr.offset,
            length: expr.length,
            message: .init(
                en: "'param' must not be read here, where it could become code",
                zh: "此处不得读取“param”，以免其内容成为代码"
            ),
            help: [.init(en: "show it with 'th:text' or '[[…]]'", zh: "请用“th:text”或“[[…]]”输出")]
        )
    }

    private func unknownMethod(_ expr: Expr, _ name: String) -> ExpressionProblem {
        ExpressionProblem(
            code: "template.unknown-method",
            offset: expr.offset,
            length: name.unicodeScalars.count,
            message: .init(en: "there is no method '\(name)'", zh: "没有名为“\(name)”的方法"),
            help: Suggestion.help(for: name, among: Method.names)
        )
    }

    private func utilityObject(_ expr: Expr, _ name: String) throws(ExpressionProblem) -> Int32 {
        guard let number = UtilityRegistry.objectNumber(name) else { throw unknownUtility(expr, name) }
        return add(ExprNode(code: .utilityObject, a: number), expr)
    }

    private func unknownUtility(_ expr: Expr, _ name: String) -> ExpressionProblem {
        let servlet = [
            "request", "response", "session", "servletContext", "httpServletRequest", "httpSession", "param",
        ]
        if servlet.contains(name) {
            return ExpressionProblem(
                code: "template.out-of-scope",
                offset: expr.offset,
                length: name.unicodeScalars.count + 1,
                message: .init(
                    en: "'#\(name)' is a servlet object, which templates here do not have",
                    zh: "“#\(name)”是 Servlet 对象，此处不可用"
                )
            )
        }
        return ExpressionProblem(
            code: "template.unknown-utility",
            offset: expr.offset,
            length: name.unicodeScalars.count + 1,
            message: .init(en: "there is no utility object '#\(name)'", zh: "没有名为“#\(name)”的工具对象"),
            help: Suggestion.help(for: name, among: UtilityRegistry.objects)
        )
    }

    private func utility(
        _ expr: Expr,
        _ object: String,
        at target: Expr,
        _ name: String,
        _ arguments: [Expr],
        selected: Bool
    ) throws(ExpressionProblem) -> Int32 {
        guard UtilityRegistry.objectNumber(object) != nil else { throw unknownUtility(target, object) }
        guard let function = UtilityRegistry.number(object, name) else {
            throw ExpressionProblem(
                code: "template.unknown-utility",
                offset: expr.offset,
                length: name.unicodeScalars.count,
                message: .init(en: "'#\(object)' has no function '\(name)'", zh: "“#\(object)”没有函数“\(name)”"),
                help: Suggestion.help(for: name, among: UtilityRegistry.names(of: object))
            )
        }
        let definition = UtilityRegistry.functions[Int(function)]
        guard definition.arity.contains(arguments.count) else {
            throw ExpressionProblem(
                code: "template.utility-arguments",
                offset: expr.offset,
                length: name.unicodeScalars.count,
                message: .init(
                    en: "'#\(object).\(name)' does not take \(arguments.count) arguments",
                    zh: "“#\(object).\(name)”不能有 \(arguments.count) 个参数"
                ),
                help: [definition.arityHelp]
            )
        }
        if object == "lists" || object == "strings", name == "isEmpty", arguments.count == 1, !selected,
            case .property(let target, let field, false) = arguments[0].kind, case .name(let variable) = target.kind,
            object == "lists"
        {
            let a = builder.symbol(variable)
            return add(ExprNode(code: .emptyField, a: a, b: builder.symbol(field)), expr)
        }
        let b = try operands(arguments, selected: selected)
        return add(ExprNode(code: .utility, b: b, c: function), expr)
    }
}

/// Finds the fragments that expressions refer to.
protocol FragmentResolving: AnyObject {
    func resolve(template: String?, selector: String?) -> FragmentResolution
    /// Notes that a parameter may be `_`; no name: it is not known which one.
    func note(noOperation expr: Expr, for name: String?)
}

/// What a fragment reference leads to.
enum FragmentResolution {
    case found(Int32)
    case missing
}
