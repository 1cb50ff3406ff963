import Diagnostics

/// Operators, of standard expressions and inside `${…}`.
extension Machine {
    /// An exact number as a value: a whole number where it has no digits after the point.
    mutating func value(_ number: BigDecimal) -> Value {
        let text = number.description
        if number.scale <= 0, let integer = Int(text) { return Value(integer) }
        return self.text(Array(text.utf8), tag: .decimal)
    }

    // MARK: - Standard expressions

    mutating func operation(_ meaning: Expr.Operator, _ a: Int32, _ b: Int32) throws(Fault) -> Value {
        let left = try evaluate(a)
        switch meaning {
        case .and: return Value(truth(left) ? truth(try evaluate(b)) : false)
        case .or: return Value(truth(left) ? true : truth(try evaluate(b)))
        default: break
        }
        let right = try evaluate(b)
        switch meaning {
        case .add: return addition(left, right)
        case .equal: return Value(try isEqual(left, right))
        case .notEqual: return Value(try !isEqual(left, right))
        case .greater: return Value(try compare(left, right, meaning) > 0)
        case .greaterOrEqual: return Value(try compare(left, right, meaning) >= 0)
        case .less: return Value(try compare(left, right, meaning) < 0)
        case .lessOrEqual: return Value(try compare(left, right, meaning) <= 0)
        default: return try arithmetic(meaning, left, right)
        }
    }

    private mutating func addition(_ left: Value, _ right: Value) -> Value {
        if let a = Numbers.decimal(left), let b = Numbers.decimal(right) { return value(a + b) }
        return concatenation(left, right, flags: Value.literal)
    }

    private mutating func concatenation(_ left: Value, _ right: Value, flags: UInt8) -> Value {
        var bytes: [UInt8] = []
        describe(left, into: &bytes)
        describe(right, into: &bytes)
        return text(bytes, flags: flags)
    }

    private mutating func arithmetic(_ meaning: Expr.Operator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        guard let a = Numbers.decimal(left), let b = Numbers.decimal(right) else {
            throw notNumbers(meaning, left, right)
        }
        switch meaning {
        case .subtract: return value(a - b)
        case .multiply: return value(a * b)
        default:
            guard !b.isZero else { throw divisionByZero() }
            return value(meaning == .divide ? a.divided(by: b) : a.remainder(by: b))
        }
    }

    private func divisionByZero() -> Fault {
        Fault("template.division", .init(en: "division by zero", zh: "除数为零"))
    }

    private func notNumbers(_ meaning: Expr.Operator, _ left: Value, _ right: Value) -> Fault {
        let culprit = Numbers.decimal(left) == nil ? left : right
        return Fault(
            "template.operand",
            .init(
                en: "arithmetic takes numbers, not \(kind(culprit).en)",
                zh: "算术运算需要数值，而不是\(kind(culprit).zh)"
            )
        )
    }

    mutating func negated(_ operand: Value, inner: Bool) throws(Fault) -> Value {
        if operand.tag == .integer { return Value(Int(0 &- operand.integer)) }
        if operand.tag == .double { return Value(double: -operand.double) }
        guard let number = Numbers.decimal(operand) else { throw notNumbers(.subtract, operand, operand) }
        return value(number.negated)
    }

    /// Equality in standard expressions: numbers by value, texts that look like numbers included.
    func isEqual(_ left: Value, _ right: Value) throws(Fault) -> Bool {
        if left.isNull || right.isNull { return left.isNull && right.isNull }
        if left.tag == .integer, right.tag == .integer { return left.integer == right.integer }
        let (a, b) = (Self.unliteral(left), Self.unliteral(right))
        if let x = Numbers.decimal(a), let y = Numbers.decimal(b) { return BigDecimal.compare(x, y) == 0 }
        return same(left, right)
    }

    private static func unliteral(_ value: Value) -> Value {
        var value = value
        value.flags &= ~Value.literal
        return value
    }

