#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The system calls that publishing is made of, one method each, all passing one gate.
///
/// The gate is asked before every call, so that a test can let any single one fail, or end the process there. There is
/// no second implementation: what the tests exercise is what runs at night.
struct FileSystem: Sendable {
    /// Returns 0 to let an operation go ahead, or the `errno` it shall fail with.
    typealias Gate = @Sendable (FileOperation, _ path: String) -> CInt

    /// What stands at a path; links are not followed.
    enum Kind: Hashable, Sendable {
        case nothing, folder, link, file
    }

    let gate: Gate

    init(gate: @escaping Gate = { _, _ in 0 }) {
        self.gate = gate
    }

    /// Makes one system call, again when a signal interrupted it, and turns its failure into a typed error.
    private func call<Result: SignedInteger>(
        _ operation: FileOperation,
        _ path: String,
        _ body: () -> Result
    ) throws(PublishingError) -> Result {
        let refusal = gate(operation, path)
        guard refusal == 0 else { throw .failed(operation, path: path, errno: refusal) }
        while true {
            let result = body()
            if result >= 0 { return result }
            let reason = errno
            if reason != EINTR { throw .failed(operation, path: path, errno: reason) }
        }
    }
}

// MARK: - Files

extension FileSystem {
    /// A new file with these bytes, on the disk when the method returns; fails when the path is taken.
    func createFile(_ path: String, bytes: [UInt8]) throws(PublishingError) {
        let descriptor = try openFile(path, O_WRONLY | O_CREAT | O_EXCL)
        do {
            try writeAll(bytes, to: descriptor, path)
            try sync(descriptor, path)
        } catch {
            _ = close(descriptor)
            throw error
        }
        try closeFile(descriptor, path)
    }

    /// All bytes of a file.
    func contents(of path: String) throws(PublishingError) -> [UInt8] {
        let descriptor = try openFile(path, O_RDONLY)
        defer { _ = close(descriptor) }
        return try readToEnd(descriptor, path)
    }

    /// A descriptor of a file, not inherited by child processes; a file it creates can be read by everybody.
    func openFile(_ path: String, _ flags: CInt) throws(PublishingError) -> CInt {
        try call(.open, path) { open(path, flags | O_CLOEXEC, 0o644) }
    }

