import Diagnostics

/// Parses what stands inside `${…}`: OGNL as far as it reads values, with `?.` and `?:`.
struct InnerParser {
    private let lexemes: [InnerLexer.Lexeme]
    private let input: Chars
    private var index = 0
    private var depth = 0

    private init(_ input: Chars) throws(ExpressionProblem) {
        self.input = input
        lexemes = try InnerLexer.lexemes(input)
    }

    static func parse(_ input: Chars) throws(ExpressionProblem) -> Expr {
        var parser = try InnerParser(input)
        let expr = try parser.sequence()
        guard parser.token == .end else { throw parser.unexpected() }
        return expr
    }

    // MARK: - Lexemes

    private var lexeme: InnerLexer.Lexeme { lexemes[index] }
    private var token: InnerLexer.Token { lexemes[index].token }

    private func peek(_ distance: Int = 1) -> InnerLexer.Token {
        index + distance < lexemes.count ? lexemes[index + distance].token : .end
    }

    private mutating func advance() { if index + 1 < lexemes.count { index += 1 } }

    private mutating func accept(_ sign: String) -> Bool {
        guard token == .sign(sign) else { return false }
        advance()
        return true
    }

    private mutating func acceptWord(_ words: String...) -> Bool {
        guard case .name(let name) = token, words.contains(name) else { return false }
        advance()
        return true
    }

    private mutating func expect(_ sign: String) throws(ExpressionProblem) {
        guard accept(sign) else { throw unexpected(wanting: sign) }
    }

    private func unexpected(wanting sign: String? = nil) -> ExpressionProblem {
        let shown = shownToken
        let message: LocalizedText =
            sign.map { .init(en: "'\($0)' is missing before \(shown.en)", zh: "\(shown.zh)之前缺少“\($0)”") }
            ?? .init(en: "\(shown.en) is not expected here in the expression", zh: "表达式此处不应出现\(shown.zh)")
        return ExpressionProblem(
            code: "template.expression",
            offset: lexeme.offset,
            length: lexeme.length,
            message: message
        )
    }

    private var shownToken: (en: String, zh: String) {
        switch token {
        case .end: ("the end of the expression", "表达式结尾")
        case .name(let name): ("'\(name)'", "“\(name)”")
        case .number(let number): ("'\(number)'", "“\(number)”")
        case .sign(let sign): ("'\(sign)'", "“\(sign)”")
        case .text(let text): ("the text '\(text)'", "文本“\(text)”")
        }
    }

    private func outOfScope(_ what: LocalizedText) -> ExpressionProblem {
        ExpressionProblem(
            code: "template.out-of-scope",
            offset: lexeme.offset,
            length: lexeme.length,
            message: what,
            help: [.init(en: "compute the value before rendering and put it in the context", zh: "请在渲染前算好该值并放入上下文")]
        )
    }

    private func make(_ kind: Expr.Kind, from start: Int) throws(ExpressionProblem) -> Expr {
        let last = lexemes[max(0, index - 1)]
        let expr = Expr(kind, at: start, length: last.offset + last.length - start)
        guard expr.height <= StandardParser.maximumHeight else { throw StandardParser(start: start).tooDeep() }
        return expr
    }

    private mutating func nested<Result>(
        _ body: (inout InnerParser) throws(ExpressionProblem) -> Result
    ) throws(ExpressionProblem) -> Result {
        guard depth < StandardParser.maximumDepth else {
            throw StandardParser(start: lexeme.offset).tooDeep()
        }
        depth += 1
        let result = try body(&self)
        depth -= 1
        return result
    }

    // MARK: - Operators

    private mutating func sequence() throws(ExpressionProblem) -> Expr {
        let start = lexeme.offset
        var expr = try ternary()
        while accept(",") {
            let next = try ternary()
            expr = try make(.sequence(expr, next), from: start)
        }
        if token == .sign("=") {
            throw outOfScope(.init(en: "an expression must not change a value", zh: "表达式不得修改值"))
        }
        return expr
    }

