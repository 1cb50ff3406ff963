import Diagnostics

/// Reads a template's markup, tag by tag, and keeps the place of every piece.
///
/// Templates are source text, not documents: what the author wrote must come out as written, attribute quotes, entities
/// and white space included, a template may be a fragment without one root, and HTML templates have void elements and
/// attributes without values. An XML tree keeps none of this, so templates have a scanner of their own; libxml2 has
/// the last word on XML (``WellFormedness``) and reads what comes out.
struct MarkupScanner {
    /// How deeply elements may be nested.
    static let maximumDepth = 256

    let source: SourceText
    let mode: TemplateMode
    let bytes: [UInt8]
    var position = 0
    /// Where the markup ends that this scanner reads.
    private(set) var end: Int
    /// The elements that are open, outermost first, below them the template itself.
    var stack: [Open] = []
    /// Where the prototype-only blocks that are open begin.
    private var prototypes: [Int] = []
    private var removed: [Range<Int>] = []
    private var diagnostics: [Diagnostic] = []

    /// An element whose end is still to come.
    struct Open {
        var start: StartTag?
        var children: [TemplateNode] = []
    }

    init(source: SourceText, mode: TemplateMode) {
        self.source = source
        self.mode = mode
        bytes = source.bytes
        end = source.bytes.count
    }

    /// The template and every problem found in it.
    static func parse(_ source: SourceText, mode: TemplateMode) -> (ParsedTemplate, [Diagnostic]) {
        var scanner = MarkupScanner(source: source, mode: mode)
        scanner.checkEncoding()
        let nodes = scanner.content()
        let template = ParsedTemplate(source: source, mode: mode, nodes: nodes, removed: scanner.removed)
        return (template, scanner.diagnostics)
    }

