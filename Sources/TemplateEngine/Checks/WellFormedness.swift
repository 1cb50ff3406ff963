import Diagnostics
import Markup

/// Whether an XML template is well-formed, as libxml2 sees it.
///
/// `MarkupScanner` reads tags and attributes; what it passes on as written (entities, names, characters, comments) would
/// be noticed in the output only, at a place that its author never sees.
enum WellFormedness {
    /// What libxml2 finds wrong with a template that the scanner has accepted.
    static func problems(_ template: ParsedTemplate) -> [Diagnostic] {
        var bytes = template.source.bytes
        for range in template.removed { bytes.replaceSubrange(range, with: repeatElement(0x20, count: range.count)) }
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let start = bytes[mark...].firstIndex { $0 > 0x20 } ?? bytes.endIndex
        return XMLWellFormedness.problems(bytes[start...]).map { problem in
            template.source.diagnostic(
                "template.not-well-formed",
                at: start + problem.offset,
                length: 1,
                .init(
                    en: "this is not well-formed XML: \(problem.message)",
                    zh: "此处不是格式良好的 XML：\(problem.message)"
                )
            )
        }
    }
}
