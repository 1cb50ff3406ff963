import Foundation
import PlanModel

/// Reads the commitments in a text, sentence by sentence.
struct TargetReader {
    private let prose: Prose
    private let issued: Int?
    /// Whether commitments without a number are looked for, too.
    private let readsWords: Bool
    private var deadline: TimePeriod?
    private var deadlineStart: Int?
    private var weakSentence = false
    /// Whether the sentence tells of the years before the plan.
    private var isPast = false
    /// Several dates that the numbers of the next clause belong to, one each.
    private var listed: [TimePeriod] = []
    private var lastKind: Target.Kind?
    private var targets: [DraftTarget] = []
    private var review: [ReviewItem] = []

    /// The commitments in a prose, and what should be looked at.
    static func read(_ prose: Prose, issued: Int?, readsWords: Bool = true) -> (
        targets: [DraftTarget], review: [ReviewItem]
    ) {
        var reader = TargetReader(prose: prose, issued: issued, readsWords: readsWords)
        for clause in Clause.all(in: prose) { reader.read(clause) }
        return (reader.targets, reader.review)
    }

    private init(prose: Prose, issued: Int?, readsWords: Bool) {
        self.prose = prose
        self.issued = issued
        self.readsWords = readsWords
    }

    private mutating func read(_ clause: Clause) {
        if clause.startsSentence {
            deadline = nil
            deadlineStart = nil
            weakSentence = false
            isPast = false
            listed = []
            lastKind = nil
        }
        let deadlines = Deadlines.found(in: clause.scalars[...], issued: issued).filter {
            !clause.quoted[$0.range.upperBound - 1] || $0.range.count > 4
        }
        if let last = deadlines.last {
            deadline = last.period
            isPast = false
            if deadlines.count > 1 { listed = deadlines.map(\.period) }
            deadlineStart = isOnlyDeadline(clause, deadlines) ? clause.origin.lowerBound : nil
        }
        if deadlines.isEmpty, tellsOfPast(clause) { isPast = true }
        if isPast { return }
        if clause.first(of: TargetWords.weak) != nil, clause.scalars.count < 8 || clause.startsSentence {
            weakSentence = weakSentence || clause.scalars.begins(with: "鼓励")
        }
        guard clause.scalars.count <= Self.longestClause else {
            reviewLongClause(clause)
            return
        }
        let parts = ClauseParts.split(clause)
        for part in parts { readPart(part, of: clause, deadlines: deadlines, isWhole: parts.count == 1) }
        if !isOnlyDeadline(clause, deadlines) { deadlineStart = nil }
    }

    /// 2020年，全市共有…: a year before the plan at the beginning of a clause.
    private func tellsOfPast(_ clause: Clause) -> Bool {
        guard let issued, let year = Years.all(in: clause.scalars[...]).first(where: \.isMarked), year.year < issued
        else {
            return clause.scalars.begins(with: "截至") || clause.scalars.begins(with: "目前，")
        }
        let start = year.range.lowerBound
        return start <= 2 && !clause.scalars.hasAny(["比", "较", "以来", "提高到", "提升到", "前建成", "印发"])
    }

    /// Longer ones are no sentences of a plan; they would take time without end.
    private static let longestClause = 600

    private mutating func reviewLongClause(_ clause: Clause) {
        review.append(
            .at(span(clause), .possibleTarget, en: "a clause too long to be read for targets", zh: "分句过长，未识别目标")
        )
    }

    private func isOnlyDeadline(_ clause: Clause, _ deadlines: [Deadlines.Found]) -> Bool {
        guard let last = deadlines.last else { return false }
        return clause.scalars.count - last.range.count <= 3 && deadlines.count == 1
    }

    private mutating func readPart(_ clause: Clause, of whole: Clause, deadlines: [Deadlines.Found], isWhole: Bool) {
        let quantities = Quantity.all(in: clause)
        let numeric = NumericRules.targets(quantities, in: clause)
        let found =
            numeric.isEmpty && readsWords
            ? WordRules.target(in: clause, hasDeadline: deadline != nil, after: lastKind).map { [$0] } ?? []
            : numeric
        let text = isWhole ? span(whole) : span(clause.words)
        for (index, var target) in found.enumerated() {
            target.prose = text
            target.deadline = target.deadline ?? deadline
            if listed.count == found.count { target.deadline = listed[index] }
            target.isWeak = target.isWeak || (weakSentence && target.kind == .direction)
            targets.append(target)
            lastKind = target.kind
        }
        if found.isEmpty {
            reviewNumbers(quantities, in: clause, text: text)
            reviewWords(clause, dated: (deadlineStart == nil) == !deadlines.isEmpty, text: text)
        } else if DoubtRules.mayBeTwo(clause, found) {
            add(text, .doubtfulTarget, en: "one target was read, but the words may state two", zh: "读作一个目标，可能是两个")
        }
    }

    private mutating func add(_ text: Prose, _ code: ReviewItem.Code, en: String, zh: String) {
        var item = ReviewItem.at(text, code, en: en, zh: zh)
        item.covered = []
        review.append(item)
    }

    /// Words that often state a commitment, in a form that no rule is sure of.
    private mutating func reviewWords(_ clause: Clause, dated: Bool, text: Prose) {
        guard readsWords, DoubtRules.mayCommit(clause, dated: dated) else { return }
        add(text, .possibleTarget, en: "these words may state a target", zh: "可能是目标，未识别")
    }

    /// A number that might be a commitment goes to the review list.
    private mutating func reviewNumbers(_ quantities: [Quantity], in clause: Clause, text: Prose) {
        guard quantities.contains(where: { !$0.isWord && $0.unit != nil }) else { return }
        add(text, .possibleTarget, en: "a number that was not read as a target", zh: "含数字但未识别为目标")
    }

    /// The wording of a whole clause, with 到2025年， before it.
    private func span(_ clause: Clause) -> Prose {
        var end = clause.origin.upperBound
        let signs = "，。；,;！".unicodeScalars
        while end > clause.origin.lowerBound, prose.scalars[end - 1].isBlank || signs.contains(prose.scalars[end - 1]) {
            end -= 1
        }
        return prose[(deadlineStart ?? clause.origin.lowerBound)..<max(end, clause.origin.lowerBound)].trimmed
    }

    /// The wording of a part of a clause.
    private func span(_ words: Prose) -> Prose {
        var end = words.count
        while end > 0, "，。；,;、".unicodeScalars.contains(words.scalars[end - 1]) { end -= 1 }
        guard end > 0 else { return words }
        return prose[place(of: words.origins[0])..<place(of: words.origins[end - 1]) + 1]
    }

    /// The index of the character that was read from a place; places ascend.
    private func place(of origin: Int) -> Int {
        var low = 0
        var high = prose.count - 1
        while low < high {
            let middle = (low + high) / 2
            if prose.origins[middle] < origin { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
