import PlanModel

/// Reads commitments that state no number: everything, nothing left, never down, done by a date, a direction.
enum WordRules {
    /// The commitment of a clause; nil when its words state none.
    ///
    /// `hasDeadline` tells whether the sentence names a date before or in the clause, `kind` what the commitment before it
    /// in the same sentence was.
    static func target(in clause: Clause, hasDeadline: Bool, after kind: Target.Kind?) -> DraftTarget? {
        let rule =
            zero(clause) ?? never(clause) ?? complete(clause, hasDeadline: hasDeadline, after: kind)
            ?? direction(clause, hasDeadline: hasDeadline) ?? yearly(clause)
            ?? milestone(clause, hasDeadline: hasDeadline, after: kind)
        guard var target = rule else { return nil }
        target.isWeak = clause.first(of: TargetWords.weak) != nil
        target.holds = clause.has("保持")
        return target
    }

    private static func make(_ kind: Target.Kind, _ clause: Clause, _ direction: Target.Direction? = nil) -> DraftTarget
    {
        DraftTarget(kind: kind, subject: SubjectReader.subject(of: clause), direction: direction, prose: Prose())
    }

    // MARK: Nothing left, never down

    private static func zero(_ clause: Clause) -> DraftTarget? {
        let words: [Word] = ["清零", "归零", "零发生", "零事故", "零增长", "全面消除", "基本消除"]
        guard clause.scalars.hasAny(words) else { return nil }
        return make(.zero, clause)
    }

    private static func never(_ clause: Clause) -> DraftTarget? {
        if clause.scalars.has("只增不减") {
            var target = make(.nonDecreasing, clause)
            target.recurrence = clause.has("逐年") || clause.has("每年") ? .year : nil
            return target
        }
        if clause.first(of: ["不再新增", "不再审批", "不再新建", "不再扩大", "不再增加", "只减不增"]) != nil {
            return make(.nonDecreasing, clause, .down)
        }
        guard let yearly = clause.index(of: "逐年") else { return nil }
        let after = clause.scalars[(yearly + 2)...].prefix(4)
        let up = after.hasAny(["提升", "提高", "增长", "增加", "上升", "扩大"])
        guard up || after.hasAny(["下降", "降低", "减少", "压减"]) else { return nil }
        var target = make(.nonDecreasing, clause, up ? .up : .down)
        target.recurrence = .year
        return target
    }

    // MARK: Everything

    private static let everything: [Word] = [
        "全覆盖", "全部", "配齐配足", "配足配齐", "开齐开足",
        "开足开齐", "全面保障", "覆盖全体", "全员培训", "全员轮训", "配备齐全", "需达到", "须达到", "均达到", "均实现", "全员覆盖", "全域覆盖", "全面覆盖",
    ]
    private static let all: [Word] = ["所有", "均", "全体", "每所", "每个", "各级各类", "都"]
    private static let reached: [Word] = [
        "达到", "实现", "具备", "达标", "建成", "完成", "符合", "配备", "设立", "建立", "纳入", "落实", "开设", "安装", "享受",
    ]

    private static func complete(_ clause: Clause, hasDeadline: Bool, after kind: Target.Kind?) -> DraftTarget? {
        let isComplete =
            clause.first(of: everything) != nil || staffed(clause) || reachedByAll(clause)
            || reachedInFull(clause) || oneForEach(clause, hasDeadline: hasDeadline) || goesOn(clause, after: kind)
            || wherePossible(clause) || inPrinciple(clause) || coversAll(clause) || everyTask(clause)
        return isComplete ? make(.complete, clause) : nil
    }

    /// 配齐管理和教科研人员; not 逐步配齐.
    private static func staffed(_ clause: Clause) -> Bool {
        guard let index = clause.index(of: "配齐") else { return false }
        return !clause.scalars[..<index].suffix(3).has("逐步") && !clause.has("等") && index < 6
    }

    /// 所有…均达到….
    private static func reachedByAll(_ clause: Clause) -> Bool {
        guard let start = clause.first(of: all) else { return false }
        if start.word == "均", isPartOfWord(clause, start.index) { return false }
        return reached.contains { word in
            clause.index(of: word, from: start.index + 1).map { $0 > start.index } ?? false
        }
            || start.word == "所有" && clause.first(of: ["实现", "确保"]).map { $0.index < start.index } ?? false
    }

