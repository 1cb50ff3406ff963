import CLibXML2
import Diagnostics

/// Collects what libxml2 reports while one call runs.
final class XMLProblems {
    private(set) var diagnostics: [Diagnostic] = []
    private let file: String
    private let lines: [Substring]
    private let code: String

    init(code: String, file: String, bytes: [UInt8]) {
        self.code = code
        self.file = file
        lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Notes a report of libxml2 (`xmlError`).
    func add(_ error: UnsafePointer<xmlError>) {
        let raw = error.pointee.message.map { String(cString: $0) } ?? ""
        let text = raw.split(separator: "\n").joined(separator: " ")
        let line = max(1, Int(error.pointee.line))
        let column =
            error.pointee.domain == Int32(XML_FROM_PARSER.rawValue) ? max(1, Int(error.pointee.int2)) : indent(line)
        diagnostics.append(
            Diagnostic(
                error.pointee.level == XML_ERR_WARNING ? .warning : .error,
                code: code,
                at: SourceLocation(file: file, line: line, column: column),
                LocalizedText(en: text, zh: "XML 不符合要求：\(text)"),
                excerpt: line <= lines.count ? String(lines[line - 1]) : nil
            )
        )
    }

    /// Where a line's content begins: schema problems have a line only.
    private func indent(_ line: Int) -> Int {
        guard line <= lines.count else { return 1 }
        return lines[line - 1].prefix { $0 == " " || $0 == "\t" }.count + 1
    }

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// The C function that libxml2 calls with its reports; its data is an ``XMLProblems``.
    static let handler: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        Unmanaged<XMLProblems>.fromOpaque(data).takeUnretainedValue().add(error)
    }

    /// Runs a closure with libxml2's reports of this thread collected here (`xmlSetStructuredErrorFunc`).
    func collecting<Result>(_ body: () -> Result) -> Result {
        xmlSetStructuredErrorFunc(pointer, Self.handler)
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        return body()
    }
}

/// A parsed document (`xmlDoc`), freed when it goes.
struct XMLDocument: ~Copyable {
    let pointer: xmlDocPtr

    /// Parses without network, external entities, DTD loading or entity expansion (`xmlReadMemory`).
    init(_ bytes: [UInt8], file: String) throws(DiagnosticsError) {
        MarkupParser.initialize()
        let problems = XMLProblems(code: "xml.not-well-formed", file: file, bytes: bytes)
        if let declaration = Self.entityDeclaration(bytes, file) { throw DiagnosticsError([declaration]) }
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
        let document = problems.collecting {
            bytes.withUnsafeBytes { buffer in
                xmlReadMemory(
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(clamping: buffer.count),
                    nil,
                    nil,
                    options
                )
            }
        }
        guard let document else {
            if problems.diagnostics.isEmpty {
                throw DiagnosticsError([
                    Diagnostic(
                        code: "xml.not-well-formed",
                        at: SourceLocation(file: file),
                        .init(en: "the document is not well-formed XML", zh: "文档不是格式良好的 XML")
                    )
                ])
            }
            throw DiagnosticsError(problems.diagnostics)
        }
        pointer = document
    }

    deinit { xmlFreeDoc(pointer) }

    /// Declared entities could be expanded without end or read files.
    private static func entityDeclaration(_ bytes: [UInt8], _ file: String) -> Diagnostic? {
        let needle = Array("<!ENTITY".utf8)
        var index = 0
        while index + needle.count <= bytes.count {
            if bytes[index] == 0x3C, Array(bytes[index..<(index + needle.count)]) == needle {
                let before = bytes[..<index]
                let line = before.count { $0 == 0x0A } + 1
                let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
                return Diagnostic(
                    code: "xml.entity-declaration",
                    at: SourceLocation(
                        file: file,
                        line: line,
                        column: String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.count + 1
                    ),
                    .init(en: "an XML document must not declare entities", zh: "XML 文档不得声明实体"),
                    length: needle.count,
                    help: [.init(en: "write the text itself", zh: "请直接写出文本")]
                )
            }
            index += 1
        }
        return nil
    }
}
