import Diagnostics

/// `#strings`.
extension UtilityRegistry {
    private static func function(_ name: String, _ arity: ClosedRange<Int>, _ body: @escaping Body) -> Function {
        Function(object: "strings", name: name, arity: arity, body: body)
    }

    /// A function of a text that gives a text; null stays null.
    private static func text(
        _ name: String,
        _ arity: Int = 1,
        _ body: @escaping @Sendable (String, [String]) -> String?
    ) -> Function {
        function(name, arity...arity) { (machine, arguments) throws(Fault) in
            for argument in arguments.dropFirst() where argument.isNull {
                throw machine.unusable("strings.\(name)", argument)
            }
            if arguments[0].isNull { return Value() }
            let strings = arguments.map { machine.string($0) }
            return body(strings[0], Array(strings.dropFirst())).map { machine.text($0) } ?? Value()
        }
    }

    /// A test of texts, none of which may be null.
    private static func test(_ name: String, _ body: @escaping @Sendable (String, String) -> Bool) -> Function {
        function(name, 2...2) { (machine, arguments) throws(Fault) in
            for argument in arguments where argument.isNull { throw machine.unusable("strings.\(name)", argument) }
            return Value(body(machine.string(arguments[0]), machine.string(arguments[1])))
        }
    }

    static let strings: [Function] =
        [
            function("isEmpty", 1...1) { (machine, arguments) throws(Fault) in
                Value(machine.string(arguments[0]).trimmingSpaces().isEmpty)
            },
            text("toString") { text, _ in text },
            function("defaultString", 2...2) { (machine, arguments) throws(Fault) in
                machine.string(arguments[0]).trimmingSpaces().isEmpty ? arguments[1] : machine.text(arguments[0])
            },
            test("contains") { $0.utf8Contains($1) },
            test("containsIgnoreCase") { $0.uppercased().utf8Contains($1.uppercased()) },
            test("startsWith") { $0.utf8.starts(with: $1.utf8) },
            test("endsWith") { $0.utf8.reversed().starts(with: $1.utf8.reversed()) },
            function("equals", 2...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull || arguments[1].isNull {
                    return Value(arguments[0].isNull && arguments[1].isNull)
                }
                return Value(machine.bytes(arguments[0]) == machine.bytes(arguments[1]))
            },
            function("equalsIgnoreCase", 2...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull || arguments[1].isNull {
                    return Value(arguments[0].isNull && arguments[1].isNull)
                }
                return Value(machine.string(arguments[0]).lowercased() == machine.string(arguments[1]).lowercased())
            },
            function("substring", 2...3) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let units = Array(machine.string(arguments[0]).utf16)
                let start = try machine.integer(arguments[1], "strings.substring")
                let end = arguments.count == 3 ? try machine.integer(arguments[2], "strings.substring") : units.count
                if arguments.count == 2, start >= units.count {
                    throw machine.unusable("strings.substring", arguments[1])
                }
                return machine.text(try TextUtilities.substring(units, start, end))
            },
            text("substringAfter", 2) { text, arguments in
                guard let index = TextUtilities.index(of: Array(arguments[0].utf16), in: Array(text.utf16), from: 0)
                else { return nil }
                return String(decoding: Array(text.utf16)[(index + arguments[0].utf16.count)...], as: UTF16.self)
            },
            text("substringBefore", 2) { text, arguments in
                guard let index = TextUtilities.index(of: Array(arguments[0].utf16), in: Array(text.utf16), from: 0)
                else { return nil }
                return String(decoding: Array(text.utf16)[..<index], as: UTF16.self)
            },
            text("prepend", 2) { text, arguments in arguments[0] + text },
            text("append", 2) { text, arguments in text + arguments[0] },
            function("indexOf", 2...2) { (machine, arguments) throws(Fault) in
                for argument in arguments where argument.isNull { throw machine.unusable("strings.indexOf", argument) }
                let units = Array(machine.string(arguments[0]).utf16)
                return Value(
                    TextUtilities.index(of: Array(machine.string(arguments[1]).utf16), in: units, from: 0) ?? -1
                )
            },
            function("length", 1...1) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { throw machine.unusable("strings.length", arguments[0]) }
                return Value(machine.string(arguments[0]).utf16.count)
            },
            function("concat", 0...64) { (machine, arguments) throws(Fault) in
                machine.text(arguments.map { machine.string($0) }.joined())
            },
            function("concatReplaceNulls", 1...64) { (machine, arguments) throws(Fault) in
                let null = machine.string(arguments[0])
                return machine.text(arguments.dropFirst().map { $0.isNull ? null : machine.string($0) }.joined())
            },
            text("toUpperCase") { text, _ in text.uppercased() },
            text("toLowerCase") { text, _ in text.lowercased() },
            text("capitalize") { text, _ in text.prefix(1).uppercased() + text.dropFirst() },
            text("unCapitalize") { text, _ in text.prefix(1).lowercased() + text.dropFirst() },
            function("capitalizeWords", 1...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let delimiters =
                    arguments.count == 2 && !arguments[1].isNull ? machine.string(arguments[1]) : " \t\n\r\u{0C}"
                return machine.text(capitalizeWords(machine.string(arguments[0]), delimiters))
            },
            text("trim") { text, _ in text.trimmingSpaces() },
            text("escapeXml") { text, _ in String(decoding: Escape.string(text, place: 0), as: UTF8.self) },
            text("escapeJava") { text, _ in escapeJava(text, script: false) },
            text("escapeJavaScript") { text, _ in escapeJava(text, script: true) },
            text("unescapeJava") { text, _ in unescapeJava(text) },
            text("unescapeJavaScript") { text, _ in unescapeJava(text) },
            function("replace", 3...3) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let strings = arguments.map { machine.string($0) }
                return machine.text(TextUtilities.replace(strings[0], strings[1], strings[2]))
            },
            function("multipleReplace", 3...3) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                var text = machine.string(arguments[0])
                for (part, new) in zip(machine.elements(arguments[1]), machine.elements(arguments[2])) {
                    text = TextUtilities.replace(text, machine.string(part), machine.string(new))
                }
                return machine.text(text)
            },
            function("abbreviate", 2...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let units = Array(machine.string(arguments[0]).utf16)
                let most = try machine.integer(arguments[1], "strings.abbreviate")
                guard most >= 3 else { throw machine.unusable("strings.abbreviate", arguments[1]) }
                if units.count <= most { return machine.text(arguments[0]) }
                return machine.text(try TextUtilities.substring(units, 0, most - 3) + "...")
            },
            function("repeat", 2...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let text = machine.string(arguments[0])
                let count = try machine.integer(arguments[1], "strings.repeat")
                guard count >= 0, count <= 1 << 20, text.utf8.count <= (1 << 20) / max(1, count) else {
                    throw machine.unusable("strings.repeat", arguments[1])
                }
                return machine.text(String(repeating: text, count: count))
            },
            function("randomAlphanumeric", 1...1) { (machine, arguments) throws(Fault) in
                let count = try machine.integer(arguments[0], "strings.randomAlphanumeric")
                let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                return machine.text(String((0..<max(0, min(count, 1024))).map { _ in letters.randomElement() ?? "A" }))
            },
        ] + joins

    /// Lists to texts and back.
    private static let joins: [Function] = ["array", "list", "set"].flatMap { kind in
        [
            function(kind + "Join", 2...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let parts = machine.elements(arguments[0]).map { $0.isNull ? "null" : machine.string($0) }
                return machine.text(parts.joined(separator: machine.string(arguments[1])))
            },
            function(kind + "Split", 2...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                let signs = Array(machine.string(arguments[1]))
                let parts = machine.string(arguments[0]).split { signs.contains($0) }.map { machine.text(String($0)) }
                return kind == "set" ? machine.list(machine.unique(parts), set: true) : machine.list(parts)
            },
        ]
    }

    /// `arrayToUpperCase`, `listTrim` and the like: the function of every element.
    static let stringVariants: [Function] = ["array", "list", "set"].flatMap { kind in
        strings.filter { !$0.name.hasSuffix("Join") && !$0.name.hasSuffix("Split") }.map { original in
            let name = kind + original.name.prefix(1).uppercased() + original.name.dropFirst()
            return function(name, original.arity) { (machine, arguments) throws(Fault) in
                guard let first = arguments.first, !first.isNull else { return Value() }
                var result: [Value] = []
                for element in machine.elements(first) {
                    result.append(try original.body(&machine, [element] + arguments.dropFirst()))
                }
                return kind == "set" ? machine.list(machine.unique(result), set: true) : machine.list(result)
            }
        }
    }

    private static func capitalizeWords(_ text: String, _ delimiters: String) -> String {
        var result = ""
        var atStart = true
        for character in text {
            result += atStart ? String(character).uppercased() : String(character)
            atStart = delimiters.contains(character)
        }
        return result
    }

    private static func escapeJava(_ text: String, script: Bool) -> String {
        var result = ""
        for unit in text.utf16 {
            switch unit {
            case 0x22: result += "\\\""
            case 0x27: result += script ? "\\'" : "'"
            case 0x5C: result += "\\\\"
            case 0x2F: result += script ? "\\/" : "/"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0x08: result += "\\b"
            case 0x0C: result += "\\f"
            case 0x20..<0x7F: result += String(Character(Unicode.Scalar(UInt8(unit))))
            default:
                let digits = String(unit, radix: 16, uppercase: true)
                if script, unit < 0x100 {
                    result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
                } else {
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return result
    }

    private static func unescapeJava(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, let next = rest.popFirst() else {
                units.append(unit)
                continue
            }
            switch next {
            case 0x6E: units.append(0x0A)
            case 0x72: units.append(0x0D)
            case 0x74: units.append(0x09)
            case 0x62: units.append(0x08)
            case 0x66: units.append(0x0C)
            case 0x75 where rest.count >= 4:
                let digits = String(decoding: rest.prefix(4), as: UTF16.self)
                units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
                rest = rest.dropFirst(4)
            default: units.append(next)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}

extension Machine {
    /// The values without repetitions, in the order of their first appearance.
    func unique(_ values: [Value]) -> [Value] {
        var result: [Value] = []
        for value in values where !result.contains(where: { same($0, value) }) { result.append(value) }
        return result
    }
}
