/// Finds what a commitment is about, in the plan's words.
enum SubjectReader {
    private static let openings: [Word] = [
        "确保", "推动", "实现", "力争", "争取", "争创", "鼓励", "支持", "保证", "努力", "全面", "基本", "使", "让", "并", "其中", "要", "应", "进一步",
        "建设", "培育", "培养",
        "打造", "新建", "组建", "创建", "完成", "适时", "通过",
    ]
    private static let endings: [Word] = [
        "不低于", "不少于", "不超过", "不高于", "至少", "达到", "保持在", "控制在", "稳定在", "提高到", "提升到", "下降到", "降至", "降到", "扩容到", "原则上", "应",
        "每年", "分别",
        "逐步", "提高", "提升", "下降", "增长", "年均", "达", "在", "超过", "要", "实现", "到", "为", "各", "确保",
    ]

    /// The subject of a number: the words before it, or after it where it counts things.
    static func subject(of quantity: Quantity, in clause: Clause) -> String {
        let deadlineEnd =
            Deadlines.found(in: clause.scalars[..<quantity.range.lowerBound], issued: nil).last?.range.upperBound ?? 0
        let before = strip(Array(clause.scalars[deadlineEnd..<quantity.range.lowerBound]))
        if quantity.unit == "%" || quantity.unit == nil {
            let after = tail(quantity, in: clause)
            return before.count >= 2 ? String(scalars: before) : String(scalars: before + after)
        }
        let after = tail(quantity, in: clause)
        return String(scalars: after.count >= 2 ? after : (before.isEmpty ? after : before))
    }

    /// The subject of a commitment without a number: the clause without date and opening verbs.
    static func subject(of clause: Clause) -> String {
        let deadlineEnd =
            Deadlines.found(in: clause.scalars[...], issued: nil).first { $0.range.lowerBound <= 1 }?.range.upperBound
            ?? 0
        return String(scalars: strip(Array(clause.scalars[deadlineEnd...])))
    }

    private static func tail(_ quantity: Quantity, in clause: Clause) -> [Unicode.Scalar] {
        var rest = clause.scalars[quantity.range.upperBound...]
        for word in ["以上", "以下", "以内", "左右", "的"] as [Word] where rest.begins(with: word) {
            rest = rest.dropFirst(word.scalars.count)
        }
        let signs = "，。；,;、".unicodeScalars
        return Array(rest.prefix { !signs.contains($0) && !$0.isDigit })
    }

    private static func strip(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var words = words[...]
        let signs = "，。；,;、：".unicodeScalars
        var changed = true
        while changed {
            changed = false
            while let first = words.first, signs.contains(first) { words.removeFirst() }
            while let last = words.last, signs.contains(last) { words.removeLast() }
            if let word = openings.first(where: { words.begins(with: $0) }), words.count > word.scalars.count + 1 {
                words = words.dropFirst(word.scalars.count)
                changed = true
            }
            if let word = endings.first(where: { words.ends(with: $0) }), words.count > word.scalars.count {
                words = words.dropLast(word.scalars.count)
                changed = true
            }
        }
        return Array(words)
    }
}
