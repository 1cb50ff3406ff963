/// One node of a compiled expression: a code, up to three numbers and a constant.
struct ExprNode {
    enum Code: UInt8 {
        /// `value`.
        case constant
        /// The variable `a`.
        case variable
        /// The field `b` of the node `a`; `flag` 1: null for a property of null.
        case field
        /// The field `b` of the variable `a`.
        case variableField
        /// The name `a` looked up in the selected object, or among the variables when nothing is selected.
        case selected
        /// The element `b` of the node `a`.
        case index
        /// The method `c` of the node `a`, with the operands at `b`: count, arguments; `flag` 1: null for null.
        case method
        /// The function `c` of the utility object `a`, with the operands at `b`: count, arguments.
        case utility
        /// The utility object `a` itself.
        case utilityObject
        /// All variables as a map.
        case root
        /// The selected object; in a projection the element.
        case object
        /// The operands at `a`: count, items.
        case list
        /// The operands at `a`: count of pairs, keys and values in turn.
        case map
        case projection
        /// `flag`: which ones.
        case filter
        case conditional
        case elvis
        case not
        case minus
        case innerMinus
        /// `flag` is the operator.
        case operation
        case inner
        case sequence
        case converted
        /// The node `a`, if it is a number or a boolean.
        case eventSafe
        /// A script; the operands at `a`: count of pieces, then for each 1 for a value or 0 for a text, and its node.
        case script
        /// The message with the key `a`, the operands at `b`: count, arguments.
        case message
        /// The link with the base `a`, the operands at `b`: count of pairs, names and values (-1: none) in turn.
        case link
        /// The fragment number `a`, the operands at `b`: positional, count of pairs, names and values in turn.
        case fragment
        /// A fragment by the names `a` and `c` (-1: none) known at run time; operands as before; `flag` 1: it must
        /// exist.
        case fragmentByName
        /// An expression that is put together at run time; the operands at `a`: count, pieces.
        case late
        /// The text that `late` would parse.
        case lateText
        /// Whether the list in the field `b` of the variable `a` is empty or null.
        case emptyField
        /// Reports the problem `a`.
        case problem
    }

    var code: Code
    var flag: UInt8 = 0
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var value = Value()
}

/// Where something stands in a source.
struct SourcePlace: Hashable {
    var source: Int32
    var offset: Int32
    var length: Int32
}
