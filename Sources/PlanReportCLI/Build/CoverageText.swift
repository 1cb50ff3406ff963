import Diagnostics
import Reporting

/// What the templates of a workspace leave out: fields of the report model that none shows, fragments that none uses.
struct CoverageText {
    let unreadFields: [String]
    let unusedFragments: [String]

    init(_ templates: ReportTemplates, folder: TemplateFolder) {
        unreadFields = templates.unreadFields
        unusedFragments = templates.unusedFragments(of: folder.sources)
    }

    /// Two lists, each with its count; the names stand on lines of their own, indented.
    func text(in language: DiagnosticLanguage) -> String {
        let fields = LocalizedText(en: "fields of the report model that no template reads", zh: "没有模板读取的数据字段")
        let fragments = LocalizedText(en: "fragments that no template uses", zh: "没有模板使用的片段")
        return list(fields(language), unreadFields) + list(fragments(language), unusedFragments)
    }

    private func list(_ title: String, _ names: [String]) -> String {
        "\(title): \(names.count)\n" + names.map { "  \($0)\n" }.joined()
    }
}
