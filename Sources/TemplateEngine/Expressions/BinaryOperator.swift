/// An operator between two operands inside `${…}`.
struct BinaryOperator {
    var meaning: Expr.Operator
    /// How tightly it binds; the loosest have 0.
    var level: Int

    /// Those written as signs.
    static let signs = table(\.signs)
    /// Those written as words.
    static let words = table(\.words)
    /// `not in`, which is two words.
    static let notIn = BinaryOperator(meaning: .notIn, level: words["in"]?.level ?? 0)

    private typealias Entry = (meaning: Expr.Operator, signs: [String], words: [String])

    /// OGNL's levels, loosest first.
    private static let levels: [[Entry]] = [
        [(.or, ["||"], ["or"])],
        [(.and, ["&&"], ["and"])],
        [(.bitOr, ["|"], ["bor"])],
        [(.bitXor, ["^"], ["xor"])],
        [(.bitAnd, ["&"], ["band"])],
        [(.equal, ["=="], ["eq"]), (.notEqual, ["!="], ["neq", "ne"])],
        [
            (.lessOrEqual, ["<="], ["lte", "le"]), (.greaterOrEqual, [">="], ["gte", "ge"]),
            (.less, ["<"], ["lt"]), (.greater, [">"], ["gt"]), (.in, [], ["in"]),
        ],
        [(.shiftLeft, ["<<"], ["shl"]), (.shiftRight, [">>"], ["shr"]), (.shiftRightUnsigned, [">>>"], ["ushr"])],
        [(.add, ["+"], []), (.subtract, ["-"], [])],
        [(.multiply, ["*"], []), (.divide, ["/"], ["div"]), (.remainder, ["%"], ["mod"])],
    ]

    private static func table(_ spellings: (Entry) -> [String]) -> [String: BinaryOperator] {
        var result: [String: BinaryOperator] = [:]
        for (level, entries) in levels.enumerated() {
            for entry in entries {
                for spelling in spellings(entry) {
                    result[spelling] = BinaryOperator(meaning: entry.meaning, level: level)
                }
            }
        }
        return result
    }
}
