import Assessment
import Diagnostics
import Foundation
import PlanModel

/// Holds what people wrote for a document against the figures of that document.
struct NarrativeCheck {
    let view: PlanView
    let kind: DocumentKind
    let isDraft: Bool

    /// Everything that is wrong, in the order of the text: claims and phrases that the figures contradict, missing
    /// explanations, signatures for other figures.
    var diagnostics: [Diagnostic] {
        let subjects = view.textSubjects
        let passages = view.input.narrative.passages.filter { $0.document == kind }
        let scanner = TextScanner(subjects: subjects)
        let figures = FigureTextCheck(view: view, scanner: scanner)
        let contradictions = passages.flatMap { claims($0, subjects) + phrases($0, scanner) + figures.diagnostics($0) }
        return contradictions + unexplained + stale
    }

    // MARK: Claims

    private func claims(_ passage: Passage, _ subjects: [TextSubject]) -> [Diagnostic] {
        Claim.all(in: passage.text).compactMap { marker, claim in
            guard let claim else { return unreadable(marker, passage) }
            guard let subject = subjects.first(where: { $0.id.text == claim.item }) else {
                return unknown(claim, passage, subjects)
            }
            return check(claim, subject, passage)
        }
    }

    private func check(_ claim: Claim, _ subject: TextSubject, _ passage: Passage) -> Diagnostic? {
        if claim.relation == .verdict {
            let (code, label) = subject.standing
            return [code, label].contains(claim.value) ? nil : contradicted(claim, subject, passage, standing: label)
        }
        guard let figure = subject.value, let number = Decimal(plain: claim.value) else {
            return contradicted(claim, subject, passage, standing: "暂无数据")
        }
        return claim.relation.holds(figure, number) ? nil : contradicted(claim, subject, passage, standing: nil)
    }

    private func contradicted(_ claim: Claim, _ subject: TextSubject, _ passage: Passage, standing: String?)
        -> Diagnostic
    {
        let says = (standing.map { "\($0)；" } ?? "") + subject.evidence
        return passage.diagnostic(
            code: "narrative.claim-contradicted",
            at: claim.text,
            LocalizedText(
                en: "the figures do not bear out '\(claim.item) \(claim.relation.rawValue) \(claim.value)': \(says)",
                zh: "数据不支持“\(claim.item) \(claim.relation.rawValue) \(claim.value)”：\(says)"
            ),
            help: [LocalizedText(en: "correct the text, or the figure if it is wrong", zh: "请修改文字；如数据有误，请更正数据")]
        )
    }

    private func unreadable(_ marker: String, _ passage: Passage) -> Diagnostic {
        passage.diagnostic(
            code: "narrative.claim-syntax",
            at: marker,
            LocalizedText(en: "this claim cannot be read", zh: "无法读懂这一论断标记"),
            help: [
                LocalizedText(
                    en: "write {{claim: ID > 60}} with one of > >= < <= =, or {{claim: ID is achieved}}",
                    zh: "请写 {{claim: 标识 > 60}}（可用 > >= < <= =），或 {{claim: 标识 is achieved}}"
                )
            ]
        )
    }

    private func unknown(_ claim: Claim, _ passage: Passage, _ subjects: [TextSubject]) -> Diagnostic {
        passage.diagnostic(
            code: "narrative.claim-unknown-item",
            at: claim.text,
            LocalizedText(en: "the plan has no item '\(claim.item)'", zh: "规划中没有事项“\(claim.item)”"),
            help: Suggestion.help(for: claim.item, among: subjects.map(\.id.text))
        )
    }

    // MARK: Phrases

