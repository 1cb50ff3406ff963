import Diagnostics

/// The words and signs of what stands inside `${…}`.
struct InnerLexer {
    enum Token: Equatable {
        case name(String)
        case text(String)
        case number(String)
        case sign(String)
        case end
    }

    struct Lexeme {
        var token: Token
        var offset: Int
        var length: Int
    }

    private static let signs = [
        ">>>", "<<", ">>", "?.", "?:", "&&", "||", "==", "!=", "<=", ">=", "#{", "!", "<", ">", "+", "-", "*", "/", "%",
        "(", ")", "[",
        "]", "{", "}", ".", ",", "?", ":", "#", "@", "=", "&", "|", "^", "~", "$",
    ]

    let input: Chars
    private var index = 0

    init(_ input: Chars) { self.input = input }

    /// All lexemes, an end last.
    static func lexemes(_ input: Chars) throws(ExpressionProblem) -> [Lexeme] {
        var lexer = InnerLexer(input)
        var result: [Lexeme] = []
        while let lexeme = try lexer.next() { result.append(lexeme) }
        let end = (input.offsets.last ?? 0) + 1
        result.append(Lexeme(token: .end, offset: end, length: 1))
        return result
    }

    private mutating func next() throws(ExpressionProblem) -> Lexeme? {
        while index < input.count, Chars.isSpace(input.scalars[index]) { index += 1 }
        guard index < input.count else { return nil }
        let start = index
        let token = try token()
        return Lexeme(token: token, offset: input.offsets[start], length: index - start)
    }

    private mutating func token() throws(ExpressionProblem) -> Token {
        let scalar = input.scalars[index]
        if Self.isNameStart(scalar) { return name() }
        if Self.isDigit(scalar) || startsFraction { return number() }
        if scalar == 0x27 || scalar == 0x22 { return try string(scalar) }
        for sign in Self.signs where matches(sign) {
            index += sign.utf8.count
            return .sign(sign)
        }
        throw ExpressionProblem(
            code: "template.expression",
            offset: input.offsets[index],
            length: 1,
            message: .init(
                en: "'\(Chars.string([scalar]))' has no meaning in an expression",
                zh: "表达式中不能使用“\(Chars.string([scalar]))”"
            )
        )
    }

    private func matches(_ sign: String) -> Bool {
        var place = index
        for byte in sign.utf8 {
            guard place < input.count, input.scalars[place] == UInt32(byte) else { return false }
            place += 1
        }
        return true
    }

    private mutating func name() -> Token {
        let start = index
        while index < input.count, Self.isNameStart(input.scalars[index]) || Self.isDigit(input.scalars[index]) {
            index += 1
        }
        return .name(Chars.string(input.scalars[start..<index]))
    }

    /// Whether a point begins a number, as in `.5`, and no field.
    private var startsFraction: Bool {
        guard input.scalars[index] == 0x2E, index + 1 < input.count, Self.isDigit(input.scalars[index + 1]) else {
            return false
        }
        guard index > 0 else { return true }
        let before = input.scalars[index - 1]
        return !Self.isNameStart(before) && !Self.isDigit(before) && before != 0x29 && before != 0x5D
    }

    private mutating func hexadecimal() -> Token? {
        guard input.scalars[index] == 0x30, index + 2 < input.count, input.scalars[index + 1] | 0x20 == 0x78 else {
            return nil
        }
        let digits = input.scalars[(index + 2)...].prefix {
            Self.isDigit($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66)
        }
        guard !digits.isEmpty else { return nil }
        index = digits.endIndex
        return .number("0x" + Chars.string(digits))
    }

    /// `e2`, `E-2` after a number.
    private mutating func exponent() {
        guard index < input.count, input.scalars[index] | 0x20 == 0x65 else { return }
        var end = index + 1
        if end < input.count, input.scalars[end] == 0x2B || input.scalars[end] == 0x2D { end += 1 }
        guard end < input.count, Self.isDigit(input.scalars[end]) else { return }
        while end < input.count, Self.isDigit(input.scalars[end]) { end += 1 }
        index = end
    }

    private mutating func number() -> Token {
        if let hexadecimal = hexadecimal() { return hexadecimal }
        let start = index
        while index < input.count, Self.isDigit(input.scalars[index]) { index += 1 }
        if index + 1 < input.count, input.scalars[index] == 0x2E, Self.isDigit(input.scalars[index + 1]) {
            index += 1
            while index < input.count, Self.isDigit(input.scalars[index]) { index += 1 }
        }
        exponent()
        var text = Chars.string(input.scalars[start..<index]).lowercased()
        if text.hasPrefix(".") { text = "0" + text }
        if index < input.count, let suffix = Unicode.Scalar(input.scalars[index]),
            "lLbBhHdDfF".unicodeScalars.contains(suffix)
        {
            index += 1
            text += String(suffix).lowercased()
        }
        return .number(text)
    }

    private mutating func string(_ quote: UInt32) throws(ExpressionProblem) -> Token {
        let start = index
        index += 1
        var scalars: [UInt32] = []
        while index < input.count {
            let scalar = input.scalars[index]
            index += 1
            if scalar == quote { return .text(Chars.string(scalars)) }
            if scalar == 0x5C, index < input.count {
                scalars.append(escape())
            } else {
                scalars.append(scalar)
            }
        }
        throw ExpressionProblem(
            code: "template.expression",
            offset: input.offsets[start],
            length: input.count - start,
            message: .init(en: "the text has no closing quote", zh: "文本缺少结束引号")
        )
    }

    private mutating func escape() -> UInt32 {
        let scalar = input.scalars[index]
        index += 1
        switch scalar {
        case 0x6E: return 0x0A
        case 0x74: return 0x09
        case 0x72: return 0x0D
        case 0x75 where index + 4 <= input.count:
            let digits = Chars.string(input.scalars[index..<(index + 4)])
            guard let value = UInt32(digits, radix: 16) else { return scalar }
            index += 4
            return value
        default: return scalar
        }
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    private static func isNameStart(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A) || scalar == 0x5F || scalar == 0x24
        }
        return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
}
