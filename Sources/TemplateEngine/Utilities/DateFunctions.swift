import Diagnostics
import Foundation

/// `#dates`, `#calendars`, `#temporals`.
extension UtilityRegistry {
    static let dates: [Function] = ["dates", "calendars"].flatMap { functions(of: $0, isDate: true) }
    static let temporals: [Function] =
        functions(of: "temporals", isDate: false)
        + ["createDate", "createDateTime", "createTime", "createInstant"].map { name in
            function("temporals", name, 1...2) { (machine, arguments) throws(Fault) in
                let moment =
                    arguments.count == 2
                    ? Moment(machine.string(arguments[0]), pattern: machine.string(arguments[1]))
                    : machine.moment(arguments[0])
                guard var moment else { throw machine.unusable("temporals.\(name)", arguments[0]) }
                if name == "createDate" { moment.hasTime = false }
                return machine.value(moment)
            }
        }

    private static func function(_ object: String, _ name: String, _ arity: ClosedRange<Int>, _ body: @escaping Body)
        -> Function
    {
        Function(object: object, name: name, arity: arity, body: body)
    }

    private typealias Part = @Sendable (Moment, DateNames) -> Any

    private static func parts(isDate: Bool) -> [(String, @Sendable (Moment) -> Int)] {
        [
            ("day", { $0.day }), ("month", { $0.month }), ("year", { $0.year }),
            ("dayOfWeek", { isDate ? $0.weekday % 7 + 1 : $0.weekday }), ("hour", { $0.hour }),
            ("minute", { $0.minute }),
            ("second", { $0.second }), ("millisecond", { $0.nanosecond / 1_000_000 }),
            ("nanosecond", { $0.nanosecond }),
        ]
    }

    private static let names: [(String, @Sendable (Moment, DateNames) -> String)] = [
        ("monthName", { $1.months[$0.month - 1] }), ("monthNameShort", { $1.shortMonths[$0.month - 1] }),
        ("dayOfWeekName", { $1.weekdays[$0.weekday - 1] }),
        ("dayOfWeekNameShort", { $1.shortWeekdays[$0.weekday - 1] }),
    ]

    private static func functions(of object: String, isDate: Bool) -> [Function] {
        let single = formats(object, isDate: isDate) + fields(object, isDate: isDate)
        return single + variants(single, object) + creation(object, isDate: isDate)
    }

    private static func creation(_ object: String, isDate: Bool) -> [Function] {
        [
            function(object, "create", 3...7) { (machine, arguments) throws(Fault) in
                var parts: [Int] = []
                for argument in arguments { parts.append(try machine.integer(argument, object + ".create")) }
                let isValid =
                    (0...9999).contains(parts[0]) && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
                guard isValid, parts.dropFirst(3).allSatisfy({ (0...999_999_999).contains($0) }) else {
                    throw machine.unusable(object + ".create", arguments[1])
                }
                if isDate, parts.count == 7 { parts[6] *= 1_000_000 }
                return machine.value(Moment(parts, isDate: isDate))
            },
            function(object, "createNow", 0...0) { (machine, _) throws(Fault) in
                machine.value(Moment(epoch: Int(Date().timeIntervalSince1970), isDate: isDate))
            },
            function(object, "createToday", 0...0) { (machine, _) throws(Fault) in
                var today = Moment(epoch: Int(Date().timeIntervalSince1970), isDate: isDate)
                (today.hour, today.minute, today.second) = (0, 0, 0)
                today.hasTime = isDate
                return machine.value(today)
            },
        ]
    }

    private static func formats(_ object: String, isDate: Bool) -> [Function] {
        [
            function(object, "format", 1...3) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                guard var moment = machine.moment(arguments[0]) else {
                    throw machine.unusable(object + ".format", arguments[0])
                }
                moment.isDate = moment.isDate || isDate
                var locale = machine.template.messages.locale
                if arguments.count == 3 { locale = machine.string(arguments[2]) }
                let pattern = arguments.count > 1 ? machine.string(arguments[1]) : ""
                return machine.text(Self.text(of: moment, pattern, locale: locale))
            },
            function(object, "formatISO", 1...1) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                guard var moment = machine.moment(arguments[0]) else {
                    throw machine.unusable(object + ".formatISO", arguments[0])
                }
                moment.isDate = moment.isDate || isDate
                return machine.text(moment.format("yyyy-MM-dd'T'HH:mm:ss.SSSZ", locale: "en"))
            },
        ]
    }

    private static func text(of moment: Moment, _ pattern: String, locale: String) -> String {
        if pattern.isEmpty { return moment.isDate ? long(moment, locale) : DateStyle.plain(moment, locale: locale) }
        if !moment.isDate, let style = DateStyle(rawValue: pattern) { return style.text(of: moment, locale: locale) }
        return moment.format(pattern, locale: locale)
    }

    /// The long form of a locale.
    private static func long(_ moment: Moment, _ locale: String) -> String {
        let isChinese = locale.hasPrefix("zh")
        let date = isChinese ? "yyyy年M月d日" : "MMMM d, yyyy"
        guard moment.hasTime else { return moment.format(date, locale: locale) }
        let time = isChinese ? " z HH:mm:ss" : " 'at' h:mm:ss a z"
        return moment.format(date + time, locale: locale)
    }

    private static func fields(_ object: String, isDate: Bool) -> [Function] {
        let numbers = parts(isDate: isDate).map { name, part in
            function(object, name, 1...1) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                guard let moment = machine.moment(arguments[0]) else {
                    throw machine.unusable("\(object).\(name)", arguments[0])
                }
                return Value(part(moment))
            }
        }
        let words = names.map { name, word in
            function(object, name, 1...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                guard let moment = machine.moment(arguments[0]) else {
                    throw machine.unusable("\(object).\(name)", arguments[0])
                }
                return machine.text(word(moment, DateNames(locale: machine.template.messages.locale)))
            }
        }
        return numbers + words
    }

    private static func variants(_ single: [Function], _ object: String) -> [Function] {
        ["array", "list", "set"].flatMap { kind in
            single.map { original in
                let name = kind + original.name.prefix(1).uppercased() + original.name.dropFirst()
                return function(object, name, original.arity) { (machine, arguments) throws(Fault) in
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
}
