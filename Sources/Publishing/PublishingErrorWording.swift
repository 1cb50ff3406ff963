public import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension PublishingError {
    /// The error as a diagnostic: the file it is about, what is wrong, a stable code and what to do.
    public var diagnostic: Diagnostic {
        Diagnostic(code: code, at: SourceLocation(file: path), message, help: help)
    }

    /// The file or folder the error is about.
    public var path: String {
        switch self {
        case .locked(let path, _), .currentIsNotALink(let path), .refusedPath(let path, _), .releaseExists(let path),
            .invalidManifest(let path), .failed(_, let path, _):
            path
        }
    }

    /// A stable name for this kind of error, such as `publishing.locked`; scripts may rely on it.
    public var code: String {
        switch self {
        case .locked: "publishing.locked"
        case .currentIsNotALink: "publishing.current-not-a-link"
        case .refusedPath: "publishing.refused-path"
        case .releaseExists: "publishing.release-exists"
        case .invalidManifest: "publishing.invalid-manifest"
        case .failed: "publishing.input-output"
        }
    }

    /// What is wrong.
    public var message: LocalizedText {
        switch self {
        case .locked(_, let holder):
            Self.lockedMessage(holder)
        case .currentIsNotALink:
            LocalizedText(
                en: "'current' must be a symbolic link to a release, but something else has this name",
                zh: "“current”必须是指向某次发布的符号链接，但此处已有同名的文件或文件夹"
            )
        case .refusedPath(let path, let problem):
            problem.message(path)
        case .releaseExists:
            LocalizedText(
                en: "a different or damaged release already has the name of the new one",
                zh: "已有同名的发布，但内容不同或已损坏"
            )
        case .invalidManifest:
            LocalizedText(en: "not a manifest of a release", zh: "不是有效的发布清单")
        case .failed(let operation, let path, let errno):
            operation.failureMessage(path, reason: Self.reason(errno))
        }
    }

    /// What to do about it, each beginning with a verb.
    public var help: [LocalizedText] {
        switch self {
        case .locked:
            [LocalizedText(en: "try again when that run has ended", zh: "请等该进程结束后再试")]
        case .currentIsNotALink:
            [LocalizedText(en: "move it away, then run again", zh: "请将其移走，然后重新运行")]
        case .refusedPath:
            []
        case .releaseExists:
            [LocalizedText(en: "move that release away, then run again", zh: "请移走该发布，然后重新运行")]
        case .invalidManifest:
            [LocalizedText(en: "build again to publish a whole release", zh: "请重新生成以发布完整的内容")]
        case .failed(_, _, let errno):
            Self.remedy(errno)
        }
    }

    private static func lockedMessage(_ holder: Int32?) -> LocalizedText {
        guard let holder else {
            return LocalizedText(en: "another run is publishing", zh: "另一个进程正在发布")
        }
        return LocalizedText(
            en: "another run is publishing (process \(holder))",
            zh: "另一个进程正在发布（进程号 \(holder)）"
        )
    }

    /// The words of `strerror` in both languages for what really happens on servers, the system's own for the rest.
    static func reason(_ errno: Int32) -> LocalizedText {
        let english = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
        return LocalizedText(en: english, zh: chineseReasons[errno] ?? "系统错误 \(errno)（\(english)）")
    }

    private static let chineseReasons: [Int32: String] = [
        EACCES: "没有权限",
        EDQUOT: "超出磁盘配额",
        EEXIST: "已存在同名文件",
        EIO: "磁盘读写错误",
        EISDIR: "是文件夹",
        ELOOP: "符号链接层数过多",
        EMFILE: "打开的文件过多",
        ENAMETOOLONG: "文件名过长",
        ENFILE: "系统打开的文件过多",
        ENOENT: "文件或文件夹不存在",
        ENOLCK: "该文件系统不支持文件锁",
        ENOSPC: "磁盘空间不足",
        ENOTDIR: "不是文件夹",
        ENOTEMPTY: "文件夹不为空",
        EPERM: "不允许此操作",
        EROFS: "文件系统只读",
        EXDEV: "不在同一文件系统上",
    ]

    private static func remedy(_ errno: Int32) -> [LocalizedText] {
        switch errno {
        case EACCES, EPERM:
            [
                LocalizedText(
                    en: "run as the user who owns the output folder, or let this user write there",
                    zh: "请用输出文件夹的所有者运行，或授予当前用户写权限"
                )
            ]
        case ENOSPC, EDQUOT:
            [LocalizedText(en: "free some space there, or keep fewer releases", zh: "请清理磁盘空间，或减少保留的发布数量")]
        case EROFS:
            [LocalizedText(en: "choose an output folder that can be written to", zh: "请选择可写的输出文件夹")]
        case EXDEV:
            [
                LocalizedText(
                    en: "keep 'releases' on the same file system as the output folder",
                    zh: "请将“releases”与输出文件夹放在同一文件系统上"
                )
            ]
        case ENOLCK:
            [LocalizedText(en: "choose an output folder on a local disk", zh: "请将输出文件夹设在本地磁盘上")]
        default:
            []
        }
    }
}

extension PublishingError.PathProblem {
    fileprivate func message(_ path: String) -> LocalizedText {
        switch self {
        case .absolute:
            LocalizedText(
                en: "the path of a file in a release must be relative: '\(path)'",
                zh: "发布中的文件路径必须是相对路径：“\(path)”"
            )
        case .notNormal:
            LocalizedText(
                en: "the path of a file in a release must not be empty or have empty, '.' or '..' parts: '\(path)'",
                zh: "发布中的文件路径不得为空，也不得含有空的、“.”或“..”部分：“\(path)”"
            )
        case .character:
            LocalizedText(
                en: "the path of a file in a release must not have control characters or backslashes: '\(path)'",
                zh: "发布中的文件路径不得含有控制字符或反斜杠：“\(path)”"
            )
        case .duplicate:
            LocalizedText(en: "two files of a release have the path '\(path)'", zh: "发布中有两个文件的路径同为“\(path)”")
        case .reserved:
            LocalizedText(en: "'\(path)' is written by the release itself", zh: "“\(path)”由发布过程自行写入")
        }
    }
}

extension FileOperation {
    fileprivate func failureMessage(_ path: String, reason: LocalizedText) -> LocalizedText {
        LocalizedText(en: "cannot \(words.en) '\(path)': \(reason.en)", zh: "无法\(words.zh)“\(path)”：\(reason.zh)")
    }

    private var words: LocalizedText {
        switch self {
        case .makeFolder: LocalizedText(en: "make the folder", zh: "创建文件夹")
        case .open: LocalizedText(en: "open", zh: "打开")
        case .read: LocalizedText(en: "read", zh: "读取")
        case .write: LocalizedText(en: "write", zh: "写入")
        case .sync: LocalizedText(en: "save to disk", zh: "存盘")
        case .close: LocalizedText(en: "close", zh: "关闭")
        case .lock: LocalizedText(en: "lock", zh: "锁定")
        case .list: LocalizedText(en: "list the folder", zh: "列出文件夹")
        case .inspect: LocalizedText(en: "look at", zh: "查看")
        case .readLink: LocalizedText(en: "read the link", zh: "读取链接")
        case .makeLink: LocalizedText(en: "make the link", zh: "创建链接")
        case .rename: LocalizedText(en: "rename", zh: "重命名")
        case .removeFile: LocalizedText(en: "remove", zh: "删除")
        case .removeFolder: LocalizedText(en: "remove the folder", zh: "删除文件夹")
        }
    }
}
