import Diagnostics

/// The attributes of a start tag.
extension MarkupScanner {
    mutating func attributes() -> [AttributeNode] {
        var result: [AttributeNode] = []
        while true {
            let start = position
            skipSpace()
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
        let name = self.name()
        guard !name.isEmpty else {
            report("template.markup", position, 1, .init(en: "an attribute name is expected here", zh: "此处应为属性名"))
            return nil
        }
        let nameRange = nameStart..<position
        let key = mode == .html ? name.lowercased() : name
        let afterName = position
        skipSpace()
        guard position < end, bytes[position] == 0x3D else {
            position = afterName
            if mode == .xml { missingValue(name, nameRange) }
            return AttributeNode(name: name, key: key, range: start..<afterName, nameRange: nameRange, value: nil)
        }
        position += 1
        skipSpace()
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
            while position < end, !bytes[position].isMarkupSpace, bytes[position] != 0x3E { position += 1 }
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

    /// The name of an element or attribute; empty where none begins.
    mutating func name() -> String {
        let start = position
        while position < end, bytes[position].isMarkupNameByte { position += 1 }
        return source.string(start..<position)
    }

    mutating func skipSpace() {
        while position < end, bytes[position].isMarkupSpace { position += 1 }
    }
}
