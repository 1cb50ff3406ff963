import Diagnostics

/// The methods of texts, lists, maps and numbers that expressions may call.
enum Method: String, CaseIterable {
    case length, size, isEmpty, isBlank, contains, startsWith, endsWith, indexOf, lastIndexOf, substring
    case toUpperCase, toLowerCase, trim, strip, replace, replaceAll, split, charAt, equals, equalsIgnoreCase, concat
    case compareTo, compareToIgnoreCase, `repeat`, toString, matches, hashCode
    case get, getOrDefault, containsKey, containsValue, containsAll, keySet, values, entrySet, getKey, getValue, subList
    case intValue, longValue, doubleValue, abs, negate, add, subtract, multiply, divide, booleanValue, first, last
    case getFirst, getLast, getIndex, getCount, getSize, getCurrent, isEven, isOdd, isFirst, isLast
    case getYear, getMonthValue, getDayOfMonth, getHour, getMinute, getSecond

    /// The number of a method.
    static func named(_ name: String) -> Int32? { numbers[name] }

    static let names = allCases.map(\.rawValue)
    static let all = Array(allCases)
    private static let numbers = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, Int32($0)) }
    )
}

extension Machine {
    /// Calls a method.
    mutating func method(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let target = try evaluate(node.pointee.a)
        let method = Method.all[Int(node.pointee.c)]
        if target.isNull {
            if node.pointee.flag == 1 { return Value() }
            throw Fault(
                "template.null",
                .init(
                    en: "'\(method.rawValue)' is called on nothing: what is before it is null",
                    zh: "无法调用“\(method.rawValue)”：其前面的值为空"
                )
            )
        }
        let arguments = try arguments(node.pointee.b)
        if let value = try call(method, on: target, arguments) { return value }
        throw Fault(
            "template.unknown-method",
            .init(
                en: "\(kind(target).en) has no method '\(method.rawValue)' with \(arguments.count) arguments",
                zh: "\(kind(target).zh)没有带 \(arguments.count) 个参数的方法“\(method.rawValue)”"
            )
        )
    }

    private mutating func call(_ method: Method, on target: Value, _ arguments: [Value]) throws(Fault) -> Value? {
        switch (method, arguments.count) {
        case (.toString, 0): return text(target)
        case (.equals, 1): return Value(same(target, arguments[0]))
        case (.hashCode, 0): return Value(Int(truncatingIfNeeded: string(target).hashValue))
        case (.compareTo, 1): return order(target, arguments[0]).map { Value($0) }
        default: break
        }
        switch target.tag {
        case .text, .markup: return try textMethod(method, string(target), arguments)
        case .list: return try listMethod(method, target, arguments)
        case .record, .map: return mapMethod(method, target, arguments)
        case .integer, .decimal, .double: return numberMethod(method, target, arguments)
        case .boolean: return method == .booleanValue ? target : nil
        case .entry:
            if method == .getKey { return target.slots[0] }
            return method == .getValue ? target.slots[1] : nil
        case .status, .moment: return try getter(method, target)
        default: return nil
        }
    }

    /// `getCount()` is the field `count`.
    private mutating func getter(_ method: Method, _ target: Value) throws(Fault) -> Value? {
        let name = method.rawValue
        for prefix in ["get", "is"] where name.hasPrefix(prefix) && name.count > prefix.count {
            let rest = name.dropFirst(prefix.count)
            return try field(target, symbol(rest.prefix(1).lowercased() + rest.dropFirst()))
        }
        return nil
    }

    private mutating func textMethod(_ method: Method, _ text: String, _ arguments: [Value]) throws(Fault) -> Value? {
        let units = Array(text.utf16)
        let argument = arguments.first.map { string($0) } ?? ""
        switch (method, arguments.count) {
        case (.length, 0): return Value(units.count)
        case (.isEmpty, 0): return Value(text.isEmpty)
        case (.isBlank, 0): return Value(text.trimmingSpaces().isEmpty)
        case (.contains, 1): return Value(argument.isEmpty || text.utf8Contains(argument))
        case (.startsWith, 1): return Value(text.utf8.starts(with: argument.utf8))
        case (.endsWith, 1): return Value(text.utf8.reversed().starts(with: argument.utf8.reversed()))
        case (.indexOf, 1): return Value(TextUtilities.index(of: Array(argument.utf16), in: units, from: 0) ?? -1)
        case (.indexOf, 2):
            let start = try integer(arguments[1], "indexOf")
            return Value(TextUtilities.index(of: Array(argument.utf16), in: units, from: start) ?? -1)
        case (.lastIndexOf, 1): return Value(TextUtilities.lastIndex(of: Array(argument.utf16), in: units) ?? -1)
        case (.substring, 1...2):
            let start = try integer(arguments[0], "substring")
            let end = arguments.count == 2 ? try integer(arguments[1], "substring") : units.count
            return self.text(try TextUtilities.substring(units, start, end))
        case (.charAt, 1):
            let index = try integer(arguments[0], "charAt")
            return self.text(try TextUtilities.substring(units, index, index == .max ? index : index + 1))
        case (.toUpperCase, 0): return self.text(text.uppercased())
        case (.toLowerCase, 0): return self.text(text.lowercased())
        case (.trim, 0), (.strip, 0): return self.text(text.trimmingSpaces())
        case (.concat, 1): return self.text(text + argument)
        case (.repeat, 1):
            let count = try integer(arguments[0], "repeat")
            guard count >= 0, count <= 1 << 20, units.count <= (1 << 20) / max(1, count) else {
                throw unusable("repeat", arguments[0])
            }
            return self.text(String(repeating: text, count: count))
        case (.replace, 2): return self.text(TextUtilities.replace(text, argument, string(arguments[1])))
        case (.replaceAll, 2): return self.text(try TextUtilities.replacePattern(text, argument, string(arguments[1])))
        case (.matches, 1): return Value(try TextUtilities.matches(text, argument))
        case (.split, 1): return list(try TextUtilities.splitPattern(text, argument).map { self.text($0) })
        case (.equalsIgnoreCase, 1): return Value(text.lowercased() == argument.lowercased())
        case (.compareToIgnoreCase, 1):
            let (a, b) = (text.lowercased(), argument.lowercased())
            return Value(a < b ? -1 : a == b ? 0 : 1)
        default: return nil
        }
    }

