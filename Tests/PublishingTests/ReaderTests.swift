import Foundation
import Testing

@testable import Publishing

@Suite("A reader")
struct ReaderTests {
    @Test("never misses a file or sees a mixed set while releases are switched 200 times")
    func switches() async throws {
        let output = try TemporaryOutput()
        try publish(pages("0"), into: output.directory, at: 0, keeping: 50)
        let done = Counter()
        async let reading = read(output, until: done)
        for second in 1...200 {
            let published = try publish(pages("\(second)"), into: output.directory, at: Int64(second), keeping: 50)
            #expect(published.isNew)
        }
        _ = done.next()
        let reader = try await reading
        #expect(reader.problems == [])
        #expect(reader.editions > 20, "the reader must have seen many of the switches")
    }

    /// Reads through `current` as a web server does, and whole sets as a mirror does, until told to stop.
    @concurrent
    private func read(_ output: TemporaryOutput, until done: Counter) async throws -> (
        problems: [String], editions: Int
    ) {
        var problems: Set<String> = []
        var editions: Set<String> = []
        while done.value == 0 {
            let page = try? String(contentsOfFile: output.path + "/current/index.html", encoding: .utf8)
            if let page { editions.insert(page) } else { problems.insert("no front page") }
            problems.formUnion(readSet(output))
        }
        return (problems.sorted(), editions.count)
    }

    /// Opens `current` once and reads every file from there.
    private func readSet(_ output: TemporaryOutput) -> [String] {
        let folder = open(output.path + "/current", O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return ["no current"] }
        defer { close(folder) }
        let edition = text(folder, "index.html")?.split(separator: " ").last.map(String.init) ?? "none"
        return pages(edition)
            .filter { text(folder, $0.path) != $0.text }
            .map { "\($0.path) is not of edition \(edition)" }
    }

    private func text(_ folder: CInt, _ path: String) -> String? {
        let file = openat(folder, path, O_RDONLY)
        guard file >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        return (try? handle.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
    }
}
