public import Diagnostics

/// The text of one template file.
public struct TemplateSource: Sendable {
    /// The name that other templates refer to, relative to the templates folder: `documents/midterm.html`.
    public var name: String
    /// The path that diagnostics show.
    public var file: String
    /// The file's content, UTF-8.
    public var bytes: [UInt8]

    /// Creates a source.
    public init(name: String, file: String, bytes: [UInt8]) {
        self.name = name
        self.file = file
        self.bytes = bytes
    }
}

/// The markup language a template is written in.
public enum TemplateMode: String, Sendable, CaseIterable {
    /// HTML: void elements, boolean attributes, names in any case.
    case html
    /// XML: everything closed, everything quoted.
    case xml
}

/// A template that is to be rendered: an entry to the set of sources.
public struct TemplateEntry: Sendable {
    /// The source's logical name.
    public var name: String
    /// The markup language it and the fragments it inserts are written in.
    public var mode: TemplateMode
    /// The record of the schema that is the root of its context; nil to check nothing.
    public var root: String?
    /// Whether everybody may read the result: internal fields of the schema are out of its reach.
    public var isPublic: Bool

    /// Creates an entry.
    public init(name: String, mode: TemplateMode, root: String? = nil, isPublic: Bool = false) {
        self.name = name
        self.mode = mode
        self.root = root
        self.isPublic = isPublic
    }
}

/// Bounds that keep a template from running away.
public struct TemplateLimits: Sendable {
    /// How deeply fragments may insert fragments.
    public var fragmentDepth: Int
    /// How many fragments one document may insert.
    public var fragmentCalls: Int
    /// How large a rendered document may become, in bytes.
    public var outputBytes: Int
    /// How many expressions one document may compute from `__…__` and from fragment names known only at run time.
    public var lateExpressions: Int

    /// Creates limits.
    public init(
        fragmentDepth: Int = 100,
        fragmentCalls: Int = 2_000_000,
        outputBytes: Int = 256 << 20,
        lateExpressions: Int = 10_000
    ) {
        self.fragmentCalls = fragmentCalls
        self.fragmentDepth = fragmentDepth
        self.outputBytes = outputBytes
        self.lateExpressions = lateExpressions
    }

    /// A fragment depth of 100, 2,000,000 fragments, 256 MiB of output, 10,000 late expressions.
    public static let `default` = TemplateLimits()
}

/// Rendering failed; nothing of the document is usable.
public struct RenderError: Error, Sendable {
    /// What went wrong and where in the template.
    public var diagnostics: [Diagnostic]

    /// Creates an error from what was found.
    public init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
