/// Values as JavaScript writes them.
extension Machine {
    /// The text of a script with values in it.
    mutating func script(_ start: Int32) throws(Fault) -> Value {
        var result: [UInt8] = []
        for index in 0..<Int(operands[Int(start)]) {
            let isValue = operands[Int(start) + 1 + index * 2] == 1
            let value = try evaluate(operands[Int(start) + 2 + index * 2])
            if isValue { literal(value, into: &result) } else { result += bytes(value) }
        }
        return text(result)
    }

    /// Appends a JavaScript literal.
    private func literal(_ value: Value, into result: inout [UInt8]) {
        switch value.tag {
        case .null, .boolean, .integer, .decimal, .double: describe(value, into: &result)
        case .list:
            result.append(0x5B)
            for (index, item) in value.items.enumerated() {
                if index > 0 { result.append(0x2C) }
                literal(item, into: &result)
            }
            result.append(0x5D)
        case .record, .map:
            result.append(0x7B)
            for index in 0..<entryCount(value) {
                if index > 0 { result.append(0x2C) }
                quote(bytes(key(value, index)), into: &result)
                result.append(0x3A)
                literal(entryValue(value, index), into: &result)
            }
            result.append(0x7D)
        default: quote(bytes(value), into: &result)
        }
    }

    /// Appends a text in quotes, with nothing in it that could end the text or the script.
    private func quote(_ bytes: [UInt8], into result: inout [UInt8]) {
        result.append(0x22)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x22: result += "\\\"".utf8
            case 0x5C: result += "\\\\".utf8
            case 0x2F: result += "\\/".utf8
            case 0x0A: result += "\\n".utf8
            case 0x0D: result += "\\r".utf8
            case 0x09: result += "\\t".utf8
            case 0x00..<0x20, 0x26, 0x27, 0x3C, 0x3E:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            case 0xE2 where isSeparator(bytes, index):
                // The line separators U+2028 and U+2029, whose last two bytes come next.
                result += "\\u202\(bytes[index + 2] == 0xA8 ? 8 : 9)".utf8
            case 0x80 where isSeparator(bytes, index - 1), 0xA8 where isSeparator(bytes, index - 2),
                0xA9 where isSeparator(bytes, index - 2):
                break
            default: result.append(byte)
            }
        }
        result.append(0x22)
    }

    /// Whether one of the line separators U+2028 and U+2029 begins at a place.
    private func isSeparator(_ bytes: [UInt8], _ index: Int) -> Bool {
        index >= 0 && index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && bytes[index + 2] & 0xFE == 0xA8
    }
}
