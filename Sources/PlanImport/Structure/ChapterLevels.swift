import Diagnostics
import PlanModel

extension BodyParser {
    /// Finds which numbers of a chapter are sections and which are tasks, from the paragraphs up to the next chapter.
    static func levels(
        of following: ArraySlice<Block>,
        below chapter: HeadingMarker.Style,
        kind: Plan.ChapterKind
    ) -> Levels {
        var counts: [HeadingMarker.Style: Int] = [:]
        var withDuties: [HeadingMarker.Style: Int] = [:]
        var open: HeadingMarker.Style?
        var inBox = false
        for case .paragraph(let paragraph) in following {
            let marker = HeadingMarker.parse(paragraph.scalars)
            if marker?.style == chapter { break }
            if BoxReader.title(of: paragraph) != nil { inBox = true }
            if let marker, isLevel(marker.style) {
                if inBox, marker.style >= .arabic { continue }
                inBox = false
                counts[marker.style, default: 0] += 1
                open = marker.style
            }
            if let open, namesDuties(paragraph) { withDuties[open, default: 0] += 1 }
        }
        return levels(styles: counts.keys.sorted(), withDuties: withDuties, kind: kind)
    }

    private static func isLevel(_ style: HeadingMarker.Style) -> Bool { style <= .arabic }

    private static func namesDuties(_ paragraph: Prose) -> Bool {
        !Responsibility.extract(from: [paragraph]).duties.isEmpty
    }

    private static func levels(
        styles: [HeadingMarker.Style],
        withDuties: [HeadingMarker.Style: Int],
        kind: Plan.ChapterKind
    ) -> Levels {
        guard let first = styles.first else { return Levels() }
        let second = styles.dropFirst().first
        if kind == .overview { return Levels(section: first == .arabic ? nil : first, task: nil) }
        if first == .arabic || first == .article { return Levels(section: nil, task: first) }
        if withDuties[first] != nil, second.flatMap({ withDuties[$0] }) == nil {
            return Levels(section: nil, task: first)
        }
        if let second { return Levels(section: first, task: second) }
        // One level of brackets in a chapter of tasks: these are the tasks.
        let areTasks = kind == .tasks && first != .section
        return areTasks ? Levels(section: nil, task: first) : Levels(section: first, task: nil)
    }
}

extension ReviewItem {
    /// A title that had to be taken from a long sentence; the line is filled in later.
    static func longTitle(_ title: Prose) -> ReviewItem {
        ReviewItem(
            line: -(title.origins.first ?? 0) - 1,
            code: .derived,
            message: .init(
                en: "the title was taken from a long sentence; shorten it if it is not one",
                zh: "标题取自较长的句子，请核对"
            ),
            excerpt: title.text
        )
    }
}
