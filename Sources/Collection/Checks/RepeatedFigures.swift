import Diagnostics
import PlanModel

/// Finds figures that are given twice for the same indicator, area, period and stage.
///
/// A figure published later revises the earlier one. Two of the same day either say the same, and one is too many, or
/// contradict each other, and nobody but their author can say which one counts.
struct RepeatedFigures {
    private struct Key: Hashable {
        let indicator: ItemID
        let area: AreaCode
        let period: TimePeriod
        let stage: Observation.Stage
        let unit: String
    }

    private var seen: [Key: [Observation]] = [:]

    /// What is wrong with a figure beside those before it; `row` is where it stands.
    mutating func check(_ observation: Observation, in row: ObservationRow) -> [Diagnostic] {
        let key = Key(
            indicator: observation.indicator,
            area: observation.area,
            period: observation.period,
            stage: observation.stage,
            unit: observation.unit
        )
        let rivals = (seen[key] ?? []).filter { $0.known == observation.known }
        seen[key, default: []].append(observation)
        if let twin = rivals.first(where: observation.saysTheSame(as:)) {
            return [duplicate(Places(here: observation.location, first: twin.location), row)]
        }
        guard observation.value != nil, let rival = rivals.first(where: { $0.value != nil }) else { return [] }
        return [contradiction(observation, rival, row)]
    }

    /// How messages cite the two rows.
    private struct Places {
        let en: (here: String, first: String)
        let zh: (here: String, first: String)

        init(here: SourceLocation, first: SourceLocation) {
            let isSameFile = here.file == first.file
            en = ("line \(here.line)", (isSameFile ? "" : first.file + " ") + "line \(first.line)")
            zh = ("第 \(here.line) 行", (isSameFile ? "" : first.file + " ") + "第 \(first.line) 行")
        }
    }

    private func duplicate(_ places: Places, _ row: ObservationRow) -> Diagnostic {
        row.diagnostic(
            "metrics.duplicate",
            row.cell(.indicator),
            en: "\(places.en.here) gives the same figure as \(places.en.first)",
            zh: "\(places.zh.here)与\(places.zh.first)重复",
            help: [
                LocalizedText(
                    en: "remove one of the two; a second source can be named in its 'source' or 'note'",
                    zh: "请删除其中一行；另一来源可写入保留行的“source”或“note”"
                )
            ]
        )
    }

    private func contradiction(
        _ observation: Observation,
        _ rival: Observation,
        _ row: ObservationRow
    ) -> Diagnostic {
        let places = Places(here: observation.location, first: rival.location)
        let (here, there) = (observation.shown, rival.shown)
        return row.diagnostic(
            "metrics.contradiction",
            row.cell(.value),
            en: "\(places.en.here) says \(here), \(places.en.first) says \(there), and neither was published later",
            zh: "\(places.zh.here)为 \(here)，\(places.zh.first)为 \(there)，发布时间不分先后，互相矛盾",
            help: [
                LocalizedText(
                    en: "keep the right one; a revision says in 'published' that it is later; "
                        + "another definition's figure goes into 'note'",
                    zh: "请保留正确的一行；如为修订数据，请在“published”列写明较晚的发布时间；其他口径的数值可写入“note”"
                )
            ]
        )
    }
}

extension Observation {
    /// The day from which the figure is known: its publication, or else the end of its period.
    fileprivate var known: CalendarDate { published?.lastDay ?? period.lastDay }

    fileprivate func saysTheSame(as other: Observation) -> Bool { (value, precision) == (other.value, other.precision) }

    /// The value as the source states it, with its unit.
    var shown: String { precision.rawValue + (value?.plainText ?? "") + unit }
}
