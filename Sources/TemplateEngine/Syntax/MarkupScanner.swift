import Diagnostics

/// Reads a template's markup, tag by tag, and keeps the place of every piece.
///
/// Templates are source text, not documents: what the author wrote must come out as written, attribute quotes, entities
/// and white space included, a template may be a fragment without one root, and HTML templates have void elements and
/// attributes without values. An XML tree keeps none of this, so templates have a scanner of their own; what comes out
/// of them is what libxml2 parses, validates and canonicalises.
struct MarkupScanner {
    /// How deeply elements may be nested.
    static let maximumDepth = 256

    let source: SourceText
    let mode: TemplateMode
    private let bytes: [UInt8]
    private var position = 0
    private var end: Int
    private var stack: [Open] = []
    /// Where the prototype-only blocks that are open begin.
    private var prototypes: [Int] = []
    private var diagnostics: [Diagnostic] = []

    /// An element whose end is still to come.
    private struct Open {
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
        return (ParsedTemplate(source: source, mode: mode, nodes: nodes), scanner.diagnostics)
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
                position += 6
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

    private var hasFailed: Bool { diagnostics.containsErrors }

    private mutating func append(_ node: TemplateNode) {
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
        return mode == .xml || isNameStart(next) || next == 0x2F || next == 0x21 || next == 0x3F
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
            position += 7
            return
        }
        if matches("<!--/*") {
            guard let stop = find("*/-->", from: position + 6) else {
                return reportUnclosedComment("*/-->", start, 6)
            }
            position = stop + 5
            return
        }
        guard let stop = find("-->", from: position + 4) else {
            return reportUnclosedComment("-->", start, 4)
        }
        position = stop + 3
        if let node = conditional(start..<position) { append(node) } else { append(.comment(start..<position)) }
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

    // MARK: - Tags

    private mutating func startTag() {
        let start = position
        position += 1
        let name = self.name()
        guard !name.isEmpty else {
            return report(
                "template.markup",
                start,
                1,
                .init(en: "'<' must be written '&lt;' here", zh: "此处的“<”应写作“&lt;”")
            )
        }
        let nameEnd = position
        let attributes = self.attributes()
        guard !hasFailed else { return }
        let slash = position < end && bytes[position] == 0x2F
        if slash { position += 1 }
        guard position < end, bytes[position] == 0x3E else {
            return report(
                "template.markup",
                start,
                name.unicodeScalars.count + 1,
                .init(en: "the tag '<\(name)' is not closed with '>'", zh: "标签“<\(name)”没有以“>”结束")
            )
        }
        position += 1
        let key = mode == .html ? name.lowercased() : name
        let void = mode == .html && HTMLNames.void.contains(key)
        let tag = StartTag(
            name: name,
            key: key,
            attributes: attributes,
            range: start..<position,
            nameEnd: nameEnd,
            isStandalone: slash || void,
            isRawText: isRawText(key, attributes)
        )
        opened(tag)
    }

    private mutating func opened(_ tag: StartTag) {
        if mode == .html { endImplicitly(before: tag.key) }
        if tag.isStandalone { return append(.element(ElementNode(tag, children: [], close: nil))) }
        guard stack.count < Self.maximumDepth else {
            return report(
                "template.depth",
                tag.range.lowerBound,
                1,
                .init(
                    en: "elements are nested deeper than \(Self.maximumDepth) levels",
                    zh: "元素嵌套超过 \(Self.maximumDepth) 层"
                )
            )
        }
        stack.append(Open(start: tag))
        if tag.isRawText { rawText(tag) }
    }

    /// Whether an element's content is text whatever it looks like; scripts of other types hold markup.
    private func isRawText(_ key: String, _ attributes: [AttributeNode]) -> Bool {
        guard mode == .html, HTMLNames.rawText.contains(key) else { return false }
        guard key == "script", let value = attributes.first(where: { $0.key == "type" })?.value else { return true }
        let type = source.string(value).trimmingSpaces().lowercased()
        return type.isEmpty || HTMLNames.scriptTypes.contains { type.contains($0) }
    }

    private mutating func rawText(_ tag: StartTag) {
        let start = position
        while position < end, !(matches("</") && hasName(tag.key, at: position + 2)) { position += 1 }
        if position > start { append(.text(start..<position, raw: true)) }
    }

    private func hasName(_ key: String, at place: Int) -> Bool {
        let stop = place + key.utf8.count
        guard stop <= end else { return false }
        return source.string(place..<stop).lowercased() == key
    }

    private mutating func endTag() {
        let start = position
        position += 2
        let name = self.name()
        while position < end, isSpace(bytes[position]) { position += 1 }
        guard !name.isEmpty, position < end, bytes[position] == 0x3E else {
            return report("template.markup", start, 2, .init(en: "this end tag is not complete", zh: "该结束标签不完整"))
        }
        position += 1
        close(name: name, range: start..<position)
    }

    private mutating func close(name: String, range: Range<Int>) {
        let key = mode == .html ? name.lowercased() : name
        guard let index = stack.lastIndex(where: { $0.start?.key == key }) else {
            if mode == .html { append(.other(range)) }
            report(
                "template.end-tag",
                range.lowerBound,
                name.unicodeScalars.count + 3,
                .init(en: "'</\(name)>' closes nothing", zh: "“</\(name)>”没有对应的开始标签"),
                severity: mode == .html ? .warning : .error,
                help: openHelp()
            )
            return
        }
        while stack.count - 1 > index, !hasFailed { closeUnclosed() }
        guard !hasFailed else { return }
        finish(close: range)
    }

