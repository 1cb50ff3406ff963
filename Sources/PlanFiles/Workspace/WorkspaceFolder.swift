import Diagnostics
import Foundation

/// The files of a workspace, by paths relative to it.
struct WorkspaceFolder {
    let root: URL

    /// What there is at a path.
    enum Entry {
        case bytes([UInt8])
        case missing
        case unreadable(String)
    }

    func read(_ path: String) -> Entry {
        let url = root.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: url.path) else { return .missing }
        do {
            return .bytes(Array(try Data(contentsOf: url)))
        } catch {
            return .unreadable(error.localizedDescription)
        }
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
            atPath: root.appendingPathComponent(path).path,
            isDirectory: &isFolder
        )
        return exists && isFolder.boolValue
    }

    /// The names in a folder in the order of their bytes, hidden ones left out; empty when there is no such folder.
    func names(in path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The files of a folder that end in a suffix, as paths relative to the workspace.
    func files(in path: String, suffix: String) -> [String] {
        names(in: path).filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }
    }
}
