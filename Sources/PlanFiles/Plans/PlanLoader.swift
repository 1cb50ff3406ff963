public import Diagnostics
public import PlanModel

/// Reads `plan.yaml`.
public struct PlanLoader {
    private let schema: JSONSchemaValidator
    private let names: KnownNames

    /// Creates a loader; without a registry references to areas and organizations are not checked.
    public init(schema: JSONSchemaValidator, registry: Registry?) {
        self.init(schema: schema, names: KnownNames(registry))
    }

    init(schema: JSONSchemaValidator, names: KnownNames) {
        self.schema = schema
        self.names = names
    }

    /// What reading a plan brought to light.
    struct Reading {
        /// The plan; nil when something is wrong with it.
        var plan: Plan?
        /// Every identifier in the file, those of broken items included; nil when the file is not YAML.
        var identifiers: [String]?
        /// Everything that is wrong.
        var diagnostics: [Diagnostic]
    }

    /// Reads a plan and reports everything that is wrong with it in one go.
    /// - Parameters:
    ///   - file: the path as the user knows it.
    ///   - bytes: the content of `plan.yaml`.
    ///   - folder: the name of the plan's folder, which must be its identifier.
    ///   - source: the official text; without it anchors are not compared.
    /// - Returns: the plan, nil when one of the diagnostics is an error; and the diagnostics.
    public func load(
        file: String,
        bytes: [UInt8],
        folder: String,
        source: OfficialText?
    ) -> (Plan?, [Diagnostic]) {
        let reading = read(file: file, bytes: bytes, folder: folder, source: source)
        return (reading.plan, reading.diagnostics)
    }

    func read(file: String, bytes: [UInt8], folder: String, source: OfficialText?) -> Reading {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return Reading(diagnostics: problems) }
        var decoder = PlanDecoder(file: yaml, names: names, source: source)
        let plan = decoder.plan()
        var all = problems + checkFolder(yaml, folder) + decoder.diagnostics
        all += checkComplete(yaml, decoder, isPlan: plan != nil, all)
        let identifiers = decoder.identifiers.keys.sorted()
        return Reading(plan: all.containsErrors ? nil : plan, identifiers: identifiers, diagnostics: all)
    }

    /// The schema reports what is missing; if it was loosened, nothing may be lost without a word.
    private func checkComplete(
        _ yaml: YAMLFile,
        _ decoder: PlanDecoder,
        isPlan: Bool,
        _ found: [Diagnostic]
    ) -> [Diagnostic] {
        guard !found.containsErrors, !isPlan || decoder.firstDropped != nil else { return [] }
        return [
            yaml.diagnostic(
                code: "plan.incomplete",
                at: (decoder.firstDropped ?? yaml.root).place,
                LocalizedText(en: "a required key is missing here", zh: "此处缺少必需的键"),
                help: [
                    LocalizedText(
                        en: "use the plan.schema.json of this release, which says which one",
                        zh: "请使用本版本的 plan.schema.json，它会指出缺少哪个键"
                    )
                ]
            )
        ]
    }

    private func checkFolder(_ yaml: YAMLFile, _ folder: String) -> [Diagnostic] {
        guard let node = yaml.root["id"], let id = node.text, id != folder else { return [] }
        return [
            yaml.diagnostic(
                code: "plan.folder-differs",
                at: node.place,
                LocalizedText(
                    en: "the plan is called '\(id)', its folder '\(folder)'",
                    zh: "规划标识为“\(id)”，所在文件夹却是“\(folder)”"
                ),
                help: [LocalizedText(en: "rename the folder or the plan", zh: "请修改文件夹名或规划标识，使二者一致")]
            )
        ]
    }
}

/// Reads a YAML file and checks it against its schema.
enum CheckedFile {
    static func read(file: String, bytes: [UInt8], schema: JSONSchemaValidator) -> (YAMLFile?, [Diagnostic]) {
        let (yaml, problems) = YAMLFile.read(file: file, bytes: bytes)
        guard let yaml else { return (nil, problems) }
        return (yaml, problems + schema.validate(yaml))
    }
}
