import Diagnostics

/// Reads tables whose cells are aligned with spaces, the form of `pdftotext -layout`.
enum AlignedTable {
    /// A run of words on a line with its cells on the screen.
    private struct Fragment {
        var prose: Prose
        var start: Int
        var end: Int
    }

    /// The fragments of one line, put into columns.
    private struct Line {
        var cells: [Prose]
        var afterBlank: Bool
        var afterBreak: Bool
    }

    /// Reads the table whose head stands at a line; nil when the line is no head of a table.
    static func read(_ text: OfficialText, _ lines: [PhysicalLine], from index: Int) -> TableReader.Found? {
        let head = fragments(text, lines[index])
        guard head.count >= 3, isHead(head) else { return nil }
        var body: [Line] = []
        var next = index + 1
        var blank = false
        var pageBreak = false
        while next < lines.count {
            let line = lines[next]
            if line.startsPage { pageBreak = true }
            if line.kind == .blank { blank = true }
            if line.kind == .pageNumber || line.kind == .runningHead { pageBreak = true }
            guard line.kind == .text else {
                next += 1
                continue
            }
            let found = fragments(text, line)
            guard belongs(found, line, text, afterBlank: blank, head: head) else { break }
            body.append(Line(cells: columns(found, head), afterBlank: blank, afterBreak: pageBreak))
            blank = false
            pageBreak = false
            next += 1
        }
        let rows = merge(body, head: head.map(\.prose))
        return rows.isEmpty ? nil : ([TextTable.Row(cells: head.map(\.prose))] + rows, next)
    }

    private static func fragments(_ text: OfficialText, _ line: PhysicalLine) -> [Fragment] {
        var result: [Fragment] = []
        var column = 0
        var start: (offset: Int, column: Int)?
        var lastWord = (offset: line.full.lowerBound, column: 0)
        for offset in line.full {
            let scalar = text.scalars[offset]
            if !scalar.isBlank {
                if let begun = start, column - lastWord.column >= 2 {
                    result.append(fragment(text, begun, lastWord))
                    start = nil
                }
                if start == nil { start = (offset, column) }
                lastWord = (offset + 1, column + TerminalText.width(scalar))
            }
            column += TerminalText.width(scalar)
        }
        if let start { result.append(fragment(text, start, lastWord)) }
        return result
    }

    private static func fragment(
        _ text: OfficialText,
        _ start: (offset: Int, column: Int),
        _ end: (offset: Int, column: Int)
    ) -> Fragment {
        Fragment(prose: Prose(text, start.offset..<end.offset), start: start.column, end: end.column)
    }

    private static func isHead(_ fragments: [Fragment]) -> Bool {
        fragments.count { ColumnRole.isKnown($0.prose.compact.scalars) } * 2 >= fragments.count
            && fragments.allSatisfy { $0.prose.count <= 24 }
    }

    /// A line goes on with the table unless it is a heading or a sentence of its own.
    private static func belongs(
        _ found: [Fragment],
        _ line: PhysicalLine,
        _ text: OfficialText,
        afterBlank: Bool,
        head: [Fragment]
    ) -> Bool {
        if found.count >= 2 { return !(found.count == 2 && isHeading(text.scalars[line.range])) }
        guard let only = found.first else { return false }
        let tableEnd = head.last?.end ?? 0
        let tableStart = head.first?.start ?? 0
        let crossesColumns = head.count { $0.start >= only.start && $0.end <= only.end } >= 2
        if isHeading(only.prose.scalars[...]) || only.prose.scalars.contains("。") && crossesColumns { return false }
        if afterBlank, only.prose.count > 12 || isHeading(only.prose.scalars[...]) { return false }
        return only.start + 4 >= tableStart && only.start < tableEnd
    }

    private static func isHeading(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        if EndMatter.starts(Array(text.prefix(12))) || text.begins(with: "附件") { return true }
        guard let style = HeadingMarker.parse(text)?.style else { return false }
        return style != .arabic && style != .arabicInBrackets
    }

    private static func columns(_ found: [Fragment], _ head: [Fragment]) -> [Prose] {
        var cells = [Prose](repeating: Prose(), count: head.count)
        for fragment in found {
            let column = head.indices.min { distance(fragment, head[$0]) < distance(fragment, head[$1]) } ?? 0
            cells[column].append(fragment.prose)
        }
        return cells
    }

    /// Cells apart; overlapping ones are nearer the more they overlap.
    private static func distance(_ fragment: Fragment, _ column: Fragment) -> Int {
        let overlap = min(fragment.end, column.end) - max(fragment.start, column.start)
        guard overlap <= 0 else { return -overlap * 100 / max(1, column.end - column.start) }
        return min(abs(fragment.start - column.end), abs(column.start - fragment.end)) * 4
            + abs((fragment.start + fragment.end) - (column.start + column.end)) / 2
    }

    /// Puts the lines of one row together.
    private static func merge(_ lines: [Line], head: [Prose]) -> [TextTable.Row] {
        let numbered = head.first.map { ColumnRole.of($0.compact.scalars) == .number } ?? false
        var rows: [TextTable.Row] = []
        var pending: [Line] = []
        for (index, line) in lines.enumerated() {
            let next = index + 1 < lines.count ? lines[index + 1] : nil
            if startsRow(line, rows: rows, pending: pending, next: next, numbered: numbered) {
                rows.append(TextTable.Row(cells: line.cells, followsBreak: line.afterBreak))
                pending = []
            } else if var last = rows.popLast() {
                for column in last.cells.indices where column < line.cells.count {
                    last.cells[column].append(line.cells[column])
                }
                rows.append(last)
            } else {
                rows.append(TextTable.Row(cells: line.cells, followsBreak: line.afterBreak))
            }
        }
        return rows
    }

    private static func startsRow(
        _ line: Line,
        rows: [TextTable.Row],
        pending: [Line],
        next: Line?,
        numbered: Bool
    ) -> Bool {
        guard let last = rows.last else { return true }
        if numbered { return !line.cells[0].isEmpty }
        let filled = line.cells.indices.filter { !line.cells[$0].isEmpty }
        if filled.count >= 2, filled.first == 0 {
            return !(last.cells.dropFirst().allSatisfy(\.isEmpty) && isOpen(last))
        }
        if filled.first != 0 { return false }
        return !isOpen(last)
    }

    /// Whether the name in a row is not finished: a bracket is open, or its unit is still to come.
    private static func isOpen(_ row: TextTable.Row) -> Bool {
        row.cells.first.map { ParagraphShape.hasOpenBracket($0.scalars[...]) } ?? false
    }
}
