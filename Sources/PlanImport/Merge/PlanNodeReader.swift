import Yams

extension PlanNode {
    /// Reads the text of a plan file; nil when it is no YAML mapping.
    static func read(_ yaml: String) -> PlanNode? {
        guard let node = try? Yams.compose(yaml: yaml), node.mapping != nil else { return nil }
        return PlanNode(node)
    }

    private init(_ node: Node) {
        switch node {
        case .mapping(let mapping):
            self = .map(mapping.map { Entry($0.key.scalar?.string ?? "", PlanNode($0.value)) })
        case .sequence(let sequence): self = .list(sequence.map { PlanNode($0) })
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain && (YAMLWriter.scalar(scalar.string) != scalar.string)
            self = isPlain ? .plain(scalar.string) : .text(scalar.string)
        case .alias: self = .text("")
        }
    }

    /// Whether two values say the same, however they are quoted.
    func says(_ other: PlanNode) -> Bool {
        if let string, let words = other.string { return string == words }
        switch (self, other) {
        case (.map(let ours), .map(let theirs)):
            return ours.count == theirs.count
                && ours.allSatisfy { entry in other[entry.key].map { entry.value.says($0) } ?? false }
        case (.list(let ours), .list(let theirs)):
            return ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.says($1) }
        default: return false
        }
    }
}
