import Diagnostics

/// Values as text.
extension Machine {
    /// The text of a value as a string.
    func string(_ value: Value) -> String { String(decoding: bytes(value), as: UTF8.self) }

    /// The bytes of a value's text; nothing for null.
    func bytes(_ value: Value) -> [UInt8] {
        switch value.tag {
        case .text, .markup, .decimal: return Array(value.bytes)
        case .null: return []
        default:
            var result: [UInt8] = []
            describe(value, into: &result)
            return result
        }
    }

    /// The text of a value as a value; the empty text for null.
    mutating func text(_ value: Value) -> Value {
        value.tag == .text ? value : text(bytes(value))
    }

    /// Appends what Java's `toString` gives.
    func describe(_ value: Value, into result: inout [UInt8]) {
        switch value.tag {
        case .null: result += "null".utf8
        case .boolean: result += (value.boolean ? "true" : "false").utf8
        case .integer: result += String(value.integer).utf8
        case .double: result += Numbers.javaText(value.double).utf8
        case .text, .markup, .decimal: result += value.bytes
        case .list:
            result.append(0x5B)
            for (index, item) in value.items.enumerated() {
                if index > 0 { result += ", ".utf8 }
                describe(item, into: &result)
            }
            result.append(0x5D)
        case .record, .map:
            result.append(0x7B)
            for index in 0..<entryCount(value) {
                if index > 0 { result += ", ".utf8 }
                describe(key(value, index), into: &result)
                result.append(0x3D)
                describe(entryValue(value, index), into: &result)
            }
            result.append(0x7D)
        case .entry:
            describe(value.slots[0], into: &result)
            result.append(0x3D)
            describe(value.slots[1], into: &result)
        case .moment: result += momentText(value).utf8
        case .status: describeStatus(value, into: &result)
        case .fragment: result += markup(fragment: value)
        case .utility, .noOperation: break
        }
    }

    private func describeStatus(_ value: Value, into result: inout [UInt8]) {
        guard let frame = value.pointer?.assumingMemoryBound(to: LoopFrame.self).pointee else { return }
        result += "{index = \(frame.index), count = \(frame.index + 1), size = \(frame.count), current = ".utf8
        describe(frame.current, into: &result)
        result.append(0x7D)
    }

    // MARK: - Writing

    /// Writes a value, escaped for its place.
    @inline(__always)
    mutating func write(_ value: Value, _ place: UInt8) throws(Fault) {
        if value.tag == .text {
            let clean = Escape.cleanFlags(place)
            if value.flags & clean == clean {
                put(value.pointer.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self), Int(value.length))
            } else {
                escape(value.bytes, place)
            }
        } else if value.tag == .integer {
            putInteger(value.integer)
        } else {
            try writeOther(value, place)
        }
    }

    @inline(never)
    private mutating func writeOther(_ value: Value, _ place: UInt8) throws(Fault) {
        switch value.tag {
        case .null: if place & Place.nullWord != 0 { put("null") }
        case .boolean: put(value.boolean ? "true" : "false")
        case .decimal: put(value.bytes.baseAddress.unsafelyUnwrapped, value.count)
        case .markup: escape(value.bytes, place)
        case .fragment:
            escape(markup(fragment: value), place)
        case .noOperation: break
        default:
            // Only what lies in an arena may be copied in fixed steps.
            escape(text(bytes(value)).bytes, place)
        }
    }

    /// Writes a value as it is.
    mutating func writeMarkup(_ value: Value) throws(Fault) {
        switch value.tag {
        case .text, .markup, .decimal:
            if value.count > 0 { put(value.bytes.baseAddress.unsafelyUnwrapped, value.count) }
        case .fragment:
            let source = markup(fragment: value)
            if let base = source.baseAddress { put(base, source.count) }
        case .null, .noOperation: break
        default:
            let text = text(bytes(value))
            if text.length > 0 { put(text.bytes.baseAddress.unsafelyUnwrapped, text.count) }
        }
    }

    @inline(never)
    mutating func escape(_ source: UnsafeBufferPointer<UInt8>, _ place: UInt8) {
        guard let base = source.baseAddress else { return }
        var start = 0
        var index = 0
        while index < source.count {
            if index + 8 <= source.count, !Self.mayNeedEscape(base + index) {
                index += 8
                continue
            }
            let byte = base[index]
            if byte < 0x3F, let replacement = Escape.replacement(byte, place: place) {
                put(base + start, index - start)
                put(replacement)
                start = index + 1
            } else if Escape.isForbidden(byte, place: place) {
                put(base + start, index - start)
                start = index + 1
            }
            index += 1
        }
        put(base + start, source.count - start)
    }

    /// Whether one of eight bytes is below 0x40 and so may have to be written in another way.
    @inline(__always)
    private static func mayNeedEscape(_ bytes: UnsafePointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        let high = word & 0xC0C0_C0C0_C0C0_C0C0
        let either = (high | high << 1) & 0x8080_8080_8080_8080
        return either != 0x8080_8080_8080_8080
    }

    @inline(__always)
    mutating func putInteger(_ value: Int64) {
        if outputLimit - output < 20 { grow(20) }
        var rest = value.magnitude
        if value < 0 {
            output.pointee = 0x2D
            output += 1
        }
        if rest < 10 {
            output.pointee = 0x30 &+ UInt8(truncatingIfNeeded: rest)
            output += 1
            return
        }
        var digits = 0
        var power = rest
        while power > 0 {
            digits &+= 1
            power /= 10
        }
        var index = digits
        while index > 0 {
            index &-= 1
            output[index] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        output += digits
    }

    /// Escaped bytes, collected in the arena.
    mutating func escaped(_ value: Value, _ place: UInt8) throws(Fault) -> Value {
        let start = output - outputStart
        try write(value, place)
        let count = output - outputStart - start
        let bytes = UnsafeBufferPointer(start: UnsafePointer(outputStart + start), count: count)
        let copy = Value(.text, arena.copy(bytes), count, flags: Value.textFlags(bytes))
        output = outputStart + start
        return copy
    }

    // MARK: - XML comments

    /// Ends the content of an XML comment: a hyphen that follows another one, or is the last character, becomes a reference,
    /// because `--` may only stand where the comment ends. Those can only come from values.
    mutating func endComment() {
        let start = outputStart + commentStart
        let content = Array(UnsafeBufferPointer(start: start, count: output - start))
        output = start
        for (index, byte) in content.enumerated() {
            let isRisky = byte == 0x2D && (index == content.count - 1 || index > 0 && content[index - 1] == 0x2D)
            if isRisky { put("&#45;") } else { putByte(byte) }
        }
    }

    private mutating func putByte(_ byte: UInt8) {
        if outputLimit - output < 1 { grow(1) }
        output.pointee = byte
        output += 1
    }
}