    private mutating func listMethod(_ method: Method, _ target: Value, _ arguments: [Value]) throws(Fault) -> Value? {
        let items = target.items
        switch (method, arguments.count) {
        case (.size, 0), (.length, 0): return Value(items.count)
        case (.isEmpty, 0): return Value(items.isEmpty)
        case (.contains, 1): return Value(items.contains { same($0, arguments[0]) })
        case (.containsAll, 1):
            return Value(elements(arguments[0]).allSatisfy { wanted in items.contains { same($0, wanted) } })
        case (.indexOf, 1): return Value(items.firstIndex { same($0, arguments[0]) } ?? -1)
        case (.lastIndexOf, 1): return Value(items.lastIndex { same($0, arguments[0]) } ?? -1)
        case (.first, 0), (.getFirst, 0): return items.first ?? Value()
        case (.last, 0), (.getLast, 0): return items.last ?? Value()
        case (.get, 1):
            let index = try integer(arguments[0], "get")
            guard items.indices.contains(index) else { throw noElement(index, of: items.count) }
            return items[index]
        case (.subList, 2):
            let start = try integer(arguments[0], "subList")
            let end = try integer(arguments[1], "subList")
            guard start >= 0, start <= end, end <= items.count else { throw noElement(end, of: items.count) }
            return list(Array(items[start..<end]))
        default: return nil
        }
    }

    private func noElement(_ index: Int, of count: Int) -> Fault {
        Fault(
            "template.index",
            .init(en: "the list has \(count) elements, none at \(index)", zh: "列表有 \(count) 个元素，没有第 \(index) 个")
        )
    }

    private mutating func mapMethod(_ method: Method, _ target: Value, _ arguments: [Value]) -> Value? {
        switch (method, arguments.count) {
        case (.size, 0): return Value(entryCount(target))
        case (.isEmpty, 0): return Value(entryCount(target) == 0)
        case (.get, 1): return lookUp(target, arguments[0])
        case (.getOrDefault, 2): return hasKey(target, arguments[0]) ? lookUp(target, arguments[0]) : arguments[1]
        case (.containsKey, 1): return Value(hasKey(target, arguments[0]))
        case (.containsValue, 1): return Value(values(target).contains { same($0, arguments[0]) })
        case (.keySet, 0): return list(keys(target), set: true)
        case (.values, 0): return list(values(target))
        case (.entrySet, 0): return entries(of: target)
        default: return nil
        }
    }

    func hasKey(_ map: Value, _ key: Value) -> Bool {
        let wanted = bytes(key)
        return (0..<entryCount(map)).contains { bytes(self.key(map, $0)) == wanted }
    }

    /// The entries of a map as a list.
    mutating func entries(of map: Value) -> Value {
        let entries = (0..<entryCount(map)).map { index -> Value in
            let pair = arena.values(2)
            pair[0] = key(map, index)
            pair[1] = entryValue(map, index)
            return Value(.entry, pair, 1)
        }
        return list(entries, set: true)
    }

    private mutating func numberMethod(_ method: Method, _ target: Value, _ arguments: [Value]) -> Value? {
        switch (method, arguments.count) {
        case (.intValue, 0), (.longValue, 0): return Numbers.integer(target, self).map { Value(Int($0)) }
        case (.doubleValue, 0): return Value(double: double(target))
        case (.abs, 0), (.negate, 0):
            guard let number = Numbers.decimal(target) else { return nil }
            return value(method == .negate || number.isNegative ? number.negated : number)
        case (.add, 1), (.subtract, 1), (.multiply, 1), (.divide, 1):
            guard let a = Numbers.decimal(target), let b = Numbers.decimal(arguments[0]) else { return nil }
            switch method {
            case .add: return value(a + b)
            case .subtract: return value(a - b)
            case .multiply: return value(a * b)
            default: return b.isZero ? nil : value(a.divided(by: b))
            }
        default: return nil
        }
    }
}
