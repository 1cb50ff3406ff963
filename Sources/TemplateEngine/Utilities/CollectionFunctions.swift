import Diagnostics

/// `#lists`, `#sets`, `#arrays`, `#maps`, `#bools`, `#objects`, `#aggregates`.
extension UtilityRegistry {
    private static func function(
        _ object: String,
        _ name: String,
        _ arity: ClosedRange<Int>,
        _ body: @escaping Body
    ) -> Function {
        Function(object: object, name: name, arity: arity, body: body)
    }

    private static func shared(_ object: String) -> [Function] {
        [
            function(object, "isEmpty", 1...1) { (machine, arguments) throws(Fault) in
                Value(try machine.collection(arguments[0], object, allowsNull: true).isEmpty)
            },
            function(object, object == "arrays" ? "length" : "size", 1...1) { (machine, arguments) throws(Fault) in
                Value(try machine.collection(arguments[0], object).count)
            },
            function(object, "contains", 2...2) { (machine, arguments) throws(Fault) in
                let items = try machine.collection(arguments[0], object)
                return Value(items.contains { machine.same($0, arguments[1]) })
            },
            function(object, "containsAll", 2...64) { (machine, arguments) throws(Fault) in
                let items = try machine.collection(arguments[0], object)
                let wanted = arguments.count == 2 ? machine.elements(arguments[1]) : Array(arguments.dropFirst())
                return Value(wanted.allSatisfy { want in items.contains { machine.same($0, want) } })
            },
        ]
    }

