/// What came of publishing.
public struct Publication: Hashable, Sendable {
    /// The release that `current` points to.
    public let release: ReleaseID
    /// What is in it.
    public let manifest: Manifest
    /// Whether `current` was switched; false when it already had exactly these files.
    public let isNew: Bool
    /// The releases that were removed because newer ones are kept, the oldest first.
    public let removed: [ReleaseID]
    /// What went wrong after the switch, when the release already stood: old releases that could not be removed.
    public let warnings: [PublishingError]
}

extension ReleaseBuilder {
    /// Makes the release the current one and removes old ones.
    ///
    /// The files go to `releases/<id>`, then `current` is switched by one rename, so that whoever reads sees the old
    /// release or the new one. If `current` already has exactly these files, on the disk as well as by its manifest,
    /// it stays.
    ///
    /// - Parameters:
    ///   - seconds: The time of publication, for the id, in seconds since 1970 (UTC).
    ///   - count: How many of the newest releases to keep, at least 1. The current one, and those newer than it, are
    ///     kept whatever the count.
    /// - Returns: The release that is current now, and what was removed.
    /// - Throws: A ``PublishingError`` when the release could not be completed, placed or made current.
    public consuming func publish(
        secondsSince1970 seconds: Int64,
        keeping count: Int
    ) throws(PublishingError) -> Publication {
        let manifest = Manifest(files: files)
        if let current = try? output.currentRelease(), output.isWhole(current, as: manifest) {
            return tidied(current, manifest, isNew: false, keeping: count)
        }
        let release = ReleaseID(secondsSince1970: seconds, digest: manifest.digest)
        try complete(manifest)
        try place(release, manifest)
        return tidied(release, manifest, isNew: true, keeping: count)
    }

    /// Writes the manifest and puts every folder on the disk, inner ones first.
    private func complete(_ manifest: Manifest) throws(PublishingError) {
        try fileSystem.createFile(staging + "/" + Manifest.fileName, bytes: manifest.encoded())
        for folder in folders.reversed() { try fileSystem.syncFolder(staging + "/" + folder) }
        try fileSystem.syncFolder(staging)
    }

    /// Moves the release to its place and makes it the current one; moves it back if that fails.
    private func place(_ release: ReleaseID, _ manifest: Manifest) throws(PublishingError) {
        if try fileSystem.ensureFolder(output.releasesPath) { try fileSystem.syncFolder(output.path) }
        let target = output.path(of: release)
        guard try fileSystem.kind(of: target) == .nothing else {
            // A run that died just before the switch has left it here.
            guard output.isWhole(release, as: manifest) else { throw .releaseExists(path: target) }
            return try switchCurrent(to: release)
        }
        try fileSystem.move(staging, to: target)
        do throws(PublishingError) {
            try fileSystem.syncFolder(output.releasesPath)
            try switchCurrent(to: release)
        } catch {
            try? fileSystem.move(target, to: staging)
            throw error
        }
    }

    /// A new link beside `current`, renamed over it: there is no moment without `current`.
    private func switchCurrent(to release: ReleaseID) throws(PublishingError) {
        let link = lock.stagingPath("-current")
        try fileSystem.makeLink(link, to: "releases/" + release.rawValue)
        try fileSystem.move(link, to: output.currentPath)
    }
}

// MARK: - After the switch

extension ReleaseBuilder {
    /// Does what is left to do when the release stands. Nothing here can undo it, so failures are warnings.
    private func tidied(
        _ current: ReleaseID,
        _ manifest: Manifest,
        isNew: Bool,
        keeping count: Int
    ) -> Publication {
        var removed: [ReleaseID] = []
        var warnings: [PublishingError] = []
        do throws(PublishingError) {
            if isNew { try fileSystem.syncFolder(output.path) }
            for old in Retention.expired(try output.releases(), current: current, keeping: count) {
                try remove(old)
                removed.append(old)
            }
            try lock.sweep()
        } catch {
            warnings.append(error)
        }
        return Publication(release: current, manifest: manifest, isNew: isNew, removed: removed, warnings: warnings)
    }

    /// Renames a release away before it is taken apart, so that what stands in `releases` is always whole.
    private func remove(_ release: ReleaseID) throws(PublishingError) {
        let grave = lock.stagingPath("-" + release.rawValue)
        try fileSystem.move(output.path(of: release), to: grave)
        try fileSystem.removeTree(grave)
    }
}

/// Which releases are kept.
enum Retention {
    /// The releases to remove, the oldest first: those older than the current one that are not among the newest
    /// `count`.
    static func expired(_ releases: [ReleaseID], current: ReleaseID, keeping count: Int) -> [ReleaseID] {
        releases.sorted().dropLast(max(1, count)).filter { $0 < current }
    }
}
