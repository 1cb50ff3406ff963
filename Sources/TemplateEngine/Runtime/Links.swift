import Diagnostics

/// `@{…}`.
extension Machine {
    mutating func link(_ node: UnsafeMutablePointer<ExprNode>) throws(Fault) -> Value {
        let baseNode = nodes[Int(node.pointee.a)]
        var base = string(try evaluate(node.pointee.a)).trimmingSpaces()
        if baseNode.code != .constant, base.lowercased().hasPrefix("javascript:") {
            throw Fault(
                "template.dangerous-url",
                .init(en: "a link must not begin with 'javascript:'", zh: "链接不得以“javascript:”开头")
            )
        }
        if base.hasPrefix("~/") { base.removeFirst() }
        let parameters = try linkParameters(node.pointee.b)
        return text(LinkText.build(base, parameters))
    }

    private mutating func linkParameters(_ start: Int32) throws(Fault) -> [LinkText.Parameter] {
        var result: [LinkText.Parameter] = []
        for index in 0..<Int(operands[Int(start)]) {
            let name = string(try evaluate(operands[Int(start) + 1 + index * 2]))
            guard !name.trimmingSpaces().isEmpty else {
                throw Fault("template.link", .init(en: "a link parameter has an empty name", zh: "链接参数的名称为空"))
            }
            let valueNode = operands[Int(start) + 2 + index * 2]
            var values: [String?] = [nil]
            if valueNode >= 0 { values = linkValues(try evaluate(valueNode)) }
            if let known = result.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
                result[known].values += values
            } else {
                result.append(LinkText.Parameter(name: name, values: values))
            }
        }
        return result
    }

    private func linkValues(_ value: Value) -> [String?] {
        switch value.tag {
        case .null: [""]
        case .list: value.items.map { $0.isNull ? nil : string($0) }
        default: [string(value)]
        }
    }
}

/// URLs as text.
enum LinkText {
    struct Parameter {
        var name: String
        /// nil: the name alone.
        var values: [String?]
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    static let pathSegment = unreserved.union("!$&'()*+,;=:@".utf8)
    static let path = pathSegment.union("/".utf8)
    static let queryParameter = unreserved.union("!$'()*,;:@/?".utf8)
    static let fragmentId = pathSegment.union("/?".utf8)

    /// A link: parameters that stand in the path as `{name}` first, the rest as a query before `#…`.
    static func build(_ base: String, _ parameters: [Parameter]) -> String {
        guard !parameters.isEmpty else { return base }
        var (path, fragment) = split(base)
        var rest: [Parameter] = []
        for parameter in parameters {
            if let replaced = replaceVariable(parameter, in: path) { path = replaced } else { rest.append(parameter) }
        }
        let query = rest.flatMap { parameter in
            parameter.values.map { value in
                let name = escape(parameter.name, safe: queryParameter)
                return value.map { name + "=" + escape($0, safe: queryParameter) } ?? name
            }
        }
        if !rest.isEmpty { path += (path.contains("?") ? "&" : "?") + query.joined(separator: "&") }
        return path + fragment
    }

    /// The path with `{name}` or `{/name}` replaced; nil where neither is in it.
    private static func replaceVariable(_ parameter: Parameter, in path: String) -> String? {
        var safe = Self.path
        var template = "{\(parameter.name)}"
        if !path.contains(template) {
            template = "{/\(parameter.name)}"
            safe = pathSegment
            guard path.contains(template) else { return nil }
        }
        var values = ""
        for value in parameter.values { values += (values.isEmpty ? "" : ",") + (value ?? "") }
        let question = path.lastIndex(of: "?") ?? path.endIndex
        let head = TextUtilities.replace(String(path[..<question]), template, escape(values, safe: safe))
        let tail = TextUtilities.replace(String(path[question...]), template, escape(values, safe: queryParameter))
        return head + tail
    }

    /// What is before and from the last `#` on, unless the link begins with it.
    private static func split(_ text: String) -> (String, String) {
        guard let index = text.lastIndex(of: "#"), index > text.startIndex else { return (text, "") }
        return (String(text[..<index]), String(text[index...]))
    }

    /// Percent-encodes everything but some bytes.
    static func escape(_ text: String, safe: Set<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            if safe.contains(byte) {
                result.append(byte)
            } else {
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func unescape(_ text: String, plusIsSpace: Bool) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x25, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
