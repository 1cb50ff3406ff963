public import Foundation

/// How often each verdict was given, with what a report sums up with.
public struct VerdictCounts: Hashable, Sendable {
    /// The number of items by verdict; a verdict that was not given is left out.
    public private(set) var counts: [Verdict: Int] = [:]
    /// Items that no number judges (a direction by text only, a single figure without a start).
    public private(set) var open = 0

    /// Counts verdicts; nil is an item without one.
    public init(_ verdicts: some Sequence<Verdict?>) {
        for verdict in verdicts {
            if let verdict { counts[verdict, default: 0] += 1 } else { open += 1 }
        }
    }

    /// How many items there are, those without data included.
    public var total: Int { counts.values.reduce(open, +) }
    /// How many items have a verdict by figures or notes.
    public var judged: Int { counts.filter { $0.key != .noData }.values.reduce(0, +) }
    /// 进展符合预期: achieved, exceeded, ahead, on track or held.
    public var asExpected: Int { Verdict.allCases.filter(\.isAsExpected).map { counts[$0] ?? 0 }.reduce(0, +) }
    /// 完成率 of a final summary: (超额完成 + 完成 + 保持达标) of all; nil for nothing.
    public var completion: Decimal? {
        let done = [.achieved, .exceeded, .held].map { counts[$0] ?? 0 }.reduce(0, +)
        return total == 0 ? nil : Decimal(done) / Decimal(total)
    }

    /// The verdicts given, in the order of the scale, with shares of all items judged that add up to 100.
    public func shares(scale: Int = 1) -> [(verdict: Verdict, count: Int, percent: Decimal)] {
        let given = Verdict.allCases.filter { $0 != .noData && counts[$0] != nil }
        let numbers = given.map { counts[$0] ?? 0 }
        return zip(given, zip(numbers, Shares.percentages(of: numbers, scale: scale))).map { ($0, $1.0, $1.1) }
    }
}

extension Verdict {
    /// Whether an item with the verdict counts as going as expected.
    public var isAsExpected: Bool {
        switch self {
        case .achieved, .exceeded, .ahead, .onTrack, .held: true
        case .behind, .regressing, .broken, .missed, .noData: false
        }
    }

    /// Whether it falls short: behind, regressing, broken or missed.
    public var fallsShort: Bool { !isAsExpected && self != .noData }
}

/// Verdicts of the items of a group, such as a category, a chapter or a department.
public struct RollUp<Key: Hashable & Sendable>: Sendable {
    /// What the group has in common.
    public var key: Key
    /// The verdicts of its items.
    public var counts: VerdictCounts
}

extension RollUp {
    /// Groups items by their keys, in the order the keys first appear; an item with several keys counts in each.
    public static func group<Item>(
        _ items: [Item],
        by keys: (Item) -> [Key],
        verdict: (Item) -> Verdict?
    ) -> [RollUp] {
        var order: [Key] = []
        var verdicts: [Key: [Verdict?]] = [:]
        for item in items {
            for key in keys(item) {
                if verdicts[key] == nil { order.append(key) }
                verdicts[key, default: []].append(verdict(item))
            }
        }
        return order.map { RollUp(key: $0, counts: VerdictCounts(verdicts[$0] ?? [])) }
    }
}
