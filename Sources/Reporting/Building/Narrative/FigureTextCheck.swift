import Assessment
import Diagnostics
import PlanModel

/// Holds the figures and counts that a text states against those of its document.
struct FigureTextCheck {
    private let scanner: TextScanner
    private let histories: [ItemID: FigureHistory]
    private let areas: [String]
    private let own: [String]
    private let counts: CountCheck

    init(view: PlanView, scanner: TextScanner) {
        self.scanner = scanner
        histories = view.figureHistories
        let all = view.input.registry.areas
        areas = all.filter { $0.code != view.plan.area }.flatMap { [$0.name] + $0.aliases }
        own = all.filter { $0.code == view.plan.area }.flatMap { [$0.name] + $0.aliases }
        counts = CountCheck(indicators: view.indicators, year: view.date.cutOff.year)
    }

    /// Everything a passage states that the figures contradict, in the order of its words.
    func diagnostics(_ passage: Passage) -> [Diagnostic] {
        let text = Claim.removed(from: passage.text)
        return text.split { "。；！？\n".contains($0) }.flatMap { sentence in
            figures(sentence, passage) + counted(sentence, passage)
        }
    }

    // MARK: Figures

    private func figures(_ sentence: Substring, _ passage: Passage) -> [Diagnostic] {
        scanner.mentions(in: sentence).flatMap { mention -> [Diagnostic] in
            guard mention.subjects.count == 1, let subject = mention.subjects.first,
                let history = histories[subject.id]
            else { return [] }
            let words = FigureSentence(before: mention.before, areas: areas, own: own)
            guard words.statesFigure else { return [] }
            let check = FigureStatementCheck(history: history, year: words.year)
            return FigureStatementParser.statements(after: mention.after).compactMap { found in
                check.finding(found.statement).map { diagnostic($0, found.phrase, subject, passage) }
            }
        }
    }

    private func diagnostic(
        _ finding: FigureStatementCheck.Finding,
        _ phrase: String,
        _ subject: TextSubject,
        _ passage: Passage
    ) -> Diagnostic {
        let name = subject.names.first ?? ""
        switch finding {
        case .contradicted(let figures):
            let says = figures.joined(separator: "，")
            return passage.diagnostic(
                code: "narrative.contradicts-figures",
                at: phrase,
                LocalizedText(
                    en: "the text says '\(phrase)' of '\(name)' (\(subject.id)), the figures say: \(says)",
                    zh: "文字称“\(name)”“\(phrase)”（\(subject.id)），数据为：\(says)"
                ),
                help: [Self.correct]
            )
        case .wrongUnit(let unit):
            return passage.diagnostic(
                code: "narrative.wrong-unit",
                at: phrase,
                LocalizedText(
                    en: "the text says '\(phrase)' of '\(name)' (\(subject.id)), whose unit is \(unit)",
                    zh: "文字称“\(name)”“\(phrase)”（\(subject.id)），该指标的计量单位是\(unit)"
                ),
                help: [LocalizedText(en: "correct figure and unit in the text", zh: "请更正文字中的数值和单位")]
            )
        }
    }

    // MARK: Counts

    private func counted(_ sentence: Substring, _ passage: Passage) -> [Diagnostic] {
        guard !areas.contains(where: sentence.contains) else { return [] }
        return counts.contradictions(in: sentence).map { found in
            passage.diagnostic(
                code: "narrative.contradicts-figures",
                at: found.phrase,
                LocalizedText(
                    en: "the text says '\(found.phrase)', the verdicts say: \(found.evidence)",
                    zh: "文字称“\(found.phrase)”，判断结果为：\(found.evidence)"
                ),
                help: [Self.correct]
            )
        }
    }

    private static let correct = LocalizedText(
        en: "correct the text, or the figure if it is wrong",
        zh: "请修改文字；如数据有误，请更正数据"
    )
}

extension TextScanner {
    /// A name in a sentence, with the words around it.
    struct Mention {
        /// All that go by the name.
        let subjects: [TextSubject]
        /// From the start of the sentence to the name.
        let before: Substring
        /// From the name to the next one, or to the end of the sentence.
        let after: Substring
    }

    /// The names in a sentence, in order.
    func mentions(in sentence: Substring) -> [Mention] {
        let scalars = Array(sentence.unicodeScalars)
        var names: [(subjects: [TextSubject], start: Int, end: Int)] = []
        var index = 0
        while index < scalars.count {
            if let name = named(at: index, in: scalars) {
                names.append((name.subjects, index, index + name.length))
                index += name.length
            } else {
                index += 1
            }
        }
        return names.enumerated().map { number, name in
            let end = number + 1 < names.count ? names[number + 1].start : scalars.count
            return Mention(
                subjects: name.subjects,
                before: Self.text(scalars[..<name.start]),
                after: Self.text(scalars[name.end..<end])
            )
        }
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> Substring {
        Substring(String(String.UnicodeScalarView(scalars)))
    }
}
