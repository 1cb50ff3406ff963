import Diagnostics

/// Expressions to values.
extension Machine {
    /// The value of a node.
    @inline(__always)
    mutating func evaluate(_ number: Int32) throws(Fault) -> Value {
        let node = nodes + Int(number)
        switch node.pointee.code {
        case .constant: return node.pointee.value
        case .variable: return cells[Int(node.pointee.a)]
        case .variableField:
            let target = cells[Int(node.pointee.a)]
            let symbol = Int(node.pointee.b)
            guard target.tag == .record, symbol >= Reserved.mapProperties.upperBound else {
                return try evaluateNode(number)
            }
            let slot = row(target.count)[symbol]
            return slot >= 0 ? target.slots[Int(slot)] : Value()
        default: return try evaluateNode(number)
        }
    }

    @inline(never)
    private mutating func evaluateNode(_ number: Int32) throws(Fault) -> Value {
        do throws(Fault) {
            return try value(of: nodes + Int(number))
        } catch {
            error.locate(program.nodePlaces[Int(number)], program.sources)
            throw error
        }
    }

    private mutating func value(of node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let a = node.pointee.a
        let b = node.pointee.b
        switch node.pointee.code {
        case .constant: return node.pointee.value
        case .variable: return cells[Int(a)]
        case .variableField: return try field(cells[Int(a)], Int(b))
        case .field:
            let target = try evaluate(a)
            if target.isNull, node.pointee.flag == 1 { return Value() }
            return try field(target, Int(b))
        case .emptyField: return Value(try isEmptyList(try field(cells[Int(a)], Int(b))))
        case .conditional:
            let condition = try evaluate(a)
            let holds = node.pointee.flag == 1 ? innerTruth(condition) : truth(condition)
            return try evaluate(holds ? b : node.pointee.c)
        case .elvis:
            let value = try evaluate(a)
            return value.isNull ? try evaluate(b) : value
        case .not:
            let operand = try evaluate(a)
            return Value(!(node.pointee.flag == 1 ? innerTruth(operand) : truth(operand)))
        case .operation:
            let meaning = Expr.Operator(rawValue: Int32(node.pointee.flag)) ?? .add
            return try operation(meaning, a, b)
        case .inner:
            let meaning = Expr.Operator(rawValue: Int32(node.pointee.flag)) ?? .add
            return try innerOperation(meaning, a, b)
        default: return try rareValue(of: node)
        }
    }

    private mutating func rareValue(of node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let a = node.pointee.a
        let b = node.pointee.b
        switch node.pointee.code {
        case .selected: return try selectedField(Int(a))
        case .index: return try element(of: try evaluate(a), at: try evaluate(b))
        case .method: return try method(node)
        case .utility: return try utility(node)
        case .utilityObject: return try utilityValue(a)
        case .root: return rootMap()
        case .object: return selectedObject()
        case .list: return list(try arguments(a))
        case .map: return try map(a)
        case .projection: return try projection(a, b)
        case .filter: return try filter(a, b, Expr.Filter(rawValue: Int32(node.pointee.flag)) ?? .all)
        case .minus: return try negated(try evaluate(a), inner: false)
        case .innerMinus: return try negated(try evaluate(a), inner: true)
        case .sequence:
            _ = try evaluate(a)
            return try evaluate(b)
        case .converted:
            let value = try evaluate(a)
            return value.isNull ? value : text(value)
        case .eventSafe: return try eventSafe(try evaluate(a))
        case .script: return try script(a)
        case .message: return try message(node)
        case .link: return try link(node)
        case .fragment: return fragmentValue(a, program: lateNumber, try parameters(b))
        case .fragmentByName: return try fragmentByName(node)
        case .late: return try lateValue(node)
        case .lateText: return try lateText(a)
        case .problem: throw Fault(program.problems[Int(a)])
        default: return Value()
        }
    }

    /// The values of operands: count, expressions.
    mutating func arguments(_ start: Int32) throws(Fault) -> [Value] {
        let count = Int(operands[Int(start)])
        var result: [Value] = []
        result.reserveCapacity(count)
        for index in 0..<count { result.append(try evaluate(operands[Int(start) + 1 + index])) }
        return result
    }

    private mutating func map(_ start: Int32) throws(Fault) -> Value {
        var entries: [(Value, Value)] = []
        for index in 0..<Int(operands[Int(start)]) {
            let key = try evaluate(operands[Int(start) + 1 + index * 2])
            entries.append((key, try evaluate(operands[Int(start) + 2 + index * 2])))
        }
        return map(entries)
    }

    // MARK: - Names

    /// A name in `*{…}`: a field of the selected object, or a variable when nothing is selected.
    private mutating func selectedField(_ symbol: Int) throws(Fault) -> Value {
        let selection = cells[Reserved.selection]
        if selection.isNull, selection.flags == 0 { return cells[symbol] }
        return try field(selection, symbol)
    }

    /// The selected object, or everything when nothing is selected.
    private mutating func selectedObject() -> Value {
        let selection = cells[Reserved.selection]
        return selection.isNull && selection.flags == 0 ? rootMap() : selection
    }