    /// Whether two values are the same kind of thing with the same content.
    func same(_ left: Value, _ right: Value) -> Bool {
        switch (left.tag, right.tag) {
        case (.text, .text), (.markup, .markup), (.text, .markup), (.markup, .text):
            return Self.equal(left.bytes, right.bytes)
        case (.boolean, .boolean): return left.boolean == right.boolean
        case (.integer, .integer), (.decimal, .decimal), (.double, .double), (.integer, .decimal),
            (.decimal, .integer), (.integer, .double), (.double, .integer), (.decimal, .double), (.double, .decimal):
            guard let a = Numbers.decimal(left), let b = Numbers.decimal(right) else { return false }
            return BigDecimal.compare(a, b) == 0
        case (.list, .list):
            guard left.count == right.count else { return false }
            return zip(left.items, right.items).allSatisfy { same($0, $1) }
        case (.record, .record), (.map, .map), (.record, .map), (.map, .record): return sameEntries(left, right)
        case (.null, .null): return true
        case (.moment, .moment): return momentText(left) == momentText(right)
        default: return left.tag == right.tag && left.bits == right.bits && left.length == right.length
        }
    }

    private func sameEntries(_ left: Value, _ right: Value) -> Bool {
        guard entryCount(left) == entryCount(right) else { return false }
        return (0..<entryCount(left)).allSatisfy { index in
            let key = key(left, index)
            let other = (0..<entryCount(right)).first { same(self.key(right, $0), key) }
            return other.map { same(entryValue(left, index), entryValue(right, $0)) } ?? false
        }
    }

    /// The order of two values.
    private func compare(_ left: Value, _ right: Value, _ meaning: Expr.Operator) throws(Fault) -> Int {
        if left.tag == .integer, right.tag == .integer {
            return left.integer < right.integer ? -1 : left.integer == right.integer ? 0 : 1
        }
        let (a, b) = (Self.unliteral(left), Self.unliteral(right))
        if let x = Numbers.decimal(a), let y = Numbers.decimal(b) { return BigDecimal.compare(x, y) }
        if let order = order(left, right) { return order }
        throw Fault(
            "template.operand",
            .init(
                en: "\(kind(left).en) and \(kind(right).en) cannot be compared",
                zh: "\(kind(left).zh)与\(kind(right).zh)不能比较大小"
            )
        )
    }

    /// The natural order of two values of one kind; nil where there is none.
    func order(_ left: Value, _ right: Value) -> Int? {
        switch (left.tag, right.tag) {
        case (.text, .text): return Self.order(left.bytes, right.bytes)
        case (.boolean, .boolean): return (left.boolean ? 1 : 0) - (right.boolean ? 1 : 0)
        case (.moment, .moment):
            let (a, b) = (momentText(left), momentText(right))
            return a < b ? -1 : a == b ? 0 : 1
        default:
            guard let a = Numbers.decimal(left, texts: false), let b = Numbers.decimal(right, texts: false) else {
                return nil
            }
            return BigDecimal.compare(a, b)
        }
    }

    static func order(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        for (a, b) in zip(left, right) where a != b { return a < b ? -1 : 1 }
        return left.count - right.count
    }

    // MARK: - Inside ${…}

    mutating func innerOperation(_ meaning: Expr.Operator, _ a: Int32, _ b: Int32) throws(Fault) -> Value {
        let left = try evaluate(a)
        switch meaning {
        case .and: return innerTruth(left) ? try evaluate(b) : left
        case .or: return innerTruth(left) ? left : try evaluate(b)
        default: break
        }
        let right = try evaluate(b)
        switch meaning {
        case .add: return try innerAddition(left, right)
        case .equal: return Value(innerEqual(left, right))
        case .notEqual: return Value(!innerEqual(left, right))
        case .greater: return Value(try innerCompare(left, right) > 0)
        case .greaterOrEqual: return Value(try innerCompare(left, right) >= 0)
        case .less: return Value(try innerCompare(left, right) < 0)
        case .lessOrEqual: return Value(try innerCompare(left, right) <= 0)
        case .in: return Value(elements(right).contains { innerEqual(left, $0) })
        case .notIn: return Value(!elements(right).contains { innerEqual(left, $0) })
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight, .shiftRightUnsigned:
            return try bits(meaning, left, right)
        default: return try innerArithmetic(meaning, left, right)
        }
    }

    private func isNumber(_ value: Value) -> Bool {
        value.tag == .integer || value.tag == .decimal || value.tag == .double
    }

    private mutating func innerAddition(_ left: Value, _ right: Value) throws(Fault) -> Value {
        if isNumber(left), isNumber(right) { return try innerArithmetic(.add, left, right) }
        return concatenation(left, right, flags: 0)
    }

