/// A piece of a script with values in it.
enum ScriptPiece: Sendable {
    case text(String)
    /// `[[…]]`: the value as JavaScript writes it.
    case value(Expr)
    /// `[(…)]`: the value as it is.
    case raw(Expr)

    /// The expression in it.
    var expression: Expr? {
        switch self {
        case .text: nil
        case .value(let expr), .raw(let expr): expr
        }
    }
}

/// A script in an event attribute, which is no expression: `f([[${x}]])`.
enum ScriptText {
    /// The pieces of a script.
    static func pieces(_ text: Chars) throws(ExpressionProblem) -> [ScriptPiece] {
        var pieces: [ScriptPiece] = []
        var place = 0
        var index = 0
        while index + 1 < text.count {
            let isValue = text.matches("[[", at: index)
            guard isValue || text.matches("[(", at: index),
                let end = end(text, from: index + 2, isValue ? "]]" : ")]")
            else {
                index += 1
                continue
            }
            if index > place { pieces.append(.text(text[place..<index].string)) }
            let expr = try StandardParser.parse(text[(index + 2)..<end].trimmed)
            pieces.append(isValue ? .value(expr) : .raw(expr))
            index = end + 2
            place = index
        }
        if place < text.count { pieces.append(.text(text[place..<text.count].string)) }
        return pieces
    }

    /// Where the closing brackets stand, quoted ones left out.
    private static func end(_ text: Chars, from start: Int, _ closing: StaticString) -> Int? {
        var quote: UInt32 = 0
        for index in start..<text.count {
            let scalar = text.scalars[index]
            if scalar == 0x22 || scalar == 0x27 {
                if quote == 0 { quote = scalar } else if quote == scalar { quote = 0 }
            } else if quote == 0, text.matches(closing, at: index) {
                return index
            }
        }
        return nil
    }
}
