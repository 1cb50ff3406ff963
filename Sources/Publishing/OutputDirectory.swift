/// The folder that releases are published into.
///
/// ```
/// <path>/current          symbolic link to releases/<id>, switched by one rename
/// <path>/releases/<id>/   whole releases, never changed once they stand here
/// <path>/.staging-*       what a run is building; of no meaning to anybody else
/// <path>/.lock            held by the run that publishes
/// ```
///
/// Reading needs no lock. A reader that takes several files of one release opens `current` once and goes on from
/// there; the releases that are kept give it time to finish.
public struct OutputDirectory: Sendable {
    /// Where the folder is.
    public let path: String

    let fileSystem: FileSystem

    /// The output folder at a path; nothing is made until a run locks it.
    public init(path: String) {
        self.init(path: path, fileSystem: FileSystem())
    }

    init(path: String, fileSystem: FileSystem) {
        self.path = path
        self.fileSystem = fileSystem
    }

    /// The folder that holds the releases.
    public var releasesPath: String { path + "/releases" }

    /// The link to the newest release.
    public var currentPath: String { path + "/current" }

    /// The folder of a release.
    public func path(of release: ReleaseID) -> String { releasesPath + "/" + release.rawValue }

    var lockPath: String { path + "/.lock" }

    static let stagingPrefix = ".staging-"
}

// MARK: - Looking

extension OutputDirectory {
    /// The release that `current` points to; nil when there is none yet or it points elsewhere.
    public func currentRelease() throws(PublishingError) -> ReleaseID? {
        guard try fileSystem.kind(of: currentPath) == .link else { return nil }
        let destination = try fileSystem.destination(ofLink: currentPath)
        let prefix = "releases/"
        return destination.hasPrefix(prefix) ? ReleaseID(String(destination.dropFirst(prefix.count))) : nil
    }

    /// What the release that `current` points to has at a path; nil when there is no release, or no such file in it.
    public func currentFile(_ path: String) throws(PublishingError) -> [UInt8]? {
        guard let release = try currentRelease() else { return nil }
        let file = self.path(of: release) + "/" + path
        guard try fileSystem.kind(of: file) != .nothing else { return nil }
        return try fileSystem.contents(of: file)
    }

    /// All releases, the oldest first. Folders that are not named like a release are somebody else's.
    public func releases() throws(PublishingError) -> [ReleaseID] {
        guard try fileSystem.kind(of: releasesPath) != .nothing else { return [] }
        return try fileSystem.names(in: releasesPath).compactMap(ReleaseID.init).sorted()
    }

    /// What a release says it consists of.
    public func manifest(of release: ReleaseID) throws(PublishingError) -> Manifest {
        let path = path(of: release) + "/" + Manifest.fileName
        guard let manifest = Manifest.decoded(try fileSystem.contents(of: path)) else {
            throw .invalidManifest(path: path)
        }
        return manifest
    }
}
