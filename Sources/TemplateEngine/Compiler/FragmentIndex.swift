/// Finds the elements that a fragment selector names.
struct FragmentSelector {
    private var name: String?
    private var id: String?
    private var classes: [String] = []
    private var reference: String?
    private var conditions: [Condition] = []
    /// Only the match with this number, from 0.
    private var index: Int?
    let isSupported: Bool

    /// `name`, `#id`, `.class`, `name.class`, `name#id`, `%ref`, `name%ref`, each with `[attribute='value']` and `[n]`;
    /// a reference names a `th:ref` or a fragment.
    init(_ text: String) {
        var rest = text.trimmingSpaces()
        if rest.hasSuffix("()") { rest = String(rest.dropLast(2)) }
        while rest.hasSuffix("]"), let open = rest.lastIndex(of: "[") {
            let inside = String(rest[rest.index(after: open)...].dropLast())
            if let number = Int(inside) {
                index = number
            } else if let condition = Condition(inside) {
                conditions.append(condition)
            } else {
                break
            }
            rest = String(rest[..<open])
        }
        isSupported = !rest.contains("/") && !rest.contains("[") && !(rest.isEmpty && conditions.isEmpty)
        var part = ""
        var sign: Character = " "
        func finish(_ selector: inout FragmentSelector) {
            guard !part.isEmpty else { return }
            switch sign {
            case "#": selector.id = part
            case ".": selector.classes.append(part)
            case "%": selector.reference = part
            default: selector.name = part
            }
            part = ""
        }
        for character in rest {
            if character == "#" || character == "." || character == "%" {
                finish(&self)
                sign = character
            } else {
                part.append(character)
            }
        }
        finish(&self)
    }

    /// `name='value'`, the sign also `!=`, `^=`, `$=` or `*=`.
    private struct Condition {
        let attribute: String
        let sign: Character
        let value: String

        init?(_ text: String) {
            guard let equals = text.firstIndex(of: "=") else { return nil }
            var left = text[..<equals]
            sign = left.last.flatMap { "!^$*".contains($0) ? $0 : nil } ?? "="
            if sign != "=" { left.removeLast() }
            attribute = String(left).trimmingSpaces()
            let right = String(text[text.index(after: equals)...]).trimmingSpaces()
            guard !attribute.isEmpty, right.count > 1, let quote = right.first, "'\"".contains(quote),
                right.dropFirst().firstIndex(of: quote) == right.index(before: right.endIndex)
            else { return nil }
            value = String(right.dropFirst().dropLast())
        }

        func holds(for present: String?) -> Bool {
            guard let present else { return sign == "!" }
            switch sign {
            case "!": return present != value
            case "^": return present.hasPrefix(value)
            case "$": return present.hasSuffix(value)
            case "*": return present.utf8Contains(value)
            default: return present == value
            }
        }
    }

    /// The elements of a template that match, outermost ones only, in order.
    func matches(in template: ParsedTemplate) -> [ElementNode] {
        var result: [ElementNode] = []
        collect(template.nodes, template, into: &result)
        if let index { return index < result.count ? [result[index]] : [] }
        return result
    }

    private func collect(_ nodes: [TemplateNode], _ template: ParsedTemplate, into result: inout [ElementNode]) {
        for node in nodes {
            switch node {
            case .element(let element):
                if matches(element, template) {
                    result.append(element)
                } else {
                    collect(element.children, template, into: &result)
                }
            case .conditionalComment(_, let children, _): collect(children, template, into: &result)
            default: break
            }
        }
    }

    private func matches(_ element: ElementNode, _ template: ParsedTemplate) -> Bool {
        if let reference, !matchesName(reference, element, template) { return false }
        guard conditions.allSatisfy({ $0.holds(for: plain($0.attribute, of: element, template)) }) else { return false }
        if let name, id == nil, classes.isEmpty, reference == nil, matchesName(name, element, template) { return true }
        if let name, !(element.key == (template.mode == .html ? name.lowercased() : name)) { return false }
        if let id, plain("id", of: element, template) != id { return false }
        let present = plain("class", of: element, template)?.split(separator: " ").map(String.init) ?? []
        guard classes.allSatisfy(present.contains) else { return false }
        return name != nil || id != nil || !classes.isEmpty || reference != nil || !conditions.isEmpty
    }

    private func matchesName(_ name: String, _ element: ElementNode, _ template: ParsedTemplate) -> Bool {
        if let signature = FragmentSignature(element, template), signature.name == name { return true }
        return value("ref", of: element, template) == name
    }

    private func value(_ name: String, of element: ElementNode, _ template: ParsedTemplate) -> String? {
        plain("th:" + name, of: element, template)
            ?? (template.mode == .html ? plain("data-th-" + name, of: element, template) : nil)
    }

    private func plain(_ key: String, of element: ElementNode, _ template: ParsedTemplate) -> String? {
        guard let range = element.attribute(key)?.value else { return nil }
        return AttributeText.chars(template.source, range, mode: template.mode).string.trimmingSpaces()
    }
}

/// What `th:fragment` says: a name and, in parentheses, the names of parameters.
struct FragmentSignature {
    let name: String
    /// nil where there are no parentheses, or nothing in them.
    let parameters: [String]?
    let attribute: AttributeNode

    /// The signature of an element; nil where it has none.
    init?(_ element: ElementNode, _ template: ParsedTemplate) {
        let found =
            element.attribute("th:fragment") ?? (template.mode == .html ? element.attribute("data-th-fragment") : nil)
        guard let attribute = found, let range = attribute.value else { return nil }
        let text = AttributeText.chars(template.source, range, mode: template.mode).string.trimmingSpaces()
        guard !text.isEmpty else { return nil }
        self.attribute = attribute
        guard let open = text.lastIndex(of: "("), text.hasSuffix(")") else {
            name = text
            parameters = nil
            return
        }
        name = String(text[..<open]).trimmingSpaces()
        let names = text[text.index(after: open)...].dropLast().split(separator: ",").map {
            String($0).trimmingSpaces()
        }
        parameters = names.isEmpty || names == [""] ? nil : names
    }
}

extension String {
    /// Without blanks and control characters at both ends, like Java's `trim`.
    func trimmingSpaces() -> String {
        let view = unicodeScalars
        guard let first = view.firstIndex(where: { $0.value > 0x20 }),
            let last = view.lastIndex(where: { $0.value > 0x20 })
        else { return "" }
        return String(view[first...last])
    }
}
