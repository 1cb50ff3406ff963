import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite("An error of publishing says what is wrong and what to do")
struct WordingTests {
    struct Wording: Sendable, CustomTestStringConvertible {
        let error: PublishingError
        let en: String
        let zh: String

        var testDescription: String { error.code }
    }

    static let wordings = [
        Wording(
            error: .locked(path: "Output/.lock", holder: 4711),
            en: """
                Output/.lock:1:1: error: another run is publishing (process 4711) [publishing.locked]
                  help: try again when that run has ended

                """,
            zh: """
                Output/.lock:1:1: error: 另一个进程正在发布（进程号 4711） [publishing.locked]
                  处理: 请等该进程结束后再试

                """
        ),
        Wording(
            error: .currentIsNotALink(path: "Output/current"),
            en: """
                Output/current:1:1: error: 'current' must be a symbolic link to a release, but something else has this \
                name [publishing.current-not-a-link]
                  help: move it away, then run again

                """,
            zh: """
                Output/current:1:1: error: “current”必须是指向某次发布的符号链接，但此处已有同名的文件或文件夹 \
                [publishing.current-not-a-link]
                  处理: 请将其移走，然后重新运行

                """
        ),
        Wording(
            error: .refusedPath("../x", .notNormal),
            en: """
                ../x:1:1: error: the path of a file in a release must not be empty or have empty, '.' or '..' parts: \
                '../x' [publishing.refused-path]

                """,
            zh: """
                ../x:1:1: error: 发布中的文件路径不得为空，也不得含有空的、“.”或“..”部分：“../x” [publishing.refused-path]

                """
        ),
        Wording(
            error: .releaseExists(path: "r"),
            en: """
                r:1:1: error: a different or damaged release already has the name of the new one \
                [publishing.release-exists]
                  help: move that release away, then run again

                """,
            zh: """
                r:1:1: error: 已有同名的发布，但内容不同或已损坏 [publishing.release-exists]
                  处理: 请移走该发布，然后重新运行

                """
        ),
        Wording(
            error: .invalidManifest(path: "m"),
            en: """
                m:1:1: error: not a manifest of a release [publishing.invalid-manifest]
                  help: build again to publish a whole release

                """,
            zh: """
                m:1:1: error: 不是有效的发布清单 [publishing.invalid-manifest]
                  处理: 请重新生成以发布完整的内容

                """
        ),
        Wording(
            error: .failed(.write, path: "Output/a", errno: ENOSPC),
            en: """
                Output/a:1:1: error: cannot write 'Output/a': No space left on device [publishing.input-output]
                  help: free some space there, or keep fewer releases

                """,
            zh: """
                Output/a:1:1: error: 无法写入“Output/a”：磁盘空间不足 [publishing.input-output]
                  处理: 请清理磁盘空间，或减少保留的发布数量

                """
        ),
    ]

    @Test("in both languages", arguments: wordings)
    func both(_ wording: Wording) {
        #expect(DiagnosticFormatter(language: .english).format(wording.error.diagnostic) == wording.en)
        #expect(DiagnosticFormatter(language: .chinese).format(wording.error.diagnostic) == wording.zh)
    }

    @Test("whatever the operation", arguments: FileOperation.allCases)
    func operations(_ operation: FileOperation) {
        let message = PublishingError.failed(operation, path: "x", errno: EIO).message
        #expect(message.en.hasPrefix("cannot ") && message.en.hasSuffix(" 'x': Input/output error"))
        #expect(message.zh.hasPrefix("无法") && message.zh.hasSuffix("“x”：磁盘读写错误"))
    }

    @Test("even for reasons without a translation")
    func unknownReason() {
        #expect(PublishingError.reason(EPIPE).zh == "系统错误 \(EPIPE)（Broken pipe）")
    }
}
