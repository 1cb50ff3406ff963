import Diagnostics

/// `#zh`: numbers and dates as Chinese official documents write them.
extension UtilityRegistry {
    private static func function(_ name: String, _ arity: ClosedRange<Int>, _ body: @escaping Body) -> Function {
        Function(object: "zh", name: name, arity: arity, body: body)
    }

    static let chinese: [Function] = [
        // 一百零三
        function("numeral", 1...1) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull { return Value() }
            return machine.text(ChineseText.numeral(try machine.integer(arguments[0], "zh.numeral")))
        },
        // 二〇二三
        function("digits", 1...1) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull { return Value() }
            return machine.text(ChineseText.digits(machine.string(arguments[0])))
        },
        // 1.5万, 2.3亿
        function("amount", 1...2) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull { return Value() }
            guard let number = Numbers.decimal(arguments[0]) else { throw machine.unusable("zh.amount", arguments[0]) }
            let digits = arguments.count == 2 ? try machine.integer(arguments[1], "zh.amount") : 2
            return machine.text(ChineseText.amount(number, digits: digits))
        },
        function("wan", 1...2) { (machine, arguments) throws(Fault) in
            try machine.scaled(arguments, 4, "万")
        },
        function("yi", 1...2) { (machine, arguments) throws(Fault) in
            try machine.scaled(arguments, 8, "亿")
        },
        // 2023年6月1日
        function("date", 1...1) { (machine, arguments) throws(Fault) in
            guard let moment = machine.moment(arguments[0]) else { return try machine.missing(arguments[0], "zh.date") }
            return machine.text("\(moment.year)年\(moment.month)月\(moment.day)日")
        },
        // 二〇二三年六月一日
        function("dateNumerals", 1...1) { (machine, arguments) throws(Fault) in
            guard let moment = machine.moment(arguments[0]) else {
                return try machine.missing(arguments[0], "zh.dateNumerals")
            }
            let month = ChineseText.numeral(moment.month)
            return machine.text(
                "\(ChineseText.digits(String(moment.year)))年\(month)月\(ChineseText.numeral(moment.day))日"
            )
        },
        // 提高1.2个百分点
        function("points", 2...3) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull || arguments[1].isNull { return Value() }
            guard let now = Numbers.decimal(arguments[0]), let before = Numbers.decimal(arguments[1]) else {
                throw machine.unusable("zh.points", Numbers.decimal(arguments[0]) == nil ? arguments[0] : arguments[1])
            }
            var difference = now - before
            if arguments.count == 3 {
                difference = difference.rounded(
                    to: min(max(try machine.integer(arguments[2], "zh.points"), 0), 40),
                    rounding: .halfEven
                )
            }
            return machine.text(ChineseText.points(difference))
        },
    ]
}

extension Machine {
    mutating func scaled(_ arguments: [Value], _ power: Int, _ unit: String) throws(Fault) -> Value {
        if arguments[0].isNull { return Value() }
        guard let number = Numbers.decimal(arguments[0]) else { throw unusable("zh", arguments[0]) }
        let digits = arguments.count == 2 ? try integer(arguments[1], "zh") : 2
        return text(ChineseText.scaled(number, power, digits: digits) + unit)
    }

    func missing(_ value: Value, _ function: String) throws(Fault) -> Value {
        guard value.isNull else { throw unusable(function, value) }
        return Value()
    }
}

/// Numbers in Chinese.
enum ChineseText {
    private static let figures = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// 103 is 一百零三, 12 is 十二.
    static func numeral(_ number: Int) -> String {
        if number == 0 { return "零" }
        var text = ""
        var rest = number.magnitude
        var groups: [Int] = []
        while rest > 0 {
            groups.append(Int(rest % 10000))
            rest /= 10000
        }
        let units = ["", "万", "亿", "万亿", "亿亿"]
        for (index, group) in groups.enumerated().reversed() where group > 0 {
            let isAfterGap = !text.isEmpty && (group < 1000 || groups[index + 1] == 0)
            text += (isAfterGap ? "零" : "") + self.group(group) + units[index]
        }
        if text.hasPrefix("一十") { text.removeFirst() }
        return (number < 0 ? "负" : "") + text
    }

    private static func group(_ number: Int) -> String {
        var text = ""
        var gap = false
        for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let figure = number / power % 10
            if figure == 0 {
                gap = !text.isEmpty
            } else {
                text += (gap ? "零" : "") + figures[figure] + unit
                gap = false
            }
        }
        return text
    }

    /// 2023 is 二〇二三.
    static func digits(_ text: String) -> String {
        text.map { character in
            guard let figure = character.wholeNumberValue, character.isASCII else { return String(character) }
            return figure == 0 ? "〇" : figures[figure]
        }.joined()
    }

    static func scaled(_ number: BigDecimal, _ power: Int, digits: Int) -> String {
        let moved = BigDecimal(isNegative: number.isNegative, digits: number.digits, scale: number.scale + power)
        return moved.rounded(to: min(max(digits, 0), 40), rounding: .halfEven).stripped(to: 0).description
    }

    /// The number in 亿 or 万 where it is large enough.
    static func amount(_ number: BigDecimal, digits: Int) -> String {
        let magnitude = BigDecimal(digits: number.digits, scale: number.scale)
        if BigDecimal.compare(magnitude, BigDecimal(100_000_000)) >= 0 {
            return scaled(number, 8, digits: digits) + "亿"
        }
        if BigDecimal.compare(magnitude, BigDecimal(10_000)) >= 0 { return scaled(number, 4, digits: digits) + "万" }
        return number.description
    }

    static func points(_ difference: BigDecimal) -> String {
        if difference.isZero { return "持平" }
        let size = BigDecimal(digits: difference.digits, scale: difference.scale).description
        return (difference.isNegative ? "下降" : "提高") + size + "个百分点"
    }
}
