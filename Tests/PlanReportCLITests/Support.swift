import Foundation
import TestSupport
import Testing

@testable import PlanReportCLI

/// The project's own folder: a workspace with both real plans.
let projectFolder = ProjectFiles.root

/// A copy of the project's workspace that a test may break; removed when the test is over.
final class WorkspaceCopy {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "planreport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["planreport.yaml", "Plans", "Templates", "Schemas"] {
            try FileManager.default.copyItem(at: projectFolder.appending(path: name), to: folder.appending(path: name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.path(percentEncoded: false) }

    /// Replaces the first occurrence of a text in a file; a text that is not there fails the test.
    func replace(_ old: String, with new: String, in file: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let range = try #require(text.range(of: old), "\(file) has no '\(old)'")
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
    }

    /// The line of the first occurrence of a text in a file, from 1.
    func line(of text: String, in file: String) throws -> Int {
        let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8).components(separatedBy: "\n")
        return try #require(lines.firstIndex { $0.contains(text) }) + 1
    }

    /// Writes a file anew.
    func write(_ text: String, to file: String) throws {
        try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    }

    func remove(_ file: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: file))
    }

    /// Everything in the output folder but the lock, path by path; links by what they point to.
    func output() -> [String: String] {
        let root = folder.appending(path: "Output").path(percentEncoded: false)
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return Dictionary(
            uniqueKeysWithValues: names.filter { $0 != ".lock" }.map { name in
                let path = root + "/" + name
                if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
                    return (name, target)
                }
                let data = FileManager.default.contents(atPath: path) ?? Data()
                return (name, data.base64EncodedString())
            }
        )
    }
}

/// What a run of the executable left behind.
struct RunResult {
    let status: Int32
    let output: String
    let errors: String
}

/// Runs the executable that the tests were built with, in an environment like cron's; standard output goes to the
/// destination, if there is one, and not into the result.
func planreport(
    _ arguments: [String],
    in folder: URL = projectFolder,
    to destination: FileHandle? = nil
) throws -> RunResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "planreport")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = destination.map { $0 as Any } ?? output
    process.standardError = errors
    try process.run()
    if destination != nil { try output.fileHandleForWriting.close() }
    let reader = DispatchQueue(label: "errors")
    nonisolated(unsafe) var errorData = Data()
    reader.async { errorData = errors.fileHandleForReading.readDataToEndOfFile() }
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    reader.sync {}
    return RunResult(
        status: process.terminationStatus,
        output: String(decoding: outputData, as: UTF8.self),
        errors: String(decoding: errorData, as: UTF8.self)
    )
}
