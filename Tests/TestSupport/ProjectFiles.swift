public import Foundation

/// The files of the project itself, which tests read as they stand in the checkout.
public enum ProjectFiles {
    /// The project's own folder: a workspace with both real plans.
    public static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder by its path from the root.
    public static func url(_ path: String) -> URL { root.appending(path: path) }

    /// The files that fuzzing is seeded with and that it found, of one target of `Fuzzing/`.
    public static func corpus(of target: String) throws -> [[UInt8]] {
        let folder = url("Fuzzing/Corpus/\(target)")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
            .map { Array(try Data(contentsOf: $0)) }
    }

    /// The text of a file.
    public static func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }
}
