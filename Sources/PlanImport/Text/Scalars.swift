extension Unicode.Scalar {
    /// White space of any width, byte order marks and page breaks included.
    var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// An ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// An ASCII letter.
    var isLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

    /// A Chinese character.
    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// The half-width form of digits, letters, `%` and the brackets that texts mix; the scalar itself for all others.
    var halfWidth: Unicode.Scalar {
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(value - 0xFEE0) ?? self
        case 0xFF05, 0xFE6A: "%"
        case 0xFF0E: "."
        case 0xFF5C, 0x2502, 0x2503: "|"
        case 0xFF5E, 0x223C: "~"
        case 0xFF0B: "+"
        case 0xFF0F: "/"
        default: self
        }
    }

    /// An opening bracket.
    var opensBracket: Bool { Self.closing[self] != nil }

    /// The bracket that closes each opening one; half- and full-width ones close each other in careless texts.
    static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "（": ["）", ")"], "(": [")", "）"], "〔": ["〕", "]", "］"], "[": ["]", "〕", "］"], "［": ["］", "]", "〕"],
        "【": ["】"], "《": ["》"], "“": ["”"], "‘": ["’"], "「": ["」"],
    ]
}

/// A word to look for, as scalars.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
    let scalars: [Unicode.Scalar]

    init(stringLiteral value: String) { scalars = Array(value.unicodeScalars) }
    init(_ text: String) { scalars = Array(text.unicodeScalars) }
    init(_ scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars) }

    var text: String { String(scalars: scalars) }
}

extension RandomAccessCollection<Unicode.Scalar> where Index == Int {
    /// Whether a word stands at an index.
    func has(_ word: Word, at index: Int) -> Bool {
        guard index >= startIndex, index + word.scalars.count <= endIndex else { return false }
        for (offset, scalar) in word.scalars.enumerated() where self[index + offset] != scalar { return false }
        return true
    }

    /// Where a word first stands, from an index on.
    func first(_ word: Word, from start: Int? = nil) -> Int? {
        guard let head = word.scalars.first else { return nil }
        var index = start ?? startIndex
        let last = endIndex - word.scalars.count
        while index <= last {
            if self[index] == head, has(word, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Where a word last stands, before an index.
    func last(_ word: Word, before end: Int? = nil) -> Int? {
        var index = (end ?? endIndex) - word.scalars.count
        while index >= startIndex {
            if has(word, at: index) { return index }
            index -= 1
        }
        return nil
    }

    /// Whether a word stands anywhere.
    func has(_ word: Word) -> Bool { first(word) != nil }

    /// Whether any of some words stands anywhere.
    func hasAny(_ words: [Word]) -> Bool { words.contains { has($0) } }

    /// The first of some words that stands at an index.
    func word(of words: [Word], at index: Int) -> Word? { words.first { has($0, at: index) } }

    /// Whether it ends with a word.
    func ends(with word: Word) -> Bool { has(word, at: endIndex - word.scalars.count) }

    /// Whether it begins with a word.
    func begins(with word: Word) -> Bool { has(word, at: startIndex) }
}
