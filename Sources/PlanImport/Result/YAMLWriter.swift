/// Writes plan files in the style of `Documentation/plan-format.md`: two spaces, short lists and mappings on one line.
struct YAMLWriter {
    private var output = ""
    /// Mappings that are written on one line.
    private static let flowKeys: Set<String> = ["anchor", "period", "baseline", "target"]

    /// The text of a file.
    static func write(_ node: PlanNode) -> String {
        var writer = YAMLWriter()
        writer.write(node, indent: 0, inList: false)
        return writer.output
    }

    private mutating func write(_ node: PlanNode, indent: Int, inList: Bool) {
        switch node {
        case .map(let entries):
            for (index, entry) in entries.enumerated() {
                if !(inList && index == 0) { output += String(repeating: " ", count: indent) }
                output += entry.key + ":"
                writeValue(entry.value, key: entry.key, indent: indent)
            }
        case .list(let elements):
            for element in elements {
                output += String(repeating: " ", count: indent) + "- "
                if case .map(let entries) = element, !entries.isEmpty {
                    write(element, indent: indent + 2, inList: true)
                } else {
                    output += Self.flow(element) + "\n"
                }
            }
        case .text, .plain: output += Self.flow(node) + "\n"
        }
    }

    private mutating func writeValue(_ value: PlanNode, key: String, indent: Int) {
        if isShort(value, key: key) {
            output += " " + Self.flow(value) + "\n"
            return
        }
        output += "\n"
        write(value, indent: indent + 2, inList: false)
    }

    private func isShort(_ value: PlanNode, key: String) -> Bool {
        switch value {
        case .text, .plain: return true
        case .map(let entries):
            return entries.isEmpty || Self.flowKeys.contains(key) && entries.allSatisfy { !$0.value.isNested }
        case .list(let elements):
            if key == "interim_targets" { return elements.isEmpty }
            return elements.allSatisfy { if case .map = $0 { false } else { true } }
        }
    }

    private static func flow(_ node: PlanNode) -> String {
        switch node {
        case .text(let text): scalar(text)
        case .plain(let text): text
        case .list(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
        case .map(let entries): "{" + entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    // MARK: Words

    /// Words as a YAML scalar: plain where nothing can be misread, else in double quotes.
    static func scalar(_ text: String) -> String { isSafe(text) ? text : quoted(text) }

    private static let words: Set<String> = [
        "true", "false", "null", "yes", "no", "on", "off", "True", "False", "Null", "Yes", "No", "On", "Off", "TRUE",
        "FALSE", "NULL", "YES", "NO", "ON", "OFF", "y", "n", "Y", "N",
    ]

    private static func isSafe(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, !words.contains(text) else {
            return false
        }
        guard first.isHan || first.isLetter || "“《（—〔".unicodeScalars.contains(first) || startsSafely(text) else {
            return false
        }
        if last.isBlank || last == ":" { return false }
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar.value < 0x20 || scalar.value == 0x7F || ",[]{}\"".unicodeScalars.contains(scalar) { return false }
            if (0x80...0x9F).contains(scalar.value) || scalar == "\u{FEFF}" || (0x2028...0x2029).contains(scalar.value)
            {
                return false
            }
            if scalar.value >= 0xFFFE, scalar.value <= 0xFFFF { return false }
            if scalar == "#", index > 0, scalars[index - 1].isBlank { return false }
            if scalar == ":", index + 1 < scalars.count, scalars[index + 1].isBlank { return false }
        }
        return true
    }

    /// `1. 坚持…` is words, `2023` is not.
    private static func startsSafely(_ text: String) -> Bool {
        text.unicodeScalars.first?.isDigit == true && text.unicodeScalars.contains(where: \.isHan)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result += escaped(scalar)
            }
        }
        return result + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let value = scalar.value
        let printable = (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value < 0xFFFE) || value > 0xFFFF
        if printable, value != 0xFEFF, !(0x2028...0x2029).contains(value) { return String(scalars: [scalar]) }
        let hexadecimal = String(value, radix: 16, uppercase: true)
        let width = value > 0xFFFF ? 8 : 4
        let padded = String(repeating: "0", count: max(0, width - hexadecimal.count)) + hexadecimal
        return (value > 0xFFFF ? "\\U" : "\\u") + padded
    }
}

extension PlanNode {
    /// Whether it is a mapping or a list with something in it.
    var isNested: Bool {
        switch self {
        case .map(let entries): !entries.isEmpty
        case .list(let elements): elements.contains(where: \.isNested)
        default: false
        }
    }
}
