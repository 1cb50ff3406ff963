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

    /// What a folder holds.
    enum Listing {
        /// The names in the order of their bytes, hidden ones left out.
        case names([String])
        case missing
        case notAFolder
        case unreadable(String)
    }

    func list(_ path: String) -> Listing {
        guard exists(path) else { return .missing }
        guard isFolder(path) else { return .notAFolder }
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)
            let visible = names.filter { !$0.hasPrefix(".") }
            return .names(visible.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        } catch {
            return .unreadable(error.localizedDescription)
        }
    }
}
