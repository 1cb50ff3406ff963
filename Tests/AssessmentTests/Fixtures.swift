import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Assessment

/// Digits as an exact decimal; a test that mistypes them fails.
func decimal(_ digits: String) -> Decimal {
    guard let value = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")) else {
        Issue.record("not a decimal: \(digits)")
        return .nan
    }
    return value
}

func item(_ text: String) throws -> ItemID { try #require(ItemID(text)) }
func area(_ text: String = "370600") throws -> AreaCode { try #require(AreaCode(text)) }
func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
func period(_ text: String) throws -> TimePeriod { try #require(TimePeriod(text)) }

let nowhere = Anchor(lines: 1...1, digest: "0000000000000000")

/// An indicator from 2020 to 2025.
func indicator(
    _ baseline: String,
    _ target: String,
    _ comparator: PlanModel.Comparator = .atLeast,
    targetYear: Int = 2025
) throws -> Indicator {
    Indicator(
        id: try item("share"),
        number: 1,
        name: "占比",
        category: "学前教育",
        unit: "%",
        nature: .anticipatory,
        comparator: comparator,
        baseline: Indicator.Value(period: .year(2020), value: decimal(baseline)),
        target: Indicator.Value(period: .year(targetYear), value: decimal(target)),
        anchor: nowhere
    )
}

/// A figure for the indicator above.
func observation(
    _ time: String,
    _ value: String?,
    stage: Observation.Stage = .verified,
    published: String? = nil,
    line: Int = 2
) throws -> Observation {
    Observation(
        indicator: try item("share"),
        area: try area(),
        period: try period(time),
        value: value.map(decimal),
        unit: "%",
        stage: stage,
        definition: "测试口径",
        source: "测试来源",
        published: try published.map(period),
        location: SourceLocation(file: "test.csv", line: line)
    )
}

/// The assessment of figures at a day on which all of them are known.
func assess(
    _ indicator: Indicator,
    _ observations: [Observation],
    asOf: String = "2030-12-31",
    final: Bool = false
) throws -> IndicatorAssessment {
    let date = EvaluationDate(cutOff: try day(asOf), knownBy: try day(asOf))
    let assessor = IndicatorAssessor(rules: .standard, date: date, requiresTargetYear: final)
    return assessor.assess(indicator, observations: observations, area: try area())
}
