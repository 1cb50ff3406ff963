import Assessment
import Foundation
import PlanModel

extension PlanView {
    /// What a document says beside the plan's own order.
    func followUp(_ kind: DocumentKind, isDraft: Bool) -> FollowUp {
        let sums = rollUps
        return FollowUp(
            indicatorSums: indicatorSums(sums),
            partSums: partSums(sums),
            departmentSums: departmentSums(sums),
            silentDepartments: silentDepartments(sums),
            warnings: warningRows,
            explanations: input.narrative.explanations(kind).compactMap(explanationRow),
            findings: findingRows,
            differences: differenceRows,
            differenceTolerance: (rules.differenceTolerance * 100).plainText,
            districtCommitmentCount: targets.count { $0.place.target.districts != nil },
            standings: standings,
            rankings: rankingTables,
            amendments: amendmentRows,
            isTextStale: NarrativeCheck(view: self, kind: kind, isDraft: isDraft).isStale
        )
    }

    // MARK: Warnings and explanations

    private var warningRows: [WarningRow] {
        let ofProjects = EarlyWarning.projects(
            plan,
            targets: targets,
            work: work,
            date: date,
            months: rules.warningMonths
        )
        return (EarlyWarning.indicators(indicators) + ofProjects).map { warning in
            WarningRow(
                item: warning.item.text,
                name: name(of: warning),
                lead: warning.lead.isEmpty ? nil : names(of: warning.lead).joined(separator: "、"),
                reason: quote(of: warning) + reason(of: warning),
                reasonCode: warning.reason.rawValue,
                due: warning.due.chinese,
                dueCode: warning.due.description
            )
        }
    }

    /// The indicator or project, with the number of the goal where it has several.
    private func name(of warning: EarlyWarning) -> String {
        guard let project = plan.keyProjects.first(where: { $0.id == warning.project }) else {
            return name(of: warning.item)
        }
        let index = project.goals.firstIndex { $0.id == warning.item }
        return project.name + (index.map { project.goals.count > 1 ? "（目标\($0 + 1)）" : "" } ?? "")
    }

    /// What of a goal or project is meant, in the plan's words: its commitments, or how its wording begins.
    private func quote(of warning: EarlyWarning) -> String {
        let goal = plan.keyProjects.first { $0.id == warning.project }?.goals.first { $0.id == warning.item }
        let subjects = warning.commitments.map { observableNames[$0] ?? $0.text }
        let words = subjects.isEmpty ? goal.map { [$0.text.firstSentence(upTo: 40)] } ?? [] : subjects
        return words.map(\.quoted).joined()
    }

    /// The reason in words; that something falls short is said in the words of its verdict.
    private func reason(of warning: EarlyWarning) -> String {
        let assessment = indicators.first { $0.indicator.id == warning.item }
        guard warning.reason == .fallsShort, let assessment else { return warning.reason.chinese }
        return "约束性指标" + StatusLabel.text(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
    }

    private func explanationRow(_ explanation: Explanation) -> ExplanationRow? {
        let indicator = indicators.first { $0.indicator.id == explanation.item }
        let status = indicator.map { Status($0) }
        guard let status = status ?? judgement(of: explanation.item)?.status else { return nil }
        return ExplanationRow(
            item: explanation.item.text,
            name: name(of: explanation.item),
            verdict: status,
            cause: Claim.removed(from: explanation.cause),
            remedy: Claim.removed(from: explanation.remedy)
        )
    }

    // MARK: Ledger

    /// Everything found by the cut-off date; what is struck off stays in the ledger with its date.
    private var findingRows: [FindingRow] {
        input.findings.compactMap { finding in
            guard let state = finding.state(on: date.cutOff) else { return nil }
            let recheck = finding.rechecks.last { $0.date <= date.cutOff }
            return FindingRow(
                id: finding.id.text,
                item: finding.item.text,
                name: name(of: finding.item),
                problem: finding.problem,
                measure: finding.measure,
                responsible: names(of: finding.responsible).joined(separator: "、"),
                due: finding.due.chinese,
                dueCode: finding.due.description,
                recheck: recheck.map { "\($0.date.chinese)：\($0.result)" },
                closed: state == .closed ? finding.closed?.chinese : nil,
                state: Status(state),
                stateCode: state.rawValue
            )
        }
    }

    private var differenceRows: [DifferenceRow] {
        StageComparison.all(usable, date: date, tolerance: rules.differenceTolerance).filter(\.isLarge).map { pair in
            let wording = UnitWording(unit: pair.verified.unit)
            return DifferenceRow(
                item: pair.verified.indicator.text,
                name: name(of: pair.verified.indicator),
                area: input.registry.area(pair.verified.area)?.name ?? pair.verified.area.text,
                areaCode: pair.verified.area.text,
                period: pair.verified.period.chinese,
                periodCode: pair.verified.period.description,
                reported: Figure(pair.reported),
                verified: Figure(pair.verified),
                // Readers of XML need not accept more than 24 digits; no real figure has nine places.
                difference: Figure(pair.difference.rounded(scale: 9)),
                unit: wording.suffix,
                differenceUnit: wording.differenceUnit
            )
        }
    }
}

extension EarlyWarning.Reason {
    /// The reason in words.
    var chinese: String {
        switch self {
        case .fallsShort: "约束性指标低于预期"
        case .forecastFallsShort: "约束性指标按现有进度推算不能如期达到"
        case .noFigure: "约束性指标暂无数据"
        case .deadlineNear: "临近时限，尚未报告完成"
        case .deadlineOver: "时限已过，尚未报告完成"
        case .missed: "时限已过，数据未达到目标"
        }
    }
}

extension Status {
    fileprivate init(_ state: Finding.State) {
        switch state {
        case .rectifying: self.init(code: "inProgress", label: "整改中", symbol: "◆")
        case .overdue: self.init(code: "missed", label: "逾期未完成整改", symbol: "○")
        case .rechecked: self.init(code: "held", label: "已复查，待销号", symbol: "■")
        case .closed: self.init(code: "completed", label: "已销号", symbol: "●")
        }
    }
}

extension String {
    /// In quotation marks, those inside it single.
    fileprivate var quoted: String {
        "“" + String(map { $0 == "“" ? "‘" : $0 == "”" ? "’" : $0 }) + "”"
    }

    /// The first sentence without its full stop; a longer one is cut off.
    fileprivate func firstSentence(upTo length: Int) -> String {
        let sentence = prefix { $0 != "。" }
        return sentence.count > length ? sentence.prefix(length) + "……" : String(sentence)
    }
}
