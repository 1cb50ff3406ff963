import Diagnostics

/// `#numbers`.
extension UtilityRegistry {
    private static func function(_ name: String, _ arity: ClosedRange<Int>, _ body: @escaping Body) -> Function {
        Function(object: "numbers", name: name, arity: arity, body: body)
    }

    private static let single: [Function] = [
        function("formatInteger", 2...3) { (machine, arguments) throws(Fault) in
            let grouping = arguments.count == 3 ? try machine.separator(arguments[2], decimal: false) : nil
            return try machine.format(arguments[0], arguments[1], grouping: grouping, digits: 0, point: ".")
        },
        function("formatDecimal", 3...5) { (machine, arguments) throws(Fault) in
            switch arguments.count {
            case 3:
                let digits = try machine.integer(arguments[2], "numbers.formatDecimal")
                let point = machine.defaultSeparators.decimal
                return try machine.format(arguments[0], arguments[1], grouping: nil, digits: digits, point: point)
            case 4:
                let digits = try machine.integer(arguments[2], "numbers.formatDecimal")
                let point = try machine.separator(arguments[3], decimal: true) ?? "?"
                return try machine.format(arguments[0], arguments[1], grouping: nil, digits: digits, point: point)
            default:
                let digits = try machine.integer(arguments[3], "numbers.formatDecimal")
                let grouping = try machine.separator(arguments[2], decimal: false)
                let point = try machine.separator(arguments[4], decimal: true) ?? "?"
                return try machine.format(arguments[0], arguments[1], grouping: grouping, digits: digits, point: point)
            }
        },
        function("formatCurrency", 1...1) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull { return Value() }
            let separators = machine.defaultSeparators
            let number = try machine.format(
                arguments[0],
                Value(1),
                grouping: separators.grouping,
                digits: 2,
                point: separators.decimal
            )
            let text = machine.string(number)
            let sign = text.hasPrefix("-") ? "-" : ""
            return machine.text(sign + machine.currency + text.dropFirst(sign.count))
        },
        function("formatPercent", 3...3) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull { return Value() }
            guard let number = Numbers.decimal(arguments[0], texts: false) else {
                throw machine.unusable("numbers.formatPercent", arguments[0])
            }
            let percent = machine.value(number * BigDecimal(100))
            let digits = try machine.integer(arguments[2], "numbers.formatPercent")
            let separators = machine.defaultSeparators
            let text = try machine.format(
                percent,
                arguments[1],
                grouping: separators.grouping,
                digits: digits,
                point: separators.decimal
            )
            return machine.text(machine.string(text) + "%")
        },
    ]

    static let numbers: [Function] =
        single
        + [
            function("sequence", 2...3) { (machine, arguments) throws(Fault) in
                let from = try machine.integer(arguments[0], "numbers.sequence")
                let to = try machine.integer(arguments[1], "numbers.sequence")
                let step =
                    arguments.count == 3 ? try machine.integer(arguments[2], "numbers.sequence") : from <= to ? 1 : -1
                let (span, overflow) = to.subtractingReportingOverflow(from)
                guard step != 0, !overflow, span.magnitude / step.magnitude < 1_000_000 else {
                    throw machine.unusable("numbers.sequence", arguments.last ?? Value())
                }
                return machine.list(stride(from: from, through: to, by: step).map { Value($0) })
            }
        ]
        + ["array", "list", "set"].flatMap { kind in
            single.map { original in
                let name = kind + original.name.prefix(1).uppercased() + original.name.dropFirst()
                return function(name, original.arity) { (machine, arguments) throws(Fault) in
                    if arguments[0].isNull { return Value() }
                    var result: [Value] = []
                    for element in machine.elements(arguments[0]) {
                        result.append(try original.body(&machine, [element] + arguments.dropFirst()))
                    }
                    return kind == "set" ? machine.list(machine.unique(result), set: true) : machine.list(result)
                }
            }
        }
}

extension Machine {
    /// How the catalog's locale separates digits.
    var defaultSeparators: (grouping: String, decimal: String) {
        switch template.messages.locale.prefix(2) {
        case "de", "es", "it", "nl", "pt", "id", "tr", "da": (".", ",")
        case "fr": ("\u{202F}", ",")
        case "ru", "pl", "cs", "sv", "nb", "fi", "uk": ("\u{A0}", ",")
        default: (",", ".")
        }
    }

    /// How the catalog's locale writes its currency.
    var currency: String {
        switch template.messages.locale {
        case "en_US": "$"
        case "en_GB": "£"
        case "zh_CN", "zh": "¥"
        case "ja_JP": "￥"
        default: "¤"
        }
    }

    /// The separator that a name stands for; nil for none.
    func separator(_ value: Value, decimal: Bool) throws(Fault) -> String? {
        switch string(value).uppercased() {
        case "POINT": return "."
        case "COMMA": return ","
        case "WHITESPACE": return " "
        case "NONE": return nil
        case "DEFAULT": return decimal ? defaultSeparators.decimal : defaultSeparators.grouping
        default:
            throw Fault(
                "template.utility-arguments",
                .init(en: "'\(string(value))' is no separator", zh: "“\(string(value))”不是分隔符"),
                help: [
                    .init(
                        en: "use POINT, COMMA, WHITESPACE, NONE or DEFAULT",
                        zh: "可用 POINT、COMMA、WHITESPACE、NONE 或 DEFAULT"
                    )
                ]
            )
        }
    }

    /// A number with a number of digits before and after the point, rounded half to even.
    mutating func format(
        _ value: Value,
        _ least: Value,
        grouping: String?,
        digits: Int,
        point: String
    ) throws(Fault) -> Value {
        if value.isNull { return Value() }
        guard let number = Numbers.decimal(value, texts: false), digits >= 0, digits <= 340 else {
            throw unusable("numbers", value)
        }
        let wanted = least.isNull ? 1 : max(0, try integer(least, "numbers"))
        guard wanted <= 340 else { throw unusable("numbers", least) }
        let least = wanted
        let rounded = number.rounded(to: digits, rounding: .halfEven)
        let parts = BigDecimal(digits: rounded.digits, scale: digits).description.split(separator: ".")
        var whole = String(parts[0])
        if whole == "0" { whole = "" }
        whole = String(repeating: "0", count: max(0, least - whole.count)) + whole
        var text = (number.isNegative && !rounded.isZero ? "-" : "") + group(whole, grouping)
        if digits > 0 { text += point + (parts.count > 1 ? parts[1] : "") }
        if text.isEmpty { text = "0" }
        return self.text(text)
    }

    private func group(_ digits: String, _ separator: String?) -> String {
        guard let separator else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }
}
