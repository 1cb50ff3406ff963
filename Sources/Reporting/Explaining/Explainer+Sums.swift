import Assessment
import Foundation
import PlanModel

extension Explainer {
    /// The tables of sums, row by row, as the documents print them.
    var rollUps: [Provenance.Step] {
        let sums = view.rollUps
        let tables = view.indicatorSums(sums) + view.partSums(sums) + view.departmentSums(sums)
        return tables.flatMap { table in table.rows.map { step($0, of: table) } }
    }

    private func step(_ row: RollUpRow, of table: RollUpTable) -> Provenance.Step {
        let groups = row.segments.map { "\($0.label)\($0.count)项，占\($0.percent)%" }
        let verdicts = row.verdicts.map { "\($0.status.label)\($0.count)项" }
        return Provenance.Step(
            name: "\(table.title)：\(row.title)",
            quantity: "rollUp",
            formula: "项数 ÷ 合计 × 100，修约后合计为100，项数相同的尽量同值",
            numbers: [groups, verdicts].filter { !$0.isEmpty }.map { $0.joined(separator: "、") }
                .joined(separator: "；其中"),
            result: "\(row.total)"
        )
    }

    /// The ranking of the districts by figures about an item; nothing where there is none.
    func ranking(of item: ItemID) -> [Provenance.Step] {
        (rankings[item.text] ?? []).map { table in
            let places = table.entries.map { entry in
                "\(entry.place) \(entry.district.name) \(entry.value.text)\(entry.isTied ? "（并列）" : "")"
            }
            let missing = table.missing.isEmpty ? "" : "，暂无数据\(table.missing.count)个"
            return Provenance.Step(
                name: "区市排名（\(table.period)）",
                quantity: "ranking",
                formula: "同一时期的数据\(table.order)，数值相同的名次并列",
                numbers: places.joined(separator: "、"),
                result: "有数据\(table.entries.count)个\(missing)"
            )
        }
    }

    /// The districts that a commitment about districts counts.
    func districts(_ assessment: TargetAssessment) -> [Provenance.Step] {
        guard let tally = assessment.districts else { return [] }
        let groups = [("达到", tally.met), ("未达到", tally.unmet), ("暂无数据", tally.unknown)]
        return groups.map { label, areas in
            Provenance.Step(
                name: "\(label)的区市",
                quantity: "districts",
                formula: "",
                numbers: areas.map { view.input.registry.area($0)?.name ?? $0.text }.joined(separator: "、"),
                result: "\(areas.count) / \(tally.total)"
            )
        }
    }
}