    private func innerNumber(_ value: Value) throws(Fault) -> Value {
        switch value.tag {
        case .integer, .decimal, .double: return value
        case .boolean: return Value(value.boolean ? 1 : 0)
        case .text:
            if let integer = Int64(string(value)) { return Value(Int(integer)) }
            if let number = Double(string(value)) { return Value(double: number) }
        default: break
        }
        throw Fault(
            "template.operand",
            .init(en: "arithmetic takes numbers, not \(kind(value).en)", zh: "算术运算需要数值，而不是\(kind(value).zh)")
        )
    }

    private mutating func innerArithmetic(_ meaning: Expr.Operator, _ l: Value, _ r: Value) throws(Fault) -> Value {
        let (left, right) = (try innerNumber(l), try innerNumber(r))
        if left.tag == .integer, right.tag == .integer { return try integers(meaning, left.integer, right.integer) }
        if left.tag == .double || right.tag == .double {
            return Value(double: Self.doubles(meaning, double(left), double(right)))
        }
        guard let a = Numbers.decimal(left), let b = Numbers.decimal(right) else { throw divisionByZero() }
        switch meaning {
        case .add: return value(a + b)
        case .subtract: return value(a - b)
        case .multiply: return value(a * b)
        default:
            guard !b.isZero else { throw divisionByZero() }
            return value(meaning == .divide ? a.divided(by: b) : a.remainder(by: b))
        }
    }

    private func integers(_ meaning: Expr.Operator, _ a: Int64, _ b: Int64) throws(Fault) -> Value {
        switch meaning {
        case .add: return Value(Int(a &+ b))
        case .subtract: return Value(Int(a &- b))
        case .multiply: return Value(Int(a &* b))
        default:
            guard b != 0 else { throw divisionByZero() }
            if b == -1 { return Value(meaning == .divide ? Int(0 &- a) : 0) }
            return Value(Int(meaning == .divide ? a / b : a % b))
        }
    }

    func double(_ value: Value) -> Double {
        switch value.tag {
        case .integer: Double(value.integer)
        case .double: value.double
        default: Double(string(value)) ?? 0
        }
    }

    private static func doubles(_ meaning: Expr.Operator, _ a: Double, _ b: Double) -> Double {
        switch meaning {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        default: a.truncatingRemainder(dividingBy: b)
        }
    }

    private func bits(_ meaning: Expr.Operator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        guard let a = Numbers.integer(left, self), let b = Numbers.integer(right, self) else {
            throw notNumbers(meaning, left, right)
        }
        switch meaning {
        case .bitAnd: return Value(Int(a & b))
        case .bitOr: return Value(Int(a | b))
        case .shiftLeft: return Value(Int(a &<< b))
        case .shiftRight: return Value(Int(a &>> b))
        case .shiftRightUnsigned: return Value(Int(Int64(bitPattern: UInt64(bitPattern: a) &>> UInt64(bitPattern: b))))
        default: return Value(Int(a ^ b))
        }
    }

    /// Equality inside `${…}`: numbers by value, the rest by content.
    func innerEqual(_ left: Value, _ right: Value) -> Bool {
        if left.tag != right.tag, isNumber(left) || isNumber(right) || left.tag == .boolean || right.tag == .boolean,
            let a = javaNumber(left), let b = javaNumber(right)
        {
            return BigDecimal.compare(a, b) == 0
        }
        return same(left, right)
    }

    /// The number that a value counts as beside a number: nothing in a text is 0, `true` is 1.
    private func javaNumber(_ value: Value) -> BigDecimal? {
        switch value.tag {
        case .boolean: return BigDecimal(value.boolean ? 1 : 0)
        case .text:
            let text = string(value).trimmingSpaces()
            return text.isEmpty && value.length == 0 ? BigDecimal(0) : BigDecimal(text.utf8)
        default: return Numbers.decimal(value)
        }
    }

    private func innerCompare(_ leftValue: Value, _ rightValue: Value) throws(Fault) -> Int {
        // Nothing counts as zero beside a number.
        let left = leftValue.isNull && isNumber(rightValue) ? Value(0) : leftValue
        let right = rightValue.isNull && isNumber(leftValue) ? Value(0) : rightValue
        if let order = order(left, right) { return order }
        if let a = Numbers.decimal(Self.unliteral(left)), let b = Numbers.decimal(Self.unliteral(right)) {
            return BigDecimal.compare(a, b)
        }
        throw Fault(
            "template.operand",
            .init(
                en: "\(kind(left).en) and \(kind(right).en) cannot be compared",
                zh: "\(kind(left).zh)与\(kind(right).zh)不能比较大小"
            )
        )
    }
}
