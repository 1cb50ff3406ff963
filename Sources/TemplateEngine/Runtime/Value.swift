/// One value while rendering: sixteen bytes without references, so that copying it costs nothing.
///
/// Text, lists and records are pointers into an ``Arena`` that outlives the value.
struct Value {
    /// What a value is.
    enum Tag: UInt8 {
        case null
        case boolean
        /// `bits` is an `Int64`.
        case integer
        /// A decimal number as it is written: `bits` points at its digits.
        case decimal
        /// `bits` is a `Double`'s pattern; only what `${}` computes from a literal with a point.
        case double
        case text
        /// Markup the engine produced.
        case markup
        /// `bits` points at `length` values.
        case list
        /// `bits` points at the slots, `length` is the shape's number in the context.
        case record
        /// `bits` points at `length` pairs of key and value.
        case map
        /// `bits` points at a pair of key and value.
        case entry
        /// `bits` points at a ``LoopFrame``.
        case status
        /// `bits` points at a ``FragmentValue``, or is 0 for the empty fragment.
        case fragment
        /// `bits` points at a ``Moment``.
        case moment
        /// A utility object such as `#lists`; `length` is its number.
        case utility
        /// The `_` token: leave things as they are.
        case noOperation
    }

    var bits: UInt64 = 0
    var length: UInt32 = 0
    var tag: Tag = .null
    var flags: UInt8 = 0

    /// The text needs no escaping in text and in attribute values.
    static let clean: UInt8 = 1
    /// The text has no control characters, so that it needs no character references in XML attribute values.
    static let printable: UInt8 = 2
    /// The text was a literal of a standard expression, which `+` never takes for a number.
    static let literal: UInt8 = 4
    /// A list that is a set: printed and tested the same, kept apart for `#sets`.
    static let set: UInt8 = 8

    static let null = Value()
    static let noOperation = Value(tag: .noOperation)
    static let emptyFragment = Value(tag: .fragment)

    @inline(__always)
    init(bits: UInt64 = 0, length: UInt32 = 0, tag: Tag = .null, flags: UInt8 = 0) {
        self.bits = bits
        self.length = length
        self.tag = tag
        self.flags = flags
    }

    @inline(__always)
    init(_ value: Bool) { self.init(bits: value ? 1 : 0, tag: .boolean) }

    @inline(__always)
    init(_ value: Int) { self.init(bits: UInt64(bitPattern: Int64(value)), tag: .integer) }

    @inline(__always)
    init(double value: Double) { self.init(bits: value.bitPattern, tag: .double) }

    /// A value that points at `count` bytes, values or pairs.
    @inline(__always)
    init(_ tag: Tag, _ pointer: UnsafeRawPointer?, _ count: Int, flags: UInt8 = 0) {
        self.init(
            bits: UInt64(UInt(bitPattern: pointer)),
            length: UInt32(truncatingIfNeeded: count),
            tag: tag,
            flags: flags
        )
    }

    @inline(__always) var isNull: Bool { tag == .null }
    @inline(__always) var boolean: Bool { bits != 0 }
    @inline(__always) var integer: Int64 { Int64(bitPattern: bits) }
    @inline(__always) var double: Double { Double(bitPattern: bits) }
    @inline(__always) var count: Int { Int(length) }

    /// Whether this is text of any kind: text or markup.
    @inline(__always) var isText: Bool { tag == .text || tag == .markup }

    @inline(__always)
    var pointer: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: UInt(bits)) }

    /// The bytes of text, markup or a decimal.
    @inline(__always)
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: UInt8.self), count: Int(length))
    }

    /// The values of a list.
    @inline(__always)
    var items: UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: Value.self), count: Int(length))
    }

    /// The keys and values of a map, one after the other.
    @inline(__always)
    var pairs: UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(start: pointer?.assumingMemoryBound(to: Value.self), count: Int(length) * 2)
    }

    /// The slots of a record, the key and value of an entry.
    @inline(__always)
    var slots: UnsafePointer<Value> {
        UnsafePointer<Value>(bitPattern: UInt(bits)).unsafelyUnwrapped
    }
}

/// Where an iteration stands; what a status variable reads.
struct LoopFrame {
    var current: Value
    var items: UnsafePointer<Value>?
    var index: Int
    /// The number of rounds.
    var count: Int
    /// The symbols of the loop's variable and its status variable.
    var variable: Int32
    var status: Int32
    /// The shape whose entries are gone through, or -1 for a list, or -2 for a map.
    var shape: Int32
}

/// A fragment as a value: which one, and with which parameters.
struct FragmentValue {
    /// The program it belongs to: -1 for the template itself, else the number of a late one.
    var program: Int32
    /// The number of the fragment in its program.
    var fragment: Int32
    /// How many parameters there are.
    var parameterCount: Int32
    /// Whether the parameters have no names.
    var positional: Bool
    /// The parameters' names (text) and values in turn.
    var parameters: UnsafePointer<Value>?
}

extension Value {
    /// The flags of text that holds these bytes.
    static func textFlags(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var flags = clean | printable
        for byte in bytes where byte < 0x40 {
            if byte < 0x20 {
                flags &= ~printable
            } else if byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 {
                flags &= ~clean
            }
            if flags == 0 { break }
        }
        return flags
    }
}
