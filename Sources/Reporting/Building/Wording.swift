public import Assessment
import Foundation
import PlanModel

extension Figure {
    /// A figure with its exact digits.
    init(_ value: Decimal, suffix: String = "") {
        self.init(digits: value.plainText, text: value.plainText.withMinusSign + suffix)
    }

    /// A figure rounded to `scale` places, or `missing` where there is none.
    init(_ value: Decimal?, scale: Int, suffix: String = "", missing: Figure) {
        guard let value else {
            self = missing
            return
        }
        self.init(value.rounded(scale: scale), suffix: suffix)
    }

    /// A figure rounded to `scale` places, or to as many more as keep it on its side of some limits.
    init(_ value: Decimal?, scale: Int, apartFrom limits: [Decimal?], missing: Figure) {
        self.init(value?.rounded(scale: scale, apartFrom: limits), scale: 6, missing: missing)
    }

    /// The value of an observation in the source's own precision.
    init(_ observation: Observation) {
        guard let value = observation.value else {
            self = .noData
            return
        }
        let prefix =
            switch observation.precision {
            case .exact: ""
            case .over: "超过"
            case .about: "约"
            }
        self.init(digits: value.plainText, text: prefix + value.plainText.withMinusSign)
    }
}

extension String {
    /// The digits of a number as documents print them: with a minus sign, not a hyphen.
    var withMinusSign: String { hasPrefix("-") ? "−" + dropFirst() : self }
}

extension Plan {
    /// What the plan calls itself, by the end of its title: 规划, 工作方案.
    var genre: String {
        let genres = [
            "规划纲要", "规划", "行动计划", "工作计划", "实施计划", "计划", "行动方案", "实施方案", "工作方案", "方案", "实施意见", "意见",
        ]
        return genres.first(where: title.hasSuffix) ?? "规划"
    }
}

extension Decimal {
    /// The number rounded to `scale` places, or to as many more (six at most) as keep it on the same side of each limit:
    /// a pace of 0.898 is not shown as 0.90 where 0.90 is a threshold.
    func rounded(scale: Int, apartFrom limits: [Decimal?]) -> Decimal {
        let known = limits.compactMap { $0 }
        let shown = (scale...6).lazy.map { self.rounded(scale: $0) }.first { rounded in
            known.allSatisfy { ($0 < self) == ($0 < rounded) && ($0 > self) == ($0 > rounded) }
        }
        return shown ?? rounded(scale: 6)
    }
}

/// The words for verdicts and states in documents, pages and on the command line.
public enum StatusLabel {
    /// The word for a verdict; before the target's year a target that is met is 提前实现.
    public static func text(_ verdict: Verdict, isBeforeTarget: Bool) -> String {
        switch verdict {
        case .achieved: isBeforeTarget ? "提前实现" : "完成"
        case .exceeded: "超额完成"
        case .ahead: "快于预期"
        case .onTrack: "基本符合预期"
        case .behind: "相对滞后"
        case .regressing: "背离目标"
        case .held: "保持达标"
        case .broken: "跌破目标"
        case .missed: "未完成"
        case .noData: "暂无数据"
        }
    }

    /// The word for a target that its deadline missed and that was met later.
    static let late = "逾期完成"

    /// The word for the verdict on an indicator.
    public static func text(_ assessment: IndicatorAssessment) -> String {
        assessment.isLate ? late : text(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
    }

    /// The word for the state of a task or project.
    public static func text(_ state: WorkState) -> String {
        switch state {
        case .notStarted: "未启动"
        case .inProgress: "正常推进"
        case .slow: "进展缓慢"
        case .completed: "已完成"
        case .noData: "暂无数据"
        }
    }
}

extension Status {
    init(_ verdict: Verdict, isBeforeTarget: Bool) {
        let symbol =
            switch verdict {
            case .achieved: "●"
            case .exceeded: "★"
            case .ahead: "▲"
            case .onTrack: "◆"
            case .behind: "▽"
            case .regressing: "▼"
            case .held: "■"
            case .broken: "✕"
            case .missed: "○"
            case .noData: "—"
            }
        self.init(
            code: verdict.rawValue,
            label: StatusLabel.text(verdict, isBeforeTarget: isBeforeTarget),
            symbol: symbol
        )
    }

    init(_ assessment: IndicatorAssessment) {
        self.init(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
        label = StatusLabel.text(assessment)
    }

    init(_ state: WorkState) {
        let symbol =
            switch state {
            case .notStarted: "○"
            case .inProgress: "◆"
            case .slow: "▽"
            case .completed: "●"
            case .noData: "—"
            }
        self.init(code: state.rawValue, label: StatusLabel.text(state), symbol: symbol)
    }
}

extension StatusCount {
    /// How often each status occurs, in the order of first appearance in `scale`; what does not occur is left out.
    static func count(_ statuses: [Status], scale: [String]) -> [StatusCount] {
        scale.flatMap { code in
            let matching = statuses.filter { $0.code == code }
            let labels = matching.map(\.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return labels.compactMap { label in
                matching.first { $0.label == label }.map { status in
                    StatusCount(status: status, count: matching.count { $0.label == label })
                }
            }
        }
    }
}

/// How units speak: which words go with a rise or a fall, and in what the difference is given.
struct UnitWording {
    let unit: String

    /// `%` stands close to its number, every other unit too; a bare ratio has none.
    var suffix: String { unit == "比值" ? "" : unit }

    /// The unit that differences are given in.
    var differenceUnit: String {
        switch unit {
        case "%": "个百分点"
        case "‰": "个千分点"
        default: suffix
        }
    }

    /// Whether differences are 提高 or 下降 rather than 增加 or 减少.
    var isLevel: Bool { ["%", "‰", "年", "比值"].contains(unit) }

    /// 提高21.97个百分点, 减少0.3万人, or 持平 when nothing changed.
    func change(from old: Decimal, to new: Decimal) -> String {
        guard new != old else { return "持平" }
        let verb = isLevel ? (new > old ? "提高" : "下降") : (new > old ? "增加" : "减少")
        return verb + abs(new - old).plainText + differenceUnit
    }
}

/// The lines of an anchor as people cite them.
func citation(_ anchor: Anchor) -> String {
    anchor.lines.count == 1
        ? "第\(anchor.lines.lowerBound)行" : "第\(anchor.lines.lowerBound)—\(anchor.lines.upperBound)行"
}
