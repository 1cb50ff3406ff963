/// Something asked of the file system; an error names the one that failed.
public enum FileOperation: String, Sendable, CaseIterable {
    /// Making a folder (`mkdir`).
    case makeFolder
    /// Opening or creating a file or folder (`open`, `opendir`).
    case open
    /// Reading a file (`read`).
    case read
    /// Writing a file (`write`, `ftruncate`).
    case write
    /// Making sure that a file or folder is on the disk (`fsync`).
    case sync
    /// Closing a file (`close`).
    case close
    /// Taking a lock (`flock`).
    case lock
    /// Reading the names in a folder (`readdir`).
    case list
    /// Asking what stands at a path (`lstat`).
    case inspect
    /// Reading where a symbolic link points (`readlink`).
    case readLink
    /// Making a symbolic link (`symlink`).
    case makeLink
    /// Renaming (`rename`).
    case rename
    /// Removing a file or a link (`unlink`).
    case removeFile
    /// Removing an empty folder (`rmdir`).
    case removeFolder
}
