import Collection
import Diagnostics
import PlanModel

/// Reads the files of a workspace one after the other and collects every problem.
struct WorkspaceReader {
    let folder: WorkspaceFolder
    let isSample: Bool
    private(set) var diagnostics: [Diagnostic] = []
    private var schemas: [SchemaFile: JSONSchemaValidator?] = [:]

    init(folder: WorkspaceFolder, isSample: Bool) {
        self.folder = folder
        self.isSample = isSample
    }

    /// The schema files of a workspace.
    enum SchemaFile: String, CaseIterable {
        case areas = "registry-areas.schema.json"
        case organizations = "registry-organizations.schema.json"
        case configuration = "configuration.schema.json"
        case plan = "plan.schema.json"
        case progress = "progress.schema.json"
        case narrative = "narrative.schema.json"

        var path: String { "Schemas/\(rawValue)" }
    }

    /// The names of the folders that hold plans: every folder but the registry, so that no plan is lost without a word.
    var planFolders: [String] {
        folder.names(in: "Plans").filter { $0 != "registry" && folder.isFolder("Plans/\($0)") }
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    // MARK: Files

    mutating func configuration() -> Configuration? {
        guard let schema = schema(.configuration) else { return nil }
        guard let bytes = bytes("planreport.yaml", ifMissing: .configuration) else { return nil }
        let loader = ConfigurationLoader(schema: schema)
        return keep(loader.load(file: "planreport.yaml", bytes: bytes, plans: planFolders))
    }

    mutating func registry() -> Registry? {
        let areas = schema(.areas)
        let organizations = schema(.organizations)
        let areaBytes = bytes("Plans/registry/areas.yaml", ifMissing: .areas)
        let organizationBytes = bytes("Plans/registry/organizations.yaml", ifMissing: .organizations)
        guard let areas, let organizations else { return nil }
        let loader = RegistryLoader(areas: areas, organizations: organizations)
        let foundAreas = areaBytes.flatMap {
            keep(loader.loadAreas(file: "Plans/registry/areas.yaml", bytes: $0))
        }
        let foundOrganizations = organizationBytes.flatMap {
            keep(loader.loadOrganizations(file: "Plans/registry/organizations.yaml", bytes: $0))
        }
        guard let foundAreas, let foundOrganizations else { return nil }
        return Registry(areas: foundAreas, organizations: foundOrganizations)
    }

    /// A plan with everything that belongs to it; nil when the plan itself cannot be used.
    mutating func planInput(_ name: String, registry: Registry?) -> PlanInput? {
        let plan = plan(name, registry: registry)
        let data = isSample ? "Plans/\(name)/sample" : "Plans/\(name)"
        if isSample, !folder.isFolder(data) { diagnostics.append(MissingFile.noSample(data)) }
        let observations = observations(in: data, plan: plan, registry: registry)
        let progress = progress(in: data, plan: plan, registry: registry)
        let narrative = narrative("\(data)/narrative.yaml")
        guard let plan else { return nil }
        return PlanInput(
            plan: plan,
            observations: observations,
            progress: progress,
            narrative: narrative ?? Narrative(),
            isSample: isSample
        )
    }

    private mutating func plan(_ name: String, registry: Registry?) -> Plan? {
        let source = source("Plans/\(name)/source.txt")
        guard let bytes = bytes("Plans/\(name)/plan.yaml", ifMissing: .plan), let schema = schema(.plan) else {
            return nil
        }
        let loader = PlanLoader(schema: schema, registry: registry)
        return keep(loader.load(file: "Plans/\(name)/plan.yaml", bytes: bytes, folder: name, source: source))
    }

    private mutating func source(_ path: String) -> OfficialText? {
        guard let bytes = bytes(path, ifMissing: .source) else { return nil }
        do {
            return try OfficialText(file: path, bytes: bytes)
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }

    private mutating func observations(in data: String, plan: Plan?, registry: Registry?) -> [Observation] {
        var files: [ObservationReader.File] = []
        for path in folder.files(in: "\(data)/metrics", suffix: ".csv") {
            guard let bytes = bytes(path, ifMissing: .data) else { continue }
            files.append(ObservationReader.File(path: path, bytes: bytes))
        }
        let reader = ObservationReader(known: KnownSeries(plan: plan, areas: registry?.areas))
        return keep(reader.read(files))
    }

    private mutating func progress(in data: String, plan: Plan?, registry: Registry?) -> [ProgressNote] {
        var notes: [ProgressNote] = []
        for path in folder.files(in: "\(data)/progress", suffix: ".yaml") {
            guard let bytes = bytes(path, ifMissing: .data), let schema = schema(.progress) else { continue }
            let loader = ProgressLoader(schema: schema, registry: registry, plan: plan)
            notes += keep(loader.load(file: path, bytes: bytes))
        }
        return notes
    }

    private mutating func narrative(_ path: String) -> Narrative? {
        guard folder.exists(path), let bytes = bytes(path, ifMissing: .data), let schema = schema(.narrative) else {
            return nil
        }
        return keep(NarrativeLoader(schema: schema).load(file: path, bytes: bytes))
    }

    // MARK: Reading

    /// The content of a file; a missing one is reported.
    private mutating func bytes(_ path: String, ifMissing file: MissingFile) -> [UInt8]? {
        switch folder.read(path) {
        case .bytes(let bytes): return bytes
        case .missing: diagnostics.append(file.diagnostic(path))
        case .unreadable(let reason): diagnostics.append(MissingFile.unreadable(path, reason))
        }
        return nil
    }

    /// A schema, read once; what is wrong with it is reported once.
    private mutating func schema(_ file: SchemaFile) -> JSONSchemaValidator? {
        if let known = schemas[file] { return known }
        var schema: JSONSchemaValidator?
        if let bytes = bytes(file.path, ifMissing: .schema) {
            do {
                schema = try JSONSchemaValidator(file: file.path, bytes: bytes)
            } catch {
                diagnostics += error.diagnostics
            }
        }
        schemas[file] = .some(schema)
        return schema
    }

    private mutating func keep<Value>(_ result: (Value, [Diagnostic])) -> Value {
        diagnostics += result.1
        return result.0
    }
}
