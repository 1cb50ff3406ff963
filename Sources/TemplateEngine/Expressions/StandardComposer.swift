import Diagnostics

/// Builds expressions from decomposed items, the loosest operator first.
extension StandardParser {
    /// The operators of one precedence.
    private struct Level {
        var operators: [(text: StaticString, meaning: Expr.Operator)]
        /// A failed split at this operator tries the one before (`-` may be a sign).
        var lenient: Set<Expr.Operator> = []
        var allows: @Sendable (Expr) -> Bool
    }

    private static let levels: [Level] = [
        Level(operators: [("or", .or)], allows: isCondition),
        Level(operators: [("and", .and)], allows: isCondition),
        Level(
            operators: [
                ("==", .equal), ("!=", .notEqual), ("eq", .equal), ("neq", .notEqual), ("ne", .notEqual),
            ],
            allows: { _ in true }
        ),
        Level(
            operators: [
                (">", .greater), (">=", .greaterOrEqual), ("<", .less), ("<=", .lessOrEqual),
                ("gt", .greater), ("ge", .greaterOrEqual), ("lt", .less), ("le", .lessOrEqual),
            ],
            allows: isComparable
        ),
        Level(operators: [("+", .add), ("-", .subtract)], lenient: [.subtract], allows: isComparable),
        Level(
            operators: [
                ("*", .multiply), ("/", .divide), ("div", .divide), ("%", .remainder), ("mod", .remainder),
            ],
            allows: isFactor
        ),
    ]

    @Sendable private static func isCondition(_ expr: Expr) -> Bool {
        switch expr.kind {
        case .token, .number, .null, .noOperation: false
        default: true
        }
    }

    @Sendable private static func isComparable(_ expr: Expr) -> Bool {
        switch expr.kind {
        case .boolean, .null, .noOperation: false
        default: true
        }
    }

    /// Words and texts are no factors, so that `fragments/header` stays a name.
    @Sendable private static func isFactor(_ expr: Expr) -> Bool {
        switch expr.kind {
        case .token, .text, .boolean, .null, .noOperation: false
        default: true
        }
    }

    /// The expression that items make; nil when they make none.
    func compose(_ original: ArraySlice<Item>) throws(ExpressionProblem) -> Expr? {
        guard depth < Self.maximumDepth else { throw tooDeep() }
        try step()
        var parser = self
        parser.depth += 1
        let items = Self.trim(original)
        guard let first = items.first else { return nil }
        if items.count == 1 {
            switch first {
            case .expression(let expr): return expr
            case .group(let inner): return try parser.compose(inner[...])
            case .scalar: return nil
            }
        }
        if let question = Self.firstIndex("?", in: items) {
            return try parser.composeQuestion(items, at: question)
        }
        for level in Self.levels where Self.lastOperator(level, in: items) != nil {
            return try parser.composeBinary(items, level)
        }
        return try parser.composePrefix(items, first)
    }

    private func composeQuestion(_ items: ArraySlice<Item>, at question: Int) throws(ExpressionProblem) -> Expr? {
        let rest = items[(question + 1)...]
        guard Self.firstIndex("?", in: rest) == nil else { return nil }
        let colon = Self.firstIndex(":", in: rest)
        if let colon, Self.firstIndex(":", in: rest[(colon + 1)...]) != nil { return nil }
        guard let condition = try compose(items[..<question]) else { return nil }
        if let colon, colon == question + 1 {
            guard let fallback = try compose(rest[(colon + 1)...]) else { return nil }
            return make(.elvis(condition, fallback), from: condition, to: fallback)
        }
        guard let then = try compose(colon.map { rest[..<$0] } ?? rest) else { return nil }
        guard let colon else { return make(.conditional(condition, then, nil), from: condition, to: then) }
        guard let otherwise = try compose(rest[(colon + 1)...]) else { return nil }
        return make(.conditional(condition, then, otherwise), from: condition, to: otherwise)
    }

    private func composeBinary(_ items: ArraySlice<Item>, _ level: Level) throws(ExpressionProblem) -> Expr? {
        var scanned = items
        while let (index, length, meaning) = Self.lastOperator(level, in: scanned) {
            if let left = try compose(items[..<index]), level.allows(left),
                let right = try compose(items[(index + length)...]), level.allows(right)
            {
                return make(.operation(meaning, left, right), from: left, to: right)
            }
            guard level.lenient.contains(meaning) else { return nil }
            scanned = scanned[..<index]
        }
        // Only signs were found: what is left is not a sum.
        if let product = Self.levels.last, Self.lastOperator(product, in: items) != nil {
            return try composeBinary(items, product)
        }
        guard let first = items.first else { return nil }
        return try composePrefix(items, first)
    }

    private func composePrefix(_ items: ArraySlice<Item>, _ first: Item) throws(ExpressionProblem) -> Expr? {
        guard case .scalar(let scalar, let offset) = first else { return nil }
        if scalar == 0x2D {
            guard let operand = try compose(items.dropFirst()) else { return nil }
            return Expr(.minus(operand), at: offset, length: operand.offset - offset + operand.length)
        }
        if scalar == 0x21 {
            guard let operand = try compose(items.dropFirst()) else { return nil }
            return Expr(.not(operand), at: offset, length: operand.offset - offset + operand.length)
        }
        if Self.matches("not", in: items, at: items.startIndex) {
            guard let operand = try compose(items.dropFirst(3)) else { return nil }
            return Expr(.not(operand), at: offset, length: operand.offset - offset + operand.length)
        }
        return nil
    }

