/// The variables that may hold `_`: parameters and `th:with` variables that were given it somewhere in a program.
struct NoOperationNames: Equatable {
    private var names: Set<String> = []
    /// Any variable may, because it is not known which ones do.
    private var isAny = false

    /// No variable holds `_`.
    static let none = NoOperationNames()
    /// Every variable may hold it.
    static let any: NoOperationNames = {
        var result = NoOperationNames()
        result.isAny = true
        return result
    }()

    func contains(_ name: String) -> Bool { isAny || names.contains(name) }

    /// Adds a name; nil stands for a name that is not known.
    mutating func insert(_ name: String?) {
        if let name { names.insert(name) } else { isAny = true }
    }

    /// Whether an expression may come to `_`.
    func allow(_ expr: Expr) -> Bool {
        switch expr.kind {
        case .noOperation: true
        case .name(let name): contains(name)
        case .conditional(_, let then, let otherwise): allow(then) || otherwise.map(allow) == true
        case .elvis(let value, let fallback): allow(value) || allow(fallback)
        default: false
        }
    }
}
