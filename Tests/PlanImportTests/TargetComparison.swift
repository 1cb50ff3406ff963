import Foundation
import Yams

/// How many targets of a reviewed plan an import found, and how many of those it found are right.
struct TargetComparison {
    /// A target as both files write it.
    struct Entry: Hashable {
        var owner: String
        var kind: String
        var value: String
        var unit: String
        var deadline: String
        var text: String

        var description: String { "\(owner) | \(kind) | \(value)\(unit) | \(deadline) | \(text)" }
    }

    private(set) var missed: [Entry] = []
    private(set) var surplus: [Entry] = []
    private(set) var matched = 0

    var recall: Double { Double(matched) / Double(max(1, matched + missed.count)) }
    var precision: Double { Double(matched) / Double(max(1, matched + surplus.count)) }

    init(imported: Node, reviewed: Node) {
        var ours = Self.targets(imported)
        for target in Self.targets(reviewed) {
            if let index = ours.firstIndex(where: { Self.isSame($0, target) }) {
                ours.remove(at: index)
                matched += 1
            } else {
                missed.append(target)
            }
        }
        surplus = ours
    }

    /// The same kind, figure, unit and date, and words that overlap.
    private static func isSame(_ ours: Entry, _ theirs: Entry) -> Bool {
        ours.owner == theirs.owner && ours.kind == theirs.kind && ours.value == theirs.value && ours.unit == theirs.unit
            && ours.deadline == theirs.deadline && overlap(ours.text, theirs.text)
    }

    private static func overlap(_ ours: String, _ theirs: String) -> Bool {
        if ours.contains(theirs) || theirs.contains(ours) { return true }
        let a = Set(ours)
        let b = Set(theirs)
        return Double(a.intersection(b).count) >= 0.6 * Double(min(a.count, b.count))
    }

    static func targets(_ plan: Node) -> [Entry] {
        var result: [Entry] = []
        for chapter in plan.list("chapters") {
            add(chapter, to: &result)
            chapter.list("tasks").forEach { add($0, to: &result) }
            for section in chapter.list("sections") {
                add(section, to: &result)
                section.list("tasks").forEach { add($0, to: &result) }
            }
        }
        for project in plan.list("key_projects") {
            add(project, to: &result)
            project.list("goals").forEach { add($0, to: &result) }
        }
        return result
    }

    private static func add(_ owner: Node, to result: inout [Entry]) {
        for target in owner.list("targets") {
            let range = target.strings("range").joined(separator: "—")
            result.append(
                Entry(
                    owner: owner.string("id"),
                    kind: target.string("kind"),
                    value: range.isEmpty ? target.string("value") : range,
                    unit: target.string("unit"),
                    deadline: target.string("deadline"),
                    text: target.string("text").filter { !$0.isWhitespace }
                )
            )
        }
    }
}
