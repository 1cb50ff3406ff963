internal import Crypto

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a release consists of, written into it as `manifest.json`.
///
/// It holds no time and no machine, so that the same files always have the same manifest.
public struct Manifest: Hashable, Sendable, Codable {
    /// One file of a release.
    public struct File: Hashable, Sendable, Codable {
        /// Where it stands in the release, components separated by `/`.
        public let path: String
        /// Its length.
        public let bytes: Int
        /// SHA-256 of its bytes, in lower case hexadecimal.
        public let sha256: String
    }

    /// The form of the manifest; ``currentFormat`` for those that we write.
    public let format: String
    /// SHA-256 over the lines `<sha256>  <path>`, one a file, in the order of ``files``.
    ///
    /// It is what `sha256sum` prints for the output of `sha256sum` over all files in byte order.
    public let digest: String
    /// The files, in byte order of their paths.
    public let files: [File]

    /// The form of the manifests that this version writes.
    public static let currentFormat = "planreport-release/1"

    /// The manifest's name in a release.
    static let fileName = "manifest.json"

    init(files: [File]) {
        let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        self.format = Self.currentFormat
        self.files = sorted
        self.digest = Self.sha256(Array(sorted.map { "\($0.sha256)  \($0.path)\n" }.joined().utf8))
    }

    /// SHA-256 in lower case hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        let digits = Array("0123456789abcdef")
        return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

extension Manifest.File {
    init(path: String, contents: [UInt8]) {
        self.init(path: path, bytes: contents.count, sha256: Manifest.sha256(contents))
    }
}

// MARK: - JSON

extension Manifest {
    /// The manifest as JSON, one line a file. Written by hand: Foundation's encoders lay out differently by platform.
    func encoded() -> [UInt8] {
        let entries = files.map {
            "    {\"path\": \(Self.quoted($0.path)), \"bytes\": \($0.bytes), \"sha256\": \(Self.quoted($0.sha256))}"
        }
        let text = """
            {
              "format": \(Self.quoted(format)),
              "digest": \(Self.quoted(digest)),
              "files": [
            \(entries.joined(separator: ",\n"))
              ]
            }

            """
        return Array(text.utf8)
    }

    /// A manifest from its JSON; nil when it is not one of the form we know, or its digest is not that of its files.
    static func decoded(_ bytes: [UInt8]) -> Self? {
        guard let manifest = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        return manifest == Manifest(files: manifest.files) ? manifest : nil
    }

    /// A JSON string. Paths have no control characters and no backslashes (see ``PublishingError/PathProblem``).
    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }
}
