import Diagnostics

/// Reads JSON (RFC 8259); decimals keep their digits.
struct JSONReader {
    /// How deeply lists and objects may be nested.
    static let maximumDepth = 256

    private let source: SourceText
    private let bytes: [UInt8]
    private var position = 0

    private struct Problem: Error {
        var position: Int
        var message: LocalizedText
    }

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        source = SourceText(name: file, file: file, bytes: bytes)
    }

    /// The whole document.
    mutating func read() throws(DiagnosticsError) -> ContextValue {
        do throws(Problem) {
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
            let root = try value(depth: 0)
            skipSpace()
            guard position == bytes.count else {
                throw Problem(
                    position: position,
                    message: .init(en: "something follows the end of the JSON value", zh: "JSON 值结束之后还有内容")
                )
            }
            return root
        } catch {
            throw DiagnosticsError([
                source.diagnostic("context.json", at: error.position, length: 1, error.message)
            ])
        }
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func unexpected() -> Problem {
        guard let byte = current else {
            return Problem(
                position: bytes.count,
                message: .init(en: "the JSON document ends too early", zh: "JSON 文档过早结束")
            )
        }
        let shown = byte < 0x80 ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
        return Problem(
            position: position,
            message: .init(en: "\(shown) is not expected here in JSON", zh: "JSON 此处不应出现 \(shown)")
        )
    }

    private mutating func value(depth: Int) throws(Problem) -> ContextValue {
        guard depth < Self.maximumDepth else {
            throw Problem(
                position: position,
                message: .init(
                    en: "nested deeper than \(Self.maximumDepth) levels",
                    zh: "嵌套超过 \(Self.maximumDepth) 层"
                )
            )
        }
        skipSpace()
        switch current {
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try array(depth: depth)
        case 0x22: return .text(String(decoding: try string(), as: UTF8.self))
        case 0x74: return try word("true", .boolean(true))
        case 0x66: return try word("false", .boolean(false))
        case 0x6E: return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: ContextValue) throws(Problem) -> ContextValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[index] else { throw unexpected() }
            position += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(Problem) -> ContextValue {
        position += 1
        var fields: [ContextField] = []
        skipSpace()
        if current == 0x7D {
            position += 1
            return .record(fields)
        }
        while true {
            skipSpace()
            guard current == 0x22 else { throw unexpected() }
            let name = String(decoding: try string(), as: UTF8.self)
            skipSpace()
            guard current == 0x3A else { throw unexpected() }
            position += 1
            fields.append(ContextField(name, try value(depth: depth + 1)))
            skipSpace()
            if current == 0x2C {
                position += 1
            } else if current == 0x7D {
                position += 1
                return .record(fields)
            } else {
                throw unexpected()
            }
        }
    }

    private mutating func array(depth: Int) throws(Problem) -> ContextValue {
        position += 1
        var items: [ContextValue] = []
        skipSpace()
        if current == 0x5D {
            position += 1
            return .list(items)
        }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if current == 0x2C {
                position += 1
            } else if current == 0x5D {
                position += 1
                return .list(items)
            } else {
                throw unexpected()
            }
        }
    }

    private mutating func digits() throws(Problem) {
        guard let byte = current, byte >= 0x30, byte <= 0x39 else { throw unexpected() }
        while let byte = current, byte >= 0x30, byte <= 0x39 { position += 1 }
    }

    private mutating func number() throws(Problem) -> ContextValue {
        let start = position
        if current == 0x2D { position += 1 }
        if current == 0x30 { position += 1 } else { try digits() }
        var whole = true
        var exponent = false
        if current == 0x2E {
            whole = false
            position += 1
            try digits()
        }
        if current == 0x65 || current == 0x45 {
            exponent = true
            position += 1
            if current == 0x2B || current == 0x2D { position += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if exponent { return .decimal(Numbers.javaText(Double(text) ?? 0)) }
        if whole, let integer = Int64(text) { return .integer(integer) }
        return .decimal(text)
    }

    private mutating func string() throws(Problem) -> [UInt8] {
        position += 1
        var result: [UInt8] = []
        while let byte = current {
            switch byte {
            case 0x22:
                position += 1
                return result
            case 0x5C:
                position += 1
                try escape(into: &result)
            case 0..<0x20:
                throw Problem(
                    position: position,
                    message: .init(en: "a control character must be escaped in a JSON string", zh: "JSON 字符串中的控制字符必须转义")
                )
            default:
                result.append(byte)
                position += 1
            }
        }
        throw unexpected()
    }

    private mutating func escape(into result: inout [UInt8]) throws(Problem) {
        guard let byte = current else { throw unexpected() }
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: result.append(byte)
        case 0x62: result.append(0x08)
        case 0x66: result.append(0x0C)
        case 0x6E: result.append(0x0A)
        case 0x72: result.append(0x0D)
        case 0x74: result.append(0x09)
        case 0x75: result.append(contentsOf: String(Character(try unicodeEscape())).utf8)
        default:
            position -= 1
            throw unexpected()
        }
    }

    private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
        let first = try hexadecimal()
        if (0xD800..<0xDC00).contains(first), current == 0x5C, position + 1 < bytes.count, bytes[position + 1] == 0x75 {
            let start = position
            position += 2
            let second = try hexadecimal()
            if (0xDC00..<0xE000).contains(second) {
                return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
            }
            position = start
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(Problem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw unexpected()
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
