import Assessment
import Foundation
import PlanModel

extension PlanView {
    /// The first 16 hexadecimal digits of the SHA-256 of every figure and verdict that a document's text can speak of:
    /// when it changes, the text has to be read again.
    var figureDigest: String {
        let ofIndicators = indicators.map { assessment in
            line(assessment.indicator.id, assessment.actual, assessment.observation?.period, assessment.verdict)
        }
        let ofTargets = targets.map { judged in
            let assessment = judged.assessment
            return line(judged.place.target.id, assessment.actual, assessment.period, assessment.verdict)
        }
        let states = (plan.allTasks.map(\.id) + plan.keyProjects.map(\.id)).map { "\($0)\t\(work.assess($0).state)" }
        let text = (ofIndicators + ofTargets + states).joined(separator: "\n")
        return String(ContextDigest.digest(of: [(name: "figures", bytes: Array(text.utf8))]).prefix(16))
    }

    private func line(_ item: ItemID, _ value: Decimal?, _ period: TimePeriod?, _ verdict: Verdict?) -> String {
        let shown = value.map { $0.rounded(scale: 6).plainText } ?? ""
        return "\(item)\t\(shown)\t\(period?.description ?? "")\t\(verdict?.rawValue ?? "")"
    }
}
