import Foundation
import Testing

@testable import Publishing

/// Publishing is interrupted at every single operation in turn; a reader must never notice.
@Suite("When publishing fails")
struct FaultTests {
    /// Three releases, of which the next run removes one.
    let template: TemporaryOutput
    let oldFiles: [String: String]
    let oldReleases: [String: String]
    let newFiles = Dictionary(uniqueKeysWithValues: pages("new").map { ($0.path, $0.text) })

    init() throws {
        template = try TemporaryOutput()
        for second in 0..<3 { try publish(pages("old \(second)"), into: template.directory, at: Int64(second)) }
        oldFiles = try template.currentFiles
        oldReleases = try template.releaseFiles
    }

    /// How many operations a run without faults consists of.
    private func operationCount() throws -> Int {
        let counter = Counter()
        let output = try TemporaryOutput(copying: template)
        let directory = output.directory { _, _ in
            _ = counter.next()
            return 0
        }
        let published = try publish(pages("new"), into: directory, at: 10)
        #expect(published.removed.count == 1)
        return counter.value
    }

    @Test(
        "at any one operation, current stays the whole old release or is the whole new one",
        arguments: [ENOSPC, EACCES, EXDEV]
    )
    func everyOperation(errno: CInt) throws {
        let count = try operationCount()
        try #require(count > 50)
        var failures = 0
        for failing in 1...count {
            let output = try TemporaryOutput(copying: template)
            let counter = Counter()
            let directory = output.directory { _, _ in counter.next() == failing ? errno : 0 }
            do {
                try publish(pages("new"), into: directory, at: 10)
                try expectNew(output, "operation \(failing)")
            } catch let error as PublishingError {
                failures += 1
                try expectOld(output, "operation \(failing): \(error)")
            }
            #expect(try output.stagingNames.isEmpty, "operation \(failing)")
        }
        #expect(failures > count / 3)
    }

    @Test("for good from some operation on, every release stays whole and the next run clears up")
    func everythingAfter() throws {
        for failing in 1...(try operationCount()) {
            let output = try TemporaryOutput(copying: template)
            let counter = Counter()
            let directory = output.directory { _, _ in counter.next() >= failing ? EIO : 0 }
            _ = try? publish(pages("new"), into: directory, at: 10)
            try expectOldOrNew(output, "from operation \(failing) on")

            try publish(pages("newest"), into: output.directory, at: 20)
            #expect(try output.currentFiles["index.html"] == "front page, newest")
            #expect(try output.stagingNames.isEmpty)
        }
    }

    @Test("because the process is killed at any operation, every release stays whole and the next run clears up")
    func killedAnywhere() async throws {
        for fatal in 1...(try operationCount()) {
            let output = try TemporaryOutput(copying: template)
            let path = output.path
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, fatal = fatal as Int] in
                let counter = Counter()
                let fileSystem = FileSystem { _, _ in
                    if counter.next() == fatal { kill(getpid(), SIGKILL) }
                    return 0
                }
                try publish(pages("new"), into: OutputDirectory(path: path, fileSystem: fileSystem), at: 10)
            }
            try expectOldOrNew(output, "killed at operation \(fatal)")

            try publish(pages("newest"), into: output.directory, at: 20)
            #expect(try output.currentFiles["index.html"] == "front page, newest")
            #expect(try output.stagingNames.isEmpty)
        }
    }

    @Test("to remove an old release, the new one stands and the result says so")
    func warning() throws {
        let output = try TemporaryOutput(copying: template)
        let directory = output.directory { operation, path in
            operation == .removeFile && path.contains(".staging-") ? EACCES : 0
        }
        let published = try publish(pages("new"), into: directory, at: 10)
        #expect(published.isNew)
        #expect(published.warnings.map(\.code) == ["publishing.input-output"])
        try expectNew(output, "")
    }

    private func expectOld(_ output: TemporaryOutput, _ comment: Comment) throws {
        #expect(try output.currentFiles == oldFiles, comment)
        #expect(try output.releaseFiles == oldReleases, comment)
    }

    private func expectNew(_ output: TemporaryOutput, _ comment: Comment) throws {
        var files = try output.currentFiles
        files["manifest.json"] = nil
        #expect(files == newFiles, comment)
        try expectWholeReleases(output, comment)
    }

    private func expectOldOrNew(_ output: TemporaryOutput, _ comment: Comment) throws {
        if try output.currentFiles != oldFiles { try expectNew(output, comment) }
        try expectWholeReleases(output, comment)
    }

    private func expectWholeReleases(_ output: TemporaryOutput, _ comment: Comment) throws {
        for release in try output.directory.releases() {
            #expect(try output.directory.verify(release) == [], comment)
        }
    }
}
