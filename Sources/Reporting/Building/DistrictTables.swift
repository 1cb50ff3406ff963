import Assessment
import PlanModel

extension PlanView {
    /// What the districts' figures can be ranked by: indicators, commitments and measures, in the order of the plan.
    private var rankedItems: [(item: ItemID, anchor: ItemID, order: DistrictRanking.Order)] {
        let ofIndicators = plan.indicators.map { (item: $0.id, anchor: $0.id, order: $0.rankingOrder) }
        let ofTargets = plan.allTargets.filter { $0.districts != .share }.map { target in
            let unit = figuresByItem[target.id]?.first?.unit ?? ""
            return (item: target.id, anchor: target.id, order: target.rankingOrder(unit: unit))
        }
        let ofMeasures = plan.measures.map { (item: $0.id, anchor: $0.item, order: DistrictRanking.Order.descending) }
        return ofIndicators + ofTargets + ofMeasures
    }

    /// The rankings of the districts of the plan's area.
    var rankings: [(ranking: DistrictRanking, anchor: ItemID)] {
        let districts = input.registry.areas(within: plan.area).map(\.code)
        return rankedItems.compactMap { subject in
            let ranking = DistrictRanking(
                latestOf: subject.item,
                order: subject.order,
                districts: districts,
                observations: index,
                date: date
            )
            return ranking.map { ($0, subject.anchor) }
        }
    }

    var rankingTables: [RankingTable] { rankings.map { table($0.ranking, anchor: $0.anchor) } }

    private func table(_ ranking: DistrictRanking, anchor: ItemID) -> RankingTable {
        RankingTable(
            item: ranking.item.text,
            name: name(of: ranking.item),
            anchor: anchor.text,
            period: ranking.period.chinese,
            periodCode: ranking.period.description,
            unit: ranking.entries.first.map { UnitWording(unit: $0.observation.unit).suffix } ?? "",
            order: ranking.order.chinese,
            orderCode: ranking.order.rawValue,
            entries: ranking.entries.map(entry),
            missing: ranking.missing.map(district)
        )
    }

    private func entry(_ entry: DistrictRanking.Entry) -> RankingEntry {
        RankingEntry(
            place: entry.place,
            isTied: entry.isTied,
            district: district(entry.area),
            value: Figure(entry.observation),
            stage: entry.observation.stage == .verified ? "验证" : "自评",
            stageCode: entry.observation.stage.rawValue,
            sourceNumber: sources.number(of: entry.observation)
        )
    }

    /// Which districts satisfy the commitments about districts.
    var standings: [DistrictStanding] {
        targets.compactMap { judged in
            guard let tally = judged.assessment.districts else { return nil }
            return DistrictStanding(
                item: judged.place.target.id.text,
                name: name(of: judged.place.target.id),
                target: CommitmentWording(target: judged.place.target).value,
                period: tally.period.chinese,
                periodCode: tally.period.description,
                total: tally.total,
                met: tally.met.map(district),
                unmet: tally.unmet.map(district),
                unknown: tally.unknown.map(district)
            )
        }
    }

    private func district(_ code: AreaCode) -> DistrictName {
        DistrictName(name: input.registry.area(code)?.name ?? code.text, code: code.text)
    }
}

extension DistrictRanking.Order {
    /// Which figure stands first, in words.
    var chinese: String {
        switch self {
        case .descending: "由高到低"
        case .ascending: "由低到高"
        }
    }
}
