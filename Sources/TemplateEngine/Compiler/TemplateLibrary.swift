import Diagnostics

/// All templates by name, parsed when they are first needed; a rendering that needs more works on a copy.
final class TemplateLibrary: @unchecked Sendable {
    private let sources: [String: TemplateSource]
    /// Whether XML templates must be well-formed in every particular, not only as far as rendering needs it.
    private let isStrict: Bool
    private var parsed: [String: ParsedTemplate] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var used: Set<String> = []

    init(_ sources: [TemplateSource], isStrict: Bool = false) {
        self.isStrict = isStrict
        self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    init(copying other: TemplateLibrary) {
        sources = other.sources
        isStrict = other.isStrict
        parsed = other.parsed
    }

    var names: [String] { sources.keys.sorted() }

    /// The template that a reference means: by its logical name with or without suffix, or relative to the one that
    /// refers to it.
    func template(named name: String, mode: TemplateMode, from current: String) -> ParsedTemplate? {
        for candidate in Self.candidates(name, mode: mode, from: current) {
            if let found = template(candidate, mode: mode) { return found }
        }
        return nil
    }

    static func candidates(_ name: String, mode: TemplateMode, from current: String) -> [String] {
        let suffix = "." + mode.rawValue
        var base = name
        while base.hasPrefix("/") { base.removeFirst() }
        let own = current.contains(".") ? "." + (current.split(separator: ".").last.map(String.init) ?? "") : suffix
        var names = [base, base + own, base + suffix]
        // A name like badge.thymeleaf.html is also known without both of its suffixes.
        let file = current.split(separator: "/").last.map(String.init) ?? current
        if let dot = file.firstIndex(of: ".") { names.append(base + file[dot...]) }
        let folder = current.split(separator: "/").dropLast().joined(separator: "/")
        if !folder.isEmpty { names += names.map { normalise(folder + "/" + $0) } }
        return names.map(normalise)
    }

    private static func normalise(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The template with exactly this name.
    func template(_ name: String, mode: TemplateMode) -> ParsedTemplate? {
        let key = mode.rawValue + ":" + name
        if let known = parsed[key] { return known }
        guard let source = sources[name] else { return nil }
        let text = SourceText(name: name, file: source.file, bytes: source.bytes)
        let (template, problems) = MarkupScanner.parse(text, mode: mode)
        diagnostics += problems
        if isStrict, mode == .xml, !problems.containsErrors { diagnostics += WellFormedness.problems(template) }
        parsed[key] = template
        return template
    }

    /// Remembers that something inserts a fragment.
    func markUsed(_ template: ParsedTemplate, selector: String?) {
        used.insert(template.source.name + (selector.map { " :: " + $0 } ?? ""))
    }
}
