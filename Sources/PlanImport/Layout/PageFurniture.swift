/// Finds what pages repeat: numbers and running heads.
enum PageFurniture {
    /// Marks page numbers and running heads among the lines.
    static func mark(_ lines: inout [PhysicalLine], in text: OfficialText) {
        markDecoratedNumbers(&lines, in: text)
        markPlainNumbers(&lines, in: text)
        markRunningHeads(&lines, in: text)
    }

    private static let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "―", "－", "─", "·", "•"]

    /// `— 12 —`, `- 12 -`, `第 3 页`, `第 3 页 共 9 页`.
    private static func markDecoratedNumbers(_ lines: inout [PhysicalLine], in text: OfficialText) {
        for index in lines.indices where lines[index].kind == .text && lines[index].range.count <= 24 {
            let compact = Prose(text, lines[index].range).compact.scalars
            if isDashed(compact) || isPageOf(compact) { lines[index].kind = .pageNumber }
        }
    }

    private static func isDashed(_ line: [Unicode.Scalar]) -> Bool {
        guard let first = line.first, let last = line.last, dashes.contains(first), dashes.contains(last) else {
            return false
        }
        let inner = line.drop { dashes.contains($0) }.prefix { !dashes.contains($0) }
        return !inner.isEmpty && inner.count <= 4 && inner.allSatisfy(\.isDigit)
            && line.allSatisfy { $0.isDigit || dashes.contains($0) }
    }

    private static func isPageOf(_ line: [Unicode.Scalar]) -> Bool {
        guard line.begins(with: "第"), line.has("页") else { return false }
        let allowed: Set<Unicode.Scalar> = ["第", "页", "共", "/", "，", ","]
        return line.allSatisfy { $0.isDigit || allowed.contains($0) }
    }

    /// Bare numbers alone on a line: at a page's edge, or one of a growing row of lonely numbers.
    private static func markPlainNumbers(_ lines: inout [PhysicalLine], in text: OfficialText) {
        let candidates = lines.indices.filter { isLonelyNumber(lines, $0, text) }
        let values = candidates.map { Int(String(scalars: Prose(text, lines[$0].range).compact.scalars)) ?? 0 }
        for (position, index) in candidates.enumerated() {
            let follows = position > 0 && values[position] == values[position - 1] + 1
            let leads = position + 1 < values.count && values[position + 1] == values[position] + 1
            if follows || leads || isAtPageEdge(lines, index) { lines[index].kind = .pageNumber }
        }
    }

    private static func isLonelyNumber(_ lines: [PhysicalLine], _ index: Int, _ text: OfficialText) -> Bool {
        let line = lines[index]
        guard line.kind == .text, (1...4).contains(line.range.count),
            text.scalars[line.range].allSatisfy({ $0.halfWidth.isDigit }),
            !text.scalars[line.full].contains("\t")
        else { return false }
        let blankBefore = index == 0 || lines[index - 1].kind == .blank
        let blankAfter = index + 1 == lines.count || lines[index + 1].kind == .blank
        return (blankBefore && blankAfter) || isAtPageEdge(lines, index)
    }

    private static func isAtPageEdge(_ lines: [PhysicalLine], _ index: Int) -> Bool {
        if lines[index].startsPage { return true }
        var next = index + 1
        while next < lines.count, lines[next].kind == .blank {
            if lines[next].startsPage { return true }
            next += 1
        }
        return next < lines.count && lines[next].startsPage
    }

    /// A short line that stands at a page's edge at least twice and is the same each time, its digits aside.
    private static func markRunningHeads(_ lines: inout [PhysicalLine], in text: OfficialText) {
        let edges = edgeLines(lines)
        var seen: [[Unicode.Scalar]: [Int]] = [:]
        for index in edges where lines[index].range.count <= 48 {
            seen[key(lines[index], text), default: []].append(index)
        }
        for (key, indices) in seen where indices.count >= 2 && !key.isEmpty {
            for index in indices { lines[index].kind = .runningHead }
        }
    }

    private static func key(_ line: PhysicalLine, _ text: OfficialText) -> [Unicode.Scalar] {
        let scalars = text.scalars[line.full]
        guard !scalars.contains("\t"), !scalars.contains("|"), HeadingMarker.parse(scalars.dropBlanks()) == nil else {
            return []
        }
        return Prose(text, line.range).compact.scalars.filter { !$0.isDigit && !dashes.contains($0) }
    }

    /// The first words after and the last words before each page break; page numbers show where pages break, too.
    private static func edgeLines(_ lines: [PhysicalLine]) -> [Int] {
        var edges: Set<Int> = []
        var lastText: Int?
        var atBreak = false
        for index in lines.indices where lines[index].kind != .blank {
            let isNumber = lines[index].kind == .pageNumber
            if lines[index].startsPage || isNumber {
                if !atBreak, let lastText { edges.insert(lastText) }
                atBreak = true
            }
            guard !isNumber else { continue }
            if atBreak { edges.insert(index) }
            atBreak = false
            lastText = index
        }
        return edges.sorted()
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Without white space at the beginning.
    func dropBlanks() -> ArraySlice<Unicode.Scalar> { drop(while: \.isBlank) }
}
