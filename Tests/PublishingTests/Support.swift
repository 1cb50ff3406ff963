import Foundation
import Testing

@testable import Publishing

/// An output folder in a temporary place, removed with the value.
final class TemporaryOutput: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("publishing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path + "/Output"
    }

    /// A copy of another output folder, links included.
    convenience init(copying other: TemporaryOutput) throws {
        try self.init()
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }

    var directory: OutputDirectory { OutputDirectory(path: path) }

    /// The folder with some operation made to fail.
    func directory(gate: @escaping FileSystem.Gate) -> OutputDirectory {
        OutputDirectory(path: path, fileSystem: FileSystem(gate: gate))
    }

    /// The names of what runs left behind.
    var stagingNames: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(".staging-") }
        }
    }

    /// Every file a reader can reach through `current`, by its path.
    var currentFiles: [String: String] {
        get throws { try files(below: path + "/current/.") }
    }

    /// Every file below `releases`, by its path.
    var releaseFiles: [String: String] {
        get throws { try files(below: path + "/releases") }
    }

    func write(_ text: String, to name: String) throws {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    private func files(below folder: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
            if !isFolder.boolValue {
                files[name] = String(
                    decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)),
                    as: UTF8.self
                )
            }
        }
        return files
    }
}

/// The files of a small release; every page says which edition it belongs to.
func pages(_ edition: String) -> [(path: String, text: String)] {
    [
        ("index.html", "front page, \(edition)"),
        ("yantai/index.html", "plan page, \(edition)"),
        ("yantai/documents/midterm.xml", "<report edition='\(edition)'/>"),
    ]
}

/// One whole run: lock, build, publish.
@discardableResult
func publish(
    _ files: [(path: String, text: String)],
    into output: OutputDirectory,
    at seconds: Int64 = 0,
    keeping count: Int = 3
) throws(PublishingError) -> Publication {
    var release = try ReleaseBuilder(RunLock(output))
    for file in files { try release.write(path: file.path, bytes: Array(file.text.utf8)) }
    return try release.publish(secondsSince1970: seconds, keeping: count)
}

/// Counts operations from several threads.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    var value: Int { lock.withLock { count } }

    /// Counts one more and says how many there are now.
    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
