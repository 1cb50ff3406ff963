/// One step of a program: a code and up to five numbers, whose meaning is the code's.
struct Instruction {
    /// What a step does. `text` and its kin first write the static bytes `a` (offset) and `b` (length).
    enum Code: UInt8 {
        /// Static bytes only.
        case literal
        /// Static bytes, then the variable `c`.
        case variable
        /// Static bytes, then the field `d` of the variable `c`.
        case field
        /// Static bytes, then the expression `c`.
        case text
        /// Static bytes, then the expression `c` as markup.
        case markup
        /// The attribute whose beginning (` name="`) is `a`, `b`, if the field `d` of the variable `c` is not empty.
        case attributeField
        /// The attribute whose beginning is `a`, `b`, with the expression `c`; `mode` is an ``AttributePolicy``.
        case attribute
        /// Like `text`, but `_` leaves the body, which follows; else goes on at `d`.
        case textOrBody
        case markupOrBody
        /// The content of an XML comment begins, with values in it.
        case commentBegin
        /// It ends: what values brought along must not end it.
        case commentEnd

        /// Goes on at `a`.
        case jump
        /// Goes on at `b` unless the expression `a` is true.
        case unless
        /// Goes on at `b` if the expression `a` is true.
        case when
        /// Goes on at `c` unless the status property `b` of the loop variable `a` is true.
        case unlessStatus
        case whenStatus
        /// Goes on at `c` unless the field `b` of the variable `a` is an empty list or null.
        case unlessEmptyField

        /// Goes through the expression `a` with the variable `b` and the status `c`; goes on at `d` when empty.
        case each
        /// Like `each` for the field `e` of the variable `a`.
        case eachField
        /// The next round at `a`, or the end of the iteration.
        case next
        /// An iteration whose specification the expression `a` computes; goes on at `d` when empty.
        case eachLate

        /// Remembers which variables are bound from here on.
        case enter
        /// Unbinds what was bound since.
        case leave
        /// Binds the variable `a` to the expression `b`.
        case bind
        /// Evaluates `b` pairs of variable and expression at operand `a`, then binds them.
        case bindAll
        /// Binds what the text of the expression `a` says.
        case bindLate
        /// Makes the expression `a` the selected object.
        case select

        /// Begins a switch over the expression `a`.
        case choose
        /// Goes on at `b` unless the expression `a` is the switch's value and no case was before.
        case match
        /// Goes on at `c` unless the text `a`, `b` is the switch's value and no case was before.
        case matchText
        /// Goes on at `b` if a case was before.
        case matchDefault

        /// Runs the fragment `a`; `mode` 1 leaves its outer elements out.
        case call
        case ret
        /// Evaluates the expression `a` to a fragment and binds its parameters.
        case fragment
        /// Runs the fragment evaluated last; `_` goes on, else goes on at `a` afterwards; `mode` as in `call`.
        case callFragment
        /// Goes on at `a` if the fragment evaluated last is not `_`; runs nothing.

        /// Begins the attributes of a tag that are put together at run time.
        case attributesBegin
        /// An attribute as written: name `a`, `b`, all of it `c`, `d`; the value lies `e` bytes into it, -1 for none.
        case attributeStatic
        /// Changes the attribute named `a`, `b` by the expression `c`; `mode` is an ``AttributePolicy``.
        case attributeChange
        /// Changes the attribute that the expression `a` names by the expression `c`.
        case attributeChangeNamed
        /// Changes attributes by what the text of the expression `a` says.
        case attributeLate
        /// Writes the attributes.
        case attributesEnd

        /// Fails unless the expression `a` is true.
        case assert
        /// Evaluates the expression `a` of a `th:remove`.
        case removal
        /// Goes on at `b` if the removal is one of the bits `a`.
        case ifRemoval
        /// Reports the problem `a`.
        case problem
        case halt
    }

    var code: Code
    var mode: UInt8 = 0
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    var d: Int32 = 0
    var e: Int32 = 0
}

/// How a value is written.
enum Place {
    /// `null` is written as the word.
    static let nullWord: UInt8 = 1
    /// XML's references instead of HTML's.
    static let xml: UInt8 = 2
    /// An attribute value.
    static let attribute: UInt8 = 4
    /// A URL: dangerous schemes are refused.
    static let url: UInt8 = 8
}

/// What a computed value does to an attribute.
enum AttributePolicy {
    static let set: UInt8 = 0
    /// An empty value stays as an empty attribute.
    static let setKeepingEmpty: UInt8 = 1
    /// The attribute is there if the value is true.
    static let fixed: UInt8 = 2
    static let append: UInt8 = 3
    static let prepend: UInt8 = 4
    static let appendWithSpace: UInt8 = 5
    static let kindMask: UInt8 = 7
    /// Only numbers, booleans and literals are allowed.
    static let event: UInt8 = 16
    static let url: UInt8 = 32
}

/// Variables the engine keeps for itself; no template can name them.
enum Reserved {
    /// The selected object of `th:object`.
    static let selection = 0
    /// The value of the `th:switch` around.
    static let choice = 1
    /// Whether a case of it matched; null outside a switch.
    static let matched = 2
    /// The fragment evaluated last.
    static let fragment = 3
    /// What `th:remove` removes.
    static let removal = 4
    /// What Java maps have besides their entries: these names come first.
    static let mapProperties = 5..<10
    static let names = [
        "\u{0}selection", "\u{0}choice", "\u{0}matched", "\u{0}fragment", "\u{0}removal",
        "size", "isEmpty", "keys", "keySet", "values",
        "index", "count", "current", "even", "odd", "first", "last", "key", "value",
    ]
    static let size = 5
    static let index = 10
    static let count = 11
    static let current = 12
    static let even = 13
    static let odd = 14
    static let first = 15
    static let last = 16
    static let key = 17
    static let value = 18
}
