import Diagnostics

/// A folder of `Plans/<id>/` whose files are read, and what is wrong with what lies there.
///
/// A file that looks like data is either read or reported: left out without a word, its figures would be missing from
/// what is published.
struct DataFolder {
    /// What the files of a folder are.
    enum Kind {
        /// Observations, `metrics/*.csv`.
        case metrics
        /// Notes and findings, `progress/*.yaml`.
        case progress

        fileprivate var name: String {
            switch self {
            case .metrics: "metrics"
            case .progress: "progress"
            }
        }

        fileprivate var suffix: String {
            switch self {
            case .metrics: "csv"
            case .progress: "yaml"
            }
        }
    }

    /// The files to read, in the order of their names, as paths relative to the workspace.
    private(set) var files: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let kind: Kind

    /// Lists a folder; one that is not there is empty.
    init(_ kind: Kind, in data: String, of folder: WorkspaceFolder) {
        self.kind = kind
        let path = "\(data)/\(kind.name)"
        switch folder.list(path) {
        case .missing: break
        case .notAFolder: diagnostics = [notAFolder(path)]
        case .unreadable(let reason): diagnostics = [Diagnostic.unreadableFile(path, reason)]
        case .names(let names): sort(names.map { "\(path)/\($0)" }, folder)
        }
    }

    private mutating func sort(_ paths: [String], _ folder: WorkspaceFolder) {
        for path in paths where !Self.isLockFile(path) {
            let suffix = Self.suffix(of: path)
            if suffix == kind.suffix, !folder.isFolder(path) {
                files.append(path)
            } else if folder.isFolder(path) {
                diagnostics += unreadFolder(path, folder)
            } else if Self.dataSuffixes.contains(suffix) {
                diagnostics.append(unread(path, suffix))
            }
        }
    }

    /// What spreadsheet programs put beside an open file.
    private static func isLockFile(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("~$") || name.hasSuffix("~")
    }

    /// What comes after the last point of the name, in small letters; empty where there is none.
    private static func suffix(of path: String) -> String {
        let parts = (path.split(separator: "/").last ?? "").split(separator: ".")
        return parts.count > 1 ? parts[parts.count - 1].lowercased() : ""
    }

    private static let sheetSuffixes: Set<String> = ["xlsx", "xls", "xlsm", "xlsb", "et", "ett", "ods", "numbers"]
    private static let dataSuffixes: Set<String> = sheetSuffixes.union(["tsv", "csv", "json", "yaml", "yml", "xml"])

    // MARK: Problems

    private func unread(_ path: String, _ suffix: String) -> Diagnostic {
        Diagnostic(
            code: "workspace.unread-file",
            at: SourceLocation(file: path),
            LocalizedText(
                en: "this file is not read: in '\(kind.name)' only *.\(kind.suffix) are",
                zh: "此文件不会被读取：“\(kind.name)”中只读取 *.\(kind.suffix)"
            ),
            help: [help(suffix)]
        )
    }

    /// Folders are not searched; one that holds data was meant to be read.
    private func unreadFolder(_ path: String, _ folder: WorkspaceFolder) -> [Diagnostic] {
        guard case .names(let names) = folder.list(path),
            names.contains(where: { !Self.isLockFile($0) && Self.dataSuffixes.contains(Self.suffix(of: $0)) })
        else { return [] }
        return [
            Diagnostic(
                code: "workspace.unread-folder",
                at: SourceLocation(file: path),
                LocalizedText(
                    en: "the files of this folder are not read: only those in '\(kind.name)' itself are",
                    zh: "此文件夹中的文件不会被读取：只读取“\(kind.name)”本级的文件"
                ),
                help: [
                    LocalizedText(
                        en: "move them up into '\(kind.name)', or out of it",
                        zh: "请将文件移到“\(kind.name)”本级，或移出该文件夹"
                    )
                ]
            )
        ]
    }

    private func help(_ suffix: String) -> LocalizedText {
        switch (kind, suffix) {
        case (.progress, "yml"):
            return LocalizedText(en: "rename it to end in .yaml", zh: "请将扩展名改为 .yaml")
        case (.metrics, "yaml"), (.metrics, "yml"):
            return LocalizedText(
                en: "move it to 'progress' if it holds progress notes, or out of the data",
                zh: "如为进展记录，请移到“progress”；否则请移出数据文件夹"
            )
        case (.progress, "csv"):
            return LocalizedText(
                en: "move it to 'metrics' if it holds figures, or out of the data",
                zh: "如为指标数据，请移到“metrics”；否则请移出数据文件夹"
            )
        case (.metrics, _):
            return LocalizedText(
                en: "save it as “CSV UTF-8” (*.csv), or move it out of the data",
                zh: "请另存为“CSV UTF-8”（*.csv），或移出数据文件夹"
            )
        case (.progress, _):
            return LocalizedText(
                en: "write what it says as *.yaml, or move it out of the data",
                zh: "请将内容写入 *.yaml，或移出数据文件夹"
            )
        }
    }

    private func notAFolder(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "workspace.not-a-folder",
            at: SourceLocation(file: path),
            LocalizedText(en: "this is a file, and must be a folder", zh: "这是文件，应为文件夹"),
            help: [
                LocalizedText(
                    en: "make a folder '\(kind.name)' and put the files (*.\(kind.suffix)) there",
                    zh: "请建立“\(kind.name)”文件夹，将文件（*.\(kind.suffix)）放入其中"
                )
            ]
        )
    }
}
