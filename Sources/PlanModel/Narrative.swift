/// What people write for the documents of a plan beside the figures: lists of paragraphs, empty where nobody wrote.
public struct Narrative: Hashable, Sendable {
    /// The texts of the mid-term evaluation.
    public struct Midterm: Hashable, Sendable {
        /// 评估工作开展情况: how the evaluation was organized.
        public var organization: [String] = []
        /// 总体结论.
        public var conclusion: [String] = []
        /// 存在问题及原因.
        public var problems: [String] = []
        /// 形势变化.
        public var situation: [String] = []
        /// 对策建议.
        public var suggestions: [String] = []
        /// Causes and remedies of what falls short.
        public var explanations: [Explanation] = []
        /// Who answers for the texts; nil while nobody does.
        public var signature: Signature?

        /// Creates texts that nobody wrote yet.
        public init() {}
    }

    /// The texts of the final summary.
    public struct Final: Hashable, Sendable {
        /// 总结工作开展情况: how the summary was organized.
        public var organization: [String] = []
        /// 总体结论.
        public var conclusion: [String] = []
        /// 存在问题及原因.
        public var problems: [String] = []
        /// 经验.
        public var experience: [String] = []
        /// 下一步.
        public var nextSteps: [String] = []
        /// Causes and remedies of what falls short.
        public var explanations: [Explanation] = []
        /// Who answers for the texts; nil while nobody does.
        public var signature: Signature?

        /// Creates texts that nobody wrote yet.
        public init() {}
    }

    /// The texts of the mid-term evaluation.
    public var midterm = Midterm()
    /// The texts of the final summary.
    public var final = Final()
    /// Every paragraph with its place, in the order of the file.
    public var passages: [Passage] = []
    /// The file the texts are in, also where nobody wrote any.
    public var file: String?

    /// Creates a narrative in which nothing is written.
    public init() {}
}

extension Narrative {
    /// Causes and remedies written for a kind of document.
    public func explanations(_ kind: DocumentKind) -> [Explanation] {
        switch kind {
        case .midterm: midterm.explanations
        case .final: final.explanations
        }
    }

    /// Who answers for the texts of a kind of document.
    public func signature(_ kind: DocumentKind) -> Signature? {
        switch kind {
        case .midterm: midterm.signature
        case .final: final.signature
        }
    }
}
