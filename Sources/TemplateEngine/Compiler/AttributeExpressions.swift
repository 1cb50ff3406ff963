import Diagnostics

/// Reading the values of template attributes.
extension CodeGenerator {
    /// The value of an attribute, entities resolved; empty where there is none.
    func text(of attribute: AttributeNode) -> Chars {
        guard let range = attribute.value else { return Chars() }
        return AttributeText.chars(source, range, mode: template.mode)
    }

    /// The value of an attribute that needs one.
    func requiredText(_ attribute: AttributeNode) throws(ExpressionProblem) -> Chars {
        let text = text(of: attribute)
        guard !text.isBlank else {
            throw ExpressionProblem(
                code: "template.empty-attribute",
                offset: attribute.nameRange.lowerBound,
                length: attribute.name.unicodeScalars.count,
                message: .init(en: "'\(attribute.name)' must not be empty", zh: "“\(attribute.name)”不能为空")
            )
        }
        return text
    }

    /// The node of an attribute's expression.
    func expression(_ attribute: AttributeNode) throws(ExpressionProblem) -> Int32 {
        try expression(try requiredText(attribute))
    }

    /// The node of an expression's text.
    func expression(_ text: Chars) throws(ExpressionProblem) -> Int32 {
        if LateText.isLate(text) { return try late(text, code: .late) }
        return try expression(StandardParser.parse(text.trimmed))
    }

    /// The node of a whole expression; where it is nothing but a fragment, that has to exist.
    func expression(_ expr: Expr) throws(ExpressionProblem) -> Int32 {
        let node = Int(try expressions.compile(expr))
        if builder.nodes[node].code == .fragmentByName { builder.nodes[node].flag = 1 }
        return Int32(node)
    }

    /// The node that computes the text of an expression with `__…__` in it.
    func lateText(_ text: Chars) throws(ExpressionProblem) -> Int32 { try late(text, code: .lateText) }

    private func late(_ text: Chars, code: ExprNode.Code) throws(ExpressionProblem) -> Int32 {
        let source = builder.number(of: self.source)
        let place = SourcePlace(source: source, offset: Int32(text.start), length: Int32(text.count))
        var operands: [Int32] = []
        for piece in LateText.pieces(text) {
            switch piece {
            case .literal(let literal):
                operands.append(builder.add(ExprNode(code: .constant, value: builder.text(literal)), at: place))
            case .expression(let chars):
                operands.append(try expressions.restricted.compile(StandardParser.parse(chars.trimmed)))
            }
        }
        operands.insert(Int32(operands.count), at: 0)
        return builder.add(ExprNode(code: code, a: builder.addOperands(operands)), at: place)
    }

    /// The assignments of `th:with` or `th:attr`.
    func assignments(_ text: Chars) throws(ExpressionProblem) -> [Assignment] {
        let parser = StandardParser(start: text.start)
        guard let result = try parser.assignments(text.trimmed, allowingNoValue: false) else {
            throw ExpressionProblem(
                code: "template.assignment",
                offset: text.start,
                length: text.count,
                message: .init(
                    en: "'\(text.string)' is not of the form 'name=value, name=value'",
                    zh: "“\(text.string)”不是“名称=值, 名称=值”的形式"
                )
            )
        }
        return result
    }
}

/// Expressions with `__…__`, whose text is known only at run time.
enum LateText {
    enum Piece {
        case literal(String)
        case expression(Chars)
    }

    /// Whether something is to be computed before the expression can be parsed.
    static func isLate(_ text: Chars) -> Bool {
        if text.find("\\_\\_") != nil { return true }
        guard let first = text.find("__") else { return false }
        return text.find("__", from: first + 2) != nil
    }

    static func pieces(_ text: Chars) -> [Piece] {
        var pieces: [Piece] = []
        var place = 0
        while let open = text.find("__", from: place), let close = text.find("__", from: open + 2) {
            pieces.append(.literal(unescape(text[place..<open].string)))
            pieces.append(.expression(text[(open + 2)..<close]))
            place = close + 2
        }
        pieces.append(.literal(unescape(text[place..<text.count].string)))
        return pieces
    }

    private static func unescape(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let range = rest.firstRange(of: "\\_\\_") {
            result += rest[..<range.lowerBound] + "__"
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
