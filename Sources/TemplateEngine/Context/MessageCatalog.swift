public import Diagnostics

/// The messages of one language, by key.
public struct MessageCatalog: Sendable {
    /// The language, such as `zh_CN`.
    public let locale: String
    let messages: [String: String]

    /// No messages, in English.
    public static let empty = MessageCatalog(messages: [:], locale: "en")

    init(messages: [String: String], locale: String) {
        self.messages = messages
        self.locale = locale
    }

    /// Reads a properties file (`java.util.Properties`, in UTF-8).
    ///
    /// - Throws: ``DiagnosticsError`` where an escape `\uXXXX` is not complete.
    public init(properties bytes: [UInt8], file: String, locale: String) throws(DiagnosticsError) {
        var reader = PropertiesReader(source: SourceText(name: file, file: file, bytes: bytes))
        messages = try reader.read()
        self.locale = locale
    }

    /// The keys, sorted.
    public var keys: [String] { messages.keys.sorted() }
}

/// Reads properties files.
struct PropertiesReader {
    let source: SourceText

    mutating func read() throws(DiagnosticsError) -> [String: String] {
        var result: [String: String] = [:]
        var offset = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < source.bytes.count {
            let (line, next) = logicalLine(offset)
            if let line, let (key, value) = try entry(line, at: offset) { result[key] = value }
            offset = next
        }
        return result
    }

    /// A line with its continuations; nil for comments and blank lines.
    private func logicalLine(_ start: Int) -> ([UInt8]?, Int) {
        var result: [UInt8] = []
        var offset = start
        while true {
            while offset < source.bytes.count, Self.isBlank(source.bytes[offset]) { offset += 1 }
            let first = offset < source.bytes.count ? source.bytes[offset] : 0x0A
            let isComment = result.isEmpty && (first == 0x23 || first == 0x21)
            let lineStart = offset
            while offset < source.bytes.count, source.bytes[offset] != 0x0A, source.bytes[offset] != 0x0D {
                offset += 1
            }
            let line = source.bytes[lineStart..<offset]
            if offset < source.bytes.count, source.bytes[offset] == 0x0D { offset += 1 }
            if offset < source.bytes.count, source.bytes[offset] == 0x0A, offset > lineStart || line.isEmpty {
                offset += 1
            }
            if isComment { return (nil, offset) }
            let slashes = line.reversed().prefix { $0 == 0x5C }.count
            if slashes % 2 == 1, offset < source.bytes.count {
                result += line.dropLast()
            } else {
                result += line
                return (result.isEmpty ? nil : result, offset)
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }

    private func entry(_ line: [UInt8], at offset: Int) throws(DiagnosticsError) -> (String, String)? {
        var index = 0
        while index < line.count, line[index] != 0x3D, line[index] != 0x3A, !Self.isBlank(line[index]) {
            index += line[index] == 0x5C ? 2 : 1
        }
        let keyEnd = min(index, line.count)
        while index < line.count, Self.isBlank(line[index]) { index += 1 }
        if index < line.count, line[index] == 0x3D || line[index] == 0x3A { index += 1 }
        while index < line.count, Self.isBlank(line[index]) { index += 1 }
        let value = index < line.count ? Array(line[index...]) : []
        return (try unescape(Array(line[..<keyEnd]), offset), try unescape(value, offset))
    }

    private func unescape(_ bytes: [UInt8], _ offset: Int) throws(DiagnosticsError) -> String {
        guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
        var units: [UInt16] = []
        var rest = Array(String(decoding: bytes, as: UTF8.self).utf16)[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, let next = rest.popFirst() else {
                units.append(unit)
                continue
            }
            switch next {
            case 0x6E: units.append(0x0A)
            case 0x74: units.append(0x09)
            case 0x72: units.append(0x0D)
            case 0x66: units.append(0x0C)
            case 0x75:
                guard rest.count >= 4, let value = UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16)
                else {
                    throw DiagnosticsError([
                        source.diagnostic(
                            "messages.escape",
                            at: offset,
                            length: 1,
                            .init(en: "'\\u' needs four hexadecimal digits", zh: "“\\u”之后需要四位十六进制数字")
                        )
                    ])
                }
                units.append(value)
                rest = rest.dropFirst(4)
            default: units.append(next)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