    private func openHelp() -> [LocalizedText] {
        guard let open = stack.last?.start else { return [] }
        return [.init(en: "the open element here is '<\(open.name)>'", zh: "此处未结束的元素是“<\(open.name)>”")]
    }

    private mutating func finish(close: Range<Int>?) {
        let open = stack.removeLast()
        guard let start = open.start else { return }
        append(.element(ElementNode(start, children: open.children, close: close)))
    }

    /// Ends the innermost element, whose end tag is missing: an error in XML, a warning in HTML where it is required.
    private mutating func closeUnclosed() {
        if let start = stack.last?.start, mode == .xml || HTMLNames.endedBy[start.key] == nil {
            report(
                "template.unclosed-element",
                start.range.lowerBound,
                start.name.unicodeScalars.count + 1,
                .init(en: "'<\(start.name)>' is never closed", zh: "“<\(start.name)>”没有结束标签"),
                severity: mode == .xml ? .error : .warning,
                help: [.init(en: "add '</\(start.name)>'", zh: "请补上“</\(start.name)>”")]
            )
        }
        finish(close: nil)
    }

    private mutating func endImplicitly(before key: String) {
        while let start = stack.last?.start, HTMLNames.endedBy[start.key]?.contains(key) == true { finish(close: nil) }
    }

    // MARK: - Attributes

    private mutating func attributes() -> [AttributeNode] {
        var result: [AttributeNode] = []
        while true {
            let start = position
            while position < end, isSpace(bytes[position]) { position += 1 }
            guard position < end, bytes[position] != 0x3E, !(bytes[position] == 0x2F && isTagEnd(position)) else {
                break
            }
            guard let attribute = attribute(from: start) else { break }
            if result.contains(where: { $0.key == attribute.key }) {
                report(
                    "template.duplicate-attribute",
                    attribute.nameRange.lowerBound,
                    attribute.name.unicodeScalars.count,
                    .init(en: "the attribute '\(attribute.name)' stands twice", zh: "属性“\(attribute.name)”重复出现")
                )
            }
            result.append(attribute)
        }
        return result
    }

    private func isTagEnd(_ place: Int) -> Bool { place + 1 < end && bytes[place + 1] == 0x3E }

    private mutating func attribute(from start: Int) -> AttributeNode? {
        let nameStart = position
        while position < end, isAttributeName(bytes[position]) { position += 1 }
        guard position > nameStart else {
            report("template.markup", position, 1, .init(en: "an attribute name is expected here", zh: "此处应为属性名"))
            return nil
        }
        let nameRange = nameStart..<position
        let name = source.string(nameRange)
        let key = mode == .html ? name.lowercased() : name
        let afterName = position
        while position < end, isSpace(bytes[position]) { position += 1 }
        guard position < end, bytes[position] == 0x3D else {
            position = afterName
            if mode == .xml { missingValue(name, nameRange) }
            return AttributeNode(name: name, key: key, range: start..<afterName, nameRange: nameRange, value: nil)
        }
        position += 1
        while position < end, isSpace(bytes[position]) { position += 1 }
        guard let value = attributeValue(name) else { return nil }
        return AttributeNode(name: name, key: key, range: start..<position, nameRange: nameRange, value: value)
    }

    private mutating func missingValue(_ name: String, _ range: Range<Int>) {
        report(
            "template.markup",
            range.lowerBound,
            name.unicodeScalars.count,
            .init(en: "the attribute '\(name)' needs a value in XML", zh: "XML 中属性“\(name)”必须有值")
        )
    }

    private mutating func attributeValue(_ name: String) -> Range<Int>? {
        let start = position
        guard position < end else { return nil }
        let quote = bytes[position]
        guard quote == 0x22 || quote == 0x27 else {
            while position < end, !isSpace(bytes[position]), bytes[position] != 0x3E { position += 1 }
            if mode == .xml || position == start {
                report(
                    "template.markup",
                    start,
                    1,
                    .init(en: "the value of '\(name)' must be in quotes", zh: "“\(name)”的值必须加引号")
                )
            }
            return start..<position
        }
        position += 1
        while position < end, bytes[position] != quote {
            if mode == .xml, bytes[position] == 0x3C {
                report(
                    "template.markup",
                    position,
                    1,
                    .init(en: "'<' must be written '&lt;' in an attribute value", zh: "属性值中的“<”应写作“&lt;”")
                )
                return nil
            }
            position += 1
        }
        guard position < end else {
            report(
                "template.unclosed",
                start,
                1,
                .init(en: "the value of '\(name)' has no closing quote", zh: "“\(name)”的值缺少结束引号")
            )
            return nil
        }
        position += 1
        return (start + 1)..<(position - 1)
    }

    // MARK: - Bytes

    private mutating func name() -> String {
        let start = position
        while position < end, isNameByte(bytes[position]) { position += 1 }
        return source.string(start..<position)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte >= 0x80
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        !isSpace(byte) && byte != 0x3E && byte != 0x2F && byte != 0x3C && byte != 0x3D && byte != 0x22 && byte != 0x27
    }

    private func isAttributeName(_ byte: UInt8) -> Bool {
        !isSpace(byte) && byte != 0x3E && byte != 0x3D && byte != 0x22 && byte != 0x27 && byte != 0x3C && byte != 0x2F
    }

    private func matches(_ text: StaticString) -> Bool { matches(text, at: position) }

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

    private mutating func report(
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
