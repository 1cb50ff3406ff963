import PlanModel

/// Concludes what the text does not say in so many words: years, area, lead department; and compares what it says twice.
struct Completion {
    private var draft: Draft
    private let registry: Registry

    /// Completes a draft.
    static func complete(_ draft: inout Draft, registry: Registry) {
        var completion = Completion(draft: draft, registry: registry)
        completion.complete()
        draft = completion.draft
    }

    private init(draft: Draft, registry: Registry) {
        self.draft = draft
        self.registry = registry
    }

    private mutating func complete() {
        findIssued()
        findIssuer()
        findYears()
        findArea()
        checkNumbers()
        checkAnnexNames()
    }

    // MARK: Dates

    /// The date of the document: on its first page, else in the end matter, else the year of its number.
    private mutating func findIssued() {
        if draft.issued != nil { return }
        for matter in draft.matter.reversed() where matter.kind == .end {
            if let found = DateReader.day(in: matter.prose.compact.scalars) {
                draft.issued = .day(found.date)
                return
            }
        }
        let number = draft.documentNumber.compact.scalars
        guard let year = Years.first(in: number) else {
            draft.review.append(.at(draft.title, .missing, en: "no date of issue was found", zh: "未找到发文日期"))
            return
        }
        draft.issued = .year(year)
        draft.review.append(
            .at(
                draft.documentNumber,
                .derived,
                en: "only the year of issue is known, from the number",
                zh: "仅由文号得知发文年份"
            )
        )
    }

    /// The body that signs below the plan, where the first page names none.
    private mutating func findIssuer() {
        guard draft.issuer.isEmpty else { return }
        let signatures = draft.matter.filter { $0.kind == .end && EndMatter.isSignature($0.prose.compact.scalars) }
        if let signature = signatures.last { draft.issuer = signature.prose.compact }
    }

    private mutating func findYears() {
        let title = draft.title.compact.scalars
        if let years = Self.years(in: title) {
            draft.years = years
            return
        }
        let texts = draft.chapters.filter { $0.kind == .overview }.flatMap {
            $0.paragraphs + $0.sections.flatMap(\.paragraphs)
        }
        let all = texts.isEmpty ? draft.preamble : texts
        let year = draft.issued?.year
        let last = all.lazy.compactMap { Deadlines.all(in: $0.compact.scalars, issued: year).first }.first
        guard let issued = year, let end = last?.year, end >= issued else {
            draft.years = draft.issued.map { $0.year...$0.year }
            draft.review.append(
                .at(draft.title, .missing, en: "the text does not name the plan's years", zh: "未找到规划期限")
            )
            return
        }
        draft.years = issued...end
        draft.review.append(
            .at(
                draft.title,
                .derived,
                en: "the years \(issued) to \(end) were concluded from the date of issue and the first deadline",
                zh: "规划期限\(issued)—\(end)年由发文日期和首个时限推得"
            )
        )
    }

    /// The years that a title names: （2021—2025年）, “十四五”.
    static func years(in title: [Unicode.Scalar]) -> ClosedRange<Int>? {
        let found = Years.all(in: title[...])
        for (first, second) in zip(found, found.dropFirst()) where second.range.lowerBound - first.range.upperBound <= 2
        {
            if second.range.lowerBound > first.range.upperBound, second.year > first.year {
                return first.year...second.year
            }
        }
        for end in title.indices where title[end] == "五" {
            if let plan = Deadlines.plan(title[...], endingAt: end) { return plan.years }
        }
        return nil
    }

    // MARK: Area

    /// The area whose name the issuer or the title begins with; the longest name counts.
    private mutating func findArea() {
        let texts = [draft.issuer.compact.text, draft.title.compact.text]
        let named = registry.areas.flatMap { area in ([area.name] + area.aliases).map { (name: $0, code: area.code) } }
        for text in texts {
            let matches = named.filter { !$0.name.isEmpty && text.hasPrefix($0.name) }
            if let best = matches.max(by: { $0.name.count < $1.name.count }) {
                draft.area = best.code
                return
            }
        }
        draft.review.append(
            .at(draft.title, .missing, en: "the registry holds no area that this plan is for", zh: "区划登记中没有本规划的地区")
        )
    }

    // MARK: Checks

    /// The numbers of tasks run on or begin anew; everything else is worth a look.
    private mutating func checkNumbers() {
        var last = 0
        var found: [ReviewItem] = []
        for chapter in draft.chapters {
            for task in chapter.tasks + chapter.sections.flatMap(\.tasks) {
                let number = task.heading.marker.number
                if number != last + 1, number != 1 { found.append(Self.gap(task.heading, last)) }
                last = number
            }
        }
        var before = 0
        for chapter in draft.chapters {
            let number = chapter.heading.marker.number
            if number != before + 1 { found.append(Self.gap(chapter.heading, before)) }
            before = number
        }
        draft.review += found
    }

    private static func gap(_ heading: Draft.Heading, _ last: Int) -> ReviewItem {
        var item = ReviewItem.at(
            heading.full,
            .numbering,
            en: "number \(heading.marker.number) follows number \(last)",
            zh: "编号\(heading.marker.number)接在\(last)之后"
        )
        item.covered = []
        return item
    }

    private mutating func checkAnnexNames() {
        for annex in draft.annexes {
            guard let cited = annex.citedAs, cited.compact.scalars != annex.title.compact.scalars, !annex.title.isEmpty
            else {
                continue
            }
            var item = ReviewItem.at(
                annex.title,
                .annexName,
                en: "the annex is called '\(annex.title.text)' here and '\(cited.text)' where the body cites it",
                zh: "附件标题为“\(annex.title.text)”，正文所列为“\(cited.text)”"
            )
            item.covered = []
            draft.review.append(item)
        }
    }
}
