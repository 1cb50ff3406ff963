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
    private let today: CalendarDate?

    /// Creates a reader for the observations of one plan.
    ///
    /// Nothing that begins after `today` can have been observed; without it that is not checked.
    public init(known: KnownSeries, today: CalendarDate? = nil) {
        self.known = known
        self.today = today
    }

    /// The observations of all files in order, and everything that is wrong with them.
    ///
    /// A row with a mistake is left out; the same row in two files is reported like one that stands twice in a file.
    public func read(_ files: [File]) -> ([Observation], [Diagnostic]) {
        var entries: [ReadRow] = []
        var diagnostics: [Diagnostic] = []
        var repeated = RepeatedFigures()
        for file in files {
            let (table, problems) = CSVTable.read(file: file.path, bytes: file.bytes)
            diagnostics += problems
            guard let table else { continue }
            let (found, mistakes) = read(table, &repeated)
            entries += found
            diagnostics += mistakes
        }
        return (entries.map(\.observation), diagnostics + MagnitudeCheck(known: known).diagnostics(entries))
    }

    private func read(
        _ table: CSVTable,
        _ repeated: inout RepeatedFigures
    ) -> ([ReadRow], [Diagnostic]) {
        guard let first = table.rows.first else { return ([], [emptyFile(table.source)]) }
        var header = ObservationHeader(first, source: table.source)
        if let columns = header.columns,
            let swapped = SwappedColumns(rows: table.rows.dropFirst(), columns: columns, known: known).pair
        {
            header.exchange(swapped.0, swapped.1)
        }
        guard let columns = header.columns else { return ([], header.diagnostics) }
        var entries: [ReadRow] = []
        var diagnostics = header.diagnostics
        for cells in table.rows.dropFirst() where cells.contains(where: { !$0.text.isEmpty }) {
            var row = ObservationRow(
                cells: cells,
                columns: columns,
                count: header.count,
                source: table.source,
                known: known,
                today: today
            )
            if let observation = row.observation() {
                diagnostics += repeated.check(observation, in: row)
                entries.append(ReadRow(observation: observation, row: row))
            }
            diagnostics += row.diagnostics
        }
        return (entries, diagnostics)
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
