import PlanModel

/// The words around a name in its sentence: whether the sentence states the plan's own figure, and of which year.
struct FigureSentence {
    /// What stands before the name, back to the start of the sentence.
    let before: Substring
    /// The names of areas; those of the plan's own area are `own`.
    let areas: [String]
    let own: [String]

    /// Whether what follows is about the figure of the plan's area as it is: not about a district, the country, what was
    /// reported before verification, or what is yet to be.
    var statesFigure: Bool {
        !Self.otherSubjects.contains(where: before.contains) && !areas.contains(where: before.contains)
            && !isAimed && isPlain(clause)
    }

    /// The year named last before the name; nil where it is where something began.
    var year: Int? {
        guard let last = years.last, !Self.beginnings.contains(last.before),
            !Self.since.contains(where: last.after.hasPrefix)
        else { return nil }
        return last.year
    }

    // MARK: Words

    /// 到2025年 is said of what is planned.
    private var isAimed: Bool {
        Self.aims.contains(where: before.contains) || years.contains { $0.before == "到" }
    }

    /// What stands between the last comma and the name.
    private var clause: Substring {
        let start = before.lastIndex { "，、：（".contains($0) }.map { before.index(after: $0) } ?? before.startIndex
        return before[start...]
    }

    /// Whether the words of a clause leave the name as it is: 女童 before it would make it another figure.
    private func isPlain(_ clause: Substring) -> Bool {
        var cursor = TextCursor(clause)
        while !cursor.rest.isEmpty {
            guard cursor.year() != nil || cursor.take(own + Self.plainWords) != nil else { return false }
        }
        return true
    }

    private var years: [(before: Character, year: Int, after: Substring)] {
        before.indices.compactMap { index in
            var cursor = TextCursor(before[index...])
            let previous = index == before.startIndex ? " " : before[before.index(before: index)]
            guard !(previous.isASCII && previous.isNumber), let year = cursor.year() else { return nil }
            return (previous, year, cursor.rest)
        }
    }

    private static let otherSubjects = ["全国", "全省", "山东", "自评", "上报", "如果", "若"]
    private static let aims = ["力争", "确保", "争取", "预计", "预期", "计划", "目标", "规划要求", "规划提出", "规划确定", "将", "拟", "有望", "应达"]
    private static let beginnings: Set<Character> = ["与", "同", "比", "较", "自", "从", "到"]
    private static let since = ["以来", "至今", "起", "开始"]
    private static let plainWords = [
        "全市", "本市", "我市", "其中", "同时", "目前", "截至", "截止", "一是", "二是", "三是", "四是", "五是", "六是", "一年来", "五年来", "本段为示例文字",
        "并且", "且", "而", "但",
    ]
}
