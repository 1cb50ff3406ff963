import PlanModel

/// Finds words that a person should look at: commitments that may be there, or that may be two.
enum DoubtRules {
    private static let hints: [Word] = [
        "不低于", "不少于", "不超过", "不高于", "实行", "举办为", "普遍", "全体", "力争", "争创", "争取", "标准化率", "达标",
    ]

    /// Whether a clause without a target may state one.
    static func mayCommit(_ clause: Clause, dated: Bool) -> Bool {
        if dated, clause.scalars.count > 8 { return true }
        if isOneForEach(clause) { return true }
        return clause.first(of: hints) != nil && clause.scalars.count > 6
    }

    /// “一校一案” and the like.
    private static func isOneForEach(_ clause: Clause) -> Bool {
        guard let first = clause.scalars.first("“一") else { return false }
        let inner = clause.scalars[(first + 1)...].prefix { $0 != "”" }
        return inner.count <= 10 && inner.count { $0 == "一" } == 2
    }

    /// Whether a commitment without a number names two things: 无线网络及录播室全覆盖.
    static func mayBeTwo(_ clause: Clause, _ targets: [DraftTarget]) -> Bool {
        guard targets.count == 1, targets[0].value == nil, targets[0].lower == nil else { return false }
        guard targets[0].kind == .complete || targets[0].kind == .direction else { return false }
        let subject = Array(targets[0].subject.unicodeScalars)
        return subject.contains { "及和、".unicodeScalars.contains($0) }
    }
}
