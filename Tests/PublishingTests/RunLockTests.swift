import Foundation
import Testing

@testable import Publishing

@Suite("The lock")
struct RunLockTests {
    let output: TemporaryOutput

    init() throws {
        output = try TemporaryOutput()
    }

    @Test("makes the output folder and writes down who holds it")
    func writesProcessID() throws {
        let deep = OutputDirectory(path: output.path + "/not/yet/there/")
        let lock = try RunLock(deep)
        let text = try String(contentsOfFile: output.path + "/not/yet/there/.lock", encoding: .utf8)
        #expect(text == "\(ProcessInfo.processInfo.processIdentifier)\n")
        withExtendedLifetime(lock) {}
    }

    @Test("refuses a second run and names the process that holds it")
    func refusesSecondRun() throws {
        let lock = try RunLock(output.directory)
        let holder = ProcessInfo.processInfo.processIdentifier
        #expect(throws: PublishingError.locked(path: output.path + "/.lock", holder: holder)) {
            try RunLock(output.directory)
        }
        withExtendedLifetime(lock) {}
    }

    @Test("is free again when the run has ended")
    func ends() throws {
        for _ in 0..<3 { _ = try RunLock(output.directory) }
    }

    @Test("of a process that was killed is free, and what it was building is removed")
    func killed() async throws {
        let path = output.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            var release = try ReleaseBuilder(RunLock(OutputDirectory(path: path)))
            try release.write(path: "index.html", bytes: [])
            kill(getpid(), SIGKILL)
        }
        #expect(try output.stagingNames.count == 1)
        _ = try RunLock(output.directory)
        #expect(try output.stagingNames.isEmpty)
    }

    @Test("says nothing of a holder when the file says nothing")
    func unknownHolder() throws {
        let lock = try RunLock(output.directory)
        try Data().write(to: URL(fileURLWithPath: output.path + "/.lock"))
        #expect(throws: PublishingError.locked(path: output.path + "/.lock", holder: nil)) {
            try RunLock(output.directory)
        }
        withExtendedLifetime(lock) {}
    }

    @Test("removes links in stale staging folders without following them")
    func staleLinks() throws {
        try output.write("precious", to: "precious/file.txt")
        try output.write("stale", to: ".staging-1/yantai/index.html")
        try FileManager.default.createSymbolicLink(
            atPath: output.path + "/.staging-1/link",
            withDestinationPath: output.path + "/precious"
        )
        _ = try RunLock(output.directory)
        #expect(try output.stagingNames.isEmpty)
        #expect(output.exists("precious/file.txt"))
    }
}
