/// Tokens: bare words, numbers, `true`, `null`, `_`.
enum Tokens {
    /// Words that are operators and so never tokens.
    private static let operators: Set<String> = [
        "and", "or", "not", "eq", "neq", "ne", "gt", "ge", "lt", "le", "div", "mod",
    ]

    static func append(_ token: Chars, to items: inout [StandardParser.Item]) {
        let text = token.string
        if operators.contains(text.lowercased()) {
            for (scalar, offset) in zip(token.scalars, token.offsets) { items.append(.scalar(scalar, offset)) }
        } else {
            items.append(.expression(Expr(kind(text), at: token.start, length: token.count)))
        }
    }

    private static func kind(_ text: String) -> Expr.Kind {
        if isNumber(text) { return .number(text) }
        switch text.lowercased() {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default: return text == "_" ? .noOperation : .token(text)
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        var points = 0
        for byte in text.utf8 {
            if byte == 0x2E { points += 1 } else if byte < 0x30 || byte > 0x39 { return false }
        }
        return points == 0 || (points == 1 && text.utf8.count > 1 && text.utf8.last != 0x2E)
    }

    /// Whether the scalar at a place belongs to a token.
    static func isTokenScalar(_ scalars: [UInt32], _ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar == 0x2D ? isTokenDash(scalars, index) : isPlainTokenScalar(scalar)
    }

    private static func isPlainTokenScalar(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5B, 0x5D, 0x2E, 0x5F: true
        case 0..<0x80: false
        case 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040: true
        case 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD: true
        case 0x10000...: true
        default: false
        }
    }

    /// A dash is part of a token unless it stands between numbers or blanks.
    private static func isTokenDash(_ scalars: [UInt32], _ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, isPlainTokenScalar(scalars[before]) || scalars[before] == 0x2D {
            if !isNumeric(scalars[before]) {
                if scalars[before] != 0x2D || isTokenDash(scalars, before) { return true }
                break
            }
            before -= 1
        }
        var after = index + 1
        while after < scalars.count {
            if scalars[after] == 0x2D { return true }
            guard isPlainTokenScalar(scalars[after]) else { return false }
            if !isNumeric(scalars[after]) { return true }
            after += 1
        }
        return false
    }

    private static func isNumeric(_ scalar: UInt32) -> Bool { (scalar >= 0x30 && scalar <= 0x39) || scalar == 0x2E }
}
