import Diagnostics

/// `#{…}`.
extension Machine {
    mutating func message(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let key = string(try evaluate(node.pointee.a)).trimmingSpaces()
        guard !key.isEmpty else {
            throw Fault("template.message", .init(en: "the message key is empty", zh: "消息键为空"))
        }
        return message(key, try arguments(node.pointee.b), absent: true)
    }

    /// A message with its arguments put in; `absent`: a missing one gives `??key_locale??`, else null.
    mutating func message(_ key: String, _ arguments: [Value], absent: Bool) -> Value {
        guard let pattern = template.messages.messages[key] else {
            return absent ? text("??\(key)_\(template.messages.locale)??") : Value()
        }
        return text(MessageFormat.format(pattern, arguments, &self))
    }
}

/// `java.text.MessageFormat`.
enum MessageFormat {
    static func format(_ pattern: String, _ arguments: [Value], _ machine: inout Machine) -> String {
        // Without arguments Java does not look for any, so that quotes stay as they are.
        guard !arguments.isEmpty || pattern.contains("'") || pattern.contains("{") else { return pattern }
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
                result += argument(inside, arguments, &machine)
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func argument(_ specification: String, _ arguments: [Value], _ machine: inout Machine) -> String {
        let parts = specification.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            .map { String($0).trimmingSpaces() }
        guard let index = Int(parts[0]) else { return "{\(specification)}" }
        guard index < arguments.count else { return "{\(index)}" }
        let value = arguments[index]
        if value.isNull { return "null" }
        guard value.tag == .integer || value.tag == .decimal || value.tag == .double else {
            return machine.string(value)
        }
        if parts.count > 1, parts[1] == "number", parts.count > 2 {
            return number(value, style: parts[2], &machine)
        }
        return number(value, digits: 3, &machine)
    }

    private static func number(_ value: Value, style: String, _ machine: inout Machine) -> String {
        switch style {
        case "integer": return number(value, digits: 0, &machine)
        case "percent":
            guard let decimal = Numbers.decimal(value) else { return machine.string(value) }
            return number(machine.value(decimal * BigDecimal(100)), digits: 0, &machine) + "%"
        case "currency": return machine.currency + fixed(value, 2, &machine)
        default:
            let fraction = style.split(separator: ".").dropFirst().first?.count ?? 0
            return style.contains("0.0") ? fixed(value, fraction, &machine) : number(value, digits: fraction, &machine)
        }
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
