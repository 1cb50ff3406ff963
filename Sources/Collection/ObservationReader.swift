public import Diagnostics
public import PlanModel

/// Reads observations from CSV files.
public struct ObservationReader: Sendable {
    /// A file of observations.
    public struct File: Sendable {
        /// The path as the user knows it.
        public var path: String
        /// The content.
        public var bytes: [UInt8]

        /// Creates a file from its parts.
        public init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    private let known: KnownSeries

    /// Creates a reader for the observations of one plan.
    public init(known: KnownSeries) {
        self.known = known
    }

    /// The observations of all files in order, and everything that is wrong with them.
    ///
    /// A row with a mistake is left out; the same row in two files is reported like one that stands twice in a file.
    public func read(_ files: [File]) -> ([Observation], [Diagnostic]) {
        var observations: [Observation] = []
        var diagnostics: [Diagnostic] = []
        var duplicates = DuplicateFinder()
        for file in files {
            let (table, problems) = CSVTable.read(file: file.path, bytes: file.bytes)
            diagnostics += problems
            guard let table else { continue }
            let (found, mistakes) = read(table, &duplicates)
            observations += found
            diagnostics += mistakes
        }
        return (observations, diagnostics)
    }

    private func read(_ table: CSVTable, _ duplicates: inout DuplicateFinder) -> ([Observation], [Diagnostic]) {
        guard let first = table.rows.first else { return ([], [emptyFile(table.source)]) }
        let header = ObservationHeader(first, source: table.source)
        guard let columns = header.columns else { return ([], header.diagnostics) }
        var observations: [Observation] = []
        var diagnostics = header.diagnostics
        for cells in table.rows.dropFirst() where cells.contains(where: { !$0.text.isEmpty }) {
            var row = ObservationRow(
                cells: cells,
                columns: columns,
                count: header.count,
                source: table.source,
                known: known
            )
            if let observation = row.observation() {
                row.diagnostics += duplicates.check(observation, in: table.source)
                observations.append(observation)
            }
            diagnostics += row.diagnostics
        }
        return (observations, diagnostics)
    }

    private func emptyFile(_ source: SourceText) -> Diagnostic {
        let header = ObservationColumn.allCases.map(\.rawValue).joined(separator: ",")
        return source.diagnostic(
            code: "metrics.empty",
            line: 1,
            column: 1,
            LocalizedText(en: "the file is empty", zh: "文件是空的"),
            help: [LocalizedText(en: "begin with the line \(header)", zh: "首行请写 \(header)")]
        )
    }
}

/// Finds figures that are given twice.
struct DuplicateFinder {
    private struct Key: Hashable {
        let indicator: ItemID
        let area: AreaCode
        let period: TimePeriod
        let stage: Observation.Stage
        let definition: String
        let source: String
    }

    private var seen: [Key: SourceLocation] = [:]

    mutating func check(_ observation: Observation, in source: SourceText) -> [Diagnostic] {
        let key = Key(
            indicator: observation.indicator,
            area: observation.area,
            period: observation.period,
            stage: observation.stage,
            definition: observation.definition,
            source: observation.source
        )
        guard let first = seen[key] else {
            seen[key] = observation.location
            return []
        }
        let here = observation.location
        let place = first.file == here.file ? "" : " \(first.file) "
        return [
            source.diagnostic(
                code: "metrics.duplicate",
                line: here.line,
                column: here.column,
                length: observation.indicator.text.unicodeScalars.count,
                LocalizedText(
                    en: "line \(here.line) gives the same figure as\(place.isEmpty ? " " : place)line \(first.line)",
                    zh: "第 \(here.line) 行与\(place)第 \(first.line) 行重复"
                ),
                help: [
                    LocalizedText(
                        en: "remove one of the two, or tell them apart by definition or source",
                        zh: "请删除其中一行；如确属不同数据，请用口径或来源区分"
                    )
                ]
            )
        ]
    }
}
