import PlanModel

// The words that the command line and the page have in common.

extension Provenance.Kind {
    /// The word for the kind.
    public var chinese: String {
        switch self {
        case .indicator: "指标"
        case .target: "承诺事项"
        case .measure: "监测数据"
        case .task: "任务"
        case .section: "章节"
        case .project: "重点项目"
        case .goal: "项目目标"
        case .summary: "汇总数"
        }
    }
}

extension Provenance.Sentence {
    /// 第53行 or 第94—97行.
    var lines: String { citation(Anchor(lines: firstLine...lastLine, digest: "")) }
}

extension Provenance.Cell {
    /// The figure with its unit, such as 超过95%; 暂无数据 where it is missing.
    public var figure: String { value == nil ? shown : shown + UnitWording(unit: unit).suffix }

    /// 自评 or 验证.
    public var stageLabel: String { stage == Observation.Stage.verified.rawValue ? "验证" : "自评" }

    /// Whether the figure counts, or why there is none.
    public var use: String { value == nil ? reason ?? "未说明原因" : counts ? "采用" : "不采用" }

    /// Verified minus reported in words, where both are there.
    public var comparison: String? {
        difference.map { "验证减自评 " + $0.withMinusSign + UnitWording(unit: unit).differenceUnit }
    }
}
