import Assessment
import Foundation
import PlanModel

/// {年份}，{指标}为{值}{单位}，比{基年}{提高|下降|增加|减少}{差}{差的单位}，{关系}。
///
/// Every part is chosen by the numbers, so that a sentence cannot say what they contradict.
struct IndicatorSentence {
    private let assessment: IndicatorAssessment
    private let name: String
    private let genre: String

    /// - Parameters:
    ///   - assessment: The indicator as it was judged.
    ///   - name: What the sentence calls it.
    ///   - genre: What the plan calls itself: 规划, 工作方案.
    init(_ assessment: IndicatorAssessment, name: String, genre: String) {
        self.assessment = assessment
        self.name = name
        self.genre = genre
    }

    /// The sentence; nil without a figure.
    var text: String? {
        guard let observed = assessment.observation, let value = observed.value else { return nil }
        let indicator = assessment.indicator
        let shown = name + "为" + Figure(observed).text + wording.suffix
        let change = wording.change(from: indicator.baseline.value, to: value)
        let base = indicator.baseline.period.chinese
        let comparison = change == "持平" ? "与\(base)持平" : "比\(base)\(change)"
        return [observed.period.chinese, shown, comparison + growth(value), relation].joined(separator: "，") + "。"
    }

    private var wording: UnitWording { UnitWording(unit: assessment.indicator.unit) }

    /// Counts add their growth: 增加1.3万人（增长2.5%）.
    private func growth(_ value: Decimal) -> String {
        let base = assessment.indicator.baseline.value
        guard !wording.isLevel, base > 0, value != base else { return "" }
        let percent = (abs(value - base) * 100 / base).text(scale: 1)
        return "（\(value > base ? "增长" : "下降")\(percent)%）"
    }

    /// The relation to the target, in the words of the verdict.
    private var relation: String {
        let target = assessment.indicator.target.value.plainText.withMinusSign + wording.suffix
        switch assessment.verdict {
        case .noData: return "尚无目标年数据"
        case .achieved: return StatusLabel.text(assessment) + "\(genre)目标（\(target)）"
        case .exceeded: return "超额完成\(genre)目标（\(target)）"
        case .missed: return "未完成\(genre)目标（\(target)）"
        case .broken: return "跌破\(genre)目标（\(target)）"
        case .held: return held(target)
        case .ahead, .onTrack, .behind, .regressing:
            return againstExpected + StatusLabel.text(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
        }
    }

    /// A binding indicator that holds is 控制在…以内 or 达到…要求.
    private func held(_ target: String) -> String {
        switch assessment.indicator.comparator {
        case .atMost: "保持达标，控制在\(target)以内"
        case .atLeast, .equal, .about: "保持达标，达到\(genre)\(target)的要求"
        }
    }

    private var againstExpected: String {
        guard let expected = assessment.expected, let actual = assessment.actual else { return "" }
        let shown = expected.rounded(scale: 2, apartFrom: [actual])
        if actual == expected { return "与同期应达值持平，" }
        return (actual > expected ? "高于" : "低于") + "同期应达值（\(shown.plainText.withMinusSign)\(wording.suffix)），"
    }
}
