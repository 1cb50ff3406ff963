/// Gives new items other identifiers where an item that people know already has theirs.
enum IdentifierRepair {
    /// What stands before the identifier of an item that is new.
    private static let mark = "new:"

    /// An item whose identifiers give way to those that people know.
    static func marked(_ node: PlanNode) -> PlanNode {
        switch node {
        case .list(let elements): .list(elements.map(marked))
        case .map(let entries):
            .map(
                entries.map { entry in
                    guard entry.key == "id", let id = entry.value.string else {
                        return .init(entry.key, marked(entry.value))
                    }
                    return .init("id", .text(mark + id))
                }
            )
        default: node
        }
    }

    /// A plan in which no identifier stands twice; new items give way to those in `kept`.
    static func unique(_ plan: PlanNode, kept: PlanNode) -> PlanNode {
        var used: Set<String> = []
        var reserved: Set<String> = []
        collect(kept, into: &reserved)
        return rename(plan, used: &used, reserved: reserved)
    }

    private static func collect(_ node: PlanNode, into identifiers: inout Set<String>) {
        if let id = node["id"]?.string { identifiers.insert(id) }
        for entry in node.entries { collect(entry.value, into: &identifiers) }
        for element in node.elements { collect(element, into: &identifiers) }
    }

    private static func rename(_ node: PlanNode, used: inout Set<String>, reserved: Set<String>) -> PlanNode {
        switch node {
        case .list(let elements): return .list(elements.map { rename($0, used: &used, reserved: reserved) })
        case .map(let entries):
            return .map(
                entries.map { entry in
                    guard entry.key == "id", let id = entry.value.string else {
                        return .init(entry.key, rename(entry.value, used: &used, reserved: reserved))
                    }
                    return .init("id", .text(free(id, &used, reserved)))
                }
            )
        default: return node
        }
    }

    private static func free(_ id: String, _ used: inout Set<String>, _ reserved: Set<String>) -> String {
        let isNew = id.hasPrefix(mark)
        let id = isNew ? String(id.dropFirst(mark.count)) : id
        if !isNew || !reserved.contains(id), used.insert(id).inserted { return id }
        var number = 2
        while used.contains("\(id)-\(number)") || reserved.contains("\(id)-\(number)") { number += 1 }
        used.insert("\(id)-\(number)")
        return "\(id)-\(number)"
    }
}
