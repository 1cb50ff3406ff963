/// What is known before rendering about a value.
enum CheckedType: Hashable {
    /// Nothing: everything goes.
    case unknown
    case known(ContextType)
    case number
    case null
    /// The status of an iteration over such values.
    indirect case status(CheckedType)
    /// An entry of a map of such values.
    indirect case entry(CheckedType)
    /// A fragment that is written in a template, as a value.
    case fragment(template: String, offset: Int)

    /// Without the possibility of being nothing.
    var unwrapped: CheckedType {
        if case .known(.optional(let type)) = self { return CheckedType.known(type).unwrapped }
        return self
    }

    /// The type of the values that an iteration goes through.
    var element: CheckedType {
        switch unwrapped {
        case .known(.list(let element)): .known(element)
        case .known(.map(let value)): .entry(.known(value))
        case .known(.record): .unknown
        default: self
        }
    }

    /// The type of either of two values.
    func merged(with other: CheckedType) -> CheckedType {
        if self == other { return self }
        if self == .null { return other }
        if other == .null { return self }
        return unwrapped == other.unwrapped ? unwrapped : .unknown
    }

    /// What people call values of this type.
    var name: (en: String, zh: String) {
        switch unwrapped {
        case .known(.boolean): ("a boolean", "布尔值")
        case .known(.integer), .known(.decimal), .number: ("a number", "数值")
        case .known(.text): ("a text", "文本")
        case .known(.markup): ("markup", "标记")
        case .known(.list): ("a list", "列表")
        case .known(.map): ("a map", "映射")
        case .known(.record(let name)): ("the record '\(name)'", "记录“\(name)”")
        case .known(.optional), .null: ("null", "空值")
        case .status: ("an iteration status", "迭代状态")
        case .entry: ("a map entry", "映射项")
        case .fragment: ("a fragment", "片段")
        case .unknown: ("a value", "值")
        }
    }

    var isNumber: Bool {
        switch unwrapped {
        case .known(.integer), .known(.decimal), .number, .unknown: true
        default: false
        }
    }

    var isList: Bool {
        switch unwrapped {
        case .known(.list), .unknown: true
        default: false
        }
    }
}
