import Diagnostics

/// `#{…}`.
extension Machine {
    mutating func message(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let key = string(try evaluate(node.pointee.a)).trimmingSpaces()
        guard !key.isEmpty else {
            throw Fault("template.message", .init(en: "the message key is empty", zh: "消息键为空"))
        }
        return try message(key, try arguments(node.pointee.b), absent: true)
    }

    /// A message with its arguments put in; `absent`: a missing one gives `??key_locale??`, else null.
    mutating func message(_ key: String, _ arguments: [Value], absent: Bool) throws(Fault) -> Value {
        guard let pattern = template.messages.messages[key] else {
            return absent ? text("??\(key)_\(template.messages.locale)??") : Value()
        }
        return text(try MessageFormat.format(pattern, arguments, &self))
    }
}

/// `java.text.MessageFormat`.
enum MessageFormat {
    static func format(
        _ pattern: String,
        _ arguments: [Value],
        _ machine: inout Machine
    ) throws(Fault) -> String {
        // What has neither quotes nor a closing brace is no pattern.
        guard pattern.contains("'") || pattern.contains("}") else { return pattern }
        var result = ""
        var rest = Array(pattern)[...]
        var inQuote = false
        while let character = rest.popFirst() {
            if character == "'" {
                if rest.first == "'" {
                    rest.removeFirst()
                    result.append("'")
                } else {
                    inQuote.toggle()
                }
            } else if character == "{", !inQuote {
                var depth = 1
                var inside = ""
                while depth > 0, let next = rest.popFirst() {
                    if next == "{" { depth += 1 }
                    if next == "}" { depth -= 1 }
                    if depth > 0 { inside.append(next) }
                }
                guard depth == 0 else { throw unformattable(pattern) }
                result += try argument(inside, arguments, &machine)
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func unformattable(_ pattern: String) -> Fault {
        Fault(
            "template.message",
            .init(en: "'\(pattern)' is no pattern of a message", zh: "“\(pattern)”不是有效的消息格式"),
            help: [.init(en: "write a brace that is no argument as '{'", zh: "并非参数的花括号请写作'{'")]
        )
    }

    private static func argument(
        _ specification: String,
        _ arguments: [Value],
        _ machine: inout Machine
    ) throws(Fault) -> String {
        let parts = specification.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            .map { String($0).trimmingSpaces() }
        guard let index = Int(parts[0]), index >= 0 else { throw unformattable("{\(specification)}") }
        guard index < arguments.count else { return "{\(index)}" }
        let value = arguments[index]
        if value.isNull { return "null" }
        if parts.count > 1, ["date", "time"].contains(parts[1]), value.tag != .text,
            let moment = machine.moment(value)
        {
            return date(moment, parts[1], style: parts.count > 2 ? parts[2] : "", machine.template.messages.locale)
        }
        guard value.tag == .integer || value.tag == .decimal || value.tag == .double else {
            return machine.string(value)
        }
        if parts.count > 2, parts[1] == "number" { return number(value, style: parts[2], &machine) }
        if parts.count > 2, parts[1] == "choice" {
            let chosen = choice(value, specification.split(separator: ",", maxSplits: 2)[2])
            return chosen.contains("{") ? try format(chosen, arguments, &machine) : chosen
        }
        return number(value, digits: 3, &machine)
    }

    private static func date(_ moment: Moment, _ kind: String, style: String, _ locale: String) -> String {
        let known = style.isEmpty ? DateStyle.medium : DateStyle(rawValue: style.uppercased())
        let ready = kind == "date" ? known?.datePattern(locale) : known?.timePattern(locale)
        return moment.format(ready ?? style, locale: locale)
    }

    private static func number(_ value: Value, style: String, _ machine: inout Machine) -> String {
        switch style {
        case "integer": return number(value, digits: 0, &machine)
        case "percent":
            guard let decimal = Numbers.decimal(value) else { return machine.string(value) }
            return number(machine.value(decimal * BigDecimal(100)), digits: 0, &machine) + "%"
        case "currency": return machine.currency + fixed(value, 2, &machine)
        case "": return number(value, digits: 3, &machine)
        default: return pattern(value, style, &machine)
        }
    }

    /// A number in a pattern of `java.text.DecimalFormat`: `#,##0.00`, `000`, `0.#%`, with text around it.
    private static func pattern(_ value: Value, _ style: String, _ machine: inout Machine) -> String {
        guard var decimal = Numbers.decimal(value) else { return machine.string(value) }
        let positive = style.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init) ?? style
        let signs: Set<Character> = ["#", "0", ",", "."]
        guard let start = positive.firstIndex(where: signs.contains),
            let end = positive.lastIndex(where: signs.contains)
        else { return machine.string(value) }
        let (before, body, after) = (positive[..<start], positive[start...end], positive[positive.index(after: end)...])
        if before.contains("%") || after.contains("%") { decimal = decimal * BigDecimal(100) }
        let halves = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = halves[0]
        let fraction = halves.count > 1 ? halves[1] : ""
        let least = fraction.filter { $0 == "0" }.count
        let rounded = decimal.rounded(to: min(fraction.count, max(decimal.scale, 0)), rounding: .halfEven)
            .stripped(to: 0)
        let separators = machine.defaultSeparators
        let text = try? machine.format(
            machine.value(rounded),
            Value(whole.filter { $0 == "0" }.count),
            grouping: whole.contains(",") ? separators.grouping : nil,
            digits: max(least, rounded.scale, 0),
            point: separators.decimal
        )
        let number = text.map { machine.string($0) } ?? ""
        let sign = number.hasPrefix("-") ? "-" : ""
        return sign + before + number.dropFirst(sign.count) + after
    }

    /// What `java.text.ChoiceFormat` takes: the last of the limits that the number reaches, else the first.
    private static func choice(_ value: Value, _ style: Substring) -> String {
        guard let number = Numbers.decimal(value) else { return "" }
        var result: String?
        for part in style.split(separator: "|", omittingEmptySubsequences: false) {
            guard let sign = part.firstIndex(where: { "#<≤".contains($0) }),
                let limit = BigDecimal(String(part[..<sign]).trimmingSpaces().utf8)
            else { continue }
            let difference = number - limit
            let reached = part[sign] == "<" ? !difference.isNegative && !difference.isZero : !difference.isNegative
            if reached || result == nil { result = String(part[part.index(after: sign)...]) }
            if !reached { break }
        }
        return result ?? ""
    }

    private static func fixed(_ value: Value, _ digits: Int, _ machine: inout Machine) -> String {
        let separators = machine.defaultSeparators
        let text = try? machine.format(
            value,
            Value(1),
            grouping: separators.grouping,
            digits: digits,
            point: separators.decimal
        )
        return text.map { machine.string($0) } ?? ""
    }

    /// A number with grouping and at most so many digits after the point.
    private static func number(_ value: Value, digits: Int, _ machine: inout Machine) -> String {
        guard let decimal = Numbers.decimal(value) else { return machine.string(value) }
        let rounded = decimal.rounded(to: min(digits, max(decimal.scale, 0)), rounding: .halfEven).stripped(to: 0)
        return fixed(machine.value(rounded), max(0, rounded.scale), &machine)
    }
}
