/// What one template attribute does to its element, in the order in which the kinds are carried out.
enum ProcessorKind: Hashable {
    case insert, replace, include
    case each
    case choose
    case match
    case when, unless
    case select
    case with
    /// `th:attr`, `th:attrprepend`, `th:attrappend`.
    case attributes(UInt8)
    /// Sets these attributes.
    case set([String], UInt8)
    case classAppend
    case styleAppend
    case text, markup
    case fragment
    case assert
    case remove
    case inline
    case reference

    var precedence: Int {
        switch self {
        case .insert, .replace, .include: 100
        case .each: 200
        case .choose: 250
        case .match: 275
        case .when: 300
        case .unless: 400
        case .select: 500
        case .with: 600
        case .attributes(AttributePolicy.set): 700
        case .attributes(AttributePolicy.prepend): 800
        case .attributes: 900
        case .set(let names, _): names.count > 1 ? 990 : 1000
        case .classAppend, .styleAppend: 1100
        case .inline: 1200
        case .text: 1300
        case .markup: 1400
        case .fragment: 1500
        case .assert: 1550
        case .remove: 1600
        case .reference: 10_000
        }
    }
}

/// One template attribute of an element.
struct Processor {
    var kind: ProcessorKind
    var attribute: AttributeNode
}

/// The template attributes of an element, in the order in which they are carried out, and what else stands in its tag.
struct ElementPlan {
    let element: ElementNode
    let mode: TemplateMode
    /// `th:block`: only its content is written.
    let isBlock: Bool
    let processors: [Processor]
    /// The attributes that are no template attributes.
    let plain: [AttributeNode]

    init(_ element: ElementNode, mode: TemplateMode) {
        self.element = element
        self.mode = mode
        isBlock = element.key == "th:block" || (mode == .html && element.key == "th-block")
        var processors: [Processor] = []
        var plain: [AttributeNode] = []
        for attribute in element.attributes {
            if attribute.key == "xmlns:th" { continue }
            if let name = Self.templateName(attribute.key, mode: mode) {
                var kind = Self.kind(name, mode: mode)
                if case .set([name], let policy) = kind, !HTMLNames.isKnown(name),
                    !element.attributes.contains(where: { $0.key == name })
                {
                    // What the dialect does not know keeps the case of its name: `viewBox`.
                    kind = .set([String(attribute.name.suffix(name.count))], policy)
                }
                processors.append(Processor(kind: kind, attribute: attribute))
            } else {
                plain.append(attribute)
            }
        }
        self.plain = plain
        self.processors = processors.enumerated()
            .sorted { ($0.element.kind.precedence, $0.offset) < ($1.element.kind.precedence, $1.offset) }
            .map(\.element)
    }

    /// Whether the element is written as it stands.
    var isStatic: Bool { processors.isEmpty && !isBlock && plain.count == element.attributes.count }

    /// `text` of `th:text` and, in HTML, `data-th-text`; nil for other attributes.
    static func templateName(_ key: String, mode: TemplateMode) -> String? {
        if key.hasPrefix("th:") { return String(key.dropFirst(3)) }
        if mode == .html, key.hasPrefix("data-th-") { return String(key.dropFirst(8)) }
        return nil
    }

    private static let structural: [String: ProcessorKind] = [
        "insert": .insert, "replace": .replace, "substituteby": .replace, "include": .include, "each": .each,
        "switch": .choose, "case": .match, "if": .when, "unless": .unless, "object": .select, "with": .with,
        "attr": .attributes(AttributePolicy.set), "attrprepend": .attributes(AttributePolicy.prepend),
        "attrappend": .attributes(AttributePolicy.append), "text": .text, "utext": .markup, "fragment": .fragment,
        "assert": .assert, "remove": .remove, "inline": .inline, "ref": .reference,
    ]

    private static let html: [String: ProcessorKind] = [
        "alt-title": .set(["alt", "title"], AttributePolicy.set),
        "lang-xmllang": .set(["lang", "xml:lang"], AttributePolicy.set),
        "xmllang": .set(["xml:lang"], AttributePolicy.set), "xmlbase": .set(["xml:base"], AttributePolicy.set),
        "xmlspace": .set(["xml:space"], AttributePolicy.set), "classappend": .classAppend,
        "styleappend": .styleAppend,
    ]

    private static func kind(_ name: String, mode: TemplateMode) -> ProcessorKind {
        if let kind = structural[name] { return kind }
        guard mode == .html else { return .set([name], AttributePolicy.set) }
        if let kind = html[name] { return kind }
        return .set([name], policy(name))
    }

    /// Whether the value of an attribute must not read `param`: links, scripts, and attributes the dialect does not know.
    static func isRestricted(_ name: String, mode: TemplateMode) -> Bool {
        guard mode == .html else { return true }
        if name == "href" || name == "src" { return true }
        return !HTMLNames.isKnown(name)
    }

    /// How a computed value changes an HTML attribute.
    static func policy(_ name: String) -> UInt8 {
        if HTMLNames.fixedValue.contains(name) { return AttributePolicy.fixed }
        let url = HTMLNames.urls.contains(name) ? AttributePolicy.url : 0
        if HTMLNames.keptWhenEmpty.contains(name), name != "method" { return AttributePolicy.setKeepingEmpty | url }
        if HTMLNames.isEvent(name) { return AttributePolicy.set | AttributePolicy.event }
        return AttributePolicy.set | url
    }
}
