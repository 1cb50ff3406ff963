import Diagnostics

/// The functions of `#strings`, `#numbers` and the other utility objects.
enum UtilityRegistry {
    typealias Body = @Sendable (inout Machine, [Value]) throws(Fault) -> Value

    /// One function of a utility object.
    struct Function: Sendable {
        let object: String
        let name: String
        let arity: ClosedRange<Int>
        let body: Body

        var arityHelp: LocalizedText {
            let shown =
                arity.lowerBound == arity.upperBound ? "\(arity.lowerBound)" : "\(arity.lowerBound)–\(arity.upperBound)"
            return .init(en: "'#\(object).\(name)' takes \(shown) arguments", zh: "“#\(object).\(name)”需要 \(shown) 个参数")
        }
    }

    /// The utility objects.
    static let objects = [
        "aggregates", "arrays", "bools", "calendars", "conversions", "dates", "execInfo", "ids", "lists", "locale",
        "maps", "messages", "numbers", "objects", "sets", "strings", "temporals", "uris", "zh",
    ]

    /// Every function, in a fixed order.
    static let functions: [Function] =
        strings + stringVariants + numbers + lists + sets + maps + arrays + bools + objectFunctions + aggregates + uris
        + ids + messageFunctions + dates + temporals + chinese + localeFunctions

    private static let numbersByName: [String: Int32] = Dictionary(
        functions.enumerated().map { ("\($1.object).\($1.name)", Int32($0)) },
        uniquingKeysWith: { first, _ in first }
    )

    static func objectNumber(_ name: String) -> Int32? { objects.firstIndex(of: name).map(Int32.init) }

    static func number(_ object: String, _ name: String) -> Int32? { numbersByName["\(object).\(name)"] }

    static func names(of object: String) -> [String] { functions.filter { $0.object == object }.map(\.name) }
}

extension Machine {
    /// Calls a function of a utility object.
    mutating func utility(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let arguments = try arguments(node.pointee.b)
        return try UtilityRegistry.functions[Int(node.pointee.c)].body(&self, arguments)
    }

    /// A utility object that stands for itself.
    mutating func utilityValue(_ number: Int32) throws(Fault) -> Value {
        if UtilityRegistry.objects[Int(number)] == "locale" { return text(template.messages.locale) }
        return Value(tag: .utility)
    }

    /// What a function says about arguments it cannot take.
    func unusable(_ function: String, _ value: Value) -> Fault {
        Fault(
            "template.utility-arguments",
            .init(
                en: "'#\(function)' cannot take \(kind(value).en)",
                zh: "“#\(function)”不能接受\(kind(value).zh)"
            )
        )
    }

    /// A whole number argument.
    func integer(_ value: Value, _ function: String) throws(Fault) -> Int {
        guard let integer = Numbers.integer(value, self) else { throw unusable(function, value) }
        return Int(integer)
    }
}
