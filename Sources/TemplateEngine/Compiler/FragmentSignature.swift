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