    private func phrases(_ passage: Passage, _ scanner: TextScanner) -> [Diagnostic] {
        let text = Claim.removed(from: passage.text)
        return scanner.statements(in: text).compactMap { statement in
            guard statement.assertion.isTrue(of: statement.subject.knowledge) != true else { return nil }
            let (phrase, name) = (statement.assertion.phrase, statement.subject.names.first ?? "")
            let says = "\(statement.subject.standing.label)；\(statement.subject.evidence)"
            return passage.diagnostic(
                code: "narrative.contradicts-figures",
                at: phrase,
                LocalizedText(
                    en: "the text says '\(phrase)' of '\(name)' (\(statement.subject.id)), the figures say: \(says)",
                    zh: "文字称“\(name)”“\(phrase)”（\(statement.subject.id)），数据为：\(says)"
                ),
                help: [
                    LocalizedText(en: "correct the text, or the figure if it is wrong", zh: "请修改文字；如数据有误，请更正数据")
                ]
            )
        }
    }

    // MARK: Explanations

    /// A binding indicator that falls short needs a cause and a remedy: an error once the final summary is due, a warning
    /// in a mid-term evaluation, nothing in a draft.
    private var unexplained: [Diagnostic] {
        guard !isDraft else { return [] }
        let explained = Set(view.input.narrative.explanations(kind).map(\.item))
        let falling = view.indicators.filter { $0.indicator.nature == .binding && $0.verdict.fallsShort }
        return falling.filter { !explained.contains($0.indicator.id) }.map { assessment in
            let name = view.plan.qualifiedName(of: assessment.indicator)
            let label = StatusLabel.text(assessment.verdict, isBeforeTarget: assessment.isBeforeTarget)
            let id = assessment.indicator.id.text
            return Diagnostic(
                kind == .final ? .error : .warning,
                code: "narrative.binding-miss-unexplained",
                at: SourceLocation(file: view.input.narrative.file ?? "Plans/\(view.plan.id)/narrative.yaml"),
                LocalizedText(
                    en: "the binding indicator '\(name)' (\(id)) falls short (\(label)), and nothing says why",
                    zh: "约束性指标“\(name)”（\(id)）\(label)，没有说明原因和整改措施"
                ),
                help: [
                    LocalizedText(
                        en: "add to '\(kind.rawValue)': explanations: [{item: \(id), cause: …, remedy: …}]",
                        zh: "请在“\(kind.rawValue)”下补充 explanations: [{item: \(id), cause: 原因, remedy: 整改措施}]"
                    )
                ]
            )
        }
    }

    // MARK: Signatures

    /// Whether the text was signed against other figures than those of the document.
    var isStale: Bool {
        guard let signature = view.input.narrative.signature(kind) else { return false }
        return signature.figures != view.figureDigest
    }

    private var stale: [Diagnostic] {
        guard isStale, let signature = view.input.narrative.signature(kind) else { return [] }
        return [
            Diagnostic(
                .warning,
                code: "narrative.signed-for-other-figures",
                at: signature.location,
                LocalizedText(
                    en: "the figures moved since \(signature.by) signed these texts on \(signature.date)",
                    zh: "\(signature.by)于\(signature.date.chinese)签发后，数据已有变动"
                ),
                help: [
                    LocalizedText(
                        en: "read the texts again; if they still hold, write figures: \"\(view.figureDigest)\"",
                        zh: "请重新审阅文字；如仍成立，请写 figures: \"\(view.figureDigest)\""
                    )
                ]
            )
        ]
    }
}

extension TextSubject {
    /// The code and the word for how it stands.
    fileprivate var standing: (code: String, label: String) {
        switch knowledge {
        case .figures(nil, _): ("open", "尚不能判断")
        case .figures(let verdict?, let isBefore):
            (verdict.rawValue, StatusLabel.text(verdict, isBeforeTarget: isBefore))
        case .work(let state): (state.rawValue, StatusLabel.text(state))
        }
    }
}

extension Passage {
    /// An error at a word of the passage, as near as the file's line shows it.
    func diagnostic(
        code: String,
        at word: String,
        _ message: LocalizedText,
        help: [LocalizedText]
    ) -> Diagnostic {
        var place = location
        var length = 1
        if let excerpt, let range = excerpt.firstRange(of: word) {
            place.column = excerpt.unicodeScalars.distance(from: excerpt.startIndex, to: range.lowerBound) + 1
            length = word.unicodeScalars.count
        }
        return Diagnostic(code: code, at: place, message, excerpt: excerpt, length: length, help: help)
    }
}