    private mutating func ternary() throws(ExpressionProblem) -> Expr {
        try nested { (parser) throws(ExpressionProblem) in
            let start = parser.lexeme.offset
            let condition = try parser.binary()
            if parser.accept("?:") {
                let fallback = try parser.ternary()
                return try parser.make(.elvis(condition, fallback), from: start)
            }
            guard parser.accept("?") else { return condition }
            let then = try parser.ternary()
            try parser.expect(":")
            let otherwise = try parser.ternary()
            return try parser.make(.innerConditional(condition, then, otherwise), from: start)
        }
    }

    /// Operands with operators of a level or tighter ones between them; all of them group to the left.
    private mutating func binary(_ level: Int = 0) throws(ExpressionProblem) -> Expr {
        let start = lexeme.offset
        var left = try unary()
        while let next = binaryOperator, next.level >= level {
            advance()
            if next.meaning == .notIn { advance() }
            let right = try binary(next.level + 1)
            left = try make(.inner(next.meaning, left, right), from: start)
        }
        return left
    }

    private var binaryOperator: BinaryOperator? {
        switch token {
        case .sign(let sign): return BinaryOperator.signs[sign]
        case .name("not"): return peek() == .name("in") ? BinaryOperator.notIn : nil
        case .name(let word): return BinaryOperator.words[word]
        default: return nil
        }
    }

    private mutating func unary() throws(ExpressionProblem) -> Expr {
        try nested { (parser) throws(ExpressionProblem) in
            let start = parser.lexeme.offset
            if parser.accept("-") {
                let operand = try parser.unary()
                return try parser.make(.innerMinus(operand), from: start)
            }
            if parser.accept("+") { return try parser.unary() }
            if parser.accept("~") {
                let operand = try parser.unary()
                let ones = try parser.make(.innerMinus(parser.make(.number("1"), from: start)), from: start)
                return try parser.make(.inner(.bitXor, operand, ones), from: start)
            }
            if parser.accept("!") || parser.acceptWord("not") {
                let operand = try parser.unary()
                return try parser.make(.innerNot(operand), from: start)
            }
            return try parser.chain()
        }
    }

    // MARK: - Navigation

    private mutating func chain() throws(ExpressionProblem) -> Expr {
        let start = lexeme.offset
        var expr = try primary()
        while true {
            if accept("?.") {
                expr = try step(expr, from: start, safe: true)
            } else if token == .sign("."), peek() != .sign("?") || peek(2) != .sign("[") {
                advance()
                expr = try step(expr, from: start, safe: false)
            } else if accept("[") {
                let key = try sequence()
                try expect("]")
                expr = try make(.index(expr, key), from: start)
            } else {
                return expr
            }
        }
    }

    private mutating func step(_ target: Expr, from start: Int, safe: Bool) throws(ExpressionProblem) -> Expr {
        if accept("{") { return try projection(target, from: start) }
        if accept("!") || accept("^") || accept("$") || accept("?") { return try bracketStep(target, from: start) }
        guard case .name(let name) = token else { throw unexpected() }
        if name.first == "$", name == "$", peek() == .sign("[") { return try bracketStep(target, from: start) }
        advance()
        guard accept("(") else { return try make(.property(target, name, safe: safe), from: lexemes[index - 1].offset) }
        let place = lexemes[index - 2].offset
        let arguments = try self.arguments(until: ")")
        return try make(.method(target, name, arguments, safe: safe), from: place)
    }

    /// `.{expression}`, `.{? condition}`, `.{^ condition}`, `.{$ condition}`.
    private mutating func projection(_ target: Expr, from start: Int) throws(ExpressionProblem) -> Expr {
        var filter: Expr.Filter?
        if accept("?") {
            filter = .all
        } else if accept("^") {
            filter = .first
        } else if acceptWord("$") {
            filter = .last
        }
        let body = try sequence()
        try expect("}")
        if let filter { return try make(.filter(target, body, filter), from: start) }
        return try make(.projection(target, body), from: start)
    }

