import Diagnostics

/// Reads the rows of a CSV text, one Unicode scalar at a time.
struct CSVParser {
    private(set) var rows: [[CSVTable.Cell]] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let source: SourceText
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1
    private var rowIsBroken = false

    init(source: SourceText) {
        self.source = source
        scalars = Array(source.text.unicodeScalars)
    }

    mutating func parse() {
        while index < scalars.count {
            rowIsBroken = false
            let row = row()
            let isEmptyLine = row.count == 1 && row[0].text.isEmpty
            if !rowIsBroken, !isEmptyLine { rows.append(row) }
        }
    }

    private mutating func row() -> [CSVTable.Cell] {
        var cells: [CSVTable.Cell] = []
        while true {
            cells.append(current == "\"" ? quotedCell() : plainCell())
            guard current == "," else { break }
            advance()
        }
        skipLineEnd()
        return cells
    }

    // MARK: Cells

    private mutating func plainCell() -> CSVTable.Cell {
        let start = (line, column)
        var content: [Unicode.Scalar] = []
        while let scalar = current, scalar != ",", !Self.isLineEnd(scalar) {
            if scalar == "\"", !rowIsBroken, !content.allSatisfy(\.properties.isWhitespace) {
                report(
                    "metrics.stray-quote",
                    en: "a quotation mark inside a cell that does not begin with one",
                    zh: "未加引号的单元格中出现引号",
                    help: LocalizedText(
                        en: "put the whole cell in quotes and write the mark twice: \"\"",
                        zh: "请给整个单元格加引号，其中的引号写两次：\"\""
                    )
                )
            }
            content.append(scalar)
            advance()
        }
        return cell(content, line: start.0, column: start.1)
    }

    private mutating func quotedCell() -> CSVTable.Cell {
        let opening = (line, column)
        advance()
        let start = (line, column)
        var content: [Unicode.Scalar] = []
        while let scalar = current {
            if scalar == "\"" {
                guard next == "\"" else {
                    advance()
                    checkAfterQuote()
                    return cell(content, line: start.0, column: start.1)
                }
                advance()
            }
            content.append(scalar)
            advance()
        }
        reportUnclosed(line: opening.0, column: opening.1)
        return cell(content, line: start.0, column: start.1)
    }

    /// Nothing but the end of the cell may follow a closing quotation mark.
    private mutating func checkAfterQuote() {
        guard let scalar = current, scalar != ",", !Self.isLineEnd(scalar) else { return }
        report(
            "metrics.text-after-quote",
            en: "text after the closing quotation mark of a cell",
            zh: "单元格右引号之后还有文字",
            help: LocalizedText(en: "write a quotation mark inside a cell twice: \"\"", zh: "单元格内的引号请写两次：\"\"")
        )
        while let scalar = current, scalar != ",", !Self.isLineEnd(scalar) { advance() }
    }

    private func cell(_ content: [Unicode.Scalar], line: Int, column: Int) -> CSVTable.Cell {
        let leading = content.prefix { $0.properties.isWhitespace }.count
        let trailing = content.dropFirst(leading).reversed().prefix { $0.properties.isWhitespace }.count
        let trimmed = content[leading..<(content.count - trailing)]
        var text = String.UnicodeScalarView()
        text.append(contentsOf: trimmed)
        let skipsLine = content[..<leading].contains { Self.isLineEnd($0) }
        let firstLine = trimmed.prefix { !Self.isLineEnd($0) }.count
        return CSVTable.Cell(
            text: String(text),
            line: line,
            column: column + (skipsLine ? 0 : leading),
            length: max(1, skipsLine ? 1 : firstLine)
        )
    }

    // MARK: Scalars

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    private mutating func advance() {
        let scalar = scalars[index]
        index += 1
        if scalar == "\n" || scalar == "\r" && current != "\n" {
            line += 1
            column = 1
        } else if scalar != "\r" {
            column += 1
        }
    }

    private mutating func skipLineEnd() {
        guard let scalar = current else { return }
        advance()
        if scalar == "\r", current == "\n" { advance() }
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    // MARK: Problems

    private mutating func report(_ code: String, en: String, zh: String, help: LocalizedText) {
        rowIsBroken = true
        diagnostics.append(
            source.diagnostic(code: code, line: line, column: column, LocalizedText(en: en, zh: zh), help: [help])
        )
    }

    private mutating func reportUnclosed(line: Int, column: Int) {
        rowIsBroken = true
        diagnostics.append(
            source.diagnostic(
                code: "metrics.unclosed-quote",
                line: line,
                column: column,
                LocalizedText(en: "the quotation mark of this cell is never closed", zh: "此单元格的引号没有闭合"),
                help: [LocalizedText(en: "close it, or remove it", zh: "请补全或删除引号")]
            )
        )
    }
}
