import Assessment

/// A phrase that says how something stands, such as 提前完成, and what has to be so for it to be true.
struct TextAssertion: Hashable, Sendable {
    let phrase: String
    private let verdicts: Set<Verdict>
    /// Nil where it says nothing about a task or project.
    private let states: Set<WorkState>?

    /// The phrases that are checked, longer ones before shorter ones that they contain.
    static let all: [TextAssertion] = [
        TextAssertion("提前完成", [.achieved, .exceeded], [.completed]),
        TextAssertion("提前实现", [.achieved, .exceeded], [.completed]),
        TextAssertion("超额完成", [.achieved, .exceeded], [.completed]),
        TextAssertion("如期完成", [.achieved, .exceeded, .held], [.completed]),
        TextAssertion("全面完成", [.achieved, .exceeded, .held], [.completed]),
        TextAssertion("已经完成", [.achieved, .exceeded, .held], [.completed]),
        TextAssertion("圆满完成", [.achieved, .exceeded, .held], [.completed]),
        TextAssertion("已完成", [.achieved, .exceeded, .held], [.completed]),
        TextAssertion("达到目标进度", [.achieved, .exceeded, .held, .ahead, .onTrack], nil),
        TextAssertion("达到目标要求", [.achieved, .exceeded, .held], nil),
        TextAssertion("达到规划目标", [.achieved, .exceeded, .held], nil),
        TextAssertion("达到规划要求", [.achieved, .exceeded, .held], nil),
        TextAssertion("达到目标", [.achieved, .exceeded, .held], nil),
        TextAssertion("达到要求", [.achieved, .exceeded, .held], nil),
        TextAssertion("快于预期", [.achieved, .exceeded, .ahead], [.completed]),
        TextAssertion("符合预期", [.achieved, .exceeded, .ahead, .onTrack, .held], [.completed, .inProgress]),
        TextAssertion("保持达标", [.held, .achieved, .exceeded], [.completed]),
        TextAssertion("相对滞后", [.behind, .regressing, .broken, .missed], [.slow, .notStarted]),
        TextAssertion("进展缓慢", [.behind, .regressing, .broken, .missed], [.slow, .notStarted]),
        TextAssertion("未完成", [.behind, .regressing, .broken, .missed], [.slow, .notStarted, .inProgress]),
    ]

    private init(_ phrase: String, _ verdicts: Set<Verdict>, _ states: Set<WorkState>?) {
        self.phrase = phrase
        self.verdicts = verdicts
        self.states = states
    }

    /// Whether what is known bears it out; nil where nothing is known.
    func isTrue(of knowledge: TextSubject.Knowledge) -> Bool? {
        switch knowledge {
        case .figures(nil, _), .figures(.noData, _), .work(.noData): nil
        case .figures(let verdict?, _): verdicts.contains(verdict)
        case .work(let state): states?.contains(state)
        }
    }
}

/// Finds who a text says what about: a phrase speaks of the names before it in its sentence, back to the last phrase.
struct TextScanner {
    let subjects: [TextSubject]

    /// A phrase with one of those it speaks of.
    struct Statement {
        let assertion: TextAssertion
        let subject: TextSubject
        /// Where the phrase begins, in Unicode scalars of the text.
        let offset: Int
    }

    /// The statements of a text, in order.
    func statements(in text: String) -> [Statement] {
        var found: [Statement] = []
        var offset = 0
        for sentence in text.split(omittingEmptySubsequences: false, whereSeparator: { "。；！？\n".contains($0) }) {
            found += scan(Array(sentence.unicodeScalars), from: offset)
            offset += sentence.unicodeScalars.count + 1
        }
        return found
    }

    private func scan(_ sentence: [Unicode.Scalar], from start: Int) -> [Statement] {
        var pending: [TextSubject] = []
        var found: [Statement] = []
        var index = 0
        while index < sentence.count {
            if let assertion = Self.phrases.first(where: { sentence[index...].starts(with: $0.scalars) }) {
                let rest = sentence[(index + assertion.scalars.count)...]
                if !isDenied(sentence, at: index), !isAimed(sentence, at: index), rest.first != "的" {
                    found += pending.map { Statement(assertion: assertion.value, subject: $0, offset: start + index) }
                }
                pending = []
                index += assertion.scalars.count
            } else if let name = named(at: index, in: sentence) {
                pending += name.subjects
                index += name.length
            } else {
                index += 1
            }
        }
        return found
    }

    /// 尚未提前完成, 没有提前完成, 不会相对滞后 say the opposite, or nothing.
    private func isDenied(_ sentence: [Unicode.Scalar], at index: Int) -> Bool {
        let before = sentence[..<index].suffix(3)
        return before.contains { "未没不无难".unicodeScalars.contains($0) }
    }

    /// 确保如期完成, 有望达到目标 say what is to be, not what is.
    private func isAimed(_ sentence: [Unicode.Scalar], at index: Int) -> Bool {
        let clause = String(String.UnicodeScalarView(sentence[..<index].split(separator: "，").last ?? []))
        return Self.aims.contains { clause.contains($0) }
    }

    private static let aims = ["确保", "力争", "争取", "有望", "预计", "将", "可望", "能否", "为了", "如果"]

    /// The longest name that begins at a place, with all that go by it.
    func named(at index: Int, in sentence: [Unicode.Scalar]) -> (subjects: [TextSubject], length: Int)? {
        var best: (subjects: [TextSubject], length: Int)?
        for subject in subjects {
            for name in subject.names where sentence[index...].starts(with: name.unicodeScalars) {
                let length = name.unicodeScalars.count
                if length > best?.length ?? 0 {
                    best = ([subject], length)
                } else if length == best?.length {
                    best?.subjects.append(subject)
                }
            }
        }
        return best
    }

    private static let phrases = TextAssertion.all.map { (value: $0, scalars: Array($0.phrase.unicodeScalars)) }
}
