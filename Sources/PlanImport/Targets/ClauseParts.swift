/// Parts a clause that states two things: …实现全覆盖、…全面保障; 达到…标准并建立…机制.
enum ClauseParts {
    private static let complete: [Word] = ["全覆盖", "全部", "全面保障", "应补尽补", "应配尽配", "覆盖全体"]
    private static let joined: [Word] = ["并建立", "并形成", "并建成", "并实现", "并达到"]

    /// The parts, in order; mostly the clause itself.
    static func split(_ clause: Clause) -> [Clause] {
        if let index = joined.compactMap({ clause.index(of: $0) }).filter({ $0 > 4 }).min() {
            return [clause.part(0..<index), clause.part(index..<clause.scalars.count)]
        }
        return atCommas(clause)
    }

    private static func atCommas(_ clause: Clause) -> [Clause] {
        var parts: [Clause] = []
        var start = 0
        for index in clause.scalars.indices
        where clause.scalars[index] == "、" && !clause.quoted[index] && !clause.bracketed[index] {
            let left = clause.part(start..<index)
            let right = clause.part(index + 1..<clause.scalars.count)
            guard complete.contains(where: { left.has($0) }), complete.contains(where: { right.has($0) }) else {
                continue
            }
            parts.append(left)
            start = index + 1
        }
        return start == 0 ? [clause] : parts + [clause.part(start..<clause.scalars.count)]
    }
}
