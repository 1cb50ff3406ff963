/// Parts a clause that states two things: …实现全覆盖、…全面保障; 达到…标准并建立…机制.
enum ClauseParts {
    private static let complete: [Word] = ["全覆盖", "全部", "全面保障", "应补尽补", "应配尽配"]
    private static let joined: [Word] = ["并建立", "并形成", "并建成", "并实现", "并达到"]

    /// The parts, in order; mostly the clause itself.
    static func split(_ clause: Clause) -> [Clause] {
        if let index = joined.compactMap({ clause.index(of: $0) }).filter({ $0 > 4 }).min() {
            return [clause.part(0..<index), clause.part(index..<clause.scalars.count)]
        }
        for index in clause.scalars.indices where clause.scalars[index] == "、" && !clause.quoted[index] && !clause.bracketed[index] {
            let left = clause.part(0..<index)
            let right = clause.part(index + 1..<clause.scalars.count)
            let both = complete.contains { left.has($0) } && complete.contains { right.has($0) }
            if both { return [left, right] }
        }
        return [clause]
    }
}
