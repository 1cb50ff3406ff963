import Foundation
import Testing

@testable import Publishing

@Suite("A reader")
struct ReaderTests {
    @Test("never misses a file or sees a mixed set while releases are switched 200 times")
    func switches() throws {
        let output = try TemporaryOutput()
        try publish(pages("0"), into: output.directory, at: 0, keeping: 50)
        let reader = Reader(output.path + "/current")
        reader.start()
        for second in 1...200 {
            let published = try publish(pages("\(second)"), into: output.directory, at: Int64(second), keeping: 50)
            #expect(published.isNew)
        }
        reader.stop()
        #expect(reader.problems == [])
        #expect(reader.editions.count > 20, "the reader must have seen many of the switches")
    }
}

/// Reads through `current` as a web server does, and whole sets as a mirror does, on a thread of its own: tasks would
/// wait for the other tests.
private final class Reader: @unchecked Sendable {
    /// Written by the reader's thread, read when it has ended.
    private(set) var problems: Set<String> = []
    private(set) var editions: Set<String> = []

    private let current: String
    private let stopping = Counter()
    private let ended = DispatchSemaphore(value: 0)

    init(_ current: String) {
        self.current = current
    }

    func start() {
        Thread.detachNewThread {
            while self.stopping.value == 0 {
                self.readFrontPage()
                self.readSet()
            }
            self.ended.signal()
        }
    }

    func stop() {
        _ = stopping.next()
        ended.wait()
    }

    private func readFrontPage() {
        let page = try? String(contentsOfFile: current + "/index.html", encoding: .utf8)
        if let page { editions.insert(page) } else { problems.insert("no front page") }
    }

    /// Opens `current` once and reads every file from there.
    private func readSet() {
        let folder = open(current, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return _ = problems.insert("no current") }
        defer { close(folder) }
        let edition = text(folder, "index.html")?.split(separator: " ").last.map(String.init) ?? "none"
        for page in pages(edition) where text(folder, page.path) != page.text {
            problems.insert("\(page.path) is not of edition \(edition)")
        }
    }

    private func text(_ folder: CInt, _ path: String) -> String? {
        let file = openat(folder, path, O_RDONLY)
        guard file >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        return (try? handle.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
    }
}
