public import Diagnostics
import PlanModel
public import TemplateEngine

/// A format that documents are made in.
enum OutputFormat: String, Sendable, CaseIterable {
    case html
    case xml

    var mode: TemplateMode {
        switch self {
        case .html: .html
        case .xml: .xml
        }
    }
}

/// The workspace's templates, compiled and checked against the report model.
public struct ReportTemplates: Sendable {
    /// SHA-256 over all template files and messages.
    let digest: String
    private let templates: [String: Template]
    private let coverage: TemplateCoverage

    /// Compiles every entry template of a workspace: documents, stages and pages.
    /// - Parameters:
    ///   - sources: Every file under the templates folder, by its path in it.
    ///   - messages: The messages of the templates.
    ///   - messageBytes: The bytes the messages were read from.
    /// - Returns: The templates, unless something is wrong, and everything that is.
    public static func compile(
        _ sources: [TemplateSource],
        messages: MessageCatalog,
        messageBytes: [UInt8]
    ) -> (templates: ReportTemplates?, diagnostics: [Diagnostic]) {
        let entries = entries(among: sources)
        let missing = requiredNames.subtracting(entries.map(\.name)).sorted().map(missingTemplate)
        let compiler = TemplateCompiler(sources: sources, messages: messages, schema: .reportModel)
        let compilation = compiler.compile(entries)
        let diagnostics = missing + compilation.diagnostics
        guard !diagnostics.containsErrors else { return (nil, diagnostics) }
        let files = sources.map { (name: $0.name, bytes: $0.bytes) } + [(name: "messages", bytes: messageBytes)]
        let digest = ContextDigest.digest(of: files)
        let templates = compilation.templates
        return (ReportTemplates(digest: digest, templates: templates, coverage: compilation.coverage), diagnostics)
    }

    /// The fields of the report model that no template reads, as `Record.field`, sorted.
    public var unreadFields: [String] { coverage.unreadFields(of: .reportModel) }

    /// The fragments of the templates' sources that no template inserts, as `file :: name`, sorted.
    public func unusedFragments(of sources: [TemplateSource]) -> [String] {
        OutputFormat.allCases.flatMap { format in
            let own = sources.filter { $0.name.hasSuffix("." + format.rawValue) }
            return coverage.unusedFragments(of: own, mode: format.mode)
        }
    }

    /// The compiled template of a name, such as `documents/midterm.html`; every required one is there.
    func template(_ name: String) throws(RenderError) -> Template {
        guard let template = templates[name] else {
            throw RenderError(diagnostics: [Self.missingTemplate(name)])
        }
        return template
    }

    /// The template of a stage: the chapter's own one, or its kind's.
    func stage(_ stage: ChapterStage, _ format: OutputFormat) throws(RenderError) -> Template {
        if let own = templates["\(stage.ownTemplate).\(format.rawValue)"] { return own }
        return try template("\(stage.usualTemplate).\(format.rawValue)")
    }

    private static var requiredNames: Set<String> {
        let documents = DocumentKind.allCases.map { "documents/\($0.rawValue)" }
        let stages = ChapterStage.Kind.allCases.map { "stages/\($0.rawValue)" }
        let both = (documents + stages).flatMap { name in OutputFormat.allCases.map { "\(name).\($0.rawValue)" } }
        return Set(both + ["pages/index.html", "pages/plan.html", "pages/explain.html"])
    }

    /// The templates to compile by themselves: the required ones that are there, and stages named after a chapter.
    private static func entries(among sources: [TemplateSource]) -> [TemplateEntry] {
        sources.compactMap { source in
            guard let format = OutputFormat.allCases.first(where: { source.name.hasSuffix("." + $0.rawValue) }),
                let root = root(of: source.name)
            else { return nil }
            let isPublic = source.name.hasPrefix("pages/")
            return TemplateEntry(name: source.name, mode: format.mode, root: root.recordName, isPublic: isPublic)
        }
    }

    private static func root(of name: String) -> (any ReportRecord.Type)? {
        let path = name.split(separator: "/")
        let base = path.last?.split(separator: ".").first ?? ""
        switch path.first {
        case "documents": return DocumentPage.self
        case "pages": return ["index": FrontPage.self, "explain": ExplainPage.self][base] ?? PlanPage.self
        case "stages":
            if path.count == 2 { return ChapterStage.Kind(rawValue: String(base))?.root }
            return ["indicators": IndicatorStagePage.self, "projects": ProjectStagePage.self][base]
                ?? ChapterStagePage.self
        default: return nil
        }
    }

    private static func missingTemplate(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "template.missing",
            at: SourceLocation(file: "Templates/\(name)"),
            LocalizedText(en: "template '\(name)' is missing", zh: "缺少模板“\(name)”"),
            help: [
                LocalizedText(
                    en: "restore the file from the distribution, or write one",
                    zh: "请从发行包恢复该文件，或自行编写"
                )
            ]
        )
    }
}
