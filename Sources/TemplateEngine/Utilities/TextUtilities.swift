import Diagnostics
import Foundation

/// Work on texts, counted in UTF-16 units as Java counts them.
enum TextUtilities {
    static func index(of part: [UInt16], in text: [UInt16], from start: Int) -> Int? {
        var index = min(max(0, start), text.count)
        while index + part.count <= text.count {
            if Array(text[index..<(index + part.count)]) == part { return index }
            index += 1
        }
        return nil
    }

    static func lastIndex(of part: [UInt16], in text: [UInt16]) -> Int? {
        var index = text.count - part.count
        while index >= 0 {
            if Array(text[index..<(index + part.count)]) == part { return index }
            index -= 1
        }
        return nil
    }

    static func substring(_ text: [UInt16], _ start: Int, _ end: Int) throws(Fault) -> String {
        guard start >= 0, start <= end, end <= text.count else {
            throw Fault(
                "template.index",
                .init(
                    en: "the text has \(text.count) characters, not from \(start) to \(end)",
                    zh: "文本共 \(text.count) 个字符，不能从 \(start) 取到 \(end)"
                )
            )
        }
        return String(decoding: text[start..<end], as: UTF16.self)
    }

    static func replace(_ text: String, _ part: String, _ replacement: String) -> String {
        guard !part.isEmpty else { return text }
        return text.replacingOccurrences(of: part, with: replacement, options: .literal)
    }

    // MARK: - Patterns

    private static func expression(_ pattern: String) throws(Fault) -> NSRegularExpression {
        do {
            return try NSRegularExpression(pattern: pattern)
        } catch {
            throw Fault(
                "template.pattern",
                .init(en: "'\(pattern)' is no regular expression", zh: "“\(pattern)”不是正则表达式")
            )
        }
    }

    static func matches(_ text: String, _ pattern: String) throws(Fault) -> Bool {
        let range = NSRange(location: 0, length: text.utf16.count)
        let match = try expression(pattern).firstMatch(in: text, options: .anchored, range: range)
        return match?.range == range
    }

    static func replacePattern(_ text: String, _ pattern: String, _ replacement: String) throws(Fault) -> String {
        let range = NSRange(location: 0, length: text.utf16.count)
        return try expression(pattern).stringByReplacingMatches(in: text, range: range, withTemplate: replacement)
    }

    static func splitPattern(_ text: String, _ pattern: String) throws(Fault) -> [String] {
        let units = Array(text.utf16)
        var parts: [String] = []
        var start = 0
        let range = NSRange(location: 0, length: units.count)
        for match in try expression(pattern).matches(in: text, range: range) where match.range.length > 0 {
            parts.append(String(decoding: units[start..<match.range.location], as: UTF16.self))
            start = match.range.location + match.range.length
        }
        parts.append(String(decoding: units[start...], as: UTF16.self))
        while parts.count > 1, parts.last == "" { parts.removeLast() }
        return parts
    }
}

extension String {
    /// Whether the text has a part, byte by byte.
    func utf8Contains(_ part: String) -> Bool {
        part.isEmpty || self.range(of: part, options: .literal) != nil
    }
}
