import PlanModel

/// Reads what stands before the first chapter: letterhead, number, notice, title, date, preamble.
struct FrontMatter {
    private var draft: Draft
    private var paragraphs: [Prose]
    private var compact: [[Unicode.Scalar]]
    private var used: Set<Int> = []

    /// Reads the paragraphs before the first chapter into a draft.
    static func read(_ paragraphs: [Prose], into draft: inout Draft) {
        var front = FrontMatter(draft: draft, paragraphs: paragraphs)
        front.read()
        draft = front.draft
    }

    private init(draft: Draft, paragraphs: [Prose]) {
        self.draft = draft
        self.paragraphs = paragraphs
        compact = paragraphs.map(\.compact.scalars)
    }

    private mutating func read() {
        readNumber()
        readDate()
        let preambleStart = readTitle()
        for index in paragraphs.indices where index >= preambleStart && !used.contains(index) {
            if isProse(index) {
                draft.preamble.append(paragraphs[index])
                used.insert(index)
            }
        }
        readIssuer()
        for index in paragraphs.indices where !used.contains(index) {
            draft.matter.append(Draft.Matter(kind: .front, prose: paragraphs[index]))
        }
    }

    // MARK: Number and date

    private mutating func readNumber() {
        for (index, line) in compact.enumerated() {
            guard let range = Self.documentNumber(in: line) else { continue }
            let places = paragraphs[index].compact
            draft.documentNumber = places[range]
            return
        }
    }

    /// Where a document number such as 烟政办发〔2021〕25号 stands in a compact line.
    static func documentNumber(in line: [Unicode.Scalar]) -> Range<Int>? {
        for open in line.indices where "〔[［(（【".unicodeScalars.contains(line[open]) && open + 7 < line.count {
            let year = line[open + 1..<open + 5]
            guard year.allSatisfy(\.isDigit), "〕]］)）】".unicodeScalars.contains(line[open + 5]) else { continue }
            var end = open + 6
            if line[end] == "第" { end += 1 }
            let digits = end
            while end < line.count, line[end].isDigit { end += 1 }
            guard end > digits, end < line.count, line[end] == "号" else { continue }
            var start = open
            while start > 0, line[start - 1].isHan, open - start < 12 { start -= 1 }
            if start < open { return start..<end + 1 }
        }
        return nil
    }

    private mutating func readDate() {
        for (index, line) in compact.enumerated().reversed() where line.count <= 40 {
            guard let found = DateReader.day(in: line), found.isWhole || EndMatter.isPrinting(line) else { continue }
            draft.issued = .day(found.date)
            _ = index
            return
        }
    }

    // MARK: Title

    private static let planWords: [Word] = [
        "规划", "方案", "计划", "纲要", "意见", "行动", "要点", "办法", "措施", "清单", "任务书", "路线图", "细则",
    ]

    /// Finds the title; returns the index of the first paragraph after it.
    private mutating func readTitle() -> Int {
        if let run = titleRun() {
            draft.title = Self.title(run.map { paragraphs[$0] })
            used.formUnion(run)
            return run.upperBound
        }
        if let quoted = quotedTitle() ?? noticeTitle() { draft.title = quoted }
        return compact.firstIndex { $0.hasAny(["现印发", "印发给你们"]) }.map { $0 + 1 } ?? 0
    }

    private func isTitleLine(_ index: Int) -> Bool {
        let line = compact[index]
        guard (2...60).contains(line.count), HeadingMarker.parse(line) == nil,
            !line.contains(where: { "，。；：:！".unicodeScalars.contains($0) })
        else { return false }
        if line.first == "（" || line.first == "(" { return false }
        return Self.documentNumber(in: line) == nil && DateReader.day(in: line) == nil
            && !(line.has("关于") && line.has("通知")) && !line.ends(with: "文件")
    }

