/// What is wrong with bytes that are not UTF-8, and which encoding they probably are.
struct EncodingProblem {
    let file: String
    let bytes: [UInt8]

    /// One diagnostic at the first byte that is not UTF-8; `domain` is the first half of its code.
    func diagnostic(domain: String) -> Diagnostic {
        let valid = validPrefixLength()
        let start = (bytes[..<valid].lastIndex(of: 0x0A) ?? -1) + 1
        let end = bytes[valid...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
        let before = String(decoding: bytes[start..<valid], as: UTF8.self)
        return Diagnostic(
            code: "\(domain).not-utf8",
            at: SourceLocation(
                file: file,
                line: 1 + bytes[..<valid].count { $0 == 0x0A },
                column: 1 + before.unicodeScalars.count
            ),
            guess.message,
            excerpt: guess == .utf16 ? nil : String(decoding: bytes[start..<end], as: UTF8.self),
            help: [isSpreadsheet ? Self.saveSheet : Self.saveText]
        )
    }

    private var isSpreadsheet: Bool { file.lowercased().hasSuffix(".csv") }

    private static let saveSheet = LocalizedText(
        en: "save the file as UTF-8 (in Excel or WPS: “CSV UTF-8”)",
        zh: "请将文件另存为 UTF-8 编码（Excel、WPS 中选择“CSV UTF-8”）"
    )
    private static let saveText = LocalizedText(
        en: "save the text as UTF-8 (in a text editor: “Save as”, encoding “UTF-8”)",
        zh: "请用文本编辑器将文件另存为 UTF-8 编码（“另存为”中编码选“UTF-8”）"
    )

    private enum Guess {
        case utf16, gb18030, unknown

        var message: LocalizedText {
            switch self {
            case .utf16: LocalizedText(en: "the file is UTF-16, not UTF-8", zh: "文件是 UTF-16 编码，应为 UTF-8")
            case .gb18030:
                LocalizedText(
                    en: "the file is not UTF-8, it looks like GB18030 (GBK)",
                    zh: "文件不是 UTF-8 编码，疑似 GB18030（GBK）"
                )
            case .unknown: LocalizedText(en: "the file is not UTF-8", zh: "文件不是 UTF-8 编码")
            }
        }
    }

    private var guess: Guess {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        return isGB18030 ? .gb18030 : .unknown
    }

    /// The number of bytes before the first that is not UTF-8.
    private func validPrefixLength() -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var length = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            length += UTF8.width(scalar)
        }
        return min(length, bytes.count)
    }

    /// Whether the bytes have the form of GB18030: one, two or four bytes a character.
    private var isGB18030: Bool {
        var rest = bytes[...]
        while let first = rest.popFirst() {
            if first < 0x80 { continue }
            guard (0x81...0xFE).contains(first), let second = rest.popFirst() else { return false }
            switch second {
            case 0x40...0x7E, 0x80...0xFE: continue
            case 0x30...0x39:
                guard let third = rest.popFirst(), (0x81...0xFE).contains(third),
                    let fourth = rest.popFirst(), (0x30...0x39).contains(fourth)
                else { return false }
            default: return false
            }
        }
        return true
    }
}
