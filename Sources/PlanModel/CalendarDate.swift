/// A day of the Gregorian calendar, ISO 8601 `YYYY-MM-DD`, without a time zone.
public struct CalendarDate: Hashable, Sendable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, ofYear: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Self.digits(parts[0]), let month = Self.digits(parts[1]), let day = Self.digits(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The first day of a month that is known to exist.
    init(firstOfMonth month: Int, year: Int) {
        self.year = year
        self.month = month
        day = 1
    }

    /// The last day of a month that is known to exist.
    init(lastOfMonth month: Int, year: Int) {
        self.year = year
        self.month = month
        self.day = Self.days(inMonth: month, ofYear: year)
    }

    /// The last day of a year.
    public static func endOfYear(_ year: Int) -> Self { Self(lastOfMonth: 12, year: year) }

    /// The number of days in a month.
    public static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A run of ASCII digits as a number; nil for anything else, a sign included.
    static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}

extension CalendarDate: Comparable {
    /// Orders by time.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// ISO 8601, `YYYY-MM-DD`.
    public var description: String { TimePeriod.day(self).description }

    /// The form of official documents, GB/T 9704: `2023年8月11日`, not padded.
    public var chinese: String { "\(year)年\(month)月\(day)日" }
}