    /// The lines that make up the title: the one the notice quotes, else the last ones that end like a plan's title.
    private func titleRun() -> Range<Int>? {
        let quoted = quotedTitle()?.compact.scalars
        for end in paragraphs.indices.reversed() where isTitleLine(end) {
            for start in stride(from: end, through: max(0, end - 3), by: -1) {
                guard (start...end).allSatisfy({ isTitleLine($0) }) else { break }
                let joined = compact[start...end].flatMap { $0 }
                if let quoted, joined == quoted { return start..<end + 1 }
            }
        }
        guard let end = paragraphs.indices.last(where: { isTitleLine($0) && endsLikePlan(compact[$0]) }) else {
            return nil
        }
        var start = end
        while start > 0, end - start < 2, continuesTitle(start) { start -= 1 }
        return start..<end + 1
    }

    /// Whether the line before belongs to the same title: the line at hand is no title by itself.
    private func continuesTitle(_ index: Int) -> Bool {
        isTitleLine(index - 1) && compact[index].count < 10 && !EndMatter.isSignature(compact[index - 1])
            && !endsLikePlan(compact[index - 1])
    }

    private func endsLikePlan(_ line: [Unicode.Scalar]) -> Bool {
        var end = line.count
        if let last = line.last, last == "）" || last == ")" {
            end = line.lastIndex { $0 == "（" || $0 == "(" } ?? end
        }
        return Self.planWords.contains { Array(line[..<end]).ends(with: $0) }
    }

    /// 《X》已经…同意，现印发给你们.
    private func quotedTitle() -> Prose? {
        for (index, line) in compact.enumerated() where line.hasAny(["印发给你们", "现印发", "现将", "予以印发", "请认真"]) {
            guard let open = line.first("《"), let close = line.first("》", from: open), close > open + 1 else {
                continue
            }
            return paragraphs[index].compact[open + 1..<close]
        }
        return nil
    }

    /// 关于印发X的通知.
    private func noticeTitle() -> Prose? {
        for (index, line) in compact.enumerated() {
            guard let start = line.first("印发"), let end = line.last("的通知"), end > start + 2 else { continue }
            let inner = paragraphs[index].compact[start + 2..<end]
            let quotes = "《》".unicodeScalars
            let kept = inner.scalars.indices.filter { !quotes.contains(inner.scalars[$0]) }
            return Prose(scalars: kept.map { inner.scalars[$0] }, origins: kept.map { inner.origins[$0] })
        }
        return nil
    }

    /// The title's lines as one, without the spaces that set it.
    private static func title(_ lines: [Prose]) -> Prose {
        var result = Prose()
        for line in lines { result.append(line.withoutSpacesBetweenHan) }
        return result
    }

    // MARK: Issuer and preamble

    private func isProse(_ index: Int) -> Bool {
        let line = compact[index]
        return line.contains("。") || line.contains("，") && line.count > 20
            || (line.count > 24 && !EndMatter.isSignature(line) && line.contains("，"))
    }

    private mutating func readIssuer() {
        let candidates = compact.indices.filter { !used.contains($0) }
        let signature = candidates.first { index in
            EndMatter.isSignature(compact[index]) && index + 1 < compact.count && EndMatter.isDate(compact[index + 1])
        }
        if let signature {
            draft.issuer = paragraphs[signature].compact
        } else if let head = candidates.first(where: { compact[$0].ends(with: "文件") && compact[$0].count > 4 }) {
            let name = paragraphs[head].compact
            draft.issuer = name.upTo(name.count - 2)
        } else if let line = candidates.first(where: { compact[$0].has("关于印发") }),
            let end = compact[line].first("关于印发"), end > 2
        {
            draft.issuer = paragraphs[line].compact.upTo(end)
        } else if let alone = candidates.first(where: { EndMatter.isSignature(compact[$0]) }) {
            draft.issuer = paragraphs[alone].compact
        }
    }
}

extension Prose {
    /// Without white space between two Chinese characters, which only sets the words; that beside figures and signs stays.
    var withoutSpacesBetweenHan: Prose {
        var result = Prose()
        var index = 0
        while index < count {
            var end = index
            while end < count, scalars[end].isBlank { end += 1 }
            let hanBefore = result.scalars.last?.isHan ?? true
            let hanAfter = end < count ? scalars[end].isHan : true
            if end > index, hanBefore, hanAfter { index = end }
            guard index < count else { break }
            let next = max(end, index + 1)
            result.scalars += scalars[index..<next]
            result.origins += origins[index..<next]
            index = next
        }
        return result
    }
}
