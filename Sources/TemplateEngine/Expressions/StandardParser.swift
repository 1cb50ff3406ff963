import Diagnostics

/// Parses Thymeleaf standard expressions.
///
/// The language is parsed the way its definition describes it: literals, tokens and `${…}`-like expressions are taken
/// out first, parentheses next, and what remains is split at the last operator of the lowest precedence.
struct StandardParser {
    /// How deeply expressions may be nested.
    static let maximumDepth = 100
    /// How many operators and paths may stand inside one another in a tree: as many frames evaluating it needs.
    static let maximumHeight = 250
    /// How many pieces may be tried before an expression counts as none.
    static let maximumSteps = 2_000

    /// A piece of an expression between the operators.
    enum Item {
        case scalar(UInt32, Int)
        case expression(Expr)
        case group([Item])
    }

    /// Where an error is reported when no better place is known.
    let start: Int
    var depth = 0
    /// The pieces tried so far; signs without operands may be read in very many ways.
    private let steps = Steps()

    private final class Steps { var count = 0 }

    /// Counts a piece that is tried.
    func step() throws(ExpressionProblem) {
        steps.count += 1
        guard steps.count <= Self.maximumSteps else { throw tooDeep() }
    }

    /// Parses a whole expression.
    static func parse(_ input: Chars, depth: Int = 0) throws(ExpressionProblem) -> Expr {
        let parser = StandardParser(start: input.start, depth: depth)
        guard depth < maximumDepth else { throw parser.tooDeep() }
        guard let items = try parser.decompose(input), let expr = try parser.compose(items[...]) else {
            throw parser.unparsable(input)
        }
        return expr
    }

    /// Parses an expression, or takes the text itself as a literal.
    static func parseDefaultingToLiteral(_ input: Chars, depth: Int) throws(ExpressionProblem) -> Expr {
        let parser = StandardParser(start: input.start, depth: depth)
        guard depth < maximumDepth else { throw parser.tooDeep() }
        if let items = try parser.decompose(input), let expr = try parser.compose(items[...]) { return expr }
        return Expr(.text(input.string), at: input.start, length: input.count)
    }

    func tooDeep() -> ExpressionProblem {
        ExpressionProblem(
            code: "template.expression-depth",
            offset: start,
            length: 1,
            message: .init(en: "the expression is nested too deeply", zh: "表达式嵌套过深")
        )
    }

    func unparsable(_ input: Chars) -> ExpressionProblem {
        ExpressionProblem(
            code: "template.expression",
            offset: input.start,
            length: input.count,
            message: .init(
                en: "'\(input.string)' cannot be parsed as an expression",
                zh: "“\(input.string)”不是有效的表达式"
            )
        )
    }

    // MARK: - Decomposing

    /// Takes literals, tokens, simple expressions and parentheses out; nil when something is not closed.
    func decompose(_ original: Chars) throws(ExpressionProblem) -> [Item]? {
        let input = LiteralSubstitution.apply(to: original)
        var items: [Item] = []
        var index = 0
        while index < input.count {
            let scalar = input.scalars[index]
            if scalar == 0x27, !Self.isEscaped(input.scalars, index) {
                guard let end = literalEnd(input, from: index + 1) else { return nil }
                items.append(.expression(literal(input, (index + 1)..<end)))
                index = end + 1
            } else if isExpressionStart(input, index) {
                guard let end = expressionEnd(input, from: index + 2) else { return nil }
                guard let expr = try simple(scalar, input[(index + 2)..<end]) else { return nil }
                items.append(.expression(expr))
                index = end + 1
            } else if Tokens.isTokenScalar(input.scalars, index) {
                var end = index + 1
                while end < input.count, Tokens.isTokenScalar(input.scalars, end) { end += 1 }
                Tokens.append(input[index..<end], to: &items)
                index = end
            } else {
                items.append(.scalar(scalar, input.offsets[index]))
                index += 1
            }
        }
        return group(items)
    }

    private func isExpressionStart(_ input: Chars, _ index: Int) -> Bool {
        guard index + 1 < input.count, input.scalars[index + 1] == 0x7B else { return false }
        switch input.scalars[index] {
        case 0x24, 0x2A, 0x23, 0x40, 0x7E: return true
        default: return false
        }
    }

    private func expressionEnd(_ input: Chars, from place: Int) -> Int? {
        var level = 1
        for index in place..<input.count {
            if input.scalars[index] == 0x7B { level += 1 }
            if input.scalars[index] == 0x7D {
                level -= 1
                if level == 0 { return index }
            }
        }
        return nil
    }

    private func literalEnd(_ input: Chars, from place: Int) -> Int? {
        guard place < input.count else { return nil }
        return (place..<input.count).first { input.scalars[$0] == 0x27 && !Self.isEscaped(input.scalars, $0) }
    }

    /// Whether an odd number of backslashes stands before a place.
    static func isEscaped(_ scalars: [UInt32], _ index: Int) -> Bool {
        var count = 0
        while index - count > 0, scalars[index - count - 1] == 0x5C { count += 1 }
        return count % 2 == 1
    }

