import CLibXML2
public import Diagnostics

/// Documents in canonical form: equal documents have equal bytes.
public enum Canonical {
    /// The canonical form of an XML document, without comments (Canonical XML 1.0, `xmlC14NDocDumpMemory`).
    ///
    /// - Throws: ``DiagnosticsError`` where the document is not well-formed.
    public static func xml(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [UInt8] {
        let document = try XMLDocument(bytes, file: file)
        var memory: UnsafeMutablePointer<xmlChar>?
        let count = xmlC14NDocDumpMemory(document.pointer, nil, Int32(XML_C14N_1_0.rawValue), nil, 0, &memory)
        defer { if let memory { planreport_xmlFree(memory) } }
        guard count >= 0, let memory else {
            throw DiagnosticsError([
                Diagnostic(
                    code: "xml.canonical",
                    at: SourceLocation(file: file),
                    .init(en: "the document has no canonical form", zh: "无法生成文档的规范形式")
                )
            ])
        }
        return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
    }
}
