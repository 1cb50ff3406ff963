public import PlanModel

/// Turns an official text into a structured plan and a list of what a person should look at.
public enum PlanImporter {
    /// What an import gives.
    public struct Result: Sendable {
        /// The official text as `source.txt` holds it.
        public var source: String
        /// The text of `plan.yaml`.
        public var planYAML: String
        /// What a person should look at, by line.
        public var review: [ReviewItem]
        /// The JSON of `--format json`.
        public var json: String
        /// Departments that the registry does not hold.
        public var proposals: [Organization]
        /// How the bytes were read; nil for text that was given as a string.
        public var encoding: TextDecoder.Encoding?

        /// The text of `review.md`.
        public var reviewMarkdown: String { ReviewMarkdown.write(self) }

        var tree: PlanNode
        var draft: Draft
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: the text, as decoded.
    ///   - id: the identifier of the plan, also the name of its folder.
    ///   - registry: the areas and departments that are known.
    /// - Returns: the plan, the review list and the JSON.
    /// - Complexity: O(n) in the length of the text.
    public static func importing(_ text: String, id: PlanID, registry: Registry) -> Result {
        importing(SourceDocument(text: text, format: .text), id: id, registry: registry)
    }

    /// Reads a document that was turned into text.
    public static func importing(_ document: SourceDocument, id: PlanID, registry: Registry) -> Result {
        let official = OfficialText(document.text)
        var draft = DocumentParser.parse(official, linesAreParagraphs: document.linesAreParagraphs)
        add(document, to: &draft)
        Completion.complete(&draft, registry: registry)
        TargetCollector.collect(&draft)
        let (tree, proposals) = PlanTree.make(draft, text: official, id: id.text, registry: registry)
        addProposals(proposals, to: &draft)
        Reviewer.finish(&draft, text: official)
        return Result(
            source: String(scalars: official.scalars),
            planYAML: YAMLWriter.write(tree),
            review: draft.review,
            json: ImportJSON.write(draft, text: official),
            proposals: proposals,
            encoding: document.encoding,
            tree: tree,
            draft: draft
        )
    }

    private static func add(_ document: SourceDocument, to draft: inout Draft) {
        if document.hasInvalidBytes {
            draft.review.append(
                .at(
                    Prose(),
                    .encoding,
                    en: "some bytes are no characters; they stand as U+FFFD",
                    zh: "部分字节无法识别，以U+FFFD代替"
                )
            )
        }
        guard !document.leftOut.isEmpty else { return }
        var item = ReviewItem.at(
            Prose(),
            .pageFurniture,
            en: "\(document.leftOut.count) parts of the page around the article were left out",
            zh: "略去网页正文以外的内容\(document.leftOut.count)处"
        )
        item.excerpt = document.leftOut.joined(separator: " / ")
        draft.review.append(item)
    }

    private static func addProposals(_ proposals: [Organization], to draft: inout Draft) {
        let tasks = draft.chapters.flatMap { $0.tasks + $0.sections.flatMap(\.tasks) }
        let duties =
            tasks.map(\.duties) + draft.projects.flatMap { [$0.duties] + $0.goals.map(\.duties) }
            + draft.indicatorTables.flatMap(\.indicators).map(\.duties)
        var places: [String: Prose] = [:]
        for name in duties.flatMap({ $0.lead + $0.support }) where places[name.compactName] == nil {
            places[name.compactName] = name
        }
        for proposal in proposals {
            var item = ReviewItem.at(
                places[proposal.name] ?? draft.issuer,
                .unknownOrganization,
                en: "the registry does not hold '\(proposal.name)'; proposed as \(proposal.id)",
                zh: "部门登记中没有“\(proposal.name)”，建议登记为\(proposal.id)"
            )
            item.covered = []
            draft.review.append(item)
        }
    }
}
