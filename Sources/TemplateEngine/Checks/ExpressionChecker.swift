import Diagnostics

/// The types of expressions.
extension SchemaChecker {
    /// The type of an expression, after checking everything in it.
    @discardableResult
    func type(of expr: Expr, selected: Bool = false) -> CheckedType {
        switch expr.kind {
        case .text, .token: return .known(.text)
        case .number, .realNumber: return .number
        case .boolean: return .known(.boolean)
        case .null: return .null
        case .noOperation, .emptyFragment, .object, .root, .utility: return .unknown
        case .this: return selection ?? .unknown
        case .name(let name): return named(name, expr, selected: selected)
        case .property(let target, let name, _): return field(name, of: type(of: target, selected: selected), expr)
        case .index(let target, let key): return element(target, key, selected)
        case .method(let target, let name, let arguments, _): return method(target, name, arguments, expr, selected)
        case .message(let key, let arguments): return message(key, arguments)
        case .fragment(let reference): return fragment(reference, expr)
        case .operation(let meaning, let left, let right), .inner(let meaning, let left, let right):
            return operation(meaning, left, right, selected)
        case .conditional(let condition, let then, let otherwise):
            type(of: condition, selected: selected)
            let first = type(of: then, selected: selected)
            guard let otherwise else { return first }
            return first.merged(with: type(of: otherwise, selected: selected))
        case .innerConditional(let condition, let then, let otherwise):
            type(of: condition, selected: selected)
            return type(of: then, selected: selected).merged(with: type(of: otherwise, selected: selected))
        case .elvis(let value, let fallback):
            return type(of: value, selected: selected).unwrapped.merged(with: type(of: fallback, selected: selected))
        default: return composite(expr, selected)
        }
    }

    private func composite(_ expr: Expr, _ selected: Bool) -> CheckedType {
        switch expr.kind {
        case .selection(let inner): return type(of: inner, selected: true)
        case .script(let pieces):
            for piece in pieces { piece.expression.map { _ = type(of: $0, selected: selected) } }
            return .known(.text)
        case .eventSafe(let inner): return type(of: inner, selected: selected)
        case .converted(let inner):
            type(of: inner, selected: selected)
            return .known(.text)
        case .minus(let operand), .innerMinus(let operand):
            number(operand, selected)
            return .number
        case .not(let operand), .innerNot(let operand):
            type(of: operand, selected: selected)
            return .known(.boolean)
        case .link(let base, let parameters):
            type(of: base)
            for parameter in parameters { if let value = parameter.value { type(of: value) } }
            return .known(.text)
        case .list(let items):
            let types = items.map { type(of: $0, selected: selected) }
            if case .known(let first)? = types.first, types.allSatisfy({ $0 == types.first }) {
                return .known(.list(first))
            }
            return .unknown
        case .map(let entries):
            for (key, value) in entries {
                type(of: key, selected: selected)
                type(of: value, selected: selected)
            }
            return .unknown
        case .projection(let list, let body), .filter(let list, let body, _):
            return inElements(list, body, expr, selected)
        case .sequence(let first, let last):
            type(of: first, selected: selected)
            return type(of: last, selected: selected)
        case .function(_, let arguments):
            for argument in arguments { type(of: argument, selected: selected) }
            return .unknown
        default: return .unknown
        }
    }

    private func named(_ name: String, _ expr: Expr, selected: Bool) -> CheckedType {
        guard selected, let selection else { return variable(name, expr) }
        return field(name, of: selection, expr)
    }

    private func element(_ target: Expr, _ key: Expr, _ selected: Bool) -> CheckedType {
        let container = type(of: target, selected: selected)
        type(of: key, selected: selected)
        switch container.unwrapped {
        case .known(.list(let element)): return .known(element)
        case .known(.map(let value)): return .known(.optional(value))
        case .known(.record):
            if case .text(let name) = key.kind { return field(name, of: container, key) }
            return .unknown
        default: return .unknown
        }
    }

    private func inElements(_ list: Expr, _ body: Expr, _ expr: Expr, _ selected: Bool) -> CheckedType {
        let listType = type(of: list, selected: selected)
        let outer = selection
        selection = listType.element
        let result = type(of: body, selected: true)
        selection = outer
        if case .filter = expr.kind { return listType.unwrapped }
        if case .known(let element) = result { return .known(.list(element)) }
        return .unknown
    }

