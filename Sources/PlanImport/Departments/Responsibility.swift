/// Reads who is responsible, in the patterns of official texts:
/// `〔A（B）牵头，C、D配合〕`, `（A牵头）`, `责任单位：A、B`, `A、B按职责分工负责`.
enum Responsibility {
    /// What a department does.
    private enum Role {
        case lead
        case support
        /// 责任单位: the first leads.
        case responsible
    }

    private static let prefixes: [(Word, Role)] = [
        ("牵头单位", .lead), ("牵头部门", .lead), ("主责单位", .lead), ("主责部门", .lead), ("责任单位", .responsible),
        ("责任部门", .responsible),
        ("负责单位", .responsible), ("配合单位", .support), ("配合部门", .support), ("参与单位", .support), ("参与部门", .support),
        ("协办单位", .support), ("协同单位", .support), ("参加单位", .support),
    ]
    private static let suffixes: [(Word, Role)] = [
        ("按照职责分工负责", .lead), ("按职责分工负责", .lead), ("按职责分工落实", .lead), ("按分工负责", .lead), ("分工负责", .lead),
        ("分别负责", .lead), ("共同负责", .lead), ("牵头负责", .lead), ("牵头落实", .lead), ("负责牵头", .lead), ("牵头", .lead),
        ("负责落实", .lead),
        ("负责", .lead), ("配合落实", .support), ("配合", .support), ("参与", .support), ("参加", .support), ("协助", .support),
        ("协同", .support),
    ]

    /// Whether a line, compact, is a clause of its own: 责任单位：….
    static func startsClause(_ head: [Unicode.Scalar]) -> Bool {
        let opened = head.first.map { $0.opensBracket } == true ? 1 : 0
        guard let prefix = prefixes.first(where: { head.has($0.0, at: opened) }) else { return false }
        let after = opened + prefix.0.scalars.count
        return after < head.count && (head[after] == "：" || head[after] == ":")
    }

    /// Takes the clauses that name departments out of a task's paragraphs.
    static func extract(from paragraphs: [Prose]) -> (text: [Prose], duties: Duties) {
        var duties = Duties()
        var text: [Prose] = []
        for paragraph in paragraphs {
            var rest = paragraph
            while let found = trailingClause(rest) {
                add(parse(found.inner), whole: found.whole, to: &duties)
                rest = found.rest
            }
            if !rest.isEmpty { text.append(rest) }
        }
        return (text, duties)
    }

    /// Reads a cell of a table that lists departments.
    static func names(in cell: Prose) -> [Prose] { split(cell.withoutSpacesBetweenHan) }

    private static func add(_ found: Duties, whole: Prose, to duties: inout Duties) {
        duties.lead += found.lead.filter { name in !duties.lead.contains { $0.text == name.text } }
        duties.support += found.support.filter { name in !duties.support.contains { $0.text == name.text } }
        duties.sources.append(whole)
    }

    // MARK: Finding the clause

    private typealias Clause = (rest: Prose, inner: Prose, whole: Prose)

    private static func trailingClause(_ paragraph: Prose) -> Clause? {
        guard !paragraph.isEmpty else { return nil }
        let head = paragraph.upTo(16).compact.scalars
        let opens = head.first.map { $0.opensBracket } ?? false
        if !opens, startsClause(head) { return (Prose(), paragraph, paragraph) }
        return bracketed(paragraph) ?? sentence(paragraph)
    }

    private static func bracketed(_ paragraph: Prose) -> Clause? {
        var end = paragraph.count
        while end > 0, paragraph.scalars[end - 1].isBlank || "。；".unicodeScalars.contains(paragraph.scalars[end - 1]) {
            end -= 1
        }
        let closers = "）)〕］]】".unicodeScalars
        guard end > 0, closers.contains(paragraph.scalars[end - 1]) else { return nil }
        var depth = 0
        var start = end
        let openers = "（(〔［[【".unicodeScalars
        while start > 0, end - start < 400 {
            start -= 1
            if closers.contains(paragraph.scalars[start]) { depth += 1 }
            if openers.contains(paragraph.scalars[start]) { depth -= 1 }
            if depth == 0 { break }
        }
        let inner = paragraph[start + 1..<max(start + 1, end - 1)]
        guard depth == 0, namesDuty(inner.compact.scalars) else { return nil }
        return (paragraph.upTo(start).trimmed, inner, paragraph.from(start))
    }

    private static func namesDuty(_ inner: [Unicode.Scalar]) -> Bool {
        if startsClause(inner) { return true }
        guard inner.count <= 300 else { return false }
        var end = inner.count
        while end > 0, "。；".unicodeScalars.contains(inner[end - 1]) { end -= 1 }
        let words = Array(inner[..<end])
        return suffixes.contains { words.ends(with: $0.0) && words.count > $0.0.scalars.count } && !words.contains("。")
    }