    /// The bytes from the descriptor's position to the end.
    func readToEnd(_ descriptor: CInt, _ path: String) throws(PublishingError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try call(.read, path) {
                chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// Takes the lock of an open file at once; false when somebody else has it. The lock ends with the descriptor.
    func tryLock(_ descriptor: CInt, _ path: String) throws(PublishingError) -> Bool {
        do throws(PublishingError) {
            _ = try call(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
            return true
        } catch {
            guard error == .failed(.lock, path: path, errno: EWOULDBLOCK) else { throw error }
            return false
        }
    }

    /// Replaces what an open file holds; the descriptor stands at its start.
    func overwrite(_ descriptor: CInt, with bytes: [UInt8], _ path: String) throws(PublishingError) {
        _ = try call(.write, path) { ftruncate(descriptor, 0) }
        try writeAll(bytes, to: descriptor, path)
    }

    /// Gives up a lock. Closing alone would leave it with a child process that is just being started and still has a
    /// copy of the descriptor.
    func unlockAndClose(_ descriptor: CInt) {
        _ = flock(descriptor, LOCK_UN)
        _ = close(descriptor)
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: CInt, _ path: String) throws(PublishingError) {
        var written = 0
        while written < bytes.count {
            written += try call(.write, path) {
                bytes.withUnsafeBytes { buffer in
                    let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                    return write(descriptor, rest.baseAddress, rest.count)
                }
            }
        }
    }

    private func sync(_ descriptor: CInt, _ path: String) throws(PublishingError) {
        _ = try call(.sync, path) { fsync(descriptor) }
    }

    /// Not repeated when interrupted: Linux has let go of the descriptor by then.
    private func closeFile(_ descriptor: CInt, _ path: String) throws(PublishingError) {
        _ = try call(.close, path) { close(descriptor) == 0 || errno == EINTR ? CInt(0) : -1 }
    }
}

// MARK: - Folders

extension FileSystem {
    /// Makes a folder; fails when the path is taken.
    func makeFolder(_ path: String) throws(PublishingError) {
        _ = try call(.makeFolder, path) { mkdir(path, 0o755) }
    }

    /// Makes a folder, and those above it, where nothing stands yet; true when something was made.
    @discardableResult
    func ensureFolder(_ path: String) throws(PublishingError) -> Bool {
        do throws(PublishingError) {
            try makeFolder(path)
            return true
        } catch {
            if error == .failed(.makeFolder, path: path, errno: EEXIST) { return false }
            guard error == .failed(.makeFolder, path: path, errno: ENOENT), let parent = Self.parent(of: path) else {
                throw error
            }
            try ensureFolder(parent)
        }
        do throws(PublishingError) {
            try makeFolder(path)
            return true
        } catch {
            // Another run may have been quicker.
            guard error == .failed(.makeFolder, path: path, errno: EEXIST) else { throw error }
            return false
        }
    }

    /// Puts the names in a folder on the disk. File systems that cannot do so for folders say `EINVAL`; that is not
    /// an error.
    func syncFolder(_ path: String) throws(PublishingError) {
        let descriptor = try openFile(path, O_RDONLY | O_DIRECTORY)
        defer { _ = close(descriptor) }
        do throws(PublishingError) {
            try sync(descriptor, path)
        } catch {
            guard error == .failed(.sync, path: path, errno: EINVAL) else { throw error }
        }
    }

    /// The names in a folder in byte order, without `.` and `..`.
    func names(in path: String) throws(PublishingError) -> [String] {
        var folder: FolderStream?
        _ = try call(.open, path) {
            folder = opendir(path)
            return CInt(folder == nil ? -1 : 0)
        }
        guard let folder else { return [] }
        defer { _ = closedir(folder) }
        var names: [String] = []
        while let name = try nextName(folder, path) {
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    #if canImport(Darwin)
        private typealias FolderStream = UnsafeMutablePointer<DIR>
    #else
        private typealias FolderStream = OpaquePointer
    #endif

    private func nextName(_ folder: FolderStream, _ path: String) throws(PublishingError) -> String? {
        var name: String?
        _ = try call(.list, path) {
            errno = 0
            guard let entry = readdir(folder) else { return CInt(errno == 0 ? 0 : -1) }
            // A record is only as long as its name, so the field is not copied out as the 256 bytes it is declared with.
            let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0
            name = String(cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
            return 0
        }
        return name
    }

    /// The path without its last component; nil at a root or where there is only one component.
    static func parent(of path: String) -> String? {
        let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex else { return nil }
        return String(trimmed[..<slash])
    }
}

// MARK: - Names

extension FileSystem {
    /// What stands at a path; a link is a link, wherever it points.
    func kind(of path: String) throws(PublishingError) -> Kind {
        var status = stat()
        do throws(PublishingError) {
            _ = try call(.inspect, path) { lstat(path, &status) }
        } catch {
            guard error == .failed(.inspect, path: path, errno: ENOENT) else { throw error }
            return .nothing
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .file
        }
    }

    /// Renames a file, folder or link; a file or link at the target is replaced in one step.
    func move(_ source: String, to target: String) throws(PublishingError) {
        _ = try call(.rename, target) { rename(source, target) }
    }

    /// Makes a symbolic link at `path` that says `destination`.
    func makeLink(_ path: String, to destination: String) throws(PublishingError) {
        _ = try call(.makeLink, path) { symlink(destination, path) }
    }

    /// What a symbolic link says.
    func destination(ofLink path: String) throws(PublishingError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = try call(.readLink, path) {
            buffer.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? 0
            }
        }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Removes whatever stands at a path; links are removed, not followed. Nothing there is not an error.
    func removeTree(_ path: String) throws(PublishingError) {
        switch try kind(of: path) {
        case .nothing: return
        case .file, .link: _ = try call(.removeFile, path) { unlink(path) }
        case .folder:
            for name in try names(in: path) { try removeTree(path + "/" + name) }
            _ = try call(.removeFolder, path) { rmdir(path) }
        }
    }
}
