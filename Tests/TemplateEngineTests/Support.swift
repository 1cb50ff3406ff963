import Diagnostics
import Foundation
import TemplateEngine
import Testing

/// A template with what it is rendered with and what comes out.
struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var template: String
    var data = "{}"
    /// What is written; nil: an error.
    var output: String?
    /// The code of the first error, where there is one.
    var error: String?
    var mode = TemplateMode.html
    var messages = ""
    var others: [String: String] = [:]

    init(
        _ name: String,
        _ template: String,
        _ data: String = "{}",
        gives output: String,
        mode: TemplateMode = .html,
        messages: String = "",
        others: [String: String] = [:]
    ) {
        self.name = name
        self.template = template
        self.data = data
        self.output = output
        self.mode = mode
        self.messages = messages
        self.others = others
    }

    /// An example that ends in an error.
    init(
        _ name: String,
        _ template: String,
        _ data: String = "{}",
        fails code: String,
        mode: TemplateMode = .html,
        messages: String = "",
        others: [String: String] = [:]
    ) {
        self.init(name, template, data, gives: "", mode: mode, messages: messages, others: others)
        output = nil
        error = code
    }

    var testDescription: String { name }
}

/// What an example gives: its output, or the codes of its errors.
func outcome(_ example: Example) throws -> (output: String?, diagnostics: [Diagnostic]) {
    let suffix = "." + example.mode.rawValue
    var sources = [TemplateSource(name: "main" + suffix, file: "main" + suffix, bytes: Array(example.template.utf8))]
    for (name, text) in example.others {
        sources.append(TemplateSource(name: name, file: name, bytes: Array(text.utf8)))
    }
    let messages = try MessageCatalog(
        properties: Array(example.messages.utf8),
        file: "messages.properties",
        locale: "en"
    )
    let compilation = TemplateCompiler(sources: sources, messages: messages)
        .compile([TemplateEntry(name: "main" + suffix, mode: example.mode)])
    guard let template = compilation.templates["main" + suffix] else { return (nil, compilation.diagnostics) }
    let context = try Context.json(Array(example.data.utf8), file: "data.json")
    do {
        return (String(decoding: try template.render(context), as: UTF8.self), compilation.diagnostics)
    } catch {
        return (nil, error.diagnostics)
    }
}
