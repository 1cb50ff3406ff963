import Diagnostics
import Foundation
import PlanModel

/// Compares figures: the same quantity with two values, and the same commitment said twice.
enum QuantityLint {
    /// How alike two subjects must be to be taken for the same quantity.
    private static let sameQuantity = 0.5
    /// How alike they must be where the values agree as well.
    private static let sameCommitment = 0.45

    /// Compares all figures of all plans.
    static func check(_ plans: [Plan]) -> [Diagnostic] {
        let quantities = plans.flatMap(LintQuantity.all)
        let weights = weights(quantities)
        var result: [Diagnostic] = []
        for (index, first) in quantities.enumerated() {
            for second in quantities[(index + 1)...] where comparable(first, second) {
                let likeness = likeness(first, second, weights)
                if let found = compare(first, second, likeness) { result.append(found) }
            }
        }
        return result
    }

    /// Rates are compared with rates, numbers of things with those of the same unit.
    private static func comparable(_ first: LintQuantity, _ second: LintQuantity) -> Bool {
        first.unit == second.unit && !first.pairs.isDisjoint(with: second.pairs)
    }

    /// Pairs of characters that few figures share say more than those that many share.
    private static func weights(_ quantities: [LintQuantity]) -> [UInt64: Double] {
        var counts: [UInt64: Int] = [:]
        for quantity in quantities { for pair in quantity.pairs { counts[pair, default: 0] += 1 } }
        let total = Double(max(2, quantities.count))
        return counts.mapValues { log(1 + total / Double($0)) }
    }

    private static func likeness(_ first: LintQuantity, _ second: LintQuantity, _ weights: [UInt64: Double]) -> Double {
        let shared = first.pairs.intersection(second.pairs).reduce(0) { $0 + (weights[$1] ?? 0) }
        let ours = first.pairs.reduce(0) { $0 + (weights[$1] ?? 0) }
        let theirs = second.pairs.reduce(0) { $0 + (weights[$1] ?? 0) }
        let dice = 2 * shared / max(ours + theirs, 1)
        // A short subject that a longer one contains nearly whole is the same with a qualifier.
        let contained = shared / max(min(ours, theirs), 1)
        return max(dice, contained * 0.72)
    }

    private static func compare(_ first: LintQuantity, _ second: LintQuantity, _ likeness: Double) -> Diagnostic? {
        if first.value == second.value {
            guard likeness >= sameCommitment, first.id != second.id || first.plan != second.plan else { return nil }
            return first.year == second.year && first.kind == second.kind && first.subject == second.subject
                ? nil : repeated(first, second)
        }
        guard likeness >= sameQuantity, isContradiction(first, second) else { return nil }
        return conflicting(first, second)
    }

    /// A higher value in a later year is a step on the way; a later limit that is looser is not.
    private static func isContradiction(_ first: LintQuantity, _ second: LintQuantity) -> Bool {
        if first.plan == second.plan, first.year != second.year {
            let (earlier, later) = first.year < second.year ? (first, second) : (second, first)
            return first.kind == .atMost ? later.value > earlier.value : later.value < earlier.value
        }
        return first.recurs == second.recurs || first.unit == "%"
    }

    private static func conflicting(_ first: LintQuantity, _ second: LintQuantity) -> Diagnostic {
        PlanLint.warning(
            second.plan,
            second.anchor,
            "plan.conflicting-values",
            en:
                "'\(second.subject)' is \(second.stated), but \(first.place) says \(first.stated) for '\(first.subject)'",
            zh:
                "“\(second.subject)”为\(second.statedChinese)，而\(first.placeChinese)“\(first.subject)”为\(first.statedChinese)",
            help: LocalizedText(
                en: "compare both sentences; report both values if the issuer does not settle it",
                zh: "请对照两处原文；发文机关未明确前两个数值并列报告"
            )
        )
    }

    private static func repeated(_ first: LintQuantity, _ second: LintQuantity) -> Diagnostic {
        PlanLint.warning(
            second.plan,
            second.anchor,
            "plan.repeated-target",
            en: "'\(second.subject)' (\(second.stated)) repeats '\(first.subject)' (\(first.stated)) of \(first.place)",
            zh:
                "“\(second.subject)”（\(second.statedChinese)）与\(first.placeChinese)“\(first.subject)”（\(first.statedChinese)）重复",
            help: LocalizedText(en: "collect one figure for both if they mean the same", zh: "如为同一目标，只需采集一次数据")
        )
    }
}

extension LintQuantity {
    fileprivate var stated: String { "\(sign)\(value) \(unit) by \(year)" }
    fileprivate var statedChinese: String { "\(sign)\(value)\(unit)（\(year)年）" }
    fileprivate var place: String { "Plans/\(plan)/source.txt:\(anchor.lines.lowerBound)" }
    fileprivate var placeChinese: String { "\(place)处" }

    private var sign: String {
        switch kind {
        case .atLeast: "≥"
        case .atMost: "≤"
        case .about: "≈"
        default: ""
        }
    }
}
