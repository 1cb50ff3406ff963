/// What a column of a table holds, read from its head.
enum ColumnRole: Hashable, Sendable {
    case number
    case category
    case name
    case content
    case goal
    case deadline
    case lead
    case responsible
    case support
    case unit
    case nature
    case value(year: Int?, Period)
    case growth
    case remark

    /// Which value of an indicator a column holds, where its head names no year.
    enum Period: Hashable, Sendable {
        case dated
        case baseline
        case target
    }

    private static let words: [(ColumnRole, [Word])] = [
        (.number, ["序号", "编号"]),
        (.unit, ["单位", "计量单位", "指标单位", "数据单位"]),
        (.nature, ["指标属性", "属性", "指标性质", "性质", "指标类型", "类型"]),
        (.category, ["类别", "领域", "分类", "指标类别", "项目类别", "任务类别", "工程类别", "一级指标", "类型名称"]),
        (.remark, ["备注", "说明"]),
    ]

    private static let leadWords: [Word] = ["牵头", "主责", "主管部门", "负责单位", "负责部门", "实施单位", "实施主体"]
    private static let responsibleWords: [Word] = ["责任单位", "责任部门", "责任主体", "承担单位"]
    private static let supportWords: [Word] = ["参与", "配合", "协办", "协同", "参加单位", "支持单位", "协助"]
    private static let goalWords: [Word] = [
        "工作目标", "预期目标", "目标任务", "建设目标", "年度目标", "目标要求", "预期成效", "完成目标", "工作成效", "预期成果",
    ]
    private static let contentWords: [Word] = [
        "主要内容", "主要任务", "建设内容", "工作内容", "重点内容", "工作任务", "具体内容", "任务内容", "主要举措", "工作措施",
        "工作举措", "主要措施", "具体任务", "建设任务", "建设规模", "重点举措", "具体举措", "重点任务", "任务举措",
    ]
    private static let nameWords: [Word] = [
        "项目名称", "事项名称", "工程名称", "任务名称", "名称", "重点工程", "重点项目", "重点事项", "事项", "项目", "工程", "主要指标", "二级指标", "指标",
        "重点工作", "任务",
    ]
    private static let deadlineWords: [Word] = ["时限", "完成时间", "建设期限", "建设年限", "起止年限", "时间节点", "时间安排", "完成期限"]

    /// The role of a column with this head, compact; nil when no rule knows it.
    static func of(_ head: [Unicode.Scalar]) -> ColumnRole? {
        guard !head.isEmpty, head.count <= 24 else { return nil }
        let plain = Word(head.filter { !"（）()".unicodeScalars.contains($0) })
        if let exact = words.first(where: { $0.1.contains(plain) }) { return exact.0 }
        if let value = valueRole(head) { return value }
        if head.hasAny(deadlineWords) { return .deadline }
        if head.has("责任人") || head.has("联系人") || head.has("领导") { return .remark }
        if head.hasAny(leadWords) { return .lead }
        if head.hasAny(supportWords) { return .support }
        if head.hasAny(responsibleWords) { return .responsible }
        if head.hasAny(goalWords) || head == Word("目标").scalars { return .goal }
        if head.hasAny(contentWords) { return .content }
        if head.hasAny(nameWords) { return .name }
        return nil
    }

    /// Whether a cell looks like the head of a column.
    static func isKnown(_ head: [Unicode.Scalar]) -> Bool { of(head) != nil }

    private static let growthWords: [Word] = ["年均增", "年均增速", "累计", "增幅", "增速", "变化"]

    private static func valueRole(_ head: [Unicode.Scalar]) -> ColumnRole? {
        if head.hasAny(growthWords) { return .growth }
        if let year = Years.first(in: head) { return .value(year: year, .dated) }
        if head.hasAny(["基期", "基准", "现状", "基础值", "起始值"]) { return .value(year: nil, .baseline) }
        if head.hasAny(["目标值", "规划值", "期末值", "预期值"]) { return .value(year: nil, .target) }
        return nil
    }
}
