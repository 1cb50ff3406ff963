import PlanModel

/// Finds the period that somebody meant with `2023年6月`, `2023/6/30` or `2023年上半年`.
enum PeriodHint {
    /// The period as it should be written; nil when it is not clear what was meant.
    static func corrected(_ text: String) -> TimePeriod? {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard let year = numbers.first, (1900...2999).contains(year) else { return nil }
        if text.hasSuffix("上半年") { return .half(year: year, 1) }
        if text.hasSuffix("下半年") { return .half(year: year, 2) }
        if text.hasSuffix("季度") { return numbers.count == 2 ? quarter(year, numbers[1]) : nil }
        let allowed = Set("0123456789-/.年月日 ")
        guard text.allSatisfy({ allowed.contains($0) }) else { return nil }
        switch numbers.count {
        case 1: return .year(year)
        case 2: return (1...12).contains(numbers[1]) ? .month(year: year, numbers[1]) : nil
        case 3: return CalendarDate(year: year, month: numbers[1], day: numbers[2]).map { .day($0) }
        default: return nil
        }
    }

    private static func quarter(_ year: Int, _ quarter: Int) -> TimePeriod? {
        (1...4).contains(quarter) ? .quarter(year: year, quarter) : nil
    }
}
