public import Foundation

/// The period or the day a figure is for: `2023`, `2023-H1`, `2023-Q3`, `2023-06` or `2023-06-30` (ISO 8601 and SDMX).
public enum TimePeriod: Hashable, Sendable {
    /// A calendar year.
    case year(Int)
    /// Half a year, 1 or 2.
    case half(year: Int, Int)
    /// A quarter, 1 to 4.
    case quarter(year: Int, Int)
    /// A month, 1 to 12.
    case month(year: Int, Int)
    /// One day.
    case day(CalendarDate)

    /// Reads one of the five forms; nil for anything else.
    public init?(_ text: String) {
        if let date = CalendarDate(text) {
            self = .day(date)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = CalendarDate.digits(first), year >= 1 else {
            return nil
        }
        switch parts.count {
        case 1: self = .year(year)
        case 2:
            guard let part = Self.partOfYear(parts[1], year: year) else { return nil }
            self = part
        default: return nil
        }
    }

    private static func partOfYear(_ text: Substring, year: Int) -> TimePeriod? {
        guard text.utf8.count == 2, let last = CalendarDate.digits(text.suffix(1)) else { return nil }
        switch text.first {
        case "H": return (1...2).contains(last) ? .half(year: year, last) : nil
        case "Q": return (1...4).contains(last) ? .quarter(year: year, last) : nil
        default:
            guard let month = CalendarDate.digits(text), (1...12).contains(month) else { return nil }
            return .month(year: year, month)
        }
    }

    /// The year the period lies in.
    public var year: Int {
        switch self {
        case .year(let year), .half(let year, _), .quarter(let year, _), .month(let year, _): year
        case .day(let date): date.year
        }
    }

    /// The first day of the period.
    public var firstDay: CalendarDate {
        switch self {
        case .year(let year): CalendarDate(firstOfMonth: 1, year: year)
        case .half(let year, let half): CalendarDate(firstOfMonth: half * 6 - 5, year: year)
        case .quarter(let year, let quarter): CalendarDate(firstOfMonth: quarter * 3 - 2, year: year)
        case .month(let year, let month): CalendarDate(firstOfMonth: month, year: year)
        case .day(let date): date
        }
    }

    /// The last day of the period.
    public var lastDay: CalendarDate {
        switch self {
        case .year(let year): CalendarDate(lastOfMonth: 12, year: year)
        case .half(let year, let half): CalendarDate(lastOfMonth: half * 6, year: year)
        case .quarter(let year, let quarter): CalendarDate(lastOfMonth: quarter * 3, year: year)
        case .month(let year, let month): CalendarDate(lastOfMonth: month, year: year)
        case .day(let date): date
        }
    }

    /// The end of the period in months since the year 0: 2023 is 24288, 2023-H1 is 24282, 2023-06-15 is 24281.5.
    ///
    /// Annual figures stand at the year's end, so that two years after a baseline of 2020 is exactly 24 months.
    public var endInMonths: Decimal {
        let date = lastDay
        let days = CalendarDate.days(inMonth: date.month, ofYear: date.year)
        guard date.day != days else { return Decimal(date.year * 12 + date.month) }
        return Decimal(date.year * 12 + date.month - 1) + Decimal(date.day) / Decimal(days)
    }

    /// As people read it: `2023年`, `2023年上半年`, `2023年第3季度`, `2023年6月`, `2023年6月30日`.
    public var chinese: String {
        switch self {
        case .year(let year): "\(year)年"
        case .half(let year, let half): "\(year)年\(half == 1 ? "上" : "下")半年"
        case .quarter(let year, let quarter): "\(year)年第\(quarter)季度"
        case .month(let year, let month): "\(year)年\(month)月"
        case .day(let date): date.chinese
        }
    }
}

extension TimePeriod {
    /// How many months the period covers; 0 for a day.
    public var lengthInMonths: Int {
        switch self {
        case .day: 0
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }
}

extension TimePeriod: Comparable {
    /// Orders by the last day; of two that end together the longer comes last.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.lastDay, lhs.lengthInMonths) < (rhs.lastDay, rhs.lengthInMonths)
    }
}

extension TimePeriod: CustomStringConvertible {
    /// The ISO 8601 or SDMX form.
    public var description: String {
        switch self {
        case .year(let year): Self.padded(year, 4)
        case .half(let year, let half): "\(Self.padded(year, 4))-H\(half)"
        case .quarter(let year, let quarter): "\(Self.padded(year, 4))-Q\(quarter)"
        case .month(let year, let month): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
        case .day(let date):
            "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))"
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
