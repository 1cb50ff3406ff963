/// A table of a web page or a Word document, its merged cells opened up.
struct GridTable {
    /// A cell as the file writes it.
    struct Cell {
        var text: String
        var columns = 1
        var rows = 1
        /// Whether it goes on with the merged cell above it.
        var continues = false
    }

    private var rows: [[String]] = []
    /// For each column how many further rows a merged cell covers.
    private var covered: [Int] = []

    /// The widest table that is believed; a column span beyond it is a mistake.
    private static let widest = 200

    private func above(_ column: Int) -> String {
        guard let last = rows.last, column < last.count else { return "" }
        return last[column]
    }

    /// Adds a row; a cell that spans columns stands in the first of them, one that spans rows in each.
    mutating func add(_ cells: [Cell]) {
        var row: [String] = []
        var remaining = cells[...]
        while !remaining.isEmpty || row.count < covered.count {
            let column = row.count
            if column < covered.count, covered[column] > 0 {
                covered[column] -= 1
                row.append(above(column))
                continue
            }
            guard let cell = remaining.popFirst() else {
                row.append("")
                continue
            }
            for offset in 0..<min(max(1, cell.columns), Self.widest) {
                row.append(offset > 0 ? "" : (cell.continues ? above(column) : cell.text))
                while covered.count < row.count { covered.append(0) }
                covered[column + offset] = max(1, cell.rows) - 1
            }
        }
        rows.append(row)
    }

    /// The rows, one a line, cells parted by tabs.
    var lines: [String] {
        let width = rows.map(\.count).max() ?? 0
        return rows.filter { $0.contains { !$0.isEmpty } }.map { row in
            (row + Array(repeating: "", count: width - row.count)).joined(separator: "\t")
        }
    }
}

extension String {
    /// The words of a cell or paragraph: runs of white space are one space, none between Chinese characters.
    var collapsed: String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in unicodeScalars {
            if scalar.isBlank {
                pending = true
                continue
            }
            if pending, let last = result.last, !(last.isHan && scalar.isHan) { result.append(" ") }
            pending = false
            result.append(scalar)
        }
        return String(result)
    }
}

extension [String] {
    /// Paragraphs and rows of cells as a plain text: rows follow each other, everything else is parted by an empty line.
    var asPlainText: String {
        var text = ""
        for (index, line) in enumerated() {
            let inTable = line.contains("\t") && index > 0 && self[index - 1].contains("\t")
            if index > 0, !inTable { text += "\n" }
            text += line + "\n"
        }
        return text
    }
}
