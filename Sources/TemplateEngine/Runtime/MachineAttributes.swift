import Diagnostics

/// Attributes with computed values.
extension Machine {
    /// ` name="value"` for a field, nothing for null and empty.
    @inline(__always)
    mutating func writeAttribute(_ value: Value, _ at: UnsafeMutablePointer<Instruction>) throws(Fault) {
        if value.tag == .null || (value.tag == .text && value.length == 0) { return }
        put(statics + Int(at.pointee.a), Int(at.pointee.b))
        try write(value, at.pointee.mode)
        put("\"")
    }

    private var place: UInt8 { (template.mode == .xml ? Place.xml : 0) | Place.attribute }

    /// An attribute with a computed value, by the policy of its name.
    mutating func writeAttribute(_ at: UnsafeMutablePointer<Instruction>) throws(Fault) {
        let value = try evaluate(at.pointee.c)
        let policy = at.pointee.mode
        let start = statics + Int(at.pointee.a)
        if policy & AttributePolicy.kindMask == AttributePolicy.fixed {
            guard truth(value) else { return }
            put(start, Int(at.pointee.b))
            put(start + 1, Int(at.pointee.b) - 3)
            put("\"")
            return
        }
        if policy & AttributePolicy.url != 0, nodes[Int(at.pointee.c)].code != .constant { try checkURL(value) }
        let text = try escaped(value, place)
        if text.length == 0, policy & AttributePolicy.kindMask != AttributePolicy.setKeepingEmpty { return }
        put(start, Int(at.pointee.b))
        put(text.bytes.baseAddress.unsafelyUnwrapped, text.count)
        put("\"")
    }

    // MARK: - Dangerous places

    /// Refuses URLs that run scripts: their scheme, white space and control characters left out, is one of a few.
    func checkURL(_ value: Value) throws(Fault) {
        guard value.isText else { return }
        var scheme: [UInt8] = []
        for byte in value.bytes where byte > 0x20 && byte != 0x7F {
            scheme.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            if byte == 0x3A || scheme.count > 16 { break }
        }
        let text = String(decoding: scheme, as: UTF8.self)
        guard ["javascript:", "vbscript:", "data:", "livescript:", "mocha:"].contains(text) else { return }
        if text == "data:", string(value).trimmingSpaces().lowercased().hasPrefix("data:image/"),
            !string(value).lowercased().contains("svg")
        {
            return
        }
        throw Fault(
            "template.dangerous-url",
            .init(en: "a URL must not begin with '\(text)'", zh: "URL 不得以“\(text)”开头"),
            help: [.init(en: "use an http, https or relative URL", zh: "请使用 http、https 或相对地址")]
        )
    }

    /// Refuses in an attribute named at run time what its own template attribute would refuse.
    private func check(_ name: Value, _ value: Value) throws(Fault) {
        let key = string(name).lowercased()
        if HTMLNames.urls.contains(key) { try checkURL(value) }
        if HTMLNames.isEvent(key), value.isText {
            throw Fault(
                "template.event-attribute",
                .init(en: "an event attribute takes only numbers and booleans", zh: "事件属性只能是数值或布尔值"),
                help: [.init(en: "put the value into a 'data-*' attribute", zh: "请把值放入“data-*”属性")]
            )
        }
    }

    // MARK: - Attributes put together

    mutating func staticAttribute(_ at: UnsafeMutablePointer<Instruction>) {
        let whole = Value(.text, statics + Int(at.pointee.c), Int(at.pointee.d))
        var value = Value()
        if at.pointee.e >= 0 {
            let count = Int(at.pointee.d) - Int(at.pointee.e) - (at.pointee.mode == 1 ? 0 : 1)
            value = Value(.text, statics + Int(at.pointee.c) + Int(at.pointee.e), count)
        }
        let name = Value(.text, statics + Int(at.pointee.a), Int(at.pointee.b))
        attributes.push(AttributeSlot(name: name, whole: whole, value: value, isPresent: true))
    }

    private func attributeIndex(_ name: Value) -> Int? {
        (0..<attributes.count).first { index in
            let slot = attributes[index].name.bytes
            guard slot.count == name.count else { return false }
            return zip(slot, name.bytes).allSatisfy { a, b in
                a == b
                    || (template.mode == .html && (a | 0x20) == (b | 0x20) && (a | 0x20) >= 0x61 && (a | 0x20) <= 0x7A)
            }
        }
    }

