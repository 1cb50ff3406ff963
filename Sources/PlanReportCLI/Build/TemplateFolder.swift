import Diagnostics
import Foundation
import Reporting
import TemplateEngine

/// The workspace's `Templates` folder.
struct TemplateFolder {
    private static let messagesName = "messages.properties"

    let workspace: String

    private var root: URL { URL(fileURLWithPath: workspace).appending(path: "Templates") }

    /// Reads and compiles all templates; every problem of every file is reported.
    func compile() -> (ReportTemplates?, [Diagnostic]) {
        guard FileManager.default.fileExists(atPath: root.path(percentEncoded: false)) else {
            return (nil, [missingFolder])
        }
        let (sources, unreadable) = read()
        do throws(DiagnosticsError) {
            guard unreadable.isEmpty else { throw DiagnosticsError(unreadable) }
            let messageBytes = exists(Self.messagesName) ? try bytes(Self.messagesName) : []
            let messages = try MessageCatalog(
                properties: messageBytes,
                file: "Templates/" + Self.messagesName,
                locale: "zh_CN"
            )
            return ReportTemplates.compile(sources, messages: messages, messageBytes: messageBytes)
        } catch {
            return (nil, error.diagnostics)
        }
    }

    /// Every template of the folder that can be read.
    var sources: [TemplateSource] { read().0 }

    /// Every template of the folder, and those that cannot be read.
    private func read() -> ([TemplateSource], [Diagnostic]) {
        var sources: [TemplateSource] = []
        var problems: [Diagnostic] = []
        for name in templateNames {
            do throws(DiagnosticsError) {
                sources.append(TemplateSource(name: name, file: "Templates/" + name, bytes: try bytes(name)))
            } catch {
                problems += error.diagnostics
            }
        }
        return (sources, problems)
    }

    private var templateNames: [String] {
        let paths = FileManager.default.enumerator(atPath: root.path(percentEncoded: false)) ?? .init()
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }.sorted()
    }

    private func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: name).path(percentEncoded: false))
    }

    private func bytes(_ name: String) throws(DiagnosticsError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: root.appending(path: name)))
        } catch {
            throw DiagnosticsError([.unreadableFile("Templates/" + name, error.localizedDescription)])
        }
    }

    private var missingFolder: Diagnostic {
        Diagnostic(
            code: "configuration.no-templates",
            at: SourceLocation(file: "Templates"),
            LocalizedText(en: "the workspace has no Templates folder", zh: "工作目录中没有 Templates 文件夹"),
            help: [
                LocalizedText(
                    en: "run in the folder that holds planreport.yaml, or give it with --workspace",
                    zh: "请在 planreport.yaml 所在文件夹中运行，或用 --workspace 指定该文件夹"
                )
            ]
        )
    }
}
