/// What an evaluation says about an indicator.
public enum Verdict: String, Sendable, CaseIterable {
    /// The target is met: 提前实现 before its year, 完成 from then on.
    case achieved
    /// 超额完成: better than the target in its year or later.
    case exceeded
    /// 快于预期.
    case ahead
    /// 基本符合预期.
    case onTrack
    /// 相对滞后.
    case behind
    /// 背离目标: further from the target than at the baseline; counts as 相对滞后 in totals.
    case regressing
    /// 保持达标: a target that was met at the baseline still is.
    case held
    /// 跌破目标: a target that was met at the baseline no longer is.
    case broken
    /// 未完成: the target's year is over and it is not met.
    case missed
    /// 暂无数据.
    case noData
}

/// The plain state of a task or project, from the latest progress note.
public enum WorkState: String, Sendable, CaseIterable {
    /// 未启动.
    case notStarted
    /// 正常推进.
    case inProgress
    /// 进展缓慢.
    case slow
    /// 已完成.
    case completed
    /// 暂无数据: nobody reported.
    case noData
}
