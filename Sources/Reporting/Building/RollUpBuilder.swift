import Assessment
import Foundation
import PlanModel

/// Lays sums out as rows of tables and bars.
///
/// Shares of a row add up to exactly 100, equal ones for equal counts where possible, those of its bar to 400 pixels.
struct RollUpBuilder {
    /// What the groups of verdicts are called.
    enum Words {
        /// Before the end: against what could be expected by then.
        case onTheWay
        /// At the end, where something is due only later.
        case mixed
        /// At the end: done or not.
        case settled
    }

    let words: Words

    private var judged: [(code: String, label: String)] {
        switch words {
        case .onTheWay: [("asExpected", "符合预期"), ("fallsShort", "低于预期"), ("noData", "暂无数据")]
        case .mixed: [("asExpected", "已完成或符合预期"), ("fallsShort", "未完成或低于预期"), ("noData", "暂无到期数据")]
        case .settled: [("asExpected", "已完成"), ("fallsShort", "未完成"), ("noData", "暂无到期数据")]
        }
    }

    private let open = (code: "open", label: "不作数值判断")

    /// The labels of the groups of verdicts; only commitments can be open.
    func columns(withOpen: Bool) -> [String] { (judged + (withOpen ? [open] : [])).map(\.label) }

    /// Verdicts in groups.
    func segments(_ counts: VerdictCounts, withOpen: Bool) -> [RollUpSegment] {
        let numbers = [
            counts.asExpected, counts.judged - counts.asExpected, counts.counts[.noData] ?? 0, counts.open,
        ]
        return Self.segments(Array(zip(judged + (withOpen ? [open] : []), numbers)))
    }

    /// States of tasks and projects.
    static func segments(_ work: WorkCounts) -> [RollUpSegment] {
        segments(workScale.map { (($0.rawValue, StatusLabel.text($0)), work.counts[$0] ?? 0) })
    }

    /// The states in the order that tables show them, the furthest first.
    static let workScale: [WorkState] = [.completed, .inProgress, .slow, .notStarted, .noData]

    private static func segments(_ groups: [((code: String, label: String), count: Int)]) -> [RollUpSegment] {
        let percents = Shares.percentages(of: groups.map(\.count))
        let widths = Shares.percentages(of: groups.map(\.count), scale: 0).map {
            NSDecimalNumber(decimal: $0).intValue * 4
        }
        return groups.indices.map { index in
            RollUpSegment(
                code: groups[index].0.code,
                label: groups[index].0.label,
                count: groups[index].count,
                percent: percents[index].text(scale: 1),
                x: widths[..<index].reduce(0, +),
                width: widths[index]
            )
        }
    }
}

extension PlanView {
    var rollUps: PlanRollUps { PlanRollUps(plan: plan, indicators: indicators, targets: targets, work: work) }

    /// Sums in the words that suit the verdicts: a final summary says done or not, of what is due only later how it goes.
    private func rollUpBuilder(for verdicts: [Verdict]) -> RollUpBuilder {
        guard requiresTargetYear else { return RollUpBuilder(words: .onTheWay) }
        let onTheWay: Set<Verdict> = [.ahead, .onTrack, .behind, .regressing]
        return RollUpBuilder(words: verdicts.contains(where: onTheWay.contains) ? .mixed : .settled)
    }

    private var judgementWord: String { requiresTargetYear ? "评定" : "进展判断" }

    // MARK: Indicators

    /// Indicators as a whole, by nature and by category.
    func indicatorSums(_ sums: PlanRollUps) -> [RollUpTable] {
        guard !indicators.isEmpty else { return [] }
        let builder = rollUpBuilder(for: indicators.map(\.verdict))
        let whole = indicatorRow("all", "全部指标", sums.indicators, builder) { _ in true }
        let natures = sums.byNature.map { rollUp in
            indicatorRow("nature", rollUp.key.chinese + "指标", rollUp.counts, builder) { $0.nature == rollUp.key }
        }
        let categories = sums.byCategory.map { rollUp in
            indicatorRow("category", rollUp.key, rollUp.counts, builder) { $0.category == rollUp.key }
        }
        let table = RollUpTable(
            of: "indicators",
            title: "主要指标的\(judgementWord)，按属性和类别",
            head: "属性、类别",
            columns: builder.columns(withOpen: false),
            hasVerdicts: true,
            rows: [whole] + natures + categories
        )
        return [table]
    }

