import Foundation
import PlanModel
import Testing

@Suite("A period")
struct TimePeriodTests {
    @Test(
        "is written as ISO 8601 or SDMX and read by people in Chinese",
        arguments: [
            ("2023", "2023年", "2023-12-31"),
            ("2023-H1", "2023年上半年", "2023-06-30"),
            ("2023-H2", "2023年下半年", "2023-12-31"),
            ("2023-Q3", "2023年第3季度", "2023-09-30"),
            ("2023-06", "2023年6月", "2023-06-30"),
            ("2024-02", "2024年2月", "2024-02-29"),
            ("2023-06-05", "2023年6月5日", "2023-06-05"),
        ]
    )
    func forms(text: String, chinese: String, lastDay: String) throws {
        let period = try #require(TimePeriod(text))
        #expect(period.description == text)
        #expect(period.chinese == chinese)
        #expect(period.lastDay.description == lastDay)
        #expect(period.year == period.lastDay.year)
    }

    @Test(
        "has no other form",
        arguments: [
            "", "23", "02023", "2023-", "2023-13", "2023-00", "2023-6", "2023-H3", "2023-H0", "2023-Q5", "2023-h1",
            "2023-02-29", "2023-1-01", "2023/06", "2023年", " 2023", "２０２３", "+023", "2023-06-30-01", "0000",
        ]
    )
    func refused(text: String) {
        #expect(TimePeriod(text) == nil)
    }

    @Test(
        "ends at a point in time, annual figures at the year's end",
        arguments: [("2020", "24252"), ("2022-H1", "24270"), ("2023-Q1", "24279"), ("2021-06-15", "24257.5")]
    )
    func endInMonths(text: String, expected: String) throws {
        #expect(try #require(TimePeriod(text)).endInMonths == Decimal(plain: expected))
    }

    @Test("is ordered by its end, the longer last of two that end together")
    func order() {
        let texts = ["2023", "2023-12-31", "2022", "2023-H2", "2023-12", "2023-Q4", "2023-06-30", "2023-H1"]
        let sorted = texts.compactMap { TimePeriod($0) }.sorted().map(\.description)
        #expect(
            sorted == ["2022", "2023-06-30", "2023-H1", "2023-12-31", "2023-12", "2023-Q4", "2023-H2", "2023"]
        )
    }
}

@Suite("A calendar date")
struct CalendarDateTests {
    @Test("is read and written as YYYY-MM-DD", arguments: ["2023-08-11", "2024-02-29", "2000-02-29", "0001-01-01"])
    func roundTrip(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(
        "is refused when there is no such day or it is written otherwise",
        arguments: [
            "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-8-11", "20230811", "2023-08-1１",
        ]
    )
    func refused(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("is not padded in official documents")
    func chinese() {
        #expect(CalendarDate("2023-08-01")?.chinese == "2023年8月1日")
    }

    @Test("is ordered by time")
    func order() throws {
        let earlier = try #require(CalendarDate("2022-12-31"))
        let later = try #require(CalendarDate("2023-01-01"))
        #expect(earlier < later)
        #expect(CalendarDate.endOfYear(2022) == earlier)
    }
}
