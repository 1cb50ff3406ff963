public import Diagnostics

/// Checks YAML files against a JSON Schema (draft 2020-12, the keywords our schemas use).
///
/// Every violation is reported with its place in the YAML file. A schema with a keyword the validator does not know is
/// refused when it is loaded.
public struct JSONSchemaValidator {
    private let root: SchemaRule
    private let definitions: [String: SchemaRule]

    /// Compiles a schema file.
    /// - Throws: ``DiagnosticsError`` with everything that is wrong with the schema.
    public init(file: String, bytes: [UInt8]) throws(DiagnosticsError) {
        // JSON is YAML, so the schema's own mistakes get places as well.
        let (yaml, diagnostics) = YAMLFile.read(file: file, bytes: bytes)
        guard let yaml, diagnostics.isEmpty else { throw DiagnosticsError(diagnostics) }
        var compiler = SchemaCompiler(file: yaml)
        root = compiler.compile()
        definitions = compiler.definitions
        guard compiler.diagnostics.isEmpty else { throw DiagnosticsError(compiler.diagnostics) }
    }

    /// Everything in a file that the schema does not allow, in the order of the file.
    public func validate(_ file: YAMLFile) -> [Diagnostic] {
        var visitor = SchemaVisitor(file: file, definitions: definitions)
        visitor.check(file.root, root, path: KeyPath())
        return visitor.diagnostics
    }
}

/// The way from the top of a file to a value, as people read it: `chapters[0].title`.
struct KeyPath: CustomStringConvertible {
    private(set) var description = ""

    func appending(_ key: String) -> KeyPath {
        KeyPath(description: description.isEmpty ? key : "\(description).\(key)")
    }

    func appending(_ index: Int) -> KeyPath {
        KeyPath(description: "\(description)[\(index)]")
    }

    /// The path in a sentence, or what to say for the whole file.
    var name: LocalizedText {
        description.isEmpty
            ? LocalizedText(en: "the file", zh: "文件") : LocalizedText(en: "'\(description)'", zh: "“\(description)”")
    }
}
