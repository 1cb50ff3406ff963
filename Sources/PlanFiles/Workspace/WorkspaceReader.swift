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

    /// The registries; a file that cannot be read leaves its list nil.
    mutating func names() -> KnownNames {
        KnownNames(areas: areas(), organizations: organizations())
    }

    private mutating func areas() -> [Area]? {
        let path = "Plans/registry/areas.yaml"
        guard let bytes = bytes(path, ifMissing: .areas), let schema = schema(.areas) else { return nil }
        return keep(AreasLoader(schema: schema).load(file: path, bytes: bytes))
    }

    private mutating func organizations() -> [Organization]? {
        let path = "Plans/registry/organizations.yaml"
        guard let bytes = bytes(path, ifMissing: .organizations), let schema = schema(.organizations) else {
            return nil
        }
        return keep(OrganizationsLoader(schema: schema).load(file: path, bytes: bytes))
    }

    /// A plan with everything that belongs to it; nil when the plan itself cannot be used.
    mutating func planInput(_ name: String, names: KnownNames) -> PlanInput? {
        let source = source("Plans/\(name)/source.txt")
        let reading = plan(name, source, names: names)
        let data = isSample ? "Plans/\(name)/sample" : "Plans/\(name)"
        if isSample, !folder.isFolder(data) { diagnostics.append(MissingFile.noSample(data)) }
        let observations = observations(in: data, KnownSeries(reading, areas: names.areas))
        let progress = progress(in: data, names: names, reading)
        let narrative = narrative("\(data)/narrative.yaml", items: reading.identifiers)
        guard let plan = reading.plan else { return nil }
        return PlanInput(
            plan: plan,
            observations: observations,
            progress: progress.notes,
            findings: progress.findings,
            narrative: narrative ?? Narrative(),
            sourceLines: source?.lines ?? [],
            isSample: isSample
        )
    }

    private mutating func plan(_ name: String, _ source: OfficialText?, names: KnownNames) -> PlanLoader.Reading {
        let path = "Plans/\(name)/plan.yaml"
        guard let bytes = bytes(path, ifMissing: .plan), let schema = schema(.plan) else {
            return PlanLoader.Reading(diagnostics: [])
        }
        let loader = PlanLoader(schema: schema, names: names)
        let reading = loader.read(file: path, bytes: bytes, folder: name, source: source)
        diagnostics += reading.diagnostics
        return reading
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

    private mutating func observations(in data: String, _ known: KnownSeries) -> [Observation] {
        var files: [ObservationReader.File] = []
        for path in folder.files(in: "\(data)/metrics", suffix: ".csv") {
            guard let bytes = bytes(path, ifMissing: .data) else { continue }
            files.append(ObservationReader.File(path: path, bytes: bytes))
        }
        return keep(ObservationReader(known: known).read(files))
    }

    private mutating func progress(in data: String, names: KnownNames, _ plan: PlanLoader.Reading) -> ProgressRecords {
        var records = ProgressRecords()
        let items = plan.plan?.itemsWithProgress ?? plan.identifiers
        for path in folder.files(in: "\(data)/progress", suffix: ".yaml") {
            guard let bytes = bytes(path, ifMissing: .data), let schema = schema(.progress) else { continue }
            let loader = ProgressLoader(schema: schema, names: names, items: items, identifiers: plan.identifiers)
            diagnostics += loader.load(file: path, bytes: bytes, into: &records)
        }
        return records
    }

    private mutating func narrative(_ path: String, items: [String]?) -> Narrative? {
        guard folder.exists(path), let bytes = bytes(path, ifMissing: .data), let schema = schema(.narrative) else {
            return nil
        }
        return keep(NarrativeLoader(schema: schema, items: items).load(file: path, bytes: bytes))
    }

    // MARK: Reading

    /// The content of a file; a missing one is reported.
    private mutating func bytes(_ path: String, ifMissing file: MissingFile) -> [UInt8]? {
        switch folder.read(path) {
        case .bytes(let bytes): return bytes
        case .missing: diagnostics.append(file.diagnostic(path))
        case .unreadable(let reason): diagnostics.append(.unreadableFile(path, reason))
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

extension KnownSeries {
    /// What may be observed: a plan with mistakes still tells which identifiers it has.
    fileprivate init(_ reading: PlanLoader.Reading, areas: [Area]?) {
        if let plan = reading.plan {
            self.init(plan: plan, areas: areas)
        } else {
            self.init(identifiers: reading.identifiers, areas: areas)
        }
    }
}
