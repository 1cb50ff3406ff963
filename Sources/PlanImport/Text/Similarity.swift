/// How alike two wordings are.
enum Similarity {
    /// The Dice coefficient of the pairs of neighbouring characters: 1 for the same words, 0 for nothing in common.
    static func dice(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Double {
        let ours = pairs(first)
        let theirs = pairs(second)
        guard !ours.isEmpty, !theirs.isEmpty else { return first == second ? 1 : 0 }
        return 2 * Double(ours.intersection(theirs).count) / Double(ours.count + theirs.count)
    }

    /// The pairs of neighbouring characters, signs and white space aside.
    static func pairs(_ text: [Unicode.Scalar]) -> Set<UInt64> {
        Set(run(text))
    }

    /// The same pairs in the order of the text.
    static func run(_ text: [Unicode.Scalar]) -> [UInt64] {
        let words = text.filter { $0.isHan || $0.isDigit || $0.isLetter }
        return zip(words, words.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
    }
}
