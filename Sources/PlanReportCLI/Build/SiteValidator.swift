import Diagnostics
import Foundation
import Markup
import Reporting

/// Validates what was made before it is published: XML against the schema, HTML for its structure and its links.
struct SiteValidator {
    private static let schemaPath = "Schemas/report-1.xsd"

    let schema: XMLSchemaDocument

    /// The schema of report documents in a workspace.
    static func loadSchema(workspace: String) -> (XMLSchemaDocument?, [Diagnostic]) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: workspace).appending(path: schemaPath)) else {
            let problem = Diagnostic(
                code: "configuration.no-schema",
                at: SourceLocation(file: schemaPath),
                LocalizedText(en: "the schema of the XML documents is missing", zh: "缺少 XML 文档的模式文件"),
                help: [LocalizedText(en: "restore it from the distribution", zh: "请从发行包恢复该文件")]
            )
            return (nil, [problem])
        }
        do {
            return (try XMLSchemaDocument(bytes: Array(data), file: schemaPath), [])
        } catch {
            return (nil, error.diagnostics)
        }
    }

    /// Everything that is wrong with the files of a release.
    func validate(_ files: [ReportFile]) -> [Diagnostic] {
        let pages = files.filter { $0.format == .html }.map { ($0.path, HTMLCheck.check($0.bytes, file: $0.path)) }
        let ids = Dictionary(pages.map { ($0.0, Set($0.1.ids)) }) { first, _ in first }
        let paths = Set(files.map(\.path))
        return files.filter { $0.format == .xml }.flatMap { schema.validate($0.bytes, file: $0.path) }
            + pages.flatMap { path, summary in
                summary.diagnostics
                    + summary.hrefs.compactMap { brokenLink($0, on: path, paths: paths, ids: ids) }
            }
    }

    private func brokenLink(
        _ href: String,
        on page: String,
        paths: Set<String>,
        ids: [String: Set<String>]
    ) -> Diagnostic? {
        guard let link = SiteLink(href, on: page) else { return nil }
        let isKnown = paths.contains(link.path)
        if isKnown, link.fragment.map({ ids[link.path]?.contains($0) ?? true }) ?? true { return nil }
        return Diagnostic(
            code: "site.broken-link",
            at: SourceLocation(file: page),
            LocalizedText(
                en: "the link '\(href)' leads nowhere",
                zh: "链接“\(href)”没有指向任何内容"
            ),
            help: [
                LocalizedText(
                    en: "correct the link in the page's template; with --plan or --document, try without",
                    zh: "请在该页面的模板中更正链接；使用了 --plan 或 --document 的，请去掉后再试"
                )
            ]
        )
    }
}

/// A link to somewhere in the same site.
struct SiteLink: Equatable {
    let path: String
    let fragment: String?

    /// Resolves a link on a page; nil for links that leave the site.
    init?(_ href: String, on page: String) {
        guard !href.contains(":"), !href.hasPrefix("/") else { return nil }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        fragment = parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil
        guard let target = parts.first, !target.isEmpty else {
            path = page
            return
        }
        var folders = page.split(separator: "/").dropLast()
        for step in target.split(separator: "/") {
            if step == ".." { folders = folders.dropLast() } else if step != "." { folders.append(step) }
        }
        path = folders.joined(separator: "/")
    }
}
