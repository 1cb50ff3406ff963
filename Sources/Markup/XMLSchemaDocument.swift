import CLibXML2
public import Diagnostics

/// A compiled XML schema; may be used from several threads.
public final class XMLSchemaDocument: @unchecked Sendable {
    private let schema: xmlSchemaPtr
    /// The schema's own text, into which the compiled schema may point.
    private let document: XMLDocument

    /// Compiles a schema (`xmlSchemaParse`).
    ///
    /// - Throws: ``DiagnosticsError`` with what is wrong in the schema.
    public init(bytes: [UInt8], file: String) throws(DiagnosticsError) {
        let text = try XMLDocument(bytes, file: file)
        let problems = XMLProblems(code: "xml.schema", file: file, bytes: bytes)
        let compiled = problems.collecting { () -> xmlSchemaPtr? in
            guard let parser = xmlSchemaNewDocParserCtxt(text.pointer) else { return nil }
            defer { xmlSchemaFreeParserCtxt(parser) }
            xmlSchemaSetParserStructuredErrors(parser, XMLProblems.handler, problems.pointer)
            return xmlSchemaParse(parser)
        }
        guard let compiled else {
            let unknown = Diagnostic(
                code: "xml.schema",
                at: SourceLocation(file: file),
                .init(en: "the schema cannot be compiled", zh: "无法编译该 XML 模式")
            )
            throw DiagnosticsError(problems.diagnostics.isEmpty ? [unknown] : problems.diagnostics)
        }
        schema = compiled
        document = text
    }

    deinit { xmlSchemaFree(schema) }

    /// Everything in a document that the schema does not allow (`xmlSchemaValidateDoc`); nothing when it is valid.
    public func validate(_ xml: [UInt8], file: String) -> [Diagnostic] {
        let document: XMLDocument
        do {
            document = try XMLDocument(xml, file: file)
        } catch {
            return error.diagnostics
        }
        let problems = XMLProblems(code: "xml.invalid", file: file, bytes: xml)
        guard let validator = xmlSchemaNewValidCtxt(schema) else { return [invalid(file)] }
        defer { xmlSchemaFreeValidCtxt(validator) }
        xmlSchemaSetValidStructuredErrors(validator, XMLProblems.handler, problems.pointer)
        let status = xmlSchemaValidateDoc(validator, document.pointer)
        if status != 0, problems.diagnostics.isEmpty {
            return [invalid(file)]
        }
        return problems.diagnostics
    }

    private func invalid(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "xml.invalid",
            at: SourceLocation(file: file),
            .init(en: "the document does not follow its schema", zh: "文档不符合 XML 模式")
        )
    }
}
