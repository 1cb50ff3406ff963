import PlanModel

/// Finds the dates by which something is due: 到2025年, 2025年12月底前, “十四五”期间, 年内, 三年实现.
enum Deadlines {
    /// A deadline and where it stands.
    struct Found: Sendable {
        var period: TimePeriod
        var range: Range<Int>
    }

    /// Every deadline of compact words, each once, in order.
    static func all(in text: [Unicode.Scalar], issued: Int? = nil) -> [TimePeriod] {
        var seen: [TimePeriod] = []
        for found in found(in: text[...], issued: issued) where !seen.contains(found.period) {
            seen.append(found.period)
        }
        if seen.isEmpty, text.count <= 12, let year = Years.all(in: text[...]).last { return [.year(year.year)] }
        return seen
    }

    /// Every deadline of compact words with its place; `issued` is the year that 年内 means.
    static func found(in text: ArraySlice<Unicode.Scalar>, issued: Int?) -> [Found] {
        (dated(text, issued: issued) + fiveYearPlans(text) + relative(text, issued: issued))
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: Years

    private static let notDue: [Word] = ["比", "较", "自", "从", "与", "同", "截至"]
    private static let starts: [Word] = ["起", "以来", "印发", "发布", "度印发", "第", "版", "修订", "基础上", "实际"]

    private static func dated(_ text: ArraySlice<Unicode.Scalar>, issued: Int?) -> [Found] {
        let years = Years.all(in: text)
        var result: [Found] = []
        for (index, year) in years.enumerated() where year.isMarked {
            let start = year.range.lowerBound
            if notDue.contains(where: { text.has($0, at: start - $0.scalars.count) }) { continue }
            if starts.contains(where: { text.has($0, at: year.range.upperBound) }) { continue }
            if let issued, year.year < issued { continue }
            if text[year.range.upperBound...].prefix(8).has("前"), text[year.range.upperBound...].prefix(8).has("的") {
                continue
            }
            let startsRange =
                index + 1 < years.count && isRange(text, year.range.upperBound, years[index + 1].range.lowerBound)
            if startsRange { continue }
            let (period, end) = refine(text, year)
            result.append(Found(period: period, range: start..<end))
        }
        return result
    }

    private static func isRange(_ text: ArraySlice<Unicode.Scalar>, _ end: Int, _ next: Int) -> Bool {
        (end + 1...end + 2).contains(next) && text[end..<next].allSatisfy { "—-–~至到".unicodeScalars.contains($0) }
    }

    /// A month and a day after the year.
    private static func refine(_ text: ArraySlice<Unicode.Scalar>, _ year: Years.Found) -> (TimePeriod, Int) {
        var index = year.range.upperBound
        guard let month = number(text, &index), (1...12).contains(month), index < text.endIndex, text[index] == "月"
        else {
            return (.year(year.year), year.range.upperBound)
        }
        index += 1
        var afterDay = index
        if let day = number(text, &afterDay), afterDay < text.endIndex, text[afterDay] == "日",
            let date = CalendarDate(year: year.year, month: month, day: day)
        {
            return (.day(date), afterDay + 1)
        }
        return (.month(year: year.year, month), index)
    }

    private static func number(_ text: ArraySlice<Unicode.Scalar>, _ index: inout Int) -> Int? {
        let start = index
        while index < text.endIndex, text[index].isDigit, index - start < 2 { index += 1 }
        return index > start ? Int(String(scalars: text[start..<index])) : nil
    }

    // MARK: Five-year plans and relative dates

    /// “十四五”期间, “十四五”末: the last year of that plan.
    private static func fiveYearPlans(_ text: ArraySlice<Unicode.Scalar>) -> [Found] {
        var result: [Found] = []
        var from = text.startIndex
        while let end = text.first("五", from: from) {
            from = end + 1
            guard let (start, years) = plan(text, endingAt: end) else { continue }
            var after = end + 1
            if after < text.endIndex, text[after] == "”" { after += 1 }
            guard let word = text.word(of: ["期间", "时期", "期末", "末"], at: after) else { continue }
            result.append(Found(period: .year(years.upperBound), range: start..<after + word.scalars.count))
        }
        return result
    }

    /// The five-year plan whose name ends with the 五 at an index: where the name begins, and its years.
    static func plan(_ text: ArraySlice<Unicode.Scalar>, endingAt end: Int) -> (start: Int, years: ClosedRange<Int>)? {
        var start = end
        while start > text.startIndex, ChineseNumber.isDigit(text[start - 1]), end - start < 3 { start -= 1 }
        guard start < end, let number = ChineseNumber.value(text[start..<end]), (10...30).contains(number) else {
            return nil
        }
        let first = 2021 + (number - 14) * 5
        if start > text.startIndex, text[start - 1] == "“" { start -= 1 }
        return (start, first...first + 4)
    }

    private static func relative(_ text: ArraySlice<Unicode.Scalar>, issued: Int?) -> [Found] {
        guard let issued else { return [] }
        var result: [Found] = []
        for word in ["年内", "今年内", "本年度", "当年底前"] as [Word] {
            if let start = text.first(word),
                start == text.startIndex || !text[start - 1].isDigit && !ChineseNumber.isDigit(text[start - 1])
            {
                result.append(Found(period: .year(issued), range: start..<start + word.scalars.count))
                break
            }
        }
        for verb in ["年实现", "年内实现", "年完成", "年内完成", "年内全部", "年时间"] as [Word] {
            guard let end = text.first(verb), end > text.startIndex,
                let count = ChineseNumber.value(text[end - 1..<end]),
                (1...10).contains(count),
                end - 1 == text.startIndex || !text[end - 2].isDigit && !"第近前".unicodeScalars.contains(text[end - 2])
            else { continue }
            result.append(Found(period: .year(issued + count), range: end - 1..<end + 1))
            break
        }
        return result
    }
}
