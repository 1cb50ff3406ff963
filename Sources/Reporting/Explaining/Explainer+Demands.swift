import Assessment
import PlanModel

/// What is to be reached, as it is in force, with what changed it.
extension Explainer {
    func demand(of indicator: Indicator) -> Provenance.Demand {
        let unit = UnitWording(unit: indicator.unit).suffix
        let start = indicator.baseline
        return Provenance.Demand(
            wording: indicator.comparator.sign + indicator.target.value.plainText + unit,
            baseline: "\(start.value.plainText)\(unit)（\(start.period.chinese)）",
            due: indicator.target.period.chinese,
            amendments: changes(of: indicator.id),
            value: indicator.target.value.plainText,
            baselineValue: start.value.plainText,
            unit: indicator.unit,
            duePeriod: indicator.target.period.description
        )
    }

    func demand(of assessment: TargetAssessment) -> Provenance.Demand {
        let unit = assessment.target.unit.map { UnitWording(unit: $0).suffix } ?? ""
        return Provenance.Demand(
            wording: CommitmentWording(target: assessment.target).value,
            baseline: assessment.start.map {
                "\($0.value.value.plainText)\(unit)（\($0.value.period.chinese)，\($0.origin.chinese)）"
            },
            due: assessment.due.chinese,
            amendments: changes(of: assessment.target.id),
            value: assessment.target.value?.plainText,
            baselineValue: assessment.start?.value.value.plainText,
            unit: assessment.target.unit,
            duePeriod: assessment.due.description
        )
    }

    /// The amendments in force one after the other, each with what it changed, in the words of the documents.
    private func changes(of item: ItemID) -> [String] {
        (amendments[item.text] ?? []).map { "\($0.document)（\($0.effective)起）：\($0.change)" }
    }
}
