import Diagnostics

/// Start tags, end tags, and which of them belong together.
extension MarkupScanner {
    mutating func startTag() {
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

    mutating func endTag() {
        let start = position
        position += 2
        let name = self.name()
        skipSpace()
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
    mutating func closeUnclosed() {
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
}
