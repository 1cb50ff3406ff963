import PlanModel

/// Tells from its title what a chapter holds.
enum ChapterKinds {
    private static let tasks: [Word] = ["任务", "举措", "工程", "行动", "重点工作", "工作内容", "建设内容"]
    private static let overview: [Word] = [
        "总体", "指导思想", "发展基础", "形势", "背景", "现状", "回顾", "目标", "思路", "原则", "环境", "总则", "基础与", "基本情况", "成效",
    ]
    private static let safeguards: [Word] = [
        "保障", "组织实施", "组织领导", "实施机制", "规划实施", "附则", "工作要求", "有关要求", "强化实施", "推进实施",
    ]

    /// The kind that a title speaks for.
    static func kind(of title: [Unicode.Scalar]) -> Plan.ChapterKind {
        if title.hasAny(safeguards) { return .safeguards }
        if title.begins(with: "总体") || title.ends(with: "目标") || title.ends(with: "思路") { return .overview }
        if title.hasAny(tasks) { return .tasks }
        return title.hasAny(overview) ? .overview : .tasks
    }
}
