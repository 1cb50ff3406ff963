/// What the ends of a paragraph tell about it.
enum ParagraphShape {
    private static let stops: Set<Unicode.Scalar> = ["。", "！", "？", "；", "：", ":", ";", "!", "?", "…"]
    private static let inner: Set<Unicode.Scalar> = ["，", "。", "；", "、", "：", ","]
    private static let duties: [Word] = ["牵头", "负责", "配合", "参与", "责任单位", "责任部门", "牵头单位"]

    /// Whether a line begins something of its own, so that nothing before it can go on in it.
    static func startsBlock(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        if HeadingMarker.parse(line) != nil { return true }
        let head = Prose(scalars: Array(line.prefix(12)), origins: Array(0..<min(12, line.count))).compact.scalars
        if line.count <= 30 {
            let whole = Prose(scalars: Array(line), origins: Array(0..<line.count)).compact.scalars
            if EndMatter.isSignature(whole) || EndMatter.isDate(whole) { return true }
        }
        if EndMatter.starts(head) || Annexes.citation(head) != nil { return true }
        return head.begins(with: "专栏") || Responsibility.startsClause(head)
    }

    /// Whether a line ends where a paragraph may end.
    static func isTerminated(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = line.last(where: { !$0.isBlank }) else { return true }
        if stops.contains(last) { return true }
        if "”）)〕］]】".unicodeScalars.contains(last) {
            let end = line.lastIndex { !$0.isBlank } ?? line.startIndex
            if end > line.startIndex, stops.contains(line[end - 1]) { return true }
            return last != "”" && line.suffix(80).hasAny(duties)
        }
        return false
    }

    /// Whether a line that does not end where a paragraph may is a sentence cut in two, not a title.
    static func isCutProse(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        if isTitleOnly(line) || Annexes.citation(Array(line.prefix(12))) != nil { return false }
        return (line.count >= 10 && line.contains { inner.contains($0) }) || hasOpenBracket(line)
    }

    /// A heading that stands alone: a marker and no sentence after it.
    static func isTitleOnly(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let marker = HeadingMarker.parse(line), marker.style != .dash else { return false }
        return line.count <= 48 && !line.contains("。") && !line.dropFirst(marker.length).contains { $0 == "，" }
    }

    /// Whether a bracket or quotation is still open at the end.
    static func hasOpenBracket(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        var open: [Unicode.Scalar] = []
        for scalar in line.suffix(120) {
            if scalar.opensBracket {
                open.append(scalar)
            } else if let last = open.last, Unicode.Scalar.closing[last]?.contains(scalar) == true {
                open.removeLast()
            }
        }
        return !open.isEmpty
    }
}
