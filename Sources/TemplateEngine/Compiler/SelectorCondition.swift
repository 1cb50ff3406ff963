/// What a selector says about attributes: `@a='1' and b^='x' or !c`.
indirect enum SelectorCondition {
    case attribute(String, Sign, String)
    case both(SelectorCondition, SelectorCondition)
    case either(SelectorCondition, SelectorCondition)

    /// How an attribute is compared.
    enum Sign: Character {
        case equal = "="
        case notEqual = "!"
        case prefix = "^"
        case suffix = "$"
        case contains = "*"
        /// `a`: the attribute is there.
        case present = "+"
        /// `!a`: it is not.
        case absent = "-"
    }

    /// Parses what stands in brackets; nil if it is no condition.
    init?(_ text: String, mode: TemplateMode) {
        var text = text.trimmingSpaces()
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        guard let word = text.firstMatch(of: /\s(and|or)\s/.ignoresCase()) else {
            self.init(simple: text, mode: mode)
            return
        }
        guard let left = SelectorCondition(String(text[..<word.range.lowerBound]), mode: mode),
            let right = SelectorCondition(String(text[word.range.upperBound...]), mode: mode)
        else { return nil }
        self = word.1.lowercased() == "and" ? .both(left, right) : .either(left, right)
    }

    private init?(simple text: String, mode: TemplateMode) {
        func name(_ text: Substring) -> String {
            let bare = String(text.hasPrefix("@") ? text.dropFirst() : text).trimmingSpaces()
            return mode == .html ? bare.lowercased() : bare
        }
        guard let equals = text.firstIndex(of: "=") else {
            let isAbsent = text.hasPrefix("!")
            let name = name(isAbsent ? text.dropFirst() : text[...])
            guard !name.isEmpty else { return nil }
            self = .attribute(name, isAbsent ? .absent : .present, "")
            return
        }
        var left = text[..<equals]
        let sign = left.last.flatMap { "!^$*".contains($0) ? Sign(rawValue: $0) : nil } ?? .equal
        if sign != .equal { left.removeLast() }
        let right = String(text[text.index(after: equals)...]).trimmingSpaces()
        guard !name(left).isEmpty, right.count > 1, let quote = right.first, "'\"".contains(quote), right.last == quote
        else { return nil }
        self = .attribute(name(left), sign, String(right.dropFirst().dropLast()))
    }

    /// Whether it holds for an element, whose attributes a closure tells.
    func holds(_ value: (String) -> String?) -> Bool {
        switch self {
        case .both(let left, let right): return left.holds(value) && right.holds(value)
        case .either(let left, let right): return left.holds(value) || right.holds(value)
        case .attribute(let name, let sign, let wanted):
            guard let present = value(name) else { return sign == .absent }
            guard name == "class" else { return Self.compare(present, sign, wanted) }
            let words = present.split(whereSeparator: \.isWhitespace).map(String.init)
            return (words.isEmpty ? [""] : words).contains { Self.compare($0, sign, wanted) }
        }
    }

    private static func compare(_ present: String, _ sign: Sign, _ wanted: String) -> Bool {
        switch sign {
        case .equal: present == wanted
        case .notEqual: present != wanted
        case .prefix: present.hasPrefix(wanted)
        case .suffix: present.hasSuffix(wanted)
        case .contains: present.utf8Contains(wanted)
        case .present: true
        case .absent: false
        }
    }
}
