import Assessment
import Foundation
import PlanModel

/// How a change of a target is put in words: 目标值由60%调整为58%，时限由2025年调整为2026年.
struct AmendmentWording {
    /// A demand as it stands on one day.
    private struct Demand {
        var value: Decimal?
        var range: ClosedRange<Decimal>?
        var due: TimePeriod
    }

    private let unit: String
    private var demand: Demand

    init(_ indicator: Indicator) {
        unit = UnitWording(unit: indicator.unit).suffix
        demand = Demand(value: indicator.target.value, due: indicator.target.period)
    }

    init(_ target: Target, lastYear: Int) {
        unit = target.unit.map { UnitWording(unit: $0).suffix } ?? ""
        demand = Demand(value: target.value, range: target.range, due: target.deadline ?? .year(lastYear))
    }

    /// The change that an amendment makes to what was in force before it.
    mutating func change(_ amendment: Amendment) -> String {
        let before = demand
        demand.value = amendment.value ?? demand.value
        demand.range = amendment.range ?? demand.range
        demand.due = amendment.period ?? demand.due
        let parts = [
            part("目标值", before.value.map(text), amendment.value.map(text)),
            part("目标区间", before.range.map(text), amendment.range.map(text)),
            part("时限", before.due.chinese, amendment.period?.chinese),
        ]
        return parts.compactMap { $0 }.joined(separator: "，")
    }

    private func part(_ name: String, _ before: String?, _ after: String?) -> String? {
        guard let after else { return nil }
        guard let before else { return "\(name)定为\(after)" }
        return before == after ? "\(name)维持\(after)不变" : "\(name)由\(before)调整为\(after)"
    }

    private func text(_ value: Decimal) -> String { value.plainText + unit }
    private func text(_ range: ClosedRange<Decimal>) -> String {
        "\(range.lowerBound.plainText)—\(range.upperBound.plainText)\(unit)"
    }
}

extension PlanView {
    /// The changes of targets that are in force at the cut-off date, each against what was in force before it.
    var amendmentRows: [AmendmentRow] {
        let ofIndicators = issued.indicators.flatMap { rows($0.id, $0.amendments, AmendmentWording($0)) }
        let ofTargets = issued.allTargets.flatMap { target in
            rows(target.id, target.amendments, AmendmentWording(target, lastYear: issued.years.upperBound))
        }
        return ofIndicators + ofTargets
    }

    private func rows(_ item: ItemID, _ amendments: [Amendment], _ wording: AmendmentWording) -> [AmendmentRow] {
        var wording = wording
        let inForce = amendments.filter { $0.effective <= date.cutOff }.sorted { $0.effective < $1.effective }
        return inForce.map { amendment in
            AmendmentRow(
                item: item.text,
                name: name(of: item),
                document: amendment.document,
                effective: amendment.effective.chinese,
                effectiveCode: amendment.effective.description,
                change: wording.change(amendment)
            )
        }
    }
}
