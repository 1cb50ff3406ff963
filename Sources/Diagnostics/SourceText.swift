/// A text file as its lines, so that a problem can show the line it is on.
public struct SourceText: Sendable {
    /// What ends a line.
    public enum LineBreaks: Sendable {
        /// Line feed, carriage return, and both together.
        case plain
        /// Those of YAML 1.1, which counts U+0085, U+2028 and U+2029 as well.
        case yaml
    }

    /// The file's path as the user knows it.
    public let file: String
    /// The text without byte order mark.
    public let text: String
    /// The lines without their ends; one empty line for an empty text.
    public let lines: [String]

    /// Splits a text into lines.
    public init(file: String, text: String, lineBreaks: LineBreaks = .plain) {
        self.file = file
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        lines = Self.split(self.text, lineBreaks)
    }

    /// Reads UTF-8, with or without byte order mark.
    /// - Throws: ``DiagnosticsError`` with one `…not-utf8` diagnostic at the first wrong byte.
    public init(
        file: String,
        bytes: [UInt8],
        lineBreaks: LineBreaks = .plain,
        domain: String
    ) throws(DiagnosticsError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DiagnosticsError([EncodingProblem(file: file, bytes: bytes).diagnostic(domain: domain)])
        }
        self.init(file: file, text: text, lineBreaks: lineBreaks)
    }

    /// A line by its number from 1; nil when there is no such line.
    public func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// A diagnostic that shows the line it is on.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error,
        code: String,
        line number: Int,
        column: Int,
        length: Int = 1,
        _ message: LocalizedText,
        help: [LocalizedText] = []
    ) -> Diagnostic {
        Diagnostic(
            severity,
            code: code,
            at: SourceLocation(file: file, line: number, column: column),
            message,
            excerpt: line(number),
            length: length,
            help: help
        )
    }

    private static func split(_ text: String, _ lineBreaks: LineBreaks) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", afterReturn {
                afterReturn = false
            } else if isBreak(scalar, lineBreaks) {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                afterReturn = scalar == "\r"
            } else {
                line.append(scalar)
                afterReturn = false
            }
        }
        return lines + [String(line)]
    }

    private static func isBreak(_ scalar: Unicode.Scalar, _ lineBreaks: LineBreaks) -> Bool {
        switch scalar {
        case "\n", "\r": true
        case "\u{85}", "\u{2028}", "\u{2029}": lineBreaks == .yaml
        default: false
        }
    }
}
