/// Recognises the rows of tables: cells parted by tabs, by pipes, or by aligned spaces.
enum TableReader {
    /// The rows that begin at a line, and the index of the line after them.
    typealias Found = (rows: [TextTable.Row], next: Int)

    /// Reads the table or row at a line; nil when the line is none.
    static func table(in text: OfficialText, lines: [PhysicalLine], at index: Int, inTable: Bool) -> Found? {
        let line = lines[index]
        if let row = tabRow(text, line, inTable: inTable) { return ([row], index + 1) }
        if let row = pipeRow(text, line, inTable: inTable) { return ([row], index + 1) }
        return AlignedTable.read(text, lines, from: index)
    }

    private static func tabRow(_ text: OfficialText, _ line: PhysicalLine, inTable: Bool) -> TextTable.Row? {
        let inside = text.scalars[line.range].contains("\t")
        let trailing = text.scalars[line.range.upperBound..<line.full.upperBound].contains("\t")
        let leading = text.scalars[line.full.lowerBound..<line.range.lowerBound].count { $0 == "\t" } >= 2
        guard inside || (inTable && (trailing || leading)) else { return nil }
        if inside, !inTable, isListOrContents(text, line) { return nil }
        return TextTable.Row(cells: split(text, line.full, at: "\t"))
    }

    /// A heading whose number is followed by a tab is no table.
    private static func isListOrContents(_ text: OfficialText, _ line: PhysicalLine) -> Bool {
        let scalars = text.scalars[line.range]
        guard let marker = HeadingMarker.parse(scalars) else { return false }
        return !scalars.dropFirst(marker.length).contains("\t")
    }

    private static func pipeRow(_ text: OfficialText, _ line: PhysicalLine, inTable: Bool) -> TextTable.Row? {
        let pipes = text.scalars[line.range].count { $0.halfWidth == "|" }
        guard pipes >= (inTable ? 1 : 2) else {
            return inTable && isRule(text.scalars[line.range]) ? TextTable.Row(cells: []) : nil
        }
        if isRule(text.scalars[line.range]) { return TextTable.Row(cells: []) }
        var cells = split(text, line.range, at: "|")
        if text.scalars[line.range.lowerBound].halfWidth == "|" { cells.removeFirst() }
        if text.scalars[line.range.upperBound - 1].halfWidth == "|", !cells.isEmpty { cells.removeLast() }
        return TextTable.Row(cells: cells)
    }

    /// A line that only draws the table: `|---|---|`, `├──┼──┤`.
    static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        line.count >= 3
            && line.allSatisfy {
                "|-+:=—".unicodeScalars.contains($0) || $0.isBlank || (0x2500...0x257F).contains($0.value)
            }
    }

    private static func split(_ text: OfficialText, _ range: Range<Int>, at mark: Unicode.Scalar) -> [Prose] {
        var cells: [Prose] = []
        var start = range.lowerBound
        for index in range where text.scalars[index].halfWidth == mark {
            cells.append(Prose(text, start..<index).trimmed)
            start = index + 1
        }
        cells.append(Prose(text, start..<range.upperBound).trimmed)
        return cells
    }
}