    private func literal(_ input: Chars, _ range: Range<Int>) -> Expr {
        var scalars: [UInt32] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if input.scalars[index] == 0x5C, index + 1 < range.upperBound,
                input.scalars[index + 1] == 0x27 || input.scalars[index + 1] == 0x5C
            {
                index += 1
            }
            scalars.append(input.scalars[index])
            index += 1
        }
        return Expr(.text(Chars.string(scalars)), at: input.offsets[range.lowerBound - 1], length: range.count + 2)
    }

    /// Makes groups of what stands in parentheses; nil when they do not match.
    private func group(_ items: [Item]) -> [Item]? {
        var stack: [[Item]] = [[]]
        for item in items {
            if case .scalar(0x28, _) = item {
                guard stack.count < Self.maximumDepth else { return nil }
                stack.append([])
            } else if case .scalar(0x29, _) = item {
                guard stack.count > 1 else { return nil }
                let inner = stack.removeLast()
                stack[stack.count - 1].append(.group(inner))
            } else {
                stack[stack.count - 1].append(item)
            }
        }
        return stack.count == 1 ? stack[0] : nil
    }

    // MARK: - ${…} and its like

    private func simple(_ selector: UInt32, _ content: Chars) throws(ExpressionProblem) -> Expr? {
        guard depth < Self.maximumDepth else { throw tooDeep() }
        var inside = self
        inside.depth += 1
        if selector == 0x7E { return try inside.fragment(content) }
        guard !content.isBlank else { return nil }
        switch selector {
        case 0x24: return variable(content)
        case 0x2A:
            return Expr(.selection(variable(content)), at: content.start, length: content.count)
        case 0x23: return try inside.message(content.trimmed)
        default: return try inside.link(content.trimmed)
        }
    }

    /// What stands inside `${…}`; it is looked at when it is evaluated, so a problem in it becomes part of the tree.
    private func variable(_ content: Chars) -> Expr {
        do {
            return try inner(content)
        } catch {
            return Expr(.broken(error), at: content.start, length: content.count)
        }
    }

    private func inner(_ content: Chars) throws(ExpressionProblem) -> Expr {
        let last = content.count - 1
        if last > 1, content.scalars[0] == 0x7B, content.scalars[last] == 0x7D {
            let inner = try InnerParser.parse(content[1..<last])
            return Expr(.converted(inner), at: content.start, length: content.count)
        }
        return try InnerParser.parse(content)
    }

    private func message(_ content: Chars) throws(ExpressionProblem) -> Expr? {
        guard let open = parameterStart(content) else {
            let key = try Self.parseDefaultingToLiteral(content, depth: depth + 1)
            return Expr(.message(key, []), at: content.start, length: content.count)
        }
        let key = content[0..<open].trimmed
        let parameters = content[(open + 1)..<(content.count - 1)]
        let keyExpr = try Self.parseDefaultingToLiteral(key, depth: depth + 1)
        guard let arguments = try sequence(parameters) else { return nil }
        return Expr(.message(keyExpr, arguments), at: content.start, length: content.count)
    }

    private func link(_ content: Chars) throws(ExpressionProblem) -> Expr? {
        guard let open = parameterStart(content) else {
            let base = try Self.parseDefaultingToLiteral(content, depth: depth + 1)
            return Expr(.link(base, []), at: content.start, length: content.count)
        }
        let base = try Self.parseDefaultingToLiteral(content[0..<open].trimmed, depth: depth + 1)
        let parameters = content[(open + 1)..<(content.count - 1)]
        guard let assignments = try assignments(parameters, allowingNoValue: true) else { return nil }
        return Expr(.link(base, assignments), at: content.start, length: content.count)
    }

    /// Where the parameters in parentheses at the end begin; nil when there are none.
    func parameterStart(_ content: Chars) -> Int? {
        guard let start = groupStart(content), start > 0 else { return nil }
        return start
    }

    /// Where the parentheses at the end open; nil when there are none.
    private func groupStart(_ content: Chars) -> Int? {
        guard content.scalars.last == 0x29 else { return nil }
        var inLiteral = false
        var level = 0
        for index in stride(from: content.count - 1, through: 0, by: -1) {
            let scalar = content.scalars[index]
            if scalar == 0x27 {
                if !Self.isEscaped(content.scalars, index) { inLiteral.toggle() }
            } else if !inLiteral, scalar == 0x29 {
                level += 1
            } else if !inLiteral, scalar == 0x28 {
                level -= 1
                if level == 0 { return index }
            }
        }
        return nil
    }

    /// `~{…}` without its braces.
    func fragment(_ content: Chars) throws(ExpressionProblem) -> Expr? {
        let input = content.trimmed
        guard input.count > 0 else { return Expr(.emptyFragment, at: content.start) }
        var specification = input
        var parameters: Chars?
        if let open = groupStart(input), open < input.count - 2 {
            let before = input[0..<open].trimmed
            // With nothing before them, or only `::`, the parentheses hold a computed name and no parameters.
            if before.count > 0, !(before.count >= 2 && before.matches("::", at: before.count - 2)) {
                specification = before
                parameters = input[(open + 1)..<(input.count - 1)]
            }
        }
        guard var reference = try fragmentReference(specification) else { return nil }
        if let parameters, !parameters.isBlank {
            guard let items = try decompose(parameters) else { return nil }
            if let named = try assignments(items, allowingNoValue: false) {
                reference.parameters = named
            } else if let values = try sequence(items) {
                reference.isPositional = true
                reference.parameters = values.map { Assignment(name: $0, value: $0) }
            } else {
                return nil
            }
        }
        return Expr(.fragment(reference), at: input.start, length: input.count)
    }

    private func fragmentReference(_ input: Chars) throws(ExpressionProblem) -> FragmentReference? {
        guard let separator = input.find("::") else {
            guard input.count > 0 else { return nil }
            let template = try Self.parseDefaultingToLiteral(input, depth: depth + 1)
            return FragmentReference(template: template, selector: nil, parameters: [], isPositional: false)
        }
        let name = input[0..<separator].trimmed
        let selector = input[(separator + 2)..<input.count].trimmed
        guard selector.count > 0 else { return nil }
        return FragmentReference(
            template: name.count == 0 ? nil : try Self.parseDefaultingToLiteral(name, depth: depth + 1),
            selector: try Self.parseDefaultingToLiteral(selector, depth: depth + 1),
            parameters: [],
            isPositional: false
        )
    }
}