    private static func isPartOfWord(_ clause: Clause, _ index: Int) -> Bool {
        let around = clause.scalars[max(0, index - 1)..<min(clause.scalars.count, index + 2)]
        return around.hasAny(["平均", "均衡", "人均", "生均", "年均", "均等", "日均", "户均"])
    }

    /// X全面实现持证上岗: somebody reaches something in full; 全面实现教育现代化 is a milestone.
    private static func reachedInFull(_ clause: Clause) -> Bool {
        if let index = clause.index(of: "全面实现"), index >= 4, index + 5 < clause.scalars.count,
            !clause.scalars[..<index].has("年")
        {
            return true
        }
        guard let index = clause.index(of: "实现"), index <= 1, let full = clause.index(of: "全面") else { return false }
        return full > index + 2 && !clause.scalars[full...].hasAny(["提升", "提高", "建成", "发展", "增强", "改善", "融合"])
    }

    /// “一校一品”: one for each, as a dated commitment.
    private static func oneForEach(_ clause: Clause, hasDeadline: Bool) -> Bool {
        guard hasDeadline, let first = clause.scalars.first("“一") else { return false }
        let inner = clause.scalars[(first + 1)...].prefix { $0 != "”" }
        return inner.count <= 10 && inner.count { $0 == "一" } == 2
    }

    /// 实现所有学校饮用水安全达标，具备热水供应条件: what follows holds for all as well.
    private static func goesOn(_ clause: Clause, after kind: Target.Kind?) -> Bool {
        kind == .complete && clause.scalars.begins(with: "具备")
    }

    /// 应救尽救, 应归尽归: whatever can be done is done.
    private static func wherePossible(_ clause: Clause) -> Bool {
        let words = clause.scalars
        return words.indices.contains { index in
            words[index] == "应" && index + 3 < words.count && words[index + 2] == "尽"
                && words[index + 1] == words[index + 3]
        }
    }

    /// 原则上应进行城乡交流.
    private static func inPrinciple(_ clause: Clause) -> Bool { clause.has("原则上应") || clause.has("原则上要") }

    /// 覆盖…所有学段.
    private static func coversAll(_ clause: Clause) -> Bool {
        guard let covers = clause.index(of: "覆盖") else { return false }
        return clause.index(of: "所有", from: covers) != nil
    }

    /// 达成…各项目标任务.
    private static func everyTask(_ clause: Clause) -> Bool {
        clause.has("各项目标任务") && clause.first(of: ["达成", "完成", "实现"]) != nil
    }

    // MARK: Directions

    /// What has an amount.
    private static let amounts: [Word] = [
        "率", "比例", "占比", "比重", "满意度", "投入", "经费", "规模", "数量", "课时", "覆盖面", "总量", "人数", "入选数量", "标准化率", "总量和时长", "时长",
    ]
    /// What has an amount only where a date is set.
    private static let softAmounts: [Word] = ["水平", "效益", "可及性", "获得感", "公信力"]
    private static let verbAmounts: [Word] = [
        "率", "比例", "占比", "比重", "投入", "经费", "规模", "数量", "课时", "总量和时长", "范围", "覆盖面", "总量", "保障水平", "待遇水平", "收入水平", "时长",
        "人数",
    ]
    private static let degrees: [Word] = ["进一步", "明显", "显著", "逐步", "不断", "持续", "稳步", "大幅", "大幅度", "有效", "稳定", "全面"]
    private static let verbs: [(Word, Target.Direction)] = [
        ("提高", .up), ("提升", .up), ("扩大", .up), ("增加", .up), ("加强", .up), ("加大", .up), ("增强", .up), ("增长", .up),
        ("上升", .up),
        ("控制", .down), ("压减", .down), ("降低", .down), ("减少", .down), ("下降", .down), ("缩小", .down), ("压缩", .down),
    ]

    private static func direction(_ clause: Clause, hasDeadline: Bool) -> DraftTarget? {
        if let step = stepByStep(clause) { return step }
        if let moving = moving(clause, hasDeadline: hasDeadline) { return moving }
        if let object = object(clause) { return object }
        if clause.has("占合理") || clause.has("合理的比例") { return make(.direction, clause) }
        if let hold = clause.index(of: "保持"), clause.scalars[hold...].hasAny(["大体相当", "基本相当", "总体稳定", "基本稳定", "相对稳定"]) {
            return make(.direction, clause)
        }
        return nil
    }

