import Assessment
import Diagnostics
import Foundation
import PlanModel
import Testing

/// Small values that the tests of this module share.
enum Fixture {
    static func id(_ text: String) throws -> ItemID { try #require(ItemID(text)) }

    static func observation(
        _ time: String,
        _ value: String?,
        precision: Observation.Precision = .exact
    ) throws -> Observation {
        Observation(
            indicator: try id("share"),
            area: try #require(AreaCode("370600")),
            period: try #require(TimePeriod(time)),
            value: try value.map { try #require(Decimal(plain: $0)) },
            precision: precision,
            unit: "%",
            stage: .verified,
            definition: "口径",
            source: "来源",
            location: SourceLocation(file: "test.csv", line: 2)
        )
    }

    /// 公办幼儿园在园幼儿占比, 41.17 (2020) → 75 (2025), with figures by period.
    static func assessment(_ figures: [String: String]) throws -> IndicatorAssessment {
        let indicator = Indicator(
            id: try id("share"),
            number: 1,
            name: "公办幼儿园在园幼儿占比",
            category: "学前教育",
            unit: "%",
            nature: .anticipatory,
            comparator: .atLeast,
            baseline: Indicator.Value(period: .year(2020), value: try #require(Decimal(plain: "41.17"))),
            target: Indicator.Value(period: .year(2025), value: 75),
            anchor: Anchor(lines: 1...1, digest: "0")
        )
        let day = CalendarDate.endOfYear(2030)
        let assessor = IndicatorAssessor(rules: .standard, date: EvaluationDate(cutOff: day, knownBy: day))
        let observations = try figures.sorted { $0.key < $1.key }.map { try observation($0.key, $0.value) }
        return assessor.assess(indicator, observations: observations, area: try #require(AreaCode("370600")))
    }
}