    /// 。责任单位：A、B。 or 。A、B按职责分工负责。 at the end of a paragraph.
    private static func sentence(_ paragraph: Prose) -> Clause? {
        var end = paragraph.count
        while end > 0, paragraph.scalars[end - 1].isBlank || paragraph.scalars[end - 1] == "。" { end -= 1 }
        guard let stop = paragraph.scalars[..<end].lastIndex(of: "。") else { return nil }
        let last = paragraph.from(stop + 1).trimmed
        let words = last.withoutFinalStop.compact.scalars
        let divided: [Word] = ["按职责分工负责", "按照职责分工负责"]
        guard startsClause(words) || divided.contains(where: { words.ends(with: $0) }) else { return nil }
        return (paragraph.upTo(stop + 1), last.withoutFinalStop, last)
    }

    // MARK: Reading the clause

    private static func parse(_ clause: Prose) -> Duties {
        var result: [(Prose, Role)] = []
        var pending: [Prose] = []
        var running: Role?
        for part in pieces(clause.withoutSpacesBetweenHan, at: "，,；;。") {
            var (words, role) = stripPrefix(part)
            if let role { running = role }
            let (inner, suffix) = stripSuffix(words)
            words = inner
            if let ending = suffix {
                result += pending.map { ($0, ending) }
                pending = []
                role = ending
                running = nil
            }
            let names = split(words)
            if let known = role ?? running {
                result += names.map { ($0, known) }
            } else {
                pending += names
            }
        }
        result += pending.map { ($0, .support) }
        return duties(result)
    }

    private static func duties(_ named: [(Prose, Role)]) -> Duties {
        var duties = Duties()
        let hasLead = named.contains { $0.1 == .lead }
        for (name, role) in named where !name.isEmpty {
            let leads = role == .lead || (role == .responsible && !hasLead && duties.lead.isEmpty)
            if leads { duties.lead.append(name) } else { duties.support.append(name) }
        }
        return duties
    }

    private static func stripPrefix(_ part: Prose) -> (Prose, Role?) {
        for (word, role) in prefixes where part.scalars.begins(with: word) {
            var start = word.scalars.count
            while start < part.count,
                part.scalars[start] == "：" || part.scalars[start] == ":" || part.scalars[start].isBlank
            { start += 1 }
            return (part.from(start), role)
        }
        return (part, nil)
    }

    private static func stripSuffix(_ part: Prose) -> (Prose, Role?) {
        for (word, role) in suffixes where part.scalars.ends(with: word) && part.count > word.scalars.count {
            return (part.upTo(part.count - word.scalars.count).trimmed, role)
        }
        return (part, nil)
    }

    private static let fillers: [Word] = ["等有关部门", "等相关部门", "等部门", "等单位", "等部门和单位", "等"]
    private static let organizationEnds: Set<Unicode.Scalar> = [
        "局", "委", "办", "厅", "部", "会", "院", "所", "府", "联", "室", "）",
    ]
    private static let organizationStarts: Set<Unicode.Scalar> = ["市", "省", "县", "区", "各", "团", "国"]

    /// The names of a list, without 等部门.
    private static func split(_ list: Prose) -> [Prose] {
        pieces(list, at: "、，,；;\n/").flatMap(splitAtAnd).map { name in
            let filler = fillers.first { name.scalars.ends(with: $0) && name.count > $0.scalars.count }
            return name.upTo(name.count - (filler?.scalars.count ?? 0)).trimmed
        }.filter { !$0.isEmpty }
    }

    /// 市财政局及各区市政府 are two, 市文化和旅游局 is one: both sides must look like a body.
    private static func splitAtAnd(_ name: Prose) -> [Prose] {
        for index in name.scalars.indices.dropFirst().dropLast() {
            let isAnd = "和及与".unicodeScalars.contains(name.scalars[index])
            let isJoint = name.scalars.has("会同", at: index) || name.scalars.has("联合", at: index)
            let after = index + (isJoint ? 2 : 1)
            guard isAnd || isJoint, after < name.count, organizationEnds.contains(name.scalars[index - 1]),
                organizationStarts.contains(name.scalars[after])
            else { continue }
            return [name.upTo(index).trimmed] + splitAtAnd(name.from(after).trimmed)
        }
        return [name]
    }

    /// Parts of a prose between signs outside brackets.
    private static func pieces(_ prose: Prose, at signs: String) -> [Prose] {
        let signs = Set(signs.unicodeScalars)
        var result: [Prose] = []
        var depth = 0
        var start = 0
        for (index, scalar) in prose.scalars.enumerated() {
            if scalar.opensBracket { depth += 1 }
            if "）)〕］]】》”".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if depth == 0, signs.contains(scalar) {
                result.append(prose[start..<index].trimmed)
                start = index + 1
            }
        }
        result.append(prose.from(start).trimmed)
        return result.filter { !$0.isEmpty }
    }
}
