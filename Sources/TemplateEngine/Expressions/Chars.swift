/// Text of an expression with the place in the source of each of its scalars.
struct Chars: Sendable {
    var scalars: [UInt32] = []
    var offsets: [Int] = []

    var count: Int { scalars.count }
    var isBlank: Bool { scalars.allSatisfy(Self.isSpace) }
    var string: String { Self.string(scalars[...]) }

    init() {}

    init(_ text: String, at offset: Int) {
        var place = offset
        for scalar in text.unicodeScalars {
            append(scalar.value, at: place)
            place += UTF8.width(scalar)
        }
    }

    /// Where it begins in the source.
    var start: Int { offsets.first ?? 0 }

    mutating func append(_ scalar: UInt32, at offset: Int) {
        scalars.append(scalar)
        offsets.append(offset)
    }

    mutating func append(_ text: String, at offset: Int) {
        for scalar in text.unicodeScalars { append(scalar.value, at: offset) }
    }

    subscript(range: Range<Int>) -> Chars {
        var part = Chars()
        part.scalars = Array(scalars[range])
        part.offsets = Array(offsets[range])
        return part
    }

    /// Without white space at both ends.
    var trimmed: Chars {
        var low = 0
        var high = count
        while low < high, Self.isSpace(scalars[low]) { low += 1 }
        while high > low, Self.isSpace(scalars[high - 1]) { high -= 1 }
        return low == 0 && high == count ? self : self[low..<high]
    }

    /// The first place of some ASCII text from a place on.
    func find(_ text: StaticString, from place: Int = 0) -> Int? {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return nil }
        var index = place
        while index + length <= count {
            if matches(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether some ASCII text stands at a place.
    func matches(_ text: StaticString, at place: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard place + length <= count else { return false }
        for index in 0..<length where scalars[place + index] != UInt32(text.utf8Start[index]) { return false }
        return true
    }

    static func isSpace(_ scalar: UInt32) -> Bool { scalar <= 0x20 }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }
}
