public import Diagnostics
import PlanModel

/// `source.txt`: the official text that anchors point into.
public struct OfficialText: Sendable {
    /// The file's path as the user knows it.
    public let file: String
    /// The lines, without their line feeds.
    public let lines: [String]
    /// The bytes of each line without white space.
    private let squeezedLines: [[UInt8]]

    /// Reads the text.
    /// - Throws: ``DiagnosticsError`` when it is not UTF-8.
    public init(file: String, bytes: [UInt8]) throws(DiagnosticsError) {
        // Checks the encoding only: lines end with line feeds here and nothing else, because digests depend on it.
        _ = try SourceText(file: file, bytes: bytes, domain: "plan")
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        self.file = file
        self.lines = lines.map { String(decoding: $0, as: UTF8.self) }
        squeezedLines = self.lines.map { Self.squeeze($0) }
    }

    /// The bytes of a text without its white space.
    static func squeeze(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return bytes
    }

    /// Whether lines, counted from 1, exist.
    public func contains(_ range: ClosedRange<Int>) -> Bool {
        range.lowerBound >= 1 && range.upperBound <= lines.count
    }

    /// The digest of lines, as anchors carry it; nil when there are no such lines.
    public func digest(of range: ClosedRange<Int>) -> String? {
        guard contains(range) else { return nil }
        return Anchor.digest(of: lines[(range.lowerBound - 1)...(range.upperBound - 1)].joined(separator: "\n"))
    }

    /// Lines without their white space.
    func squeezed(_ range: ClosedRange<Int>) -> [UInt8] {
        squeezedLines[(range.lowerBound - 1)...(range.upperBound - 1)].flatMap { $0 }
    }

    /// The lines a text without white space stands in; nil when it stands nowhere.
    func lines(of needle: [UInt8]) -> ClosedRange<Int>? {
        let whole = squeezedLines.flatMap { $0 }
        guard let start = Self.find(needle, in: whole) else { return nil }
        return line(at: start)...line(at: start + needle.count - 1)
    }

    private func line(at offset: Int) -> Int {
        var end = 0
        for (index, line) in squeezedLines.enumerated() {
            end += line.count
            if offset < end { return index + 1 }
        }
        return lines.count
    }

    /// The first place of `needle` in `bytes`.
    static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = needle.first, needle.count <= bytes.count else { return needle.isEmpty ? 0 : nil }
        return bytes.withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                (0...(bytes.count - needle.count)).first { start in
                    bytes[start] == first && needle.indices.allSatisfy { bytes[start + $0] == needle[$0] }
                }
            }
        }
    }
}