    private mutating func checkEncoding() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return
            case .error:
                report("template.encoding", offset, 1, .init(en: "the file is not UTF-8", zh: "文件不是 UTF-8 编码"))
                end = position
                return
            }
        }
    }

    // MARK: - Content

    private mutating func content() -> [TemplateNode] {
        stack = [Open()]
        while position < end, !hasFailed {
            if atPrototypeEnd(position) {
                prototypes.removeLast()
                remove(6)
            } else if bytes[position] == 0x3C {
                markup()
            } else {
                text()
            }
        }
        if let start = prototypes.last, !hasFailed { reportUnclosedComment("/*/-->", start, 7) }
        while stack.count > 1, !hasFailed { closeUnclosed() }
        return stack.first?.children ?? []
    }

    var hasFailed: Bool { diagnostics.containsErrors }

    mutating func append(_ node: TemplateNode) {
        stack[stack.count - 1].children.append(node)
    }

    private mutating func text() {
        let start = position
        position += 1
        while position < end, !(bytes[position] == 0x3C && startsMarkup(position)), !atPrototypeEnd(position) {
            position += 1
        }
        append(.text(start..<position, raw: false))
    }

    /// Whether `<` at a place begins markup; in HTML it may be text.
    private func startsMarkup(_ place: Int) -> Bool {
        guard place + 1 < end else { return mode == .xml }
        let next = bytes[place + 1]
        return mode == .xml || next.isMarkupNameStart || next == 0x2F || next == 0x21 || next == 0x3F
    }

    private mutating func markup() {
        guard startsMarkup(position) else { return text() }
        if matches("<!--") { return comment() }
        if matches("<![CDATA[") { return section(until: "]]>") { .cdata($0) } }
        if matches("<!") { return declaration() }
        if matches("<?") { return section(until: mode == .xml ? "?>" : ">") { .other($0) } }
        if matches("</") { return endTag() }
        startTag()
    }

    private mutating func section(until terminator: StaticString, _ make: (Range<Int>) -> TemplateNode) {
        let start = position
        guard let stop = find(terminator, from: position + 2) else {
            return report(
                "template.unclosed",
                start,
                2,
                .init(en: "'\(terminator)' is missing at the end of this", zh: "此处缺少结束符“\(terminator)”")
            )
        }
        position = stop + terminator.utf8CodeUnitCount
        append(make(start..<position))
    }

    private mutating func declaration() {
        let start = position
        var quote: UInt8 = 0
        var brackets = 0
        while position < end {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x5B {
                brackets += 1
            } else if byte == 0x5D {
                brackets -= 1
            } else if byte == 0x3E, brackets <= 0 {
                break
            }
            position += 1
        }
        guard position < end else {
            return report(
                "template.unclosed",
                start,
                2,
                .init(en: "'>' is missing at the end of this declaration", zh: "该声明缺少结束的“>”")
            )
        }
        position += 1
        refuseEntities(start..<position)
        append(.other(start..<position))
    }

    /// Entities declared in a template could be expanded without end or read files; nothing needs them.
    private mutating func refuseEntities(_ range: Range<Int>) {
        guard let place = find("<!ENTITY", from: range.lowerBound), place < range.upperBound else { return }
        report(
            "template.entity-declaration",
            place,
            8,
            .init(en: "a template must not declare entities", zh: "模板不得声明实体"),
            help: [.init(en: "write the text itself, or insert a fragment", zh: "请直接写出文本，或引用片段")]
        )
    }

    // MARK: - Comments

    private mutating func comment() {
        let start = position
        if matches("<!--/*/") {
            prototypes.append(start)
            return remove(7)
        }
        if matches("<!--/*") {
            guard let stop = find("*/-->", from: position + 6) else {
                return reportUnclosedComment("*/-->", start, 6)
            }
            return remove(stop + 5 - start)
        }
        guard let stop = find("-->", from: position + 4) else {
            return reportUnclosedComment("-->", start, 4)
        }
        position = stop + 3
        if let node = conditional(start..<position) { append(node) } else { append(.comment(start..<position)) }
    }

    /// Passes over bytes that are no part of the template.
    private mutating func remove(_ count: Int) {
        removed.append(position..<(position + count))
        position += count
    }

    private mutating func reportUnclosedComment(_ end: String, _ start: Int, _ length: Int) {
        report(
            "template.unclosed",
            start,
            length,
            .init(en: "'\(end)' is missing at the end of this comment", zh: "该注释缺少结束的“\(end)”")
        )
    }

    /// The end of a prototype-only block, `/*/-->`, which is markup only as the partner of its beginning.
    private func atPrototypeEnd(_ place: Int) -> Bool { !prototypes.isEmpty && matches("/*/-->", at: place) }

    private func conditional(_ range: Range<Int>) -> TemplateNode? {
        guard mode == .html, matches("<!--[if", at: range.lowerBound),
            let open = find("]>", from: range.lowerBound), open + 2 <= range.upperBound,
            let close = find("<![endif]", from: open + 2), close < range.upperBound
        else { return nil }
        var inner = MarkupScanner(source: source, mode: mode)
        inner.position = open + 2
        inner.end = close
        let children = inner.content()
        guard inner.diagnostics.isEmpty else { return nil }
        return .conditionalComment(
            open: range.lowerBound..<(open + 2),
            children: children,
            close: close..<range.upperBound
        )
    }

    // MARK: - Bytes

    func matches(_ text: StaticString) -> Bool { matches(text, at: position) }

    private func matches(_ text: StaticString, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= end else { return false }
        for index in 0..<count where bytes[place + index] != text.utf8Start[index] { return false }
        return true
    }

    private func find(_ text: StaticString, from place: Int) -> Int? {
        var place = place
        while place + text.utf8CodeUnitCount <= end {
            if matches(text, at: place) { return place }
            place += 1
        }
        return nil
    }

    mutating func report(
        _ code: String,
        _ offset: Int,
        _ length: Int,
        _ message: LocalizedText,
        severity: Diagnostic.Severity = .error,
        help: [LocalizedText] = []
    ) {
        diagnostics.append(
            source.diagnostic(code, severity: severity, at: offset, length: length, message, help: help)
        )
        if severity == .error { position = end }
    }
}
