import Assessment
import Foundation
import PlanModel

/// How the assessment of a commitment is put in words.
struct JudgementWording {
    private let assessment: TargetAssessment

    init(_ assessment: TargetAssessment) {
        self.assessment = assessment
    }

    /// The verdict as a status; a commitment that no number judges has the code `open`.
    var status: Status {
        guard let verdict = assessment.verdict else { return Status(code: "open", label: label, symbol: "…") }
        var status = Status(verdict, isBeforeTarget: assessment.isBeforeTarget)
        status.label = label
        return status
    }

    private var label: String {
        guard let verdict = assessment.verdict else {
            return assessment.openReason == .byText ? "按文字判断" : "尚不能判断"
        }
        if verdict == .achieved, assessment.isLate { return StatusLabel.late }
        return StatusLabel.text(verdict, isBeforeTarget: assessment.isBeforeTarget)
    }

    /// The verdict with why there is none and what is missing.
    var full: String { [label, reason].compactMap { $0 }.joined(separator: "：") }

    /// Why there is no verdict; for one that rests on a progress note which one that is, else what is missing.
    var reason: String? {
        switch assessment.openReason {
        case nil: assessment.note.map { "按进展报告（\($0.date.chinese)）判断" } ?? gaps
        case .byText: "方向性要求，没有数量目标"
        case .noFigure: assessment.missingReason ?? "没有收集到数据"
        case .noStart: "只有一期数据，没有起点可比"
        case .missingYears: (gaps ?? "缺部分年份的数据") + "，不作判断"
        case .missingDistricts:
            assessment.districts == nil ? "没有各区市的数据，平均水平不能说明每个区市都达到" : "暂无数据的区市可能改变结论，不作判断"
        case .notDue: "数据早于时限，达到的区市尚不够数"
        case .otherUnit: "数据的计量单位与目标不同，不作判断"
        case .notReported: "没有关于是否完成的进展记录"
        case .noFigureWhenDue: "没有到期年份的数据"
        }
    }

    private var gaps: String? {
        guard !assessment.gaps.isEmpty else { return nil }
        return "缺\(assessment.gaps.map { String($0) }.joined(separator: "、"))年数据"
    }

    /// What was judged, for people: 2021、2022年合计138处，同期应达80处.
    var summary: String? {
        guard let actual = assessment.actual, let period = assessment.period else { return reason }
        let isShare = assessment.target.kind == .complete
        let unit = isShare ? "%" : assessment.target.unit.map { UnitWording(unit: $0).suffix } ?? ""
        let value = actual.rounded(scale: 2, apartFrom: [assessment.expected]).plainText
        var parts: [String] = assessment.districts.map { [districts($0)] } ?? []
        switch assessment.method {
        case .accumulation:
            let years = Self.span(assessment.years.map(\.year))
            parts.append("\(years)年合计\(value)\(unit)")
        case .everyYear where !assessment.years.isEmpty:
            parts.append("\(assessment.years.count)年中\(assessment.years.count { $0.isMet == true })年达标")
        case .neverDown where !assessment.years.isEmpty:
            let broken = assessment.years.filter { $0.isMet == false }.map { String($0.year) }
            parts.append(broken.isEmpty ? "截至\(period.chinese)没有违反" : "\(broken.joined(separator: "、"))年没有做到")
        case .growth: parts.append("截至\(period.chinese)年均\(value)%")
        default: break
        }
        if assessment.method == .accumulation || assessment.method == .level, let expected = assessment.expected,
            assessment.isBeforeTarget
        {
            parts.append("同期应达\(expected.rounded(scale: 2, apartFrom: [actual]).plainText)\(unit)")
        }
        return (parts + [reason].compactMap { $0 }).joined(separator: "，")
    }

    /// 截至2023年，13个区市中4个达到、8个未达到、1个暂无数据.
    private func districts(_ tally: DistrictTally) -> String {
        let groups = [(tally.met, "达到"), (tally.unmet, "未达到"), (tally.unknown, "暂无数据")]
        let words = groups.filter { !$0.0.isEmpty }.map { "\($0.0.count)个\($0.1)" }
        return "截至\(tally.period.chinese)，\(tally.total)个区市中\(words.joined(separator: "、"))"
    }

    /// Years in a row as a span: 2021—2023, 2021、2023—2025.
    private static func span(_ years: [Int]) -> String {
        let runs = years.sorted().reduce(into: [ClosedRange<Int>]()) { runs, year in
            if let last = runs.last, last.upperBound + 1 == year {
                runs[runs.count - 1] = last.lowerBound...year
            } else {
                runs.append(year...year)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)—\($0.upperBound)" }
            .joined(separator: "、")
    }
}
