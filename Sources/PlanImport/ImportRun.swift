public import Diagnostics
public import Foundation
public import PlanModel

/// What an import is to do: a file in, a folder out.
public struct ImportOptions: Sendable {
    /// The official text.
    public var file: URL
    /// The plan's folder, such as `Plans/<id>`; nil writes nothing.
    public var output: URL?
    /// The identifier of the plan; nil takes the name of the folder.
    public var id: PlanID?
    /// The areas and departments that are known.
    public var registry: Registry

    /// Creates options from their parts.
    public init(file: URL, output: URL? = nil, id: PlanID? = nil, registry: Registry) {
        self.file = file
        self.output = output
        self.id = id
        self.registry = registry
    }
}

/// What an import did.
public struct ImportRun: Sendable {
    /// What was read.
    public var result: PlanImporter.Result
    /// The files that were written.
    public var written: [URL]
}

extension PlanImporter {
    /// Imports a file: `plan.yaml`, `source.txt`, `review.md` and, where needed, `registry-proposals.yaml` into the folder.
    ///
    /// An existing `plan.yaml` keeps its edits; `import.yaml`, the import before, tells edits from the text's changes.
    /// - Throws: ``DiagnosticsError`` when the file cannot be read or the folder not written.
    public static func run(_ options: ImportOptions) throws(DiagnosticsError) -> ImportRun {
        let document = try read(options.file)
        let id = options.id ?? identifier(options)
        var result = importing(document, id: id, registry: options.registry)
        guard let output = options.output else { return ImportRun(result: result, written: []) }
        let imported = result.planYAML
        try keepEdits(in: output, &result)
        return ImportRun(result: result, written: try write(result, imported: imported, to: output))
    }

    private static func read(_ file: URL) throws(DiagnosticsError) -> SourceDocument {
        do {
            return try DocumentReader.read(try Data(contentsOf: file), name: file.lastPathComponent)
        } catch let problem as DocumentProblem {
            throw DiagnosticsError([problem.diagnostic(file: file.relativePath)])
        } catch {
            throw DiagnosticsError([DocumentProblem.unreadable(file, error)])
        }
    }

    /// The name of the folder, else of the file, else `plan`.
    private static func identifier(_ options: ImportOptions) -> PlanID {
        let names = [
            options.output?.standardizedFileURL.lastPathComponent,
            options.file.standardizedFileURL.deletingPathExtension().lastPathComponent,
        ]
        let found = names.lazy.compactMap { $0 }.compactMap { PlanID($0.lowercased()) }.first
        return found ?? Self.fallback
    }

    private static let fallback: PlanID = {
        guard let id = PlanID("plan") else { preconditionFailure("'plan' is an identifier") }
        return id
    }()

    private static func keepEdits(in folder: URL, _ result: inout Result) throws(DiagnosticsError) {
        let file = folder.appending(path: "plan.yaml")
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        guard let text = try? String(contentsOf: file, encoding: .utf8), let edited = PlanNode.read(text) else {
            throw DiagnosticsError([DocumentProblem.unreadablePlan(file)])
        }
        let before = try? String(contentsOf: folder.appending(path: "import.yaml"), encoding: .utf8)
        let (merged, differences) = PlanMerge.merge(
            base: before.flatMap(PlanNode.read),
            edited: edited,
            new: result.tree
        )
        result.tree = merged
        result.planYAML = YAMLWriter.write(merged)
        result.add(differences)
    }

    private static func write(_ result: Result, imported: String, to folder: URL) throws(DiagnosticsError) -> [URL] {
        var files = [
            ("plan.yaml", result.planYAML), ("source.txt", result.source), ("review.md", result.reviewMarkdown),
            ("import.yaml", imported),
        ]
        if !result.proposals.isEmpty {
            files.append(("registry-proposals.yaml", RegistryProposals.write(result.proposals)))
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let proposals = folder.appending(path: "registry-proposals.yaml")
            if result.proposals.isEmpty, FileManager.default.fileExists(atPath: proposals.path) {
                try FileManager.default.removeItem(at: proposals)
            }
            return try files.map { name, text in
                let url = folder.appending(path: name)
                try Data(text.utf8).write(to: url, options: .atomic)
                return url
            }
        } catch {
            throw DiagnosticsError([DocumentProblem.unwritable(folder, error)])
        }
    }
}

extension PlanImporter.Result {
    /// Puts what a merge found on the review list.
    mutating func add(_ differences: [PlanMerge.Difference]) {
        for difference in differences {
            let (en, zh) = Self.wording(difference.code)
            review.append(
                ReviewItem(
                    line: difference.line,
                    code: difference.code,
                    message: LocalizedText(en: "\(difference.place): \(en)", zh: "\(difference.place)：\(zh)"),
                    excerpt: difference.words
                )
            )
        }
        review = review.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(
            \.element
        )
        draft.review = review
        json = ImportJSON.write(draft, text: OfficialText(source))
    }

    private static func wording(_ code: ReviewItem.Code) -> (String, String) {
        switch code {
        case .keptEdit: ("the edit was kept", "保留了人工修改")
        case .conflict: ("the text changed where the plan was edited; the edit was kept", "原文与人工修改均有变化，保留了人工修改")
        case .removed: ("no longer in the text; left out", "原文中已没有，已去除")
        default: ("new in the text", "原文新增")
        }
    }
}