    /// All variables that templates can name.
    private mutating func rootMap() -> Value {
        var entries: [(Value, Value)] = []
        for symbol in Reserved.names.count..<cellCount where !cells[symbol].isNull {
            entries.append((symbols.values[symbol], cells[symbol]))
        }
        if context.root.tag == .record {
            for index in 0..<entryCount(context.root) {
                let key = key(context.root, index)
                if symbols.known(string(key)) == nil { entries.append((key, entryValue(context.root, index))) }
            }
        }
        return map(entries)
    }

    /// Makes an object the selected one.
    mutating func select(_ node: Int32) throws(Fault) {
        var value = try evaluate(node)
        if value.isNull { value.flags = 0x80 }
        bind(Reserved.selection, value)
    }

    /// `list[index]`, `map['key']`, `text[index]`.
    private mutating func element(of target: Value, at key: Value) throws(Fault) -> Value {
        switch target.tag {
        case .list:
            if key.isText, let symbol = symbols.known(string(key)) { return try field(target, symbol) }
            guard let index = Numbers.integer(key, self) else { throw notIndexable(target, key) }
            guard index >= 0, index < target.count else {
                throw Fault(
                    "template.index",
                    .init(
                        en: "the list has \(target.count) elements, none at \(index)",
                        zh: "列表有 \(target.count) 个元素，没有第 \(index) 个"
                    )
                )
            }
            return target.items[Int(index)]
        case .record, .map: return lookUp(target, key)
        case .entry, .status, .moment: return try field(target, symbol(string(key)))
        case .null:
            throw Fault(
                "template.null",
                .init(en: "an element is read from nothing: what is before '[' is null", zh: "无法读取元素：“[”之前的值为空")
            )
        default: throw notIndexable(target, key)
        }
    }

    private func notIndexable(_ target: Value, _ key: Value) -> Fault {
        Fault(
            "template.index",
            .init(
                en: "\(kind(target).en) has no element '\(string(key))'",
                zh: "\(kind(target).zh)没有元素“\(string(key))”"
            )
        )
    }

    // MARK: - Lists

    /// The elements of a list, or a value as its own only element.
    func elements(_ value: Value) -> [Value] {
        switch value.tag {
        case .null: []
        case .list: Array(value.items)
        case .record, .map: values(value)
        default: [value]
        }
    }

    private mutating func inElement<Result>(
        _ element: Value,
        _ body: (inout Machine) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        enter()
        var selected = element
        if selected.isNull { selected.flags = 0x80 }
        bind(Reserved.selection, selected)
        let result = try body(&self)
        leave()
        return result
    }

    private mutating func projection(_ target: Int32, _ body: Int32) throws(Fault) -> Value {
        var result: [Value] = []
        for element in elements(try evaluate(target)) {
            result.append(try inElement(element) { (machine) throws(Fault) in try machine.evaluate(body) })
        }
        return list(result)
    }

    private mutating func filter(_ target: Int32, _ condition: Int32, _ filter: Expr.Filter) throws(Fault) -> Value {
        var result: [Value] = []
        for element in elements(try evaluate(target)) {
            let holds = try inElement(element) { (machine) throws(Fault) in
                machine.innerTruth(try machine.evaluate(condition))
            }
            if holds { result.append(element) }
        }
        switch filter {
        case .all: return list(result)
        case .first: return list(Array(result.prefix(1)))
        case .last: return list(Array(result.suffix(1)))
        }
    }

    // MARK: - Checks

    private func eventSafe(_ value: Value) throws(Fault) -> Value {
        switch value.tag {
        case .null, .boolean, .integer, .decimal, .double: return value
        default:
            throw Fault(
                "template.event-attribute",
                .init(
                    en: "an event attribute takes only numbers, booleans and literals, not \(kind(value).en)",
                    zh: "事件属性只能是数值、布尔值或字面量，不能是\(kind(value).zh)"
                ),
                help: [.init(en: "put the value into a 'data-*' attribute", zh: "请把值放入“data-*”属性")]
            )
        }
    }

    mutating func assert(_ node: Int32) throws(Fault) {
        guard !truth(try evaluate(node)) else { return }
        throw Fault("template.assert", .init(en: "the assertion does not hold", zh: "断言不成立"))
    }

    /// Which of the bits none 1, tag 2, body 4, all-but-first 8, all 16 a `th:remove` says.
    mutating func evaluateRemoval(_ node: Int32) throws(Fault) {
        let value = try evaluate(node)
        var bits = 1
        if !value.isNull, value.tag != .noOperation {
            switch string(value).lowercased() {
            case "all": bits = 16
            case "body": bits = 4
            case "tag", "tags": bits = 2
            case "all-but-first": bits = 8
            case "none": bits = 1
            default:
                throw Fault(
                    "template.remove",
                    .init(en: "'th:remove' does not know '\(string(value))'", zh: "“th:remove”不支持“\(string(value))”"),
                    help: [
                        .init(
                            en: "use all, body, tag, all-but-first or none",
                            zh: "可用 all、body、tag、all-but-first 或 none"
                        )
                    ]
                )
            }
        }
        bind(Reserved.removal, Value(bits))
    }
}
