import Diagnostics

/// What values are, read as fields, truths and equals.
extension Machine {
    // MARK: - Fields

    /// The field of a value.
    @inline(__always)
    mutating func field(_ value: Value, _ symbol: Int) throws(Fault) -> Value {
        if value.tag == .record, symbol >= Reserved.mapProperties.upperBound || !isJavaMap {
            let slot = row(value.count)[symbol]
            return slot >= 0 ? value.slots[Int(slot)] : Value()
        }
        return try otherField(value, symbol)
    }

    @inline(never)
    private mutating func otherField(_ value: Value, _ symbol: Int) throws(Fault) -> Value {
        if value.tag == .status, let property = statusProperty(value, symbol) { return property }
        let name = symbols.names[symbol]
        switch value.tag {
        case .record:
            if isJavaMap, let property = mapProperty(value, name) { return property }
            let slot = row(value.count)[symbol]
            return slot >= 0 ? value.slots[Int(slot)] : Value()
        case .map: return mapProperty(value, name) ?? lookUp(value, symbols.values[symbol])
        case .list:
            if let property = listProperty(value, name) { return property }
        case .entry:
            if symbol == Reserved.key { return value.slots[0] }
            if symbol == Reserved.value { return value.slots[1] }
        case .text, .markup:
            if name == "empty" { return Value(value.length == 0) }
            if name == "blank" { return Value(value.bytes.allSatisfy { $0 <= 0x20 }) }
        case .utility:
            if name == "templateName" || name == "processedTemplateName" { return text(template.name) }
            if name == "templateMode" || name == "processedTemplateMode" {
                return text(template.mode.rawValue.uppercased())
            }
        case .moment:
            if let property = momentProperty(value, name) { return property }
        case .null:
            throw Fault(
                "template.null",
                .init(en: "'\(name)' is read from nothing: what is before it is null", zh: "无法读取“\(name)”：其前面的值为空")
            )
        default: break
        }
        throw Fault(
            "template.unknown-field",
            .init(en: "\(kind(value).en) has no field '\(name)'", zh: "\(kind(value).zh)没有字段“\(name)”")
        )
    }

    /// What a Java map has besides its entries.
    private mutating func mapProperty(_ value: Value, _ name: String) -> Value? {
        switch name {
        case "size": return Value(entryCount(value))
        case "isEmpty": return Value(entryCount(value) == 0)
        case "keys", "keySet": return list(keys(value), set: true)
        case "values": return list(values(value))
        default: return nil
        }
    }

    private func listProperty(_ value: Value, _ name: String) -> Value? {
        switch name {
        case "size", "length": Value(value.count)
        case "isEmpty", "empty": Value(value.count == 0)
        case "first": value.items.first
        case "last": value.items.last
        default: nil
        }
    }

    private func statusProperty(_ value: Value, _ symbol: Int) -> Value? {
        let frame = value.pointer.unsafelyUnwrapped.assumingMemoryBound(to: LoopFrame.self)
        let index = frame.pointee.index
        switch symbol {
        case Reserved.index: return Value(index)
        case Reserved.count: return Value(index + 1)
        case Reserved.size: return Value(frame.pointee.count)
        case Reserved.current: return frame.pointee.current
        case Reserved.even: return Value((index + 1) & 1 == 0)
        case Reserved.odd: return Value((index + 1) & 1 == 1)
        case Reserved.first: return Value(index == 0)
        case Reserved.last: return Value(index == frame.pointee.count - 1)
        default: return nil
        }
    }

    /// What people call a value of this kind.
    func kind(_ value: Value) -> (en: String, zh: String) {
        switch value.tag {
        case .null: ("null", "空值")
        case .boolean: ("a boolean", "布尔值")
        case .integer, .decimal, .double: ("a number", "数值")
        case .text, .markup: ("a text", "文本")
        case .list: ("a list", "列表")
        case .record, .map: ("a map", "映射")
        case .entry: ("a map entry", "映射项")
        case .status: ("an iteration status", "迭代状态")
        case .fragment: ("a fragment", "片段")
        case .moment: ("a date", "日期")
        case .utility: ("a utility object", "工具对象")
        case .noOperation: ("'_'", "“_”")
        }
    }

    // MARK: - Maps

    func entryCount(_ value: Value) -> Int {
        value.tag == .record ? shapes[value.count].count : value.count
    }

    func key(_ value: Value, _ index: Int) -> Value {
        value.tag == .record ? shapes[value.count].fields[index].name : value.pairs[index * 2]
    }

    func entryValue(_ value: Value, _ index: Int) -> Value {
        value.tag == .record ? value.slots[index] : value.pairs[index * 2 + 1]
    }

    func keys(_ value: Value) -> [Value] { (0..<entryCount(value)).map { key(value, $0) } }

    func values(_ value: Value) -> [Value] { (0..<entryCount(value)).map { entryValue(value, $0) } }

    /// The value under a key that is known only at run time; null if there is none.
    mutating func lookUp(_ map: Value, _ key: Value) -> Value {
        let wanted = text(key)
        for index in 0..<entryCount(map) {
            let candidate = text(self.key(map, index))
            if Self.equal(candidate.bytes, wanted.bytes) { return entryValue(map, index) }
        }
        return Value()
    }

    // MARK: - New values

    mutating func list(_ items: [Value], set: Bool = false) -> Value {
        let memory = arena.values(max(1, items.count))
        memory.update(from: items, count: items.count)
        return Value(.list, memory, items.count, flags: set ? Value.set : 0)
    }

    mutating func map(_ entries: [(Value, Value)]) -> Value {
        let memory = arena.values(max(1, entries.count * 2))
        for (index, entry) in entries.enumerated() {
            memory[index * 2] = entry.0
            memory[index * 2 + 1] = entry.1
        }
        return Value(.map, memory, entries.count)
    }

    mutating func text(_ string: String, flags: UInt8 = 0) -> Value { text(Array(string.utf8), flags: flags) }

    mutating func text(_ bytes: [UInt8], tag: Value.Tag = .text, flags: UInt8 = 0) -> Value {
        bytes.withUnsafeBufferPointer { source in
            Value(tag, arena.copy(source), source.count, flags: Value.textFlags(source) | flags)
        }
    }

    // MARK: - Truth

    /// Whether a condition holds.
    @inline(__always)
    func truth(_ value: Value) -> Bool {
        switch value.tag {
        case .boolean, .integer: value.bits != 0
        case .null: false
        default: otherTruth(value)
        }
    }

    /// Whether a condition inside `${…}` holds: of all texts only `true` does.
    func innerTruth(_ value: Value) -> Bool {
        guard value.isText else { return truth(value) }
        return value.length == 4 && zip(value.bytes, "true".utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    @inline(never)
    private func otherTruth(_ value: Value) -> Bool {
        switch value.tag {
        case .double: return value.double != 0
        case .decimal: return value.bytes.contains { $0 >= 0x31 && $0 <= 0x39 }
        case .text:
            let word = string(value).trimmingSpaces().lowercased()
            return word != "false" && word != "off" && word != "no"
        default: return true
        }
    }

    @inline(__always)
    func isEmptyList(_ value: Value) throws(Fault) -> Bool {
        switch value.tag {
        case .null: return true
        case .list: return value.length == 0
        default:
            throw Fault(
                "template.utility-arguments",
                .init(en: "'#lists' takes a list, not \(kind(value).en)", zh: "“#lists”需要列表，而不是\(kind(value).zh)")
            )
        }
    }
}
