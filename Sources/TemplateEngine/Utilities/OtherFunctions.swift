import Diagnostics

/// `#uris`, `#ids`, `#messages`, `#locale`.
extension UtilityRegistry {
    private static func function(
        _ object: String,
        _ name: String,
        _ arity: ClosedRange<Int>,
        _ body: @escaping Body
    ) -> Function {
        Function(object: object, name: name, arity: arity, body: body)
    }

    private static let unescapes: [(String, Bool)] = [
        ("unescapePath", false), ("unescapePathSegment", false), ("unescapeFragmentId", false),
        ("unescapeQueryParam", true),
    ]

    static let uris: [Function] =
        [
            ("escapePath", LinkText.path), ("escapePathSegment", LinkText.pathSegment),
            ("escapeFragmentId", LinkText.fragmentId), ("escapeQueryParam", LinkText.queryParameter),
        ].map { name, safe in
            function("uris", name, 1...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                return machine.text(LinkText.escape(machine.string(arguments[0]), safe: safe))
            }
        }
        + unescapes.map { name, plus in
            function("uris", name, 1...2) { (machine, arguments) throws(Fault) in
                if arguments[0].isNull { return Value() }
                return machine.text(LinkText.unescape(machine.string(arguments[0]), plusIsSpace: plus))
            }
        }

    static let ids: [Function] = [
        function("ids", "seq", 1...1) { (machine, arguments) throws(Fault) in
            let number = machine.nextIdentifier(machine.string(arguments[0]))
            return machine.text(machine.string(arguments[0]) + String(number))
        },
        function("ids", "next", 1...1) { (machine, arguments) throws(Fault) in
            let name = machine.string(arguments[0])
            return machine.text(name + String(machine.identifiers[name, default: 0] + 1))
        },
        function("ids", "prev", 1...1) { (machine, arguments) throws(Fault) in
            let name = machine.string(arguments[0])
            guard let number = machine.identifiers[name] else { throw machine.unusable("ids.prev", arguments[0]) }
            return machine.text(name + String(number))
        },
    ]

    static let messageFunctions: [Function] =
        [
            function("messages", "msg", 1...32) { (machine, arguments) throws(Fault) in
                try machine.message(machine.string(arguments[0]), Array(arguments.dropFirst()), absent: true)
            },
            function("messages", "msgWithParams", 2...2) { (machine, arguments) throws(Fault) in
                try machine.message(machine.string(arguments[0]), machine.elements(arguments[1]), absent: true)
            },
            function("messages", "msgOrNull", 1...32) { (machine, arguments) throws(Fault) in
                try machine.message(machine.string(arguments[0]), Array(arguments.dropFirst()), absent: false)
            },
        ]
        + ["array", "list", "set"].flatMap { kind in
            ["Msg", "MsgOrNull"].map { name in
                function("messages", kind + name, 1...32) { (machine, arguments) throws(Fault) in
                    let keys = machine.elements(arguments[0])
                    var result: [Value] = []
                    for key in keys {
                        let key = machine.string(key)
                        result.append(
                            try machine.message(key, Array(arguments.dropFirst()), absent: name == "Msg")
                        )
                    }
                    return machine.list(result, set: kind == "set")
                }
            }
        }

    static let localeFunctions: [Function] = [
        function("locale", "getLanguage", 0...0) { (machine, _) throws(Fault) in
            machine.text(String(machine.template.messages.locale.prefix(2)))
        },
        function("locale", "getCountry", 0...0) { (machine, _) throws(Fault) in
            machine.text(
                machine.template.messages.locale.split(separator: "_").dropFirst().first.map(String.init) ?? ""
            )
        },
        function("locale", "toString", 0...0) { (machine, _) throws(Fault) in
            machine.text(machine.template.messages.locale)
        },
    ]
}

extension Machine {
    mutating func nextIdentifier(_ name: String) -> Int {
        identifiers[name, default: 0] += 1
        return identifiers[name, default: 0]
    }
}
