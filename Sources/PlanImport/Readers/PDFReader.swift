import Foundation

/// Reads PDF files through poppler's `pdftotext -layout`.
enum PDFReader {
    /// Reads a file's bytes.
    static func read(_ data: Data) throws(DocumentProblem) -> SourceDocument {
        guard let tool = tool() else { throw .pdfToolMissing }
        let file = FileManager.default.temporaryDirectory.appending(path: "plan-import-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            try data.write(to: file)
            return SourceDocument(text: try run(tool, file), format: .pdf, encoding: .utf8)
        } catch let problem as DocumentProblem {
            throw problem
        } catch {
            throw .pdfUnreadable(error.localizedDescription)
        }
    }

    private static func tool() -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "pdftotext") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private static func run(_ tool: URL, _ file: URL) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = tool
        process.arguments = ["-layout", "-enc", "UTF-8", file.path, "-"]
        process.standardOutput = output
        // A file, not a pipe: whatever it says there never keeps it waiting.
        let words = file.appendingPathExtension("err")
        try Data().write(to: words)
        defer { try? FileManager.default.removeItem(at: words) }
        process.standardError = try FileHandle(forWritingTo: words)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let said = (try? String(contentsOf: words, encoding: .utf8)) ?? ""
            let last = said.split(separator: "\n").last ?? "exit \(process.terminationStatus)"
            throw DocumentProblem.pdfUnreadable("pdftotext: \(last)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
