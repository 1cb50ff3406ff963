public import Diagnostics

/// What a check of an HTML document found.
public struct HTMLSummary: Hashable, Sendable {
    /// Every `id`, in order.
    public var ids: [String]
    /// Every `href` and `src`, in order, entities resolved.
    public var hrefs: [String]
    /// Ids that stand twice, tags that do not match.
    public var diagnostics: [Diagnostic]
}

/// Checks finished HTML documents: every tag closed, no id twice.
///
/// libxml2's HTML parser repairs what it reads and knows no HTML5, so that it cannot say whether a document is well
/// nested; this reads the tags themselves.
public struct HTMLCheck {
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var open: [(name: String, offset: Int)] = []
    private var seen: Set<String> = []
    private var summary = HTMLSummary(ids: [], hrefs: [], diagnostics: [])

    private init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// Checks a document.
    /// - Complexity: O(n) for n bytes.
    public static func check(_ html: [UInt8], file: String) -> HTMLSummary {
        var check = HTMLCheck(html, file: file)
        check.run()
        return check.summary
    }

    private mutating func run() {
        while let start = bytes[position...].firstIndex(of: 0x3C) {
            position = start
            if matches("<!--") {
                skip(past: "-->")
            } else if matches("</") {
                endTag()
            } else if matches("<!") || matches("<?") {
                skip(past: ">")
            } else if start + 1 < bytes.count, isLetter(bytes[start + 1]) {
                startTag()
            } else {
                position += 1
            }
        }
        for element in open.reversed() { unclosed(element) }
    }

    private func matches(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func skip(past text: String) {
        let pattern = Array(text.utf8)
        while position < bytes.count, !bytes[position...].starts(with: pattern) { position += 1 }
        position = min(bytes.count, position + pattern.count)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private mutating func name() -> String {
        let start = position
        while position < bytes.count, !isSpace(bytes[position]), !"/>=".utf8.contains(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private mutating func startTag() {
        let start = position
        position += 1
        let name = self.name()
        var isClosed = false
        while position < bytes.count, bytes[position] != 0x3E {
            if isSpace(bytes[position]) {
                position += 1
            } else if bytes[position] == 0x2F {
                isClosed = true
                position += 1
            } else {
                isClosed = false
                attribute()
            }
        }
        position = min(bytes.count, position + 1)
        guard !isClosed, !Self.void.contains(name) else { return }
        open.append((name, start))
        if name == "script" || name == "style" { rawText(name) }
    }

    private mutating func rawText(_ name: String) {
        while position < bytes.count {
            if matches("</"),
                String(decoding: bytes[(position + 2)...].prefix(name.utf8.count), as: UTF8.self).lowercased() == name
            {
                return
            }
            position += 1
        }
    }

    private mutating func attribute() {
        let start = position
        let name = self.name()
        if position == start { position += 1 }
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count, bytes[position] == 0x3D else { return }
        position += 1
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        let value = attributeValue()
        switch name {
        case "id":
            if !seen.insert(value).inserted { duplicate(value, start) }
            summary.ids.append(value)
        case "href", "src": summary.hrefs.append(value)
        default: break
        }
    }

    private mutating func attributeValue() -> String {
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        let start: Int
        if quote == 0x22 || quote == 0x27 {
            start = position + 1
            position = bytes[start...].firstIndex(of: quote) ?? bytes.count
        } else {
            start = position
            while position < bytes.count, !isSpace(bytes[position]), bytes[position] != 0x3E { position += 1 }
        }
        let value = String(decoding: bytes[start..<position], as: UTF8.self)
        if position < bytes.count, bytes[position] == quote { position += 1 }
        return Self.unescape(value)
    }

    private static func unescape(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = part.firstIndex(of: ";"), let scalars = scalars(String(part[..<end])) else {
                result += index > 0 ? "&" + part : part
                continue
            }
            result.unicodeScalars.append(contentsOf: scalars)
            result += part[part.index(after: end)...]
        }
        return result
    }

    private static func scalars(_ name: String) -> [Unicode.Scalar]? {
        guard name.hasPrefix("#") else { return HTMLEntity.scalars(named: name) }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { [$0] }
    }

    private mutating func endTag() {
        let start = position
        position += 2
        let name = self.name()
        skip(past: ">")
        guard let index = open.lastIndex(where: { $0.name == name }) else {
            report(
                "html.end-tag",
                start,
                name.unicodeScalars.count + 3,
                .init(en: "'</\(name)>' closes nothing", zh: "“</\(name)>”没有对应的开始标签")
            )
            return
        }
        for element in open[(index + 1)...].reversed() { unclosed(element) }
        open.removeSubrange(index...)
    }

    private mutating func unclosed(_ element: (name: String, offset: Int)) {
        report(
            "html.unclosed-element",
            element.offset,
            element.name.unicodeScalars.count + 1,
            .init(en: "'<\(element.name)>' is never closed", zh: "“<\(element.name)>”没有结束标签")
        )
    }

    private mutating func duplicate(_ id: String, _ offset: Int) {
        report(
            "html.duplicate-id",
            offset,
            id.unicodeScalars.count,
            .init(en: "the id '\(id)' stands twice", zh: "id“\(id)”重复出现"),
            help: [.init(en: "make every id of a document unique", zh: "同一文档中的 id 必须唯一")]
        )
    }

    private mutating func report(
        _ code: String,
        _ offset: Int,
        _ length: Int,
        _ message: LocalizedText,
        help: [LocalizedText] = []
    ) {
        let before = bytes[..<offset]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        let location = SourceLocation(
            file: file,
            line: before.count { $0 == 0x0A } + 1,
            column: String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1
        )
        summary.diagnostics.append(
            Diagnostic(
                code: code,
                at: location,
                message,
                excerpt: String(decoding: bytes[start..<end], as: UTF8.self),
                length: length,
                help: help
            )
        )
    }
}
