/// Finds the name that was probably meant.
public enum Suggestion {
    /// The candidate nearest to `word`, or nil when none is near enough to be worth proposing.
    ///
    /// Nearness is the Damerau–Levenshtein distance (optimal string alignment), at most a third of the longer word.
    /// - Complexity: O(n · m²) for n candidates of length m.
    /// Signs are not words: `≥` is meant as `>=`, however near `=` may be.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        guard word.contains(where: { $0.isLetter || $0.isNumber }) else { return sign(word, among: candidates) }
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != word {
            let limit = max(1, max(word.count, candidate.count) / 3)
            let distance = editDistance(Array(word), Array(candidate))
            guard distance <= limit else { continue }
            if best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true {
                best = (distance, candidate)
            }
        }
        return best?.name
    }

    /// A ready-made help line, "did you mean …?", or none.
    public static func help(for word: String, among candidates: some Sequence<String>) -> [LocalizedText] {
        guard let name = nearest(to: word, among: candidates) else { return [] }
        return [LocalizedText(en: "did you mean '\(name)'?", zh: "是否应为“\(name)”？")]
    }

    /// A help line that proposes the nearest candidate, or `fallback` when none is near enough.
    public static func help(
        for word: String,
        among candidates: some Sequence<String>,
        otherwise fallback: LocalizedText
    ) -> [LocalizedText] {
        let suggestion = help(for: word, among: candidates)
        return suggestion.isEmpty ? [fallback] : suggestion
    }

    // MARK: Signs

    /// The sign of the candidates that is written like `word`, or else stands for the same side with equality.
    private static func sign(_ word: String, among candidates: some Sequence<String>) -> String? {
        let plain = word.map { plainSigns[$0] ?? String($0) }.joined()
        let choices = [plain, nearSigns[plain]].compactMap { $0 }.filter { $0 != word }
        return choices.first { choice in candidates.contains(choice) }
    }

    private static let plainSigns: [Character: String] = [
        "≥": ">=", "⩾": ">=", "≧": ">=", "≤": "<=", "⩽": "<=", "≦": "<=", "＞": ">", "＜": "<", "＝": "=", "～": "~",
        "〜": "~",
        "∼": "~", "≈": "~", "≒": "~",
    ]
    private static let nearSigns = [">": ">=", "<": "<=", "=>": ">=", "=<": "<=", "==": "=", "~=": "~", "=~": "~"]

    // MARK: Distance

    private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforePrevious[j - 1] + 1)
                }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }
}
