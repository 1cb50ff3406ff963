import PlanModel

/// Figures of districts as a table: a column for each district, a line for each period.
struct DistrictMatrix {
    let districts: [DistrictName]
    /// The unit of all figures; empty where they differ.
    let unit: String
    let lines: [DistrictLine]
    let notes: [String]

    private typealias Kept = [String: ObservedFigure]

    /// Lays figures out, the districts in the order of their codes; of two figures for one district, period and stage the
    /// later one counts.
    init(_ figures: [ObservedFigure]) {
        let names = Dictionary(figures.map { ($0.areaCode, $0.area) }) { first, _ in first }
        let codes = names.keys.sorted()
        let units = Set(figures.map(\.unit))
        districts = codes.map { DistrictName(name: names[$0] ?? $0, code: $0) }
        unit = units.count == 1 ? units.first ?? "" : ""
        let byPeriod = Dictionary(grouping: figures, by: \.periodCode).sorted { $0.key < $1.key }
        lines = byPeriod.map { Self.line($0.value, codes: codes, hasUnit: units.count > 1) }
        notes = Self.notes(figures)
    }

    private static func line(_ figures: [ObservedFigure], codes: [String], hasUnit: Bool) -> DistrictLine {
        func kept(_ stage: Observation.Stage) -> Kept {
            let own = figures.filter { $0.stageCode == stage.rawValue }
            return Dictionary(own.map { ($0.areaCode, $0) }) { _, later in later }
        }
        let (verified, reported) = (kept(.verified), kept(.selfReported))
        let sources = Set(verified.values.map(\.sourceNumber))
        func value(_ figure: ObservedFigure, isVerified: Bool) -> DistrictValue {
            DistrictValue(
                value: figure.value,
                unit: hasUnit ? figure.unit : "",
                stage: isVerified ? nil : figure.stage,
                sourceNumber: isVerified && sources.count == 1 ? 0 : figure.sourceNumber
            )
        }
        return DistrictLine(
            period: figures.first?.period ?? "",
            sourceNumber: sources.count == 1 ? sources.first ?? 0 : 0,
            cells: codes.map { code in
                let own = verified[code].map { value($0, isVerified: true) }
                let other = reported[code].map { value($0, isVerified: false) }
                return DistrictCell(values: [own, other].compactMap { $0 })
            }
        )
    }

    /// Each remark once, behind the districts and periods it is about.
    private static func notes(_ figures: [ObservedFigure]) -> [String] {
        let noted = figures.compactMap { figure in figure.note.map { (figure, $0) } }
        let texts = noted.map(\.1).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return texts.map { text in
            let about = noted.filter { $0.1 == text }.map { $0.0.area + $0.0.period }
            return about.joined(separator: "、") + "（\(text)）"
        }
    }
}
