public import Diagnostics

/// A CSV file (RFC 4180) as rows of cells that know their places.
///
/// Rows end with a line feed, a carriage return or both; a byte order mark is skipped; cells in double quotes may hold
/// commas, line ends and doubled quotes. Anything looser is reported.
public struct CSVTable: Sendable {
    /// A cell with its place.
    public struct Cell: Hashable, Sendable {
        /// The content, without quotes and without white space around it.
        public let text: String
        /// The line the cell begins on, counted from 1.
        public let line: Int
        /// The column of the content, counted from 1 in Unicode scalars.
        public let column: Int
        /// How many Unicode scalars the content covers on its first line, at least 1.
        public let length: Int
    }

    /// The rows; a row of an empty line is left out.
    public let rows: [[Cell]]
    /// The text, for excerpts.
    public let source: SourceText

    /// Reads a file and reports what is wrong with its form.
    ///
    /// The table is nil when the file is not UTF-8; rows with a broken cell are left out.
    public static func read(file: String, bytes: [UInt8]) -> (CSVTable?, [Diagnostic]) {
        guard !isWorkbook(bytes) else { return (nil, [workbook(file)]) }
        do {
            let source = try SourceText(file: file, bytes: bytes, domain: "metrics")
            var parser = CSVParser(source: source)
            parser.parse()
            return (CSVTable(rows: parser.rows, source: source), parser.diagnostics)
        } catch {
            return (nil, error.diagnostics)
        }
    }

    /// Whether the file begins as workbooks of Excel do: a zip archive (.xlsx, .ods), or the older .xls.
    private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    private static func workbook(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "metrics.workbook",
            at: SourceLocation(file: file),
            LocalizedText(
                en: "this is a spreadsheet workbook with another name, not a CSV file",
                zh: "这是 Excel 工作簿，不是 CSV 文件（只改了扩展名）"
            ),
            help: [
                LocalizedText(
                    en: "open it in Excel or WPS and save it as “CSV UTF-8”",
                    zh: "请用 Excel、WPS 打开，另存为“CSV UTF-8”"
                )
            ]
        )
    }
}
