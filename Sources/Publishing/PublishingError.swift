/// Why nothing could be published. Whenever one is thrown, `current` and every release are what they were before.
public enum PublishingError: Error, Hashable, Sendable {
    /// Another run holds the lock; `holder` is its process id where the lock file says so. Worth trying again later.
    case locked(path: String, holder: Int32?)
    /// `current` should be a symbolic link to a release; something else stands there, and we do not remove it.
    case currentIsNotALink(path: String)
    /// A file was given a path that cannot stand in a release.
    case refusedPath(String, PathProblem)
    /// A different, or damaged, release has the name that the new one would get.
    case releaseExists(path: String)
    /// `manifest.json` of a release cannot be understood.
    case invalidManifest(path: String)
    /// The system refused an operation; `errno` is its reason.
    case failed(FileOperation, path: String, errno: Int32)

    /// What is wrong with the path of a file in a release.
    public enum PathProblem: Hashable, Sendable {
        /// The path begins with `/`.
        case absolute
        /// A component is empty, `.` or `..`.
        case notNormal
        /// A character that cannot stand in a name everywhere: a control character or a backslash.
        case character
        /// The release already has a file with this path.
        case duplicate
        /// The release keeps this name for itself (`manifest.json`).
        case reserved
    }
}
