/// How a release differs from its manifest.
public enum Mismatch: Hashable, Sendable {
    /// A file of the manifest is not there.
    case missing(String)
    /// A file has other bytes than the manifest says.
    case altered(String)
    /// A file is there that the manifest does not name.
    case unlisted(String)
}

extension OutputDirectory {
    /// Compares every file of a release with its manifest; empty when the release is whole.
    ///
    /// Mismatches come in byte order of their paths, first what the manifest names, then what it does not.
    public func verify(_ release: ReleaseID) throws(PublishingError) -> [Mismatch] {
        let manifest = try manifest(of: release)
        let root = path(of: release)
        let present = Set(try files(below: root))
        var mismatches: [Mismatch] = []
        for file in manifest.files {
            guard present.contains(file.path) else {
                mismatches.append(.missing(file.path))
                continue
            }
            let contents = try fileSystem.contents(of: root + "/" + file.path)
            if Manifest.File(path: file.path, contents: contents) != file { mismatches.append(.altered(file.path)) }
        }
        let listed = Set(manifest.files.map(\.path) + [Manifest.fileName])
        let unlisted = present.subtracting(listed).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return mismatches + unlisted.map(Mismatch.unlisted)
    }

    /// Whether a release has exactly these files, by its manifest and by what is on the disk.
    ///
    /// A release that cannot be read is not whole; whoever asks goes on to publish a new one.
    func isWhole(_ release: ReleaseID, as manifest: Manifest) -> Bool {
        (try? self.manifest(of: release)) == manifest && (try? verify(release)) == []
    }

    /// The paths of all files below a folder; a link counts as a file, for none belongs in a release.
    private func files(below root: String, prefix: String = "") throws(PublishingError) -> [String] {
        var paths: [String] = []
        for name in try fileSystem.names(in: root) {
            switch try fileSystem.kind(of: root + "/" + name) {
            case .folder: paths += try files(below: root + "/" + name, prefix: prefix + name + "/")
            default: paths.append(prefix + name)
            }
        }
        return paths
    }
}
