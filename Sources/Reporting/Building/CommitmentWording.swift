import Foundation
import PlanModel

/// How a target's demand is put in a few words: ≥93%, 5—8所, 每年下降≥1个百分点, 全覆盖.
struct CommitmentWording {
    let target: Target

    /// The kind in one word.
    var kindLabel: String {
        switch target.kind {
        case .atLeast: "不低于"
        case .atMost: "不高于"
        case .about: "左右"
        case .range: "区间"
        case .complete: "全覆盖"
        case .zero: "清零"
        case .nonDecreasing: target.direction == .down ? "不再新增" : "只增不减"
        case .yearlyChange: "逐年变化"
        case .yearlyAmount: "年度任务"
        case .growthRate: "年均增长"
        case .milestone: "按期完成"
        case .direction: "方向性要求"
        }
    }

    /// The demand with its figure.
    var value: String {
        let every = target.recurrence.map { $0 == .year ? "每年" : "每学年" } ?? ""
        return switch target.kind {
        case .atLeast: every + "≥" + figure
        case .atMost: every + "≤" + figure
        case .about: every + "约" + figure
        case .range: every + (bounds ?? figure)
        case .yearlyChange: "每年" + (target.direction == .down ? "下降" : "提高") + "≥" + figure
        case .yearlyAmount: (every.isEmpty ? "每年" : every) + "≥" + figure
        case .growthRate: "年均增长约" + figure
        case .complete, .zero, .nonDecreasing, .milestone, .direction: kindLabel
        }
    }

    private var unit: String { target.unit.map { UnitWording(unit: $0).suffix } ?? "" }
    private var figure: String { (target.value?.plainText ?? "") + unit }
    private var bounds: String? {
        target.range.map { "\($0.lowerBound.plainText)—\($0.upperBound.plainText)\(unit)" }
    }
}
