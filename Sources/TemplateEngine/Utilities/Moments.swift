/// A point in time of `#dates` and `#temporals`, without time zone rules: what is written is what is meant.
struct Moment {
    var year = 1970
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var nanosecond = 0
    /// Whether it has a date, a time of day.
    var hasDate = true
    var hasTime = true
    /// Whether it is a `java.util.Date`, which is written differently.
    var isDate = false

    /// ISO 8601: a date, a time of day, or both with a `T` between; an offset is read over.
    init?(iso text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
        guard (1...2).contains(parts.count) else { return nil }
        hasDate = parts[0].contains("-") && !parts[0].contains(":")
        hasTime = parts.count == 2 || !hasDate
        if hasDate {
            let numbers = parts[0].split(separator: "-").compactMap { Int($0) }
            guard numbers.count == 3, (0...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
                (1...31).contains(numbers[2])
            else { return nil }
            (year, month, day) = (numbers[0], numbers[1], numbers[2])
        }
        if hasTime, !readTime(parts[parts.count - 1]) { return nil }
    }

    private mutating func readTime(_ text: String) -> Bool {
        let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let parts = clock.split(separator: ":").map(String.init)
        guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24,
            minute < 60
        else {
            return false
        }
        (self.hour, self.minute) = (hour, minute)
        guard parts.count == 3 else { return true }
        let seconds = parts[2].split(separator: ".").map(String.init)
        guard let second = seconds.first.flatMap({ Int($0) }), second < 60 else { return false }
        self.second = second
        if seconds.count == 2 { nanosecond = Int((seconds[1] + "000000000").prefix(9)) ?? 0 }
        return true
    }

    /// Year, month, day, hour, minute, second, nanosecond, as many as there are.
    init(_ parts: [Int], isDate: Bool) {
        let all = parts + [Int](repeating: 0, count: max(0, 7 - parts.count))
        (year, month, day, hour, minute, second, nanosecond) = (all[0], all[1], all[2], all[3], all[4], all[5], all[6])
        self.isDate = isDate
        hasTime = parts.count > 3 || isDate
    }

    /// Seconds since 1970 began.
    init(epoch seconds: Int, isDate: Bool) {
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let rest = seconds - days * 86400
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
        // Days to a date of the Gregorian calendar, counted from 1 March of year 0.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.isDate = isDate
    }

    /// Days since 1970 began.
    var days: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 1 for Monday to 7 for Sunday.
    var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

    var dayOfYear: Int {
        var first = self
        (first.month, first.day) = (1, 1)
        return days - first.days + 1
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// As Java's `toString` writes it.
    var description: String {
        let names = DateNames(locale: "en")
        let clock = "\(Self.padded(hour, 2)):\(Self.padded(minute, 2))"
        if isDate {
            let day =
                "\(names.weekdays[weekday - 1].prefix(3)) \(names.months[month - 1].prefix(3)) \(Self.padded(day, 2))"
            return "\(day) \(clock):\(Self.padded(second, 2)) UTC \(year)"
        }
        var time = clock
        if second > 0 || nanosecond > 0 { time += ":" + Self.padded(second, 2) }
        if nanosecond > 0 { time += "." + fraction }
        if !hasDate { return time }
        return iso(date: true) + (hasTime ? "T" + time : "")
    }

    private var fraction: String {
        let digits = Self.padded(nanosecond, 9)
        if digits.hasSuffix("000000") { return String(digits.prefix(3)) }
        return digits.hasSuffix("000") ? String(digits.prefix(6)) : digits
    }

    func iso(date: Bool) -> String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    // MARK: - Patterns

    /// The moment by a pattern of `SimpleDateFormat` and `DateTimeFormatter`.
    func format(_ pattern: String, locale: String) -> String {
        let names = DateNames(locale: locale)
        var result = ""
        var rest = Array(pattern)[...]
        while let letter = rest.first {
            if letter == "'" {
                result += Self.quoted(&rest)
            } else if letter.isASCII, letter.isLetter {
                let run = rest.prefix { $0 == letter }
                rest = rest.dropFirst(run.count)
                result += field(letter, run.count, names)
            } else {
                result.append(letter)
                rest.removeFirst()
            }
        }
        return result
    }

    private static func quoted(_ rest: inout ArraySlice<Character>) -> String {
        rest.removeFirst()
        if rest.first == "'" {
            rest.removeFirst()
            return "'"
        }
        var text = ""
        while let letter = rest.popFirst() {
            if letter != "'" {
                text.append(letter)
            } else if rest.first == "'" {
                text.append("'")
                rest.removeFirst()
            } else {
                break
            }
        }
        return text
    }

    private func field(_ letter: Character, _ count: Int, _ names: DateNames) -> String {
        switch letter {
        case "y", "u", "Y": return count == 2 ? Self.padded(year % 100, 2) : Self.padded(year, count)
        case "M", "L": return monthField(count, names)
        case "d": return Self.padded(day, count)
        case "D": return Self.padded(dayOfYear, count)
        case "H": return Self.padded(hour, count)
        case "k": return Self.padded(hour == 0 ? 24 : hour, count)
        case "K": return Self.padded(hour % 12, count)
        case "h": return Self.padded(hour % 12 == 0 ? 12 : hour % 12, count)
        case "m": return Self.padded(minute, count)
        case "s": return Self.padded(second, count)
        case "S":
            let digits = Self.padded(nanosecond, 9)
            return isDate ? Self.padded(nanosecond / 1_000_000, count) : String(digits.prefix(count))
        case "n": return Self.padded(nanosecond, count)
        case "a": return names.halves[hour < 12 ? 0 : 1]
        case "E": return count >= 4 ? names.weekdays[weekday - 1] : names.shortWeekdays[weekday - 1]
        case "e", "c": return Self.padded(weekday, count)
        case "Q", "q": return count < 3 ? Self.padded((month + 2) / 3, count) : "Q\((month + 2) / 3)"
        case "G": return names.era
        case "z", "V", "v": return "UTC"
        case "Z": return "+0000"
        case "X", "x": return letter == "X" ? "Z" : "+00"
        default: return ""
        }
    }

    private func monthField(_ count: Int, _ names: DateNames) -> String {
        switch count {
        case 1, 2: Self.padded(month, count)
        case 3: names.shortMonths[month - 1]
        case 5: String(names.months[month - 1].prefix(1))
        default: names.months[month - 1]
        }
    }
}

/// The words of dates in a language.
struct DateNames {
    let months: [String]
    let shortMonths: [String]
    let weekdays: [String]
    let shortWeekdays: [String]
    let halves: [String]
    let era: String

    init(locale: String) {
        if locale.hasPrefix("zh") {
            let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
            months = digits.map { $0 + "月" }
            shortMonths = (1...12).map { "\($0)月" }
            weekdays = ["一", "二", "三", "四", "五", "六", "日"].map { "星期" + $0 }
            shortWeekdays = ["一", "二", "三", "四", "五", "六", "日"].map { "周" + $0 }
            halves = ["上午", "下午"]
            era = "公元"
        } else {
            months = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
            weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            shortMonths = months.map { String($0.prefix(3)) }
            shortWeekdays = weekdays.map { String($0.prefix(3)) }
            halves = ["AM", "PM"]
            era = "AD"
        }
    }
}

extension Machine {
    /// A moment as a value.
    mutating func value(_ moment: Moment) -> Value {
        let memory = arena.allocate(MemoryLayout<Moment>.stride).bindMemory(to: Moment.self, capacity: 1)
        memory.initialize(to: moment)
        return Value(.moment, memory, 1)
    }

    /// The moment that a value is: a moment, a text in ISO 8601, or milliseconds since 1970 began.
    func moment(_ value: Value) -> Moment? {
        switch value.tag {
        case .moment: value.pointer?.assumingMemoryBound(to: Moment.self).pointee
        case .text: Moment(iso: string(value))
        case .integer: Moment(epoch: Int(value.integer) / 1000, isDate: true)
        default: nil
        }
    }

    func momentText(_ value: Value) -> String { moment(value)?.description ?? "" }

    func momentProperty(_ value: Value, _ name: String) -> Value? {
        guard let moment = moment(value) else { return nil }
        switch name {
        case "year": return Value(moment.year)
        case "monthValue", "month": return Value(moment.month)
        case "dayOfMonth", "day", "date": return Value(moment.day)
        case "hour", "hours": return Value(moment.hour)
        case "minute", "minutes": return Value(moment.minute)
        case "second", "seconds": return Value(moment.second)
        case "nano": return Value(moment.nanosecond)
        case "dayOfYear": return Value(moment.dayOfYear)
        default: return nil
        }
    }
}
