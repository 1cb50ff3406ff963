import Foundation

/// A value of a YAML file whose keys keep their order.
indirect enum PlanNode: Hashable, Sendable {
    /// A mapping.
    case map([Entry])
    /// A list.
    case list([PlanNode])
    /// Words.
    case text(String)
    /// A number or a word that is written as it is.
    case plain(String)

    /// A key with its value.
    struct Entry: Hashable, Sendable {
        var key: String
        var value: PlanNode

        init(_ key: String, _ value: PlanNode) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a key; nil when there is none.
    subscript(_ key: String) -> PlanNode? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The elements of a list; empty for everything else.
    var elements: [PlanNode] { if case .list(let elements) = self { elements } else { [] } }

    /// The entries of a mapping; empty for everything else.
    var entries: [Entry] { if case .map(let entries) = self { entries } else { [] } }

    /// The words or the number.
    var string: String? {
        switch self {
        case .text(let text), .plain(let text): text
        default: nil
        }
    }

    static func number(_ value: Decimal) -> PlanNode { .plain(value.description) }
    static func number(_ value: Int) -> PlanNode { .plain(String(value)) }
}
