import Foundation
import PlanModel

/// Makes commitments of numbers.
enum NumericRules {
    /// The commitments that the numbers of a clause state.
    static func targets(_ quantities: [Quantity], in clause: Clause) -> [DraftTarget] {
        var result: [DraftTarget] = []
        for (index, quantity) in quantities.enumerated() {
            let from = index > 0 ? quantities[index - 1].range.upperBound : 0
            let context = Context(quantity, in: clause, from: from, before: result.last)
            guard var target = context.target() else { continue }
            if index + 1 < quantities.count, target.kind == .atLeast {
                inheritLimit(&target, quantity, quantities[index + 1], in: clause)
            }
            result.append(target)
        }
        return result
    }

    /// 分别达到90%、99%以下: what stands after the last number of a list holds for all.
    private static func inheritLimit(
        _ target: inout DraftTarget,
        _ quantity: Quantity,
        _ next: Quantity,
        in clause: Clause
    ) {
        let between = clause.scalars[quantity.range.upperBound..<next.range.lowerBound]
        guard between.count == 1, let sign = between.first, "、和".unicodeScalars.contains(sign) else { return }
        if clause.scalars[...].word(of: TargetWords.atMostAfter, at: next.range.upperBound) != nil {
            target.kind = .atMost
        }
        if clause.scalars[...].word(of: TargetWords.aboutAfter, at: next.range.upperBound) != nil {
            target.kind = .about
        }
    }

    /// What stands around a number.
    private struct Context {
        let quantity: Quantity
        let clause: Clause
        let words: ArraySlice<Unicode.Scalar>
        /// The words before the number, back to the number before it.
        let before: ArraySlice<Unicode.Scalar>
        let previous: DraftTarget?

        init(_ quantity: Quantity, in clause: Clause, from: Int, before previous: DraftTarget?) {
            self.quantity = quantity
            self.clause = clause
            words = clause.scalars[...]
            before = words[from..<quantity.range.lowerBound]
            self.previous = previous
        }

        func target() -> DraftTarget? {
            guard !isStartingPoint, isCommitment else { return nil }
            var target = DraftTarget(
                kind: kind,
                subject: SubjectReader.subject(of: quantity, in: clause),
                prose: Prose()
            )
            target.unit = unit
            if quantity.upper != nil {
                target.kind = .range
                target.lower = quantity.lower
                target.upper = quantity.upper
            } else {
                target.value = quantity.lower
            }
            target.direction = direction
            target.recurrence = target.kind == .growthRate ? nil : recurrence
            target.isWeak = clause.first(of: TargetWords.weak).map { $0.index < quantity.range.lowerBound } ?? false
            target.holds = head.hasAny(["保持", "稳定在", "继续保持"])
            return target
        }

        private var head: ArraySlice<Unicode.Scalar> { words[..<quantity.range.lowerBound] }

        /// The limit that stands directly after the number.
        private var limit: Word? {
            let all = TargetWords.atLeastAfter + TargetWords.atMostAfter + TargetWords.aboutAfter
            return words.word(of: all, at: quantity.range.upperBound)
        }

        /// 从52%提高到60%: the first number is where things stand.
        private var isStartingPoint: Bool {
            guard before.hasAny(["从", "由", "比", "较"]) else { return false }
            let after = words[quantity.range.upperBound...].prefix(4)
            return after.hasAny(["提高", "提升", "增加", "增长", "下降", "降", "扩大", "减少", "上升"])
                && !before.hasAny(TargetWords.atLeastBefore)
        }

        private var isCommitment: Bool {
            if head.suffix(8).hasAny(["消除", "杜绝", "严禁", "禁止"]) { return false }
            if quantity.unit == "%" || quantity.unit == "‰" { return true }
            if limit != nil || before.hasAny(TargetWords.atLeastBefore + TargetWords.atMostBefore) {
                return quantity.unit != nil
                    || before.hasAny(["达到", "降至", "降到", "控制在", "下降到", "不低于", "不超过", "提高到", "提升到"])
            }
            guard quantity.unit != nil else { return false }
            if recurrence != nil || head.suffix(6).hasAny(TargetWords.each) { return true }
            let listed = before.last == "、" || before.last == "和" || before.contains("、")
            if previous != nil, before.count <= 24, listed { return true }
            return isDoing
        }

        /// Whether the nearest verb before the number does something with it.
        private var isDoing: Bool {
            let doing = TargetWords.doing.compactMap { head.last($0) }.max() ?? -1
            let speaking = TargetWords.speaking.compactMap { head.last($0) }.max() ?? -1
            return doing > speaking
        }

        private var unit: String? {
            if let unit = quantity.unit { return unit.text == "百分点" ? "个百分点" : unit.text }
            return head.hasAny(["之比", "比值", "系数"]) ? "比值" : nil
        }

        private var recurrence: Target.Recurrence? { TargetWords.yearly.first { head.last($0.0) != nil }?.1 }

        private var kind: Target.Kind {
            if let limit, TargetWords.aboutAfter.contains(limit), !isGrowth { return .about }
            if recurrence != nil, let yearly = yearlyKind { return yearly }
            if let limit, TargetWords.atMostAfter.contains(limit) { return .atMost }
            if let limit, TargetWords.atLeastAfter.contains(limit) { return .atLeast }
            let most = nearest(TargetWords.atMostBefore)
            let least = nearest(TargetWords.atLeastBefore)
            if most == (-1, -1), least == (-1, -1), let previous, [.atLeast, .atMost, .about].contains(previous.kind),
                quantity.unit?.text == previous.unit
            {
                return previous.kind
            }
            return most > least ? .atMost : .atLeast
        }

        /// Where the nearest of some words before the number ends; of two that end together the longer counts (不超过, 超过).
        private func nearest(_ list: [Word]) -> (end: Int, length: Int) {
            list.compactMap { word in
                before.last(word).map { (end: $0 + word.scalars.count, length: word.scalars.count) }
            }.max { $0 < $1 } ?? (-1, -1)
        }

        private var isShare: Bool { quantity.unit == "%" || quantity.unit == "‰" }

        private var isGrowth: Bool { head.hasAny(["年均增长", "年均增速", "年均递增", "年均增"]) && isShare }

        /// 每年下降1个百分点, 年均增长10%, 每年建设10所; nil for a level that is to hold each year.
        private var yearlyKind: Target.Kind? {
            if isGrowth { return .growthRate }
            let isPoints = quantity.unit.map { $0.text.hasSuffix("分点") } ?? false
            let moves = before.suffix(8).hasAny(TargetWords.up + TargetWords.down)
            if isPoints || (isShare && moves) { return .yearlyChange }
            return isShare ? nil : .yearlyAmount
        }

        private var direction: Target.Direction? {
            let near = before.suffix(10)
            let up = TargetWords.up.compactMap { near.last($0) }.max() ?? -1
            let down = TargetWords.down.compactMap { near.last($0) }.max() ?? -1
            if up < 0, down < 0 { return nil }
            if near.hasAny(["控制在"]) { return nil }
            return up > down ? .up : .down
        }
    }
}