    mutating func changeAttribute(_ name: Value, _ value: Value, policy: UInt8) throws(Fault) {
        if value.tag == .noOperation { return }
        switch policy & AttributePolicy.kindMask {
        case AttributePolicy.fixed: setAttribute(name, truth(value) ? name : nil)
        case AttributePolicy.set:
            let text = try escaped(value, place)
            setAttribute(name, text.length == 0 ? nil : text)
        case AttributePolicy.setKeepingEmpty: setAttribute(name, try escaped(value, place))
        default: try extendAttribute(name, try escaped(value, place), policy & AttributePolicy.kindMask)
        }
    }

    private mutating func setAttribute(_ name: Value, _ value: Value?) {
        if let index = attributeIndex(name) {
            attributes[index].isPresent = value != nil
            attributes[index].whole = Value()
            attributes[index].value = value ?? Value()
        } else if let value {
            attributes.push(AttributeSlot(name: name, whole: Value(), value: value, isPresent: true))
        }
    }

    private mutating func extendAttribute(_ name: Value, _ text: Value, _ kind: UInt8) throws(Fault) {
        guard text.length > 0 else { return }
        guard let index = attributeIndex(name), attributes[index].isPresent, attributes[index].value.length > 0 else {
            return setAttribute(name, text)
        }
        let current = attributes[index].value
        let isPrepended = kind == AttributePolicy.prepend
        let space = kind == AttributePolicy.appendWithSpace ? 1 : 0
        let memory = arena.bytes(current.count + space + text.count)
        let (first, second) = isPrepended ? (text, current) : (current, text)
        memory.update(from: first.bytes.baseAddress.unsafelyUnwrapped, count: first.count)
        if space == 1 { memory[first.count] = 0x20 }
        (memory + first.count + space).update(from: second.bytes.baseAddress.unsafelyUnwrapped, count: second.count)
        setAttribute(name, Value(.text, memory, first.count + space + second.count))
    }

    mutating func changeNamedAttribute(_ at: UnsafeMutablePointer<Instruction>) throws(Fault) {
        let name = text(try evaluate(at.pointee.a))
        try changeAttribute(
            try checkedName(name),
            try evaluate(at.pointee.c),
            policy: namedPolicy(name, at.pointee.mode)
        )
    }

    private func namedPolicy(_ name: Value, _ policy: UInt8) -> UInt8 {
        guard policy == AttributePolicy.set, template.mode == .html else { return policy }
        return HTMLNames.fixedValue.contains(string(name)) ? AttributePolicy.fixed : policy
    }

    /// A name that may stand in a tag.
    private func checkedName(_ name: Value) throws(Fault) -> Value {
        let isName = name.length > 0 && name.bytes.allSatisfy { $0 > 0x20 && !"\"'<>/=&".utf8.contains($0) }
        guard isName else {
            throw Fault(
                "template.attribute-name",
                .init(en: "'\(string(name))' cannot be the name of an attribute", zh: "“\(string(name))”不能作为属性名")
            )
        }
        return name
    }

    mutating func changeLateAttributes(_ at: UnsafeMutablePointer<Instruction>) throws(Fault) {
        for assignment in try lateAssignments(at.pointee.a) {
            let name = text(assignment.name)
            try check(name, assignment.value)
            try changeAttribute(try checkedName(name), assignment.value, policy: namedPolicy(name, at.pointee.mode))
        }
    }

    mutating func writeAttributes() {
        for index in 0..<attributes.count where attributes[index].isPresent {
            let slot = attributes[index]
            if slot.whole.length > 0 {
                put(slot.whole.bytes.baseAddress.unsafelyUnwrapped, slot.whole.count)
                continue
            }
            put(" ")
            put(slot.name.bytes.baseAddress.unsafelyUnwrapped, slot.name.count)
            put("=\"")
            if slot.value.length > 0 { put(slot.value.bytes.baseAddress.unsafelyUnwrapped, slot.value.count) }
            put("\"")
        }
        attributes.removeAll()
    }
}
