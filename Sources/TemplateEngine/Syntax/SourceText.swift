import Diagnostics

/// The text of a template or data file, which knows lines and columns.
final class SourceText: Sendable {
    /// The name that other templates know it by.
    let name: String
    /// The path for diagnostics.
    let file: String
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(name: String, file: String, bytes: [UInt8]) {
        self.name = name
        self.file = file
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        lineStarts = starts
    }

    /// The text of a range of bytes.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The line and column of a byte.
    func location(of offset: Int) -> SourceLocation {
        let line = lineIndex(offset)
        let column = string(lineStarts[line]..<min(max(offset, lineStarts[line]), bytes.count)).unicodeScalars.count + 1
        return SourceLocation(file: file, line: line + 1, column: column)
    }

    /// The line a byte is on, without its end.
    func line(of offset: Int) -> String {
        let line = lineIndex(offset)
        var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
        if end > lineStarts[line], bytes[end - 1] == 0x0D { end -= 1 }
        return string(lineStarts[line]..<end)
    }

    private func lineIndex(_ offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// A diagnostic that points at `length` scalars from a byte on.
    func diagnostic(
        _ code: String,
        severity: Diagnostic.Severity = .error,
        at offset: Int,
        length: Int,
        _ message: LocalizedText,
        help: [LocalizedText] = []
    ) -> Diagnostic {
        Diagnostic(
            severity,
            code: code,
            at: location(of: offset),
            message,
            excerpt: line(of: offset),
            length: length,
            help: help
        )
    }
}