    private func make(_ kind: Expr.Kind, from first: Expr, to last: Expr) -> Expr {
        Expr(kind, at: first.offset, length: last.offset - first.offset + last.length)
    }

    // MARK: - Items

    private static func trim(_ items: ArraySlice<Item>) -> ArraySlice<Item> {
        var items = items
        while case .scalar(let scalar, _)? = items.first, Chars.isSpace(scalar) { items.removeFirst() }
        while case .scalar(let scalar, _)? = items.last, Chars.isSpace(scalar) { items.removeLast() }
        return items
    }

    private static func firstIndex(_ text: StaticString, in items: ArraySlice<Item>) -> Int? {
        items.indices.first { matches(text, in: items, at: $0) }
    }

    private static func matches(_ text: StaticString, in items: ArraySlice<Item>, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= items.endIndex else { return false }
        for position in 0..<text.utf8CodeUnitCount {
            guard case .scalar(let scalar, _) = items[index + position] else { return false }
            let lower = scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar
            if lower != UInt32(text.utf8Start[position]) { return false }
        }
        return true
    }

    /// The last operator of a level; of two that overlap the longer one (`<=`, not `<`).
    private static func lastOperator(_ level: Level, in items: ArraySlice<Item>) -> (Int, Int, Expr.Operator)? {
        var best: (index: Int, length: Int, meaning: Expr.Operator)?
        for (text, meaning) in level.operators {
            let length = text.utf8CodeUnitCount
            guard let index = items.indices.last(where: { matches(text, in: items, at: $0) }) else { continue }
            if let known = best {
                let end = known.index + known.length
                guard end < index + 1 && end <= index || (length > known.length && index + length >= end) else {
                    continue
                }
            }
            best = (index, length, meaning)
        }
        return best.map { ($0.index, $0.length, $0.meaning) }
    }

    // MARK: - Sequences

    /// Expressions with commas between them; nil when they cannot be parsed.
    func sequence(_ input: Chars) throws(ExpressionProblem) -> [Expr]? {
        guard let items = try decompose(input) else { return nil }
        return try sequence(items)
    }

    func sequence(_ items: [Item]) throws(ExpressionProblem) -> [Expr]? {
        var result: [Expr] = []
        for part in Self.split(Self.ungrouped(items)[...], at: ",") {
            guard let expr = try compose(part) else { return nil }
            result.append(expr)
        }
        return result
    }

    /// `name=value` pairs with commas between them; nil when they cannot be parsed.
    func assignments(_ input: Chars, allowingNoValue: Bool) throws(ExpressionProblem) -> [Assignment]? {
        guard let items = try decompose(input) else { return nil }
        return try assignments(items, allowingNoValue: allowingNoValue)
    }

    func assignments(_ items: [Item], allowingNoValue: Bool) throws(ExpressionProblem) -> [Assignment]? {
        guard !Self.trim(items[...]).isEmpty else { return nil }
        var result: [Assignment] = []
        for part in Self.split(Self.ungrouped(items)[...], at: ",") {
            guard let assignment = try assignment(part, allowingNoValue) else { return nil }
            result.append(assignment)
        }
        return result
    }

    private func assignment(_ items: ArraySlice<Item>, _ allowingNoValue: Bool) throws(ExpressionProblem) -> Assignment?
    {
        let equals = Self.firstIndex("=", in: items)
        guard let name = try compose(equals.map { items[..<$0] } ?? items) else { return nil }
        let right = Self.trim(equals.map { items[($0 + 1)...] } ?? [])
        if right.isEmpty { return allowingNoValue ? Assignment(name: name, value: nil) : nil }
        guard let value = try compose(right) else { return nil }
        return Assignment(name: name, value: value)
    }

    /// A single group stands for what is in it.
    private static func ungrouped(_ items: [Item]) -> [Item] {
        let trimmed = trim(items[...])
        if trimmed.count == 1, case .group(let inner)? = trimmed.first { return ungrouped(inner) }
        return items
    }

    private static func split(_ items: ArraySlice<Item>, at separator: StaticString) -> [ArraySlice<Item>] {
        var parts: [ArraySlice<Item>] = []
        var start = items.startIndex
        for index in items.indices where matches(separator, in: items, at: index) {
            parts.append(items[start..<index])
            start = index + 1
        }
        parts.append(items[start...])
        return parts
    }

    /// `item, status : list` of an iteration.
    static func iteration(_ input: Chars) throws(ExpressionProblem) -> (variable: Expr, status: Expr?, list: Expr) {
        let parser = StandardParser(start: input.start)
        let problem = ExpressionProblem(
            code: "template.each",
            offset: input.start,
            length: input.count,
            message: .init(
                en: "'\(input.string)' is not of the form 'variable : list'",
                zh: "“\(input.string)”不是“变量 : 列表”的形式"
            )
        )
        guard let items = try parser.decompose(input), let colon = firstIndex(":", in: items[...]) else {
            throw problem
        }
        let names = split(items[..<colon], at: ",")
        guard names.count <= 2, let variable = try parser.compose(names[0]),
            let list = try parser.compose(items[(colon + 1)...])
        else { throw problem }
        var status: Expr?
        if names.count == 2 {
            guard let name = try parser.compose(names[1]) else { throw problem }
            status = name
        }
        return (variable, status, list)
    }
}
