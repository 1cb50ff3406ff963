/// The ready-made patterns of dates and times: SHORT, MEDIUM, LONG and FULL, as Java has them for a locale.
enum DateStyle: String {
    case short = "SHORT"
    case medium = "MEDIUM"
    case long = "LONG"
    case full = "FULL"

    /// A moment in this style: its date, its time of day, or both.
    func text(of moment: Moment, locale: String) -> String {
        let isChinese = locale.hasPrefix("zh")
        let date = isChinese ? chineseDate : englishDate
        let time = isChinese ? chineseTime : englishTime
        let pattern = !moment.hasDate ? time : !moment.hasTime ? date : date + joint(isChinese) + time
        return moment.format(pattern, locale: locale)
    }

    /// The pattern of a date, of a time of day.
    func datePattern(_ locale: String) -> String { locale.hasPrefix("zh") ? chineseDate : englishDate }
    func timePattern(_ locale: String) -> String { locale.hasPrefix("zh") ? chineseTime : englishTime }

    /// A moment without a pattern: the long date, the medium time of day.
    static func plain(_ moment: Moment, locale: String) -> String {
        let date = long.datePattern(locale)
        let time = medium.timePattern(locale)
        let joint = medium.joint(locale.hasPrefix("zh"))
        let pattern = !moment.hasDate ? time : !moment.hasTime ? date : date + joint + time
        return moment.format(pattern, locale: locale)
    }

    private func joint(_ isChinese: Bool) -> String {
        if isChinese { return " " }
        return self == .short || self == .medium ? ", " : " 'at' "
    }

    private var englishDate: String {
        switch self {
        case .short: "M/d/yy"
        case .medium: "MMM d, yyyy"
        case .long: "MMMM d, yyyy"
        case .full: "EEEE, MMMM d, yyyy"
        }
    }

    private var englishTime: String {
        switch self {
        case .short: "h:mm a"
        case .medium: "h:mm:ss a"
        case .long, .full: "h:mm:ss a X"
        }
    }

    private var chineseDate: String {
        switch self {
        case .short: "yyyy/M/d"
        case .medium, .long: "yyyy年M月d日"
        case .full: "yyyy年M月d日EEEE"
        }
    }

    private var chineseTime: String {
        switch self {
        case .short: "HH:mm"
        case .medium: "HH:mm:ss"
        case .long, .full: "X HH:mm:ss"
        }
    }
}

extension Moment {
    /// Reads a text by a pattern of `DateTimeFormatter`; nil where it does not fit.
    init?(_ text: String, pattern: String) {
        self.init([1970, 1, 1, 0, 0, 0, 0], isDate: false)
        var rest = Array(text)[...]
        var signs = Array(pattern)[...]
        while let sign = signs.popFirst() {
            if sign == "'" {
                while let quoted = signs.popFirst(), quoted != "'" {
                    guard rest.popFirst() == quoted else { return nil }
                }
            } else if sign.isASCII, sign.isLetter {
                let more = signs.prefix { $0 == sign }.count
                signs = signs.dropFirst(more)
                let wide = more == 0 ? 9 : more + 1
                let digits = rest.prefix(wide).prefix { $0.isASCII && $0.isNumber }
                rest = rest.dropFirst(digits.count)
                guard let number = Int(String(digits)), set(sign, number, digits: more + 1) else { return nil }
            } else if rest.popFirst() != sign {
                return nil
            }
        }
        guard rest.isEmpty, (0...9_999).contains(year), (1...12).contains(month), (1...31).contains(day), hour < 24,
            minute < 60, second < 60
        else { return nil }
    }

    private mutating func set(_ sign: Character, _ number: Int, digits: Int) -> Bool {
        switch sign {
        case "y", "u": year = digits == 2 ? 2000 + number : number
        case "M", "L": month = number
        case "d": day = number
        case "H": hour = number
        case "m": minute = number
        case "s": second = number
        default: return false
        }
        return true
    }
}
