#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The right to publish into an output folder; one run has it at a time.
///
/// It is an advisory lock of the kernel (`flock`) on `.lock`, so it ends with the value, and with the process however
/// that dies. The file stays; it holds the process id of the run that has, or last had, the lock.
public final class RunLock: Sendable {
    /// The folder that is locked.
    public let output: OutputDirectory

    private let descriptor: CInt

    /// Takes the lock of an output folder, which is made if need be, and clears away what dead runs left there.
    ///
    /// Throws ``PublishingError/locked(path:holder:)`` at once when another run has it.
    public init(_ output: OutputDirectory) throws(PublishingError) {
        let fileSystem = output.fileSystem
        try fileSystem.ensureFolder(output.path)
        descriptor = try fileSystem.openFile(output.lockPath, O_RDWR | O_CREAT)
        self.output = output
        try takeLock()
        guard [.nothing, .link].contains(try fileSystem.kind(of: output.currentPath)) else {
            throw .currentIsNotALink(path: output.currentPath)
        }
        try sweep()
    }

    deinit {
        output.fileSystem.unlockAndClose(descriptor)
    }

    private func takeLock() throws(PublishingError) {
        let fileSystem = output.fileSystem
        guard try fileSystem.tryLock(descriptor, output.lockPath) else {
            let text = String(decoding: try fileSystem.readToEnd(descriptor, output.lockPath), as: UTF8.self)
            throw .locked(path: output.lockPath, holder: text.split(separator: "\n").first.flatMap { Int32($0) })
        }
        try fileSystem.overwrite(descriptor, with: Array("\(getpid())\n".utf8), output.lockPath)
    }

    /// Removes all staging folders. Under the lock they belong to runs that died, or to this one when it is done.
    func sweep() throws(PublishingError) {
        for name in try output.fileSystem.names(in: output.path) where name.hasPrefix(OutputDirectory.stagingPrefix) {
            try output.fileSystem.removeTree(output.path + "/" + name)
        }
    }

    /// A path for something that is not finished; unique among the runs that may publish here.
    func stagingPath(_ suffix: String = "") -> String {
        output.path + "/" + OutputDirectory.stagingPrefix + String(getpid()) + suffix
    }
}