    private func indicatorRow(
        _ by: String,
        _ title: String,
        _ counts: VerdictCounts,
        _ builder: RollUpBuilder,
        _ isOwn: (Indicator) -> Bool
    ) -> RollUpRow {
        let own = indicators.filter { isOwn($0.indicator) }
        return RollUpRow(
            by: by,
            title: title,
            total: counts.total,
            segments: builder.segments(counts, withOpen: false),
            verdicts: Self.verdictCounts(own.map { Status($0) }),
            isSilent: own.allSatisfy { $0.observation == nil }
        )
    }

    // MARK: Commitments

    /// Commitments by chapter, those of the annex last.
    func partSums(_ sums: PlanRollUps) -> [RollUpTable] {
        guard !targets.isEmpty else { return [] }
        let builder = rollUpBuilder(for: targets.compactMap(\.assessment.verdict))
        let rows = sums.byPart.map { rollUp in
            let own = targets.filter { ($0.place.chapter.map { .chapter($0) } ?? .annex) == rollUp.key }
            return RollUpRow(
                by: "part",
                title: title(of: rollUp.key),
                total: rollUp.counts.total,
                segments: builder.segments(rollUp.counts, withOpen: true),
                verdicts: commitmentCounts(own),
                isSilent: rollUp.counts.judged == 0
            )
        }
        let table = RollUpTable(
            of: "commitments",
            title: "各章承诺事项的\(judgementWord)",
            head: "章",
            columns: builder.columns(withOpen: true),
            hasVerdicts: true,
            rows: rows
        )
        return [table]
    }

    private func title(of part: PlanRollUps.Part) -> String {
        switch part {
        case .annex: plan.annex?.title ?? "重点项目"
        case .chapter(let id):
            plan.chapters.first { $0.id == id }.map { "\($0.number)、\($0.title)" } ?? id.text
        }
    }

    /// 逾期完成 comes after the other words for a target that is met.
    private func commitmentCounts(_ targets: [JudgedTarget]) -> [StatusCount] {
        let byLateness = targets.filter { !$0.assessment.isLate } + targets.filter(\.assessment.isLate)
        let statuses = byLateness.map { status(of: $0.place.target.id) }
        return StatusCount.count(statuses, scale: Verdict.allCases.map(\.rawValue) + ["open"])
    }

    // MARK: Departments

    /// Indicators and commitments, then tasks and projects, by leading department.
    func departmentSums(_ sums: PlanRollUps) -> [RollUpTable] {
        let builder = rollUpBuilder(for: indicators.map(\.verdict) + targets.compactMap(\.assessment.verdict))
        let judged = sums.byDepartment.filter { $0.judged.total > 0 }
        let working = sums.byDepartment.filter { $0.work.total > 0 }
        let tables = [
            RollUpTable(
                of: "judged",
                title: indicators.isEmpty ? "各牵头单位的承诺事项" : "各牵头单位的指标和承诺事项",
                head: "牵头单位",
                columns: builder.columns(withOpen: true),
                hasVerdicts: false,
                rows: judged.map { department in
                    departmentRow(
                        department,
                        department.judged.total,
                        builder.segments(department.judged, withOpen: true)
                    )
                }
            ),
            RollUpTable(
                of: "work",
                title: "各牵头单位的任务和项目",
                head: "牵头单位",
                columns: RollUpBuilder.workScale.map { StatusLabel.text($0) },
                hasVerdicts: false,
                rows: working.map {
                    departmentRow($0, $0.work.total, RollUpBuilder.segments($0.work))
                }
            ),
        ]
        return tables.filter { !$0.rows.isEmpty }
    }

    private func departmentRow(
        _ department: DepartmentRollUp,
        _ total: Int,
        _ segments: [RollUpSegment]
    ) -> RollUpRow {
        RollUpRow(
            by: "department",
            title: names(of: [department.department]).joined(),
            total: total,
            segments: segments,
            verdicts: [],
            isSilent: !department.hasReported
        )
    }

    func silentDepartments(_ sums: PlanRollUps) -> [String] {
        names(of: sums.byDepartment.filter { !$0.hasReported }.map(\.department))
    }
}