    /// `.![expression]` and `.?[condition]`, as Spring writes them.
    private mutating func bracketStep(_ target: Expr, from start: Int) throws(ExpressionProblem) -> Expr {
        let sign = lexemes[index - 1].token
        if case .name("$") = token { advance() }
        try expect("[")
        let body = try sequence()
        try expect("]")
        switch sign {
        case .sign("!"): return try make(.projection(target, body), from: start)
        case .sign("?"): return try make(.filter(target, body, .all), from: start)
        case .sign("^"): return try make(.filter(target, body, .first), from: start)
        default: return try make(.filter(target, body, .last), from: start)
        }
    }

    private mutating func arguments(until closing: String) throws(ExpressionProblem) -> [Expr] {
        var result: [Expr] = []
        if accept(closing) { return result }
        repeat { result.append(try ternary()) } while accept(",")
        try expect(closing)
        return result
    }

    // MARK: - Primaries

    private mutating func primary() throws(ExpressionProblem) -> Expr {
        let start = lexeme.offset
        switch token {
        case .text(let text):
            advance()
            return try make(.text(text), from: start)
        case .number(let number):
            advance()
            return try make(Self.number(number), from: start)
        case .name(let name): return try named(name, from: start)
        case .sign("("):
            advance()
            let inner = try sequence()
            try expect(")")
            return inner
        case .sign("{"):
            advance()
            let items = try arguments(until: "}")
            return try make(.list(items), from: start)
        case .sign("#{"):
            advance()
            return try map(from: start)
        case .sign("#"):
            advance()
            return try hash(from: start)
        case .sign("@"):
            throw outOfScope(
                .init(en: "static Java members are not part of the template language", zh: "模板语言不支持 Java 静态成员")
            )
        default: throw unexpected()
        }
    }

    private static func number(_ text: String) -> Expr.Kind {
        if text.hasPrefix("0x") { return .number(Int(text.dropFirst(2), radix: 16).map(String.init) ?? "0") }
        let digits = text.last.map { $0.isLetter } == true ? String(text.dropLast()) : text
        if digits.contains("e") { return .realNumber(digits) }
        if digits.count > 1, digits.hasPrefix("0"), let octal = Int(digits, radix: 8) { return .number(String(octal)) }
        if text.hasSuffix("b") || text.hasSuffix("h") { return .number(digits) }
        if digits.contains(".") || text.hasSuffix("d") || text.hasSuffix("f") { return .realNumber(digits) }
        return .number(digits)
    }

    private mutating func named(_ name: String, from start: Int) throws(ExpressionProblem) -> Expr {
        if name == "new", case .name = peek() {
            throw outOfScope(.init(en: "objects cannot be created in a template", zh: "模板中不能创建对象"))
        }
        if name == "T", peek() == .sign("(") {
            throw outOfScope(.init(en: "Java types are not part of the template language", zh: "模板语言不支持 Java 类型"))
        }
        advance()
        switch name {
        case "true": return try make(.boolean(true), from: start)
        case "false": return try make(.boolean(false), from: start)
        case "null": return try make(.null, from: start)
        default: break
        }
        guard accept("(") else { return try make(.name(name), from: start) }
        let arguments = try self.arguments(until: ")")
        return try make(.function(name, arguments), from: start)
    }

    private mutating func hash(from start: Int) throws(ExpressionProblem) -> Expr {
        guard case .name(let name) = token else { throw unexpected() }
        advance()
        switch name {
        case "this": return try make(.this, from: start)
        case "object": return try make(.object, from: start)
        case "ctx" where token == .sign(".") && peek() == .name("locale"):
            advance()
            advance()
            return try make(.utility("locale"), from: start)
        case "root", "vars", "ctx": return try make(.root, from: start)
        default: return try make(.utility(name), from: start)
        }
    }

    private mutating func map(from start: Int) throws(ExpressionProblem) -> Expr {
        var entries: [(Expr, Expr)] = []
        if !accept("}") {
            repeat {
                let key = try binary()
                try expect(":")
                entries.append((key, try ternary()))
            } while accept(",")
            try expect("}")
        }
        return try make(.map(entries), from: start)
    }
}
