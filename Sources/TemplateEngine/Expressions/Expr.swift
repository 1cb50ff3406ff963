import Diagnostics

/// An expression as it was parsed, standard (`#{…}`, `'a' + 1`) or inside `${…}`.
final class Expr: Sendable {
    let kind: Kind
    /// The byte of the source where it begins.
    let offset: Int
    /// How many scalars of the source it covers.
    let length: Int
    /// How many expressions stand inside one another, this one included.
    let height: Int

    init(_ kind: Kind, at offset: Int, length: Int = 1) {
        self.kind = kind
        height = 1 + kind.heightOfOperands
        self.offset = offset
        self.length = max(1, length)
    }

    /// What an expression is.
    indirect enum Kind: Sendable {
        case text(String)
        /// A bare word, which is a text of itself.
        case token(String)
        /// A number as written.
        case number(String)
        /// A number as written inside `${…}`, where a point makes a binary fraction.
        case realNumber(String)
        case boolean(Bool)
        case null
        case noOperation

        // Standard expressions
        case message(Expr, [Expr])
        case link(Expr, [Assignment])
        case fragment(FragmentReference)
        case emptyFragment
        case operation(Operator, Expr, Expr)
        case minus(Expr)
        case not(Expr)
        case conditional(Expr, Expr, Expr?)
        case elvis(Expr, Expr)
        /// `${{…}}`: the value as text.
        case converted(Expr)
        /// `*{…}`: names are looked up in the selected object.
        case selection(Expr)
        /// A value for an event attribute: a number or a boolean.
        case eventSafe(Expr)
        /// A script in an event attribute, with values in it.
        case script([ScriptPiece])

        // Inside ${…}
        case name(String)
        case property(Expr, String, safe: Bool)
        case index(Expr, Expr)
        case method(Expr, String, [Expr], safe: Bool)
        /// A name called without an object.
        case function(String, [Expr])
        case utility(String)
        case this
        /// What `th:object` selected.
        case object
        case root
        case list([Expr])
        case map([(Expr, Expr)])
        case projection(Expr, Expr)
        case filter(Expr, Expr, Filter)
        case inner(Operator, Expr, Expr)
        case innerMinus(Expr)
        case innerNot(Expr)
        case innerConditional(Expr, Expr, Expr)
        case sequence(Expr, Expr)
        /// What stands inside `${…}` and cannot be understood.
        case broken(ExpressionProblem)
    }

    /// Which elements a selection takes.
    enum Filter: Int32, Sendable { case all, first, last }

    /// The operators of both languages.
    enum Operator: Int32, Sendable {
        case add, subtract, multiply, divide, remainder
        case equal, notEqual, greater, greaterOrEqual, less, lessOrEqual
        case and, or, `in`, notIn, bitAnd, bitOr, bitXor, shiftLeft, shiftRight, shiftRightUnsigned
    }
}

extension Expr.Kind {
    /// The height of the highest operand.
    fileprivate var heightOfOperands: Int {
        switch self {
        case .text, .token, .number, .realNumber, .boolean, .null, .noOperation, .emptyFragment, .name, .utility, .this,
            .object, .root, .broken:
            0
        case .minus(let operand), .not(let operand), .converted(let operand), .selection(let operand),
            .eventSafe(let operand), .innerMinus(let operand), .innerNot(let operand), .property(let operand, _, _):
            operand.height
        case .operation(_, let left, let right), .inner(_, let left, let right), .elvis(let left, let right),
            .index(let left, let right), .projection(let left, let right), .filter(let left, let right, _),
            .sequence(let left, let right):
            max(left.height, right.height)
        case .conditional(let condition, let then, let otherwise):
            max(condition.height, then.height, otherwise?.height ?? 0)
        case .innerConditional(let condition, let then, let otherwise):
            max(condition.height, then.height, otherwise.height)
        case .message(let key, let arguments): Self.highest([key] + arguments)
        case .method(let target, _, let arguments, _): Self.highest([target] + arguments)
        case .function(_, let operands), .list(let operands): Self.highest(operands)
        case .map(let entries): Self.highest(entries.flatMap { [$0.0, $0.1] })
        case .link(let base, let parameters):
            Self.highest([base] + parameters.flatMap { [$0.name, $0.value].compactMap { $0 } })
        case .fragment(let reference):
            Self.highest(
                [reference.template, reference.selector].compactMap { $0 }
                    + reference.parameters.flatMap { [$0.name, $0.value].compactMap { $0 } }
            )
        case .script(let pieces): Self.highest(pieces.compactMap(\.expression))
        }
    }

    private static func highest(_ operands: [Expr]) -> Int { operands.map(\.height).max() ?? 0 }
}

extension Expr {
    /// The expression with every `${…}` in it checked for what an event attribute may hold.
    var guardedForEvents: Expr {
        func wrap(_ kind: Kind) -> Expr { Expr(kind, at: offset, length: length) }
        switch kind {
        case .text, .token, .number, .realNumber, .boolean, .null, .noOperation, .message, .link, .fragment,
            .emptyFragment, .script:
            return self
        case .operation(let meaning, let left, let right):
            return wrap(.operation(meaning, left.guardedForEvents, right.guardedForEvents))
        case .minus(let operand): return wrap(.minus(operand.guardedForEvents))
        case .not(let operand): return wrap(.not(operand.guardedForEvents))
        case .conditional(let condition, let then, let otherwise):
            return wrap(.conditional(condition, then.guardedForEvents, otherwise?.guardedForEvents))
        case .elvis(let value, let fallback):
            return wrap(.elvis(value.guardedForEvents, fallback.guardedForEvents))
        default: return wrap(.eventSafe(self))
        }
    }
}

/// A name and a value, both expressions; the value may be missing in links.
struct Assignment: Sendable {
    var name: Expr
    var value: Expr?
}

/// `~{template :: selector(parameters)}`.
struct FragmentReference: Sendable {
    /// The template's name; nil for the template it is written in.
    var template: Expr?
    /// The fragment's name or selector; nil for the whole template.
    var selector: Expr?
    var parameters: [Assignment]
    /// The parameters have no names.
    var isPositional: Bool
}

/// Something in an expression that cannot be understood.
struct ExpressionProblem: Error {
    var code: String
    var offset: Int
    var length: Int
    var message: LocalizedText
    var help: [LocalizedText] = []

    /// What is not part of the language at all is refused wherever it stands, reached or not.
    var isOutOfScope: Bool { code == "template.out-of-scope" || code == "template.inline" }
}
