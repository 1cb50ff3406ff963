import Crypto
import TemplateEngine

/// A digest over everything a stage is rendered from.
enum ContextDigest {
    /// SHA-256, in hexadecimal, over a context and the digest of the templates it is rendered with.
    static func digest(of context: ContextValue, templates: String) -> String {
        var hasher = SHA256()
        hasher.update(data: Array(templates.utf8))
        feed(context, &hasher)
        return hexadecimal(hasher.finalize())
    }

    /// SHA-256, in hexadecimal, over named byte sequences in their order.
    static func digest(of files: [(name: String, bytes: [UInt8])]) -> String {
        var hasher = SHA256()
        for file in files {
            feed("file", Array(file.name.utf8), &hasher)
            feed("bytes", file.bytes, &hasher)
        }
        return hexadecimal(hasher.finalize())
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        .joined()
    }

    private static func feed(_ tag: String, _ bytes: [UInt8], _ hasher: inout SHA256) {
        hasher.update(data: Array("\(tag) \(bytes.count)\n".utf8))
        hasher.update(data: bytes)
    }

    private static func feed(_ value: ContextValue, _ hasher: inout SHA256) {
        switch value {
        case .null: feed("null", [], &hasher)
        case .boolean(let boolean): feed("boolean", [boolean ? 1 : 0], &hasher)
        case .integer(let integer): feed("integer", Array(String(integer).utf8), &hasher)
        case .decimal(let digits): feed("decimal", Array(digits.utf8), &hasher)
        case .text(let text): feed("text", Array(text.utf8), &hasher)
        case .markup(let bytes): feed("markup", bytes, &hasher)
        case .list(let values):
            feed("list \(values.count)", [], &hasher)
            for element in values { feed(element, &hasher) }
        case .record(let fields):
            feed("record \(fields.count)", [], &hasher)
            for field in fields {
                feed("field", Array(field.name.utf8), &hasher)
                feed(field.value, &hasher)
            }
        }
    }
}
