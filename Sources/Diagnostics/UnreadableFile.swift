extension Diagnostic {
    /// What to say of a file that is there and cannot be read.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - reason: what the system says of it.
    ///   - code: the stable name of the problem.
    /// - Returns: an error at the file.
    public static func unreadableFile(
        _ path: String,
        _ reason: String,
        code: String = "workspace.unreadable-file"
    ) -> Diagnostic {
        Diagnostic(
            code: code,
            at: SourceLocation(file: path),
            LocalizedText(en: "the file cannot be read: \(reason)", zh: "无法读取文件：\(reason)"),
            help: [LocalizedText(en: "check the path and its permissions", zh: "请检查路径及其权限")]
        )
    }
}
