/// Names nodes of a template, the way fragment references do: `name`, `#id`, `.class`, `%ref`, `a/b`, `a//b`,
/// `b[@x='1' and y]`, `li[2]`, `title/text()`.
struct MarkupSelector {
    /// One level of a selector: `//li[0]`.
    struct Step {
        /// Whether any descendant may match, not only children.
        let isDeep: Bool
        let kind: Kind
        /// An element's name, or that of a fragment or `th:ref`.
        let name: String?
        /// What `%` names: a fragment or `th:ref`.
        let reference: String?
        let conditions: [SelectorCondition]
        let position: Position?
    }

    /// What kind of node a step is after.
    enum Kind: String {
        case element
        case text = "text()"
        case comment = "comment()"
        case cdata = "cdata()"
        case doctype = "doctype()"
        case declaration = "xmldecl()"
        case instruction = "procinstr()"
        /// Everything inside what the steps before it matched.
        case content = "content()"
    }

    /// Which of the matching children of one parent are meant; the first has the number 0.
    enum Position {
        case number(Int)
        case before(Int)
        case after(Int)
        case even
        case odd
    }

    let steps: [Step]

    /// Parses a selector; nil if it is none.
    init?(_ text: String, mode: TemplateMode) {
        var rest = Substring(text.trimmingSpaces())
        guard !rest.isEmpty else { return nil }
        if !rest.hasPrefix("/") { rest = "//" + rest }
        var steps: [Step] = []
        while !rest.isEmpty {
            let slashes = rest.prefix { $0 == "/" }
            rest = rest[slashes.endIndex...]
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            guard slashes.count <= 2, let step = Step(rest[..<end], isDeep: slashes.count == 2, mode: mode) else {
                return nil
            }
            steps.append(step)
            rest = rest[end...]
        }
        self.steps = steps
    }

    /// The nodes of a template that a reference's selector names; the whole template without one.
    static func nodes(in template: ParsedTemplate, selector: String?) -> [TemplateNode] {
        guard var text = selector?.trimmingSpaces(), !text.isEmpty else { return template.nodes }
        // `[//b]` is what selectors looked like once.
        if text.count > 3, text.hasPrefix("["), text.hasSuffix("]"), !text.hasSuffix("']") {
            text = String(text.dropFirst().dropLast())
        }
        guard let selector = MarkupSelector(text, mode: template.mode) else { return [] }
        var search = SelectorSearch(template: template, steps: selector.steps)
        return search.run()
    }
}

extension MarkupSelector.Step {
    /// Parses what stands between slashes.
    fileprivate init?(_ text: Substring, isDeep: Bool, mode: TemplateMode) {
        let open = text.firstIndex(of: "[") ?? text.endIndex
        var path = text[..<open]
        var conditions: [SelectorCondition] = []
        var reference: String?
        let signs = mode == .html ? "#.%" : "%"
        if let sign = path.firstIndex(where: { signs.contains($0) }) {
            for (modifier, value) in Self.modifiers(path[sign...], signs) {
                guard !value.isEmpty else { return nil }
                switch modifier {
                case "#": conditions.append(.attribute("id", .equal, value))
                case ".": conditions.append(.attribute("class", .equal, value))
                default: reference = value
                }
            }
            path = path[..<sign]
        }
        guard !path.contains(where: \.isWhitespace) else { return nil }
        guard let brackets = Self.brackets(text[open...]) else { return nil }
        var position: MarkupSelector.Position?
        for modifier in brackets {
            guard position == nil else { return nil }
            if let found = MarkupSelector.Position(modifier) {
                position = found
            } else if let condition = SelectorCondition(modifier, mode: mode) {
                conditions.append(condition)
            } else {
                return nil
            }
        }
        kind = MarkupSelector.Kind(rawValue: String(path)) ?? .element
        let called = path.hasSuffix("()") ? String(path.dropLast(2)) : String(path)
        name = kind != .element || called.isEmpty ? nil : called
        self.isDeep = isDeep
        self.reference = reference
        self.conditions = conditions
        self.position = position
    }

    /// `#a.b` in parts.
    private static func modifiers(_ text: Substring, _ signs: String) -> [(Character, String)] {
        var result: [(Character, String)] = []
        for character in text {
            if signs.contains(character) {
                result.append((character, ""))
            } else {
                result[result.count - 1].1.append(character)
            }
        }
        return result
    }

    /// The insides of `[…][…]`; nil when something is not closed.
    private static func brackets(_ text: Substring) -> [String]? {
        var result: [String] = []
        var rest = text
        while rest.first == "[" {
            guard let close = rest.firstIndex(of: "]") else { return nil }
            result.append(String(rest[..<close].dropFirst()).trimmingSpaces())
            rest = rest[rest.index(after: close)...]
        }
        return rest.isEmpty ? result : nil
    }
}

extension MarkupSelector.Position {
    fileprivate init?(_ text: String) {
        switch text.lowercased() {
        case "even()": self = .even
        case "odd()": self = .odd
        default:
            let number = Int(text.drop { "<>".contains($0) || $0 == " " })
            guard let number else { return nil }
            self = text.hasPrefix("<") ? .before(number) : text.hasPrefix(">") ? .after(number) : .number(number)
        }
    }

    /// Whether the match with a number is meant.
    func contains(_ number: Int) -> Bool {
        switch self {
        case .number(let wanted): number == wanted
        case .before(let end): number < end
        case .after(let start): number > start
        case .even: number % 2 == 0
        case .odd: number % 2 == 1
        }
    }
}
