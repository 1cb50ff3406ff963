import Assessment
import Foundation
import PlanModel

/// What is to be reached, and what it was before it was amended.
struct IssuedDemands: Sendable {
    private let day: CalendarDate
    private let lastYear: Int
    /// The amended ones only, as they were issued.
    private let indicators: [ItemID: Indicator]
    private let targets: [ItemID: Target]

    init(_ view: PlanView) {
        day = view.date.cutOff
        lastYear = view.plan.years.upperBound
        let amendedIndicators = view.issued.indicators.filter { !$0.amendments.isEmpty }
        indicators = Dictionary(amendedIndicators.map { ($0.id, $0) }) { first, _ in first }
        let amendedTargets = view.issued.allTargets.filter { !$0.amendments.isEmpty }
        targets = Dictionary(amendedTargets.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The demand of an indicator as it is in force.
    func demand(of indicator: Indicator) -> Provenance.Demand {
        let start = indicator.baseline
        let unit = UnitWording(unit: indicator.unit).suffix
        return Provenance.Demand(
            wording: words(indicator).wording,
            baseline: "\(start.value.plainText)\(unit)（\(start.period.chinese)）",
            due: indicator.target.period.chinese,
            amendments: changes(indicator.amendments, of: indicators[indicator.id], applying: amend, saying: words)
        )
    }

    /// The demand of a commitment as it is in force.
    func demand(of assessment: TargetAssessment) -> Provenance.Demand {
        let target = assessment.target
        return Provenance.Demand(
            wording: words(target).wording,
            baseline: assessment.start.map {
                "\($0.value.value.plainText)（\($0.value.period.chinese)，\($0.origin.chinese)）"
            },
            due: assessment.due.chinese,
            amendments: changes(target.amendments, of: targets[target.id], applying: amend, saying: words)
        )
    }

    private func words(_ indicator: Indicator) -> (wording: String, due: TimePeriod) {
        let value = indicator.target.value.plainText + UnitWording(unit: indicator.unit).suffix
        return (indicator.comparator.sign + value, indicator.target.period)
    }

    private func words(_ target: Target) -> (wording: String, due: TimePeriod) {
        (CommitmentWording(target: target).value, target.deadline ?? .year(lastYear))
    }

    private func amend(_ indicator: Indicator, _ amendment: Amendment) -> Indicator {
        var indicator = indicator
        indicator.amendments = [amendment]
        return indicator.held(on: amendment.effective)
    }

    private func amend(_ target: Target, _ amendment: Amendment) -> Target {
        var target = target
        target.amendments = [amendment]
        return target.held(on: amendment.effective)
    }

    /// The amendments in force one after the other, each with what it changed.
    private func changes<Item>(
        _ amendments: [Amendment],
        of issued: Item?,
        applying amend: (Item, Amendment) -> Item,
        saying words: (Item) -> (wording: String, due: TimePeriod)
    ) -> [String] {
        guard var item = issued else { return [] }
        return amendments.filter { $0.effective <= day }.sorted { $0.effective < $1.effective }.map { amendment in
            let before = words(item)
            item = amend(item, amendment)
            let after = words(item)
            var parts: [String] = []
            if before.wording != after.wording { parts.append("目标由\(before.wording)调整为\(after.wording)") }
            if before.due != after.due { parts.append("时限由\(before.due.chinese)调整为\(after.due.chinese)") }
            let change = parts.isEmpty ? "目标和时限不变" : parts.joined(separator: "，")
            return "\(amendment.document)（\(amendment.effective.chinese)起）：\(change)"
        }
    }
}