    static let lists: [Function] =
        shared("lists")
        + [
            function("lists", "toList", 1...1) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { throw machine.unusable("lists.toList", arguments[0]) }
                return machine.list(try machine.collection(arguments[0], "lists"))
            },
            function("lists", "sort", 1...2) { (machine, arguments) throws(Fault) in
                machine.list(try machine.sorted(try machine.collection(arguments[0], "lists")))
            },
        ]

    static let sets: [Function] =
        shared("sets")
        + [
            function("sets", "toSet", 1...1) { (machine, arguments) throws(Fault) in
                machine.list(machine.unique(try machine.collection(arguments[0], "sets")), set: true)
            }
        ]

    static let arrays: [Function] =
        shared("arrays")
        + [
            "toArray", "toStringArray", "toIntegerArray", "toLongArray", "toDoubleArray", "toFloatArray",
            "toBooleanArray",
        ]
        .map { name in
            function("arrays", name, 1...1) { (machine, arguments) throws(Fault) in
                if name == "toStringArray" {
                    let items = machine.elements(arguments[0])
                    return machine.list(items.map { $0.isNull ? $0 : machine.text($0) })
                }
                return machine.list(machine.elements(arguments[0]))
            }
        }

    static let maps: [Function] = [
        function("maps", "isEmpty", 1...1) { (machine, arguments) throws(Fault) in
            if arguments[0].isNull { return Value(true) }
            return Value(machine.entryCount(try machine.checkedMap(arguments[0])) == 0)
        },
        function("maps", "size", 1...1) { (machine, arguments) throws(Fault) in
            Value(machine.entryCount(try machine.checkedMap(arguments[0])))
        },
        function("maps", "containsKey", 2...2) { (machine, arguments) throws(Fault) in
            Value(machine.hasKey(try machine.checkedMap(arguments[0]), arguments[1]))
        },
        function("maps", "containsValue", 2...2) { (machine, arguments) throws(Fault) in
            let values = machine.values(try machine.checkedMap(arguments[0]))
            return Value(values.contains { machine.same($0, arguments[1]) })
        },
        function("maps", "containsAllKeys", 2...64) { (machine, arguments) throws(Fault) in
            let map = try machine.checkedMap(arguments[0])
            let wanted = arguments.count == 2 ? machine.elements(arguments[1]) : Array(arguments.dropFirst())
            return Value(wanted.allSatisfy { machine.hasKey(map, $0) })
        },
        function("maps", "containsAllValues", 2...64) { (machine, arguments) throws(Fault) in
            let values = machine.values(try machine.checkedMap(arguments[0]))
            let wanted = arguments.count == 2 ? machine.elements(arguments[1]) : Array(arguments.dropFirst())
            return Value(wanted.allSatisfy { want in values.contains { machine.same($0, want) } })
        },
    ]

    static let bools: [Function] = ["", "array", "list", "set"].flatMap(boolFunctions)

    private static func boolFunctions(_ kind: String) -> [Function] {
        guard !kind.isEmpty else {
            return [
                function("bools", "isTrue", 1...1) { (machine, arguments) throws(Fault) in
                    Value(machine.truth(arguments[0]))
                },
                function("bools", "isFalse", 1...1) { (machine, arguments) throws(Fault) in
                    Value(!machine.truth(arguments[0]))
                },
            ]
        }
        return [
            function("bools", kind + "And", 1...1) { (machine, arguments) throws(Fault) in
                Value(machine.elements(arguments[0]).allSatisfy { machine.truth($0) })
            },
            function("bools", kind + "Or", 1...1) { (machine, arguments) throws(Fault) in
                Value(machine.elements(arguments[0]).contains { machine.truth($0) })
            },
            function("bools", kind + "IsTrue", 1...1) { (machine, arguments) throws(Fault) in
                machine.list(machine.elements(arguments[0]).map { Value(machine.truth($0)) }, set: kind == "set")
            },
            function("bools", kind + "IsFalse", 1...1) { (machine, arguments) throws(Fault) in
                machine.list(machine.elements(arguments[0]).map { Value(!machine.truth($0)) }, set: kind == "set")
            },
        ]
    }

    static let objectFunctions: [Function] =
        [
            function("objects", "nullSafe", 2...2) { (_, arguments) throws(Fault) in
                arguments[0].isNull ? arguments[1] : arguments[0]
            }
        ]
        + ["array", "list", "set"].map { kind in
            function("objects", kind + "NullSafe", 2...2) { (machine, arguments) throws(Fault) in
                let items = machine.elements(arguments[0]).map { $0.isNull ? arguments[1] : $0 }
                return machine.list(items, set: kind == "set")
            }
        }

    static let aggregates: [Function] = [
        function("aggregates", "sum", 1...1) { (machine, arguments) throws(Fault) in
            guard let numbers = try machine.numbers(arguments[0], "aggregates.sum") else { return Value() }
            return machine.value(numbers.reduce(BigDecimal(0), +))
        },
        function("aggregates", "avg", 1...1) { (machine, arguments) throws(Fault) in
            guard let numbers = try machine.numbers(arguments[0], "aggregates.avg") else { return Value() }
            return machine.value(numbers.reduce(BigDecimal(0), +).divided(by: BigDecimal(Int64(numbers.count))))
        },
    ]
}

extension Machine {
    /// The elements of a collection; an error for anything else.
    func collection(_ value: Value, _ object: String, allowsNull: Bool = false) throws(Fault) -> [Value] {
        switch value.tag {
        case .list: return Array(value.items)
        case .null where allowsNull: return []
        default: throw unusable(object, value)
        }
    }

    func checkedMap(_ value: Value) throws(Fault) -> Value {
        guard value.tag == .record || value.tag == .map else { throw unusable("maps", value) }
        return value
    }

    /// The numbers of a list; nil where there are none.
    func numbers(_ value: Value, _ function: String) throws(Fault) -> [BigDecimal]? {
        if value.isNull { throw unusable(function, value) }
        var result: [BigDecimal] = []
        for element in elements(value) {
            guard let number = Numbers.decimal(element, texts: false) else { throw unusable(function, element) }
            result.append(number)
        }
        return result.isEmpty ? nil : result
    }

    /// The values in their natural order.
    func sorted(_ values: [Value]) throws(Fault) -> [Value] {
        var keyed: [(Int, Value)] = []
        for (index, value) in values.enumerated() {
            if let first = values.first, order(first, value) == nil { throw unusable("lists.sort", value) }
            keyed.append((index, value))
        }
        return keyed.sorted { a, b in
            let order = order(a.1, b.1) ?? 0
            return order == 0 ? a.0 < b.0 : order < 0
        }.map(\.1)
    }
}
