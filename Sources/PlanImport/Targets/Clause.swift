import PlanModel

/// A part of a sentence between commas, in the compact form in which words are looked for.
struct Clause: Sendable {
    /// The words without white space, half-width.
    var words: Prose
    /// Which characters stand in quotation marks or book-title marks.
    var quoted: [Bool]
    /// Which characters stand in round brackets.
    var bracketed: [Bool]
    /// Whether a sentence begins here.
    var startsSentence: Bool
    /// Where the clause stands in the prose it was cut from.
    var origin: Range<Int>

    var scalars: [Unicode.Scalar] { words.scalars }

    /// Whether a word stands outside quotation marks.
    func has(_ word: Word) -> Bool { index(of: word) != nil }

    /// Where a word first stands outside quotation marks.
    func index(of word: Word, from start: Int = 0) -> Int? {
        var from = start
        while let index = scalars.first(word, from: from) {
            if !quoted[index] { return index }
            from = index + 1
        }
        return nil
    }

    /// The first of some words that stands outside quotation marks.
    func first(of list: [Word]) -> (word: Word, index: Int)? {
        var best: (word: Word, index: Int)?
        for word in list {
            if let index = index(of: word), index < best?.index ?? .max { best = (word, index) }
        }
        return best
    }

    /// A part of the clause as a clause.
    func part(_ range: Range<Int>) -> Clause {
        Clause(
            words: words[range],
            quoted: Array(quoted[range]),
            bracketed: Array(bracketed[range]),
            startsSentence: startsSentence && range.lowerBound == 0,
            origin: origin
        )
    }
}

extension Clause {
    private static let stops: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?"]
    private static let commas: Set<Unicode.Scalar> = ["，", ",", "；", ";"]

    /// The clauses of a prose.
    static func all(in prose: Prose) -> [Clause] {
        var splitter = Splitter(prose: prose)
        return splitter.split()
    }

    private struct Splitter {
        let prose: Prose
        var clauses: [Clause] = []
        var words = Prose()
        var quoted: [Bool] = []
        var bracketed: [Bool] = []
        var quotes = 0
        var brackets = 0
        var starts = true
        var start = 0

        init(prose: Prose) { self.prose = prose }

        mutating func split() -> [Clause] {
            for (index, scalar) in prose.scalars.enumerated() { read(scalar, at: index) }
            end(at: prose.count, stop: true)
            return clauses
        }

        private mutating func read(_ scalar: Unicode.Scalar, at index: Int) {
            if scalar == "\n" {
                end(at: index, stop: true)
                return
            }
            guard !scalar.isBlank else { return }
            if "“《".unicodeScalars.contains(scalar) { quotes += 1 }
            if "（(".unicodeScalars.contains(scalar) { brackets += 1 }
            let plain = scalar.halfWidth
            if Clause.stops.contains(plain) || (Clause.commas.contains(plain) && quotes == 0 && brackets == 0) {
                if plain == ",", isThousands(index) { return append(plain, index) }
                append(plain, index)
                end(at: index + 1, stop: Clause.stops.contains(plain))
                return
            }
            append(plain, index)
            if "”》".unicodeScalars.contains(scalar) { quotes = max(0, quotes - 1) }
            if "）)".unicodeScalars.contains(scalar) { brackets = max(0, brackets - 1) }
        }

        private func isThousands(_ index: Int) -> Bool {
            index > 0 && index + 1 < prose.count && prose.scalars[index - 1].isDigit && prose.scalars[index + 1].isDigit
        }

        private mutating func append(_ scalar: Unicode.Scalar, _ index: Int) {
            words.scalars.append(scalar)
            words.origins.append(prose.origins[index])
            quoted.append(quotes > 0)
            bracketed.append(brackets > 0)
        }

        private mutating func end(at index: Int, stop: Bool) {
            if !words.isEmpty {
                clauses.append(
                    Clause(
                        words: words,
                        quoted: quoted,
                        bracketed: bracketed,
                        startsSentence: starts,
                        origin: start..<index
                    )
                )
                starts = false
            }
            if stop {
                starts = true
                quotes = 0
                brackets = 0
            }
            words = Prose()
            quoted = []
            bracketed = []
            start = index
        }
    }
}
