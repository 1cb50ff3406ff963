import Assessment
import PlanModel

extension PlanView {
    /// The status of a commitment. In a final summary that is made before a commitment is due, nothing is missing yet: it is
    /// 尚未到期, not 暂无数据; and where only the figure for the end is missing, that is what it says.
    func status(of target: ItemID) -> Status {
        var status = judgement(of: target)?.status ?? Status(.noData, isBeforeTarget: true)
        if isNotDue(target) {
            status.label = "尚未到期"
        } else if assessment(of: target)?.openReason == .noFigureWhenDue {
            status.label = "暂无到期数据"
        }
        return status
    }

    /// What was judged and what is missing; nil where the status says as much.
    func judgementText(of target: ItemID) -> String? {
        let assessment = assessment(of: target)
        let isGeneral = assessment?.openReason == .noFigure && assessment?.missingReason == nil
        guard !isNotDue(target), !(isGeneral && assessment?.verdict == .noData) else { return nil }
        return judgement(of: target)?.summary.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func isNotDue(_ target: ItemID) -> Bool {
        guard requiresTargetYear, let assessment = assessment(of: target) else { return false }
        return assessment.verdict == .noData && assessment.due.lastDay > date.cutOff
    }
}
