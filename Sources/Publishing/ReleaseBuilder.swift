/// A release that is being built aside; nobody sees it until ``publish(secondsSince1970:keeping:)``.
///
/// ```swift
/// let lock = try RunLock(OutputDirectory(path: "Output"))
/// var release = try ReleaseBuilder(lock)
/// try release.write(path: "index.html", bytes: page)
/// let published = try release.publish(secondsSince1970: now, keeping: 14)
/// ```
///
/// A builder that goes out of scope without having published takes its files with it. One builder at a time can use a
/// lock.
public struct ReleaseBuilder: ~Copyable, Sendable {
    let lock: RunLock
    let staging: String
    var files: [Manifest.File] = []
    /// The folders made so far, relative to the release, each after the one it stands in.
    var folders: [String] = []
    private var taken: Set<String> = []

    var output: OutputDirectory { lock.output }
    var fileSystem: FileSystem { lock.output.fileSystem }

    /// An empty release, in a staging folder of the output folder that is locked.
    public init(_ lock: RunLock) throws(PublishingError) {
        self.lock = lock
        staging = lock.stagingPath()
        try lock.output.fileSystem.makeFolder(staging)
    }

    deinit {
        // There is nobody to tell here. What cannot be removed now is removed by the next run.
        try? lock.sweep()
    }

    /// Adds a file at a path relative to the release, components separated by `/`. Its folders are made.
    ///
    /// Throws ``PublishingError/refusedPath(_:_:)`` for a path that leads elsewhere, is taken or has no normal form.
    /// The bytes are on the disk when the method returns.
    public mutating func write(path: String, bytes: [UInt8]) throws(PublishingError) {
        if let problem = ReleasePath.problem(path) { throw .refusedPath(path, problem) }
        guard taken.insert(path).inserted else { throw .refusedPath(path, .duplicate) }
        try makeFolders(above: path)
        try fileSystem.createFile(staging + "/" + path, bytes: bytes)
        files.append(Manifest.File(path: path, contents: bytes))
    }

    private mutating func makeFolders(above path: String) throws(PublishingError) {
        for folder in ReleasePath.folders(above: path) where !folders.contains(folder) {
            try fileSystem.makeFolder(staging + "/" + folder)
            folders.append(folder)
        }
    }
}

/// The rules for the path of a file in a release.
enum ReleasePath {
    /// What keeps a path from standing in a release; nil when nothing does.
    static func problem(_ path: String) -> PublishingError.PathProblem? {
        if path.utf8.first == UInt8(ascii: "/") { return .absolute }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains(where: { ["", ".", ".."].contains($0) }) { return .notNormal }
        if path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0 == "\\" }) {
            return .character
        }
        return path == Manifest.fileName ? .reserved : nil
    }

    /// The folders that a file stands in, outermost first: `a` and `a/b` for `a/b/c`.
    static func folders(above path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }
}
