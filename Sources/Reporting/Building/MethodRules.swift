import Assessment
import Foundation
import PlanModel

extension Method {
    /// The thresholds and rules as a method section prints them.
    init(_ rules: AssessmentRules) {
        self.init(
            version: rules.version,
            ahead: rules.ahead.text(scale: 2),
            onTrack: rules.onTrack.text(scale: 2),
            aboutTolerance: (rules.aboutTolerance * 100).plainText,
            differenceTolerance: (rules.differenceTolerance * 100).plainText,
            warningMonths: rules.warningMonths,
            rules: MethodRule.all(rules)
        )
    }
}

extension MethodRule {
    /// Every rule that figures are worked out or judged by, with the thresholds applied.
    static func all(_ rules: AssessmentRules) -> [MethodRule] {
        [
            pace(rules), commitments, about(rules), difference(rules), warning(rules), ratio, forecast, range, ranking,
            districts,
            shares, rounding,
        ]
    }

    private static func pace(_ rules: AssessmentRules) -> MethodRule {
        let (ahead, onTrack) = (rules.ahead.text(scale: 2), rules.onTrack.text(scale: 2))
        return MethodRule(
            code: "pace",
            title: "推进速度的界限",
            text: "推进速度不低于\(ahead)为快于预期，不低于\(onTrack)且低于\(ahead)为基本符合预期，不低于0且低于\(onTrack)为相对滞后，低于0为背离目标。"
        )
    }

    private static let commitments = MethodRule(
        code: "commitments",
        title: "承诺事项的判断",
        text: "以规划期前一年的数据为起点，没有的以时限之前的首期数据代替；起点已达到目标的，只看是否保持达标。时限时没有达到、以后才达到的为逾期完成，超出再多也不作超额完成。"
            + "没有数据的，以关于该事项的进展报告判断；所在任务或者项目整体完成的视为完成，整体的其他进展不用来判断其中的事项。"
            + "只有一期数据而时限未到、有关区市缺数等尚不足以得出结论的，为尚不能判断；没有数量目标的方向性要求，由人按文字判断。"
    )

    private static func about(_ rules: AssessmentRules) -> MethodRule {
        MethodRule(
            code: "about",
            title: "“左右”的允许偏差",
            text: "目标表述为“左右”的，与目标值相差不超过目标值的\((rules.aboutTolerance * 100).plainText)%视为达到；升降方向明确的，优于目标同样视为达到。"
        )
    }

    private static func difference(_ rules: AssessmentRules) -> MethodRule {
        MethodRule(
            code: "difference",
            title: "自评与验证的差异",
            text: "同一数据的自评值与验证值并列保留，以验证值计入；两者相差超过验证值\((rules.differenceTolerance * 100).plainText)%的，列入差异表。"
        )
    }

    private static func warning(_ rules: AssessmentRules) -> MethodRule {
        MethodRule(
            code: "warning",
            title: "预警",
            text: "约束性指标低于预期、按现有进度推算不能如期达到或者暂无数据的，予以预警；项目和项目目标距时限\(rules.warningMonths)个月以内或者时限已过，"
                + "尚未报告完成、有关承诺事项的数据也没有达到目标的，予以预警；没有逐项目标的项目以规划期末为时限。按时限先后排列。"
        )
    }

    private static var ratio: MethodRule {
        let bands = ProgressRatio.Band.allCases.map { band in
            band.lowerBound.map { "不低于\($0.text(scale: $0 == 0 ? 0 : 2))为\(band.chinese)" } ?? "低于0为\(band.chinese)"
        }
        return MethodRule(
            code: "ratio",
            title: "R值",
            text: "参照Open SDG和加拿大统计局的算法：R＝基期以来的年均增速÷到目标年所需的年均增速，朝目标方向变化为正。R\(bands.joined(separator: "，"))。"
                + "目标值等于基期值、基期已达到目标或者有数值不大于零的，不计算并说明原因。R值与进展判断并列，供对照，不改变进展判断。"
        )
    }

    private static let forecast = MethodRule(
        code: "forecast",
        title: "期末预测",
        text: "线性推算：假定基期以来的平均变化量不变，推算到目标年。等速推算：假定基期以来的平均增速不变，推算到目标年；有数值不大于零的不作等速推算。"
            + "基期已达到目标的、目标年已到的不作推算。推算不代表承诺，仅作预警参考；占比类指标的推算值超过100%的，只说明照此速度可在目标年之前达到目标。"
    )

    private static let range = MethodRule(
        code: "range",
        title: "预测区间",
        text: "基期以来相邻两期数据的变化中，以最慢的和最快的各自从最近一期延续到目标年，并包含线性推算值；历次变化相同的，只有一个值；基期以来只有一期变化的，不给出区间。"
    )

    private static let ranking = MethodRule(
        code: "ranking",
        title: "区市排名",
        text: "取半数以上区市有数据的最近一个时期排名，只比较同一时期的数据。数值相同的名次并列，其后名次空出；没有同期数据的区市列为“暂无数据”，"
            + "不以其他时期的数据代替。"
    )

    private static let districts = MethodRule(
        code: "districts",
        title: "以区市计的承诺事项",
        text: "要求一定比例或者全部区市达到的承诺事项，按各区市最近一期数据计数；暂无数据的区市可能改变结论的，不以此作出判断。"
    )

    private static let shares = MethodRule(
        code: "shares",
        title: "汇总和占比",
        text: "符合预期包括提前实现、完成、超额完成、逾期完成、快于预期、基本符合预期和保持达标；低于预期包括相对滞后、背离目标、跌破目标和未完成。"
            + "逾期完成的目标已经实现，只是误了时限，计入符合预期，在具体判断中单独列出项数。尚不能判断和按文字判断的，列为不作数值判断。"
            + "同一行的占比取一位小数，合计为100%，项数相同的占比相同；各自修约后合计不是100%的，在项数与其他各组不同的一组调整，没有这样一组的按最大余额法调整，并加注。由几个单位牵头的事项，在每个单位都计入。"
    )

    private static let rounding = MethodRule(
        code: "rounding",
        title: "数值修约",
        text: "执行GB/T 8170《数值修约规则与极限数值的表示和判定》（四舍六入五成双），只在显示时修约，判断使用未修约的数值。收集的数据保留来源的位数；"
            + "应达值、推算值、推进速度和R值修约到两位小数（末尾的零略去），完成率修约到一位小数；修约后会越过界限或者目标的，多保留几位。"
    )
}
