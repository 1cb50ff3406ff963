public import ArgumentParser
import Diagnostics
import Foundation
import Markup
public import TemplateEngine

extension TemplateMode: ExpressibleByArgument {}

/// `planreport render`: one template with one JSON context, for template authors.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders one template with a JSON context to standard output."
    )

    @Argument(help: "The template file.")
    var template: String

    @Option(help: ArgumentHelp("The context, a JSON object.", valueName: "file.json"))
    var data: String

    @Option(help: "How the template is read and written; by default after its suffix.")
    var mode: TemplateMode?

    @Option(help: ArgumentHelp("Where fragments of other templates are looked up.", valueName: "dir"))
    var templates: String?

    @Option(help: ArgumentHelp("The messages of #{…} expressions.", valueName: "file.properties"))
    var messages: String?

    @Option(
        help: ArgumentHelp(
            "The locale of messages, dates and numbers; by default that in the messages file's name, else en.",
            valueName: "locale"
        )
    )
    var locale: String?

    @OptionGroup var language: LanguageOptions

    func run() throws {
        MarkupParser.initialize()
        let console = language.console
        do {
            try console.printResult(try render(console))
        } catch let error as DiagnosticsError {
            try console.reportAndStop(ifErrorsIn: error.diagnostics)
        } catch let error as RenderError {
            try console.reportAndStop(ifErrorsIn: error.diagnostics)
        }
    }

    private func render(_ console: Console) throws -> [UInt8] {
        let folder =
            templates.map { URL(fileURLWithPath: $0) } ?? URL(fileURLWithPath: template).deletingLastPathComponent()
        let source = TemplateSource(name: name(in: folder), file: template, bytes: try read(template))
        let others = try siblings(in: folder).filter { $0.name != source.name }
        let catalog = try messageCatalog()
        let context = try Context.json(try read(data), file: data)
        let compiler = TemplateCompiler(sources: [source] + others, messages: catalog)
        let mode = mode ?? (template.hasSuffix(".xml") ? .xml : .html)
        let entry = TemplateEntry(name: source.name, mode: mode, root: nil, isPublic: false)
        let compilation = compiler.compile([entry])
        guard let compiled = compilation.templates[source.name], !compilation.diagnostics.containsErrors else {
            throw DiagnosticsError(compilation.diagnostics)
        }
        console.report(compilation.diagnostics)
        return try compiled.render(context)
    }

    private func messageCatalog() throws -> MessageCatalog {
        let file = messages ?? ""
        let bytes = try messages.map(read) ?? []
        return try MessageCatalog(properties: bytes, file: file, locale: locale ?? Self.locale(of: file) ?? "en")
    }

    /// The locale in a name such as `messages_zh_CN.properties`.
    static func locale(of file: String) -> String? {
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        return name.firstMatch(of: /_([a-z]{2,3}(?:_[A-Z]{2})?)$/).map { String($0.1) }
    }

    /// The template's path in the folder, which is how other templates name it.
    private func name(in folder: URL) -> String {
        let path = URL(fileURLWithPath: template).standardizedFileURL.path(percentEncoded: false)
        let root = folder.standardizedFileURL.path(percentEncoded: false)
        let prefix = root.hasSuffix("/") ? root : root + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : template
    }

    /// The other templates of the folder; those that cannot be read are missed where a template names them.
    private func siblings(in folder: URL) throws -> [TemplateSource] {
        guard let names = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else {
            throw DiagnosticsError([
                .unreadableFile(folder.relativePath, "no such folder", code: "render.unreadable-file")
            ])
        }
        return names.compactMap { $0 as? String }.filter { isTemplate($0, in: folder) }.sorted().compactMap { name in
            let file = folder.appending(path: name).path(percentEncoded: false)
            return (try? read(file)).map { TemplateSource(name: name, file: file, bytes: $0) }
        }
    }

    /// Whether a file may be named as a template: it is one by its suffix or has none, and nothing about it is hidden.
    private func isTemplate(_ name: String, in folder: URL) -> Bool {
        let file = folder.appending(path: name)
        guard ["html", "xml", ""].contains(file.pathExtension), !name.hasPrefix("."), !name.contains("/.") else {
            return false
        }
        let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
        return values?.isRegularFile == true && values?.fileSize ?? 0 <= Self.largestTemplate
    }

    /// In bytes; a larger file without suffix is something else.
    private static let largestTemplate = 16 << 20

    private func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw DiagnosticsError([
                .unreadableFile(path, error.localizedDescription, code: "render.unreadable-file")
            ])
        }
    }
}