    /// 逐步增加体育课时, 逐步将艺术科目纳入中考.
    private static func stepByStep(_ clause: Clause) -> DraftTarget? {
        guard let index = clause.index(of: "逐步"), !hasAmountBefore(clause, index) else { return nil }
        let after = clause.scalars[(index + 2)...]
        if let verb = verbs.first(where: { after.begins(with: $0.0) }) { return make(.direction, clause, verb.1) }
        if after.begins(with: "将"), after.has("纳入") { return make(.direction, clause) }
        return after.begins(with: "配齐") || after.begins(with: "纳入") ? make(.direction, clause) : nil
    }

    private static func hasAmountBefore(_ clause: Clause, _ index: Int) -> Bool {
        amounts.contains { clause.scalars.has($0, at: index - $0.scalars.count) }
    }

    /// 比例逐步提高, 满意度进一步增强.
    private static func moving(_ clause: Clause, hasDeadline: Bool) -> DraftTarget? {
        let words = clause.scalars[...]
        for (verb, direction) in verbs {
            guard let index = clause.index(of: verb), index > 2 else { continue }
            var start = index
            if let degree = degrees.first(where: { words.has($0, at: index - $0.scalars.count) }) {
                start -= degree.scalars.count
            }
            let firm = amounts.contains { words.has($0, at: start - $0.scalars.count) }
            let soft =
                hasDeadline && start < index && !hasBroadDegree(clause, start)
                && softAmounts.contains { words.has($0, at: start - $0.scalars.count) }
            guard firm || soft,
                index + verb.scalars.count + 1 >= clause.scalars.count
                    || !words[(index + 2)...].prefix(1).allSatisfy(\.isHan)
            else { continue }
            return make(.direction, clause, direction)
        }
        return nil
    }

    private static func hasBroadDegree(_ clause: Clause, _ start: Int) -> Bool { clause.scalars.has("全面", at: start) }

    /// 提升…比例, 控制…比重: the clause ends with an amount, and its verb stands at the beginning.
    private static func object(_ clause: Clause) -> DraftTarget? {
        var end = clause.scalars.count
        while end > 0, "，。；,;、".unicodeScalars.contains(clause.scalars[end - 1]) { end -= 1 }
        let words = clause.scalars[..<end]
        guard verbAmounts.contains(where: { words.ends(with: $0) }) else { return nil }
        for (verb, direction) in verbs {
            guard let index = words.last(verb), !clause.quoted[index], index + verb.scalars.count < end else {
                continue
            }
            let opens = index <= 4 || degrees.contains { words.has($0, at: index - $0.scalars.count) }
            guard opens, !words[index...].contains("的") else { continue }
            return make(.direction, clause, direction)
        }
        return nil
    }

    // MARK: Milestones

    /// 每年举办…: something done each year, without a number.
    private static func yearly(_ clause: Clause) -> DraftTarget? {
        guard let found = TargetWords.yearly.first(where: { clause.has($0.0) }), found.0 == "每年" || found.0 == "每学年",
            let index = clause.index(of: found.0), !clause.has("左右")
        else { return nil }
        let after = clause.scalars[(index + found.0.scalars.count)...]
        guard after.count > 4, TargetWords.doing.contains(where: { after.prefix(12).has($0) }) else { return nil }
        var target = make(.milestone, clause)
        target.recurrence = found.1
        return target
    }

    private static let done: [Word] = [
        "建成", "基本完成", "全面完成", "完成", "基本建立", "全面建立", "普遍建立", "建立", "基本形成", "形成", "基本实现", "全面实现", "实现", "普遍达到", "达到",
        "不低于",
        "基本建成", "全面建成", "建设成为", "打造成", "投入使用", "建成投用", "启用", "通过验收", "出台",
    ]

    private static func milestone(_ clause: Clause, hasDeadline: Bool, after kind: Target.Kind?) -> DraftTarget? {
        // 设施配备齐全，达到省定标准: the second clause says how well, it is no second commitment.
        if kind == .complete || kind == .milestone, clause.scalars.begins(with: "达到") { return nil }
        if !hasDeadline {
            let firm = clause.first(of: ["全面建成", "逐步建成", "基本建成", "如期建成"])
            return firm.map { $0.index <= 8 } == true ? make(.milestone, clause) : nil
        }
        guard let found = clause.first(of: done), !clause.scalars.begins(with: "为") else { return nil }
        if clause.scalars.count - found.index <= found.word.scalars.count, found.index < 4 { return nil }
        return make(.milestone, clause)
    }
}
