import Diagnostics
import Foundation
import PlanModel

/// Compares figures: the same quantity with two values, and the same commitment said twice.
enum QuantityLint {
    /// How alike two subjects of one plan must be to be taken for the same quantity.
    private static let sameQuantity = 0.5
    /// How alike they must be when they stand in two plans, whose authors choose their words apart.
    private static let sameQuantityElsewhere = 0.45
    /// How alike they must be where the values agree as well.
    private static let sameCommitment = 0.45

    /// Compares all figures of all plans.
    static func check(_ plans: [Plan]) -> [Diagnostic] {
        let quantities = plans.flatMap(LintQuantity.all)
        let counts = counts(quantities)
        let total = Double(max(2, quantities.count))
        // Pairs of characters that few figures share say more than those that many share.
        let weights = counts.mapValues { log(1 + total / Double($0)) }
        var result: [Diagnostic] = []
        for (index, first) in quantities.enumerated() {
            for second in quantities[(index + 1)...] where comparable(first, second) {
                let likeness = max(
                    likeness(first, second, weights),
                    sharedTerm(first, second, counts, quantities.count)
                )
                if let found = compare(first, second, likeness) { result.append(found) }
            }
        }
        return result
    }

    /// Rates are compared with rates, numbers of things with those of the same unit.
    private static func comparable(_ first: LintQuantity, _ second: LintQuantity) -> Bool {
        guard first.unit == second.unit, !first.pairs.isDisjoint(with: second.pairs) else { return false }
        // What one sentence or one table sets side by side is set apart on purpose.
        let apart = first.plan != second.plan || first.anchor.lines != second.anchor.lines
        return apart && !(first.plan == second.plan && first.isIndicator && second.isIndicator)
    }

    private static func counts(_ quantities: [LintQuantity]) -> [UInt64: Int] {
        var counts: [UInt64: Int] = [:]
        for quantity in quantities { for pair in quantity.pairs { counts[pair, default: 0] += 1 } }
        return counts
    }

    /// A term of four characters or more that hardly any other figure uses: 交流轮岗. Only between plans.
    private static func sharedTerm(
        _ first: LintQuantity,
        _ second: LintQuantity,
        _ counts: [UInt64: Int],
        _ total: Int
    ) -> Double {
        guard first.plan != second.plan, first.unit == "%" else { return 0 }
        let rare = max(4, total / 30)
        var length = 0
        for pair in first.run {
            length = second.pairs.contains(pair) && counts[pair, default: 0] <= rare ? length + 1 : 0
            if length >= 3 { return sameQuantityElsewhere }
        }
        return 0
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
            return likeness >= sameCommitment ? repeated(first, second) : nil
        }
        let needed = first.plan == second.plan ? sameQuantity : sameQuantityElsewhere
        guard likeness >= needed, isContradiction(first, second) else { return nil }
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