    private func method(_ target: Expr, _ name: String, _ arguments: [Expr], _ expr: Expr, _ selected: Bool)
        -> CheckedType
    {
        let types = arguments.map { type(of: $0, selected: selected) }
        if case .utility(let object) = target.kind { return utility(object, name, arguments, types) }
        let receiver = type(of: target, selected: selected).unwrapped
        switch (receiver, name) {
        case (.known(.list(let element)), "get"): return .known(element)
        case (.known(.map(let value)), "get"): return .known(.optional(value))
        default: break
        }
        switch name {
        case "size", "length", "indexOf", "lastIndexOf", "compareTo": return .known(.integer)
        case "isEmpty", "contains", "startsWith", "endsWith", "containsKey", "equals": return .known(.boolean)
        case "toString", "toUpperCase", "toLowerCase", "trim", "substring", "replace", "concat": return .known(.text)
        default: return .unknown
        }
    }

    /// A call of a utility function: what it takes and what it gives.
    private func utility(_ object: String, _ name: String, _ arguments: [Expr], _ types: [CheckedType]) -> CheckedType {
        if let expr = arguments.first, let type = types.first {
            switch object {
            case "lists" where !type.isList:
                wrongArgument(expr, "#\(object).\(name)", wanted: ("a list", "列表"), type)
            case "numbers" where name.hasPrefix("format") && !type.isNumber:
                wrongArgument(expr, "#\(object).\(name)", wanted: ("a number", "数值"), type)
            default: break
            }
        }
        switch object {
        case "strings": return Self.stringResult(name)
        case "numbers" where name.hasPrefix("format"): return .known(.text)
        case "numbers" where name == "sequence": return .known(.list(.integer))
        case "bools": return .known(.boolean)
        case "lists" where name == "size": return .known(.integer)
        case "lists" where name == "sort" || name == "toList": return types.first?.unwrapped ?? .unknown
        case "lists", "maps", "sets", "arrays":
            return name.hasPrefix("contains") || name == "isEmpty" ? .known(.boolean) : .unknown
        case "dates", "temporals": return name.hasPrefix("format") ? .known(.text) : .unknown
        default: return .unknown
        }
    }

    private static func stringResult(_ name: String) -> CheckedType {
        switch name {
        case "isEmpty", "contains", "containsIgnoreCase", "startsWith", "endsWith", "equals", "equalsIgnoreCase":
            .known(.boolean)
        case "length", "indexOf": .known(.integer)
        default: name.hasPrefix("list") || name.hasPrefix("array") || name.hasPrefix("set") ? .unknown : .known(.text)
        }
    }

    private func wrongArgument(_ expr: Expr, _ function: String, wanted: (en: String, zh: String), _ type: CheckedType)
    {
        report(
            "template.utility-arguments",
            at: expr.offset,
            length: expr.length,
            .init(
                en: "'\(function)' takes \(wanted.en), not \(type.name.en)",
                zh: "“\(function)”需要\(wanted.zh)，而不是\(type.name.zh)"
            )
        )
    }

    private func operation(_ meaning: Expr.Operator, _ left: Expr, _ right: Expr, _ selected: Bool) -> CheckedType {
        switch meaning {
        case .subtract, .multiply, .divide, .remainder:
            number(left, selected)
            number(right, selected)
            return .number
        case .add:
            let (a, b) = (type(of: left, selected: selected), type(of: right, selected: selected))
            if a == .unknown || b == .unknown { return .unknown }
            return a.isNumber && b.isNumber ? .number : .known(.text)
        default:
            type(of: left, selected: selected)
            type(of: right, selected: selected)
            return .known(.boolean)
        }
    }

    /// An operand of an arithmetic operator.
    private func number(_ expr: Expr, _ selected: Bool) {
        let type = type(of: expr, selected: selected)
        switch type.unwrapped {
        case .known(.list), .known(.map), .known(.record), .known(.boolean), .known(.markup), .status, .entry:
            report(
                "template.operand",
                at: expr.offset,
                length: expr.length,
                .init(en: "arithmetic takes numbers, not \(type.name.en)", zh: "算术运算需要数值，而不是\(type.name.zh)")
            )
        default: break
        }
    }

    private func message(_ key: Expr, _ arguments: [Expr]) -> CheckedType {
        for argument in arguments { type(of: argument) }
        guard let name = ExprCompiler.staticName(key)?.name else {
            type(of: key)
            return .known(.text)
        }
        if messages.messages[name] == nil {
            report(
                "template.unknown-message",
                at: key.offset,
                length: key.length,
                .init(en: "there is no message '\(name)'", zh: "没有消息“\(name)”"),
                help: Suggestion.help(for: name, among: messages.keys)
            )
        }
        return .known(.text)
    }

    private func fragment(_ reference: FragmentReference, _ expr: Expr) -> CheckedType {
        for parameter in reference.parameters { if let value = parameter.value { type(of: value) } }
        return .fragment(template: source.name, offset: expr.offset)
    }
}
