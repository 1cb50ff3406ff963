import CLibXML2

/// The start tags of a document as libxml2's SAX2 interface reports them.
enum LibXMLTags {
    /// All start tags in their order; nil when the document is not well-formed.
    static func read(_ bytes: [UInt8]) -> [ScannerReferenceTests.Tag]? {
        let reader = Reader()
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.serror = { _, _ in }
        handler.startElementNs = { data, name, prefix, _, namespaceCount, namespaces, count, _, attributes in
            guard let data, let name else { return }
            Unmanaged<Reader>.fromOpaque(data).takeUnretainedValue()
                .start(
                    LibXMLTags.name(prefix, name),
                    LibXMLTags.namespaces(namespaces, Int(namespaceCount)),
                    LibXMLTags.attributes(attributes, Int(count))
                )
        }
        return bytes.withUnsafeBytes { buffer in
            let text = buffer.assumingMemoryBound(to: CChar.self)
            let own = Unmanaged.passUnretained(reader).toOpaque()
            guard let parser = xmlCreatePushParserCtxt(&handler, own, nil, 0, nil) else { return nil }
            defer { xmlFreeParserCtxt(parser) }
            reader.parser = parser
            xmlParseChunk(parser, text.baseAddress, Int32(text.count), 1)
            return parser.pointee.wellFormed == 1 ? reader.tags : nil
        }
    }

    private final class Reader {
        var parser: xmlParserCtxtPtr?
        var tags: [ScannerReferenceTests.Tag] = []

        /// libxml2 gives namespaces and attributes apart; in the source they are mixed, so both are sorted by name.
        func start(_ name: String, _ namespaces: [[String]], _ attributes: [[String]]) {
            let sorted = (namespaces + attributes).sorted { $0[0] < $1[0] }
            tags.append(.init(name: name, attributes: sorted, end: Int(xmlByteConsumed(parser))))
        }
    }

    private static func name(_ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>) -> String {
        (prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: local)
    }

    private static func namespaces(
        _ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        _ count: Int
    ) -> [[String]] {
        (0..<count).map { index in
            let prefix = parts?[2 * index].map { "xmlns:" + String(cString: $0) } ?? "xmlns"
            return [prefix, parts?[2 * index + 1].map { String(cString: $0) } ?? ""]
        }
    }

    /// Each attribute is five pointers: local name, prefix, namespace, and where its value begins and ends.
    private static func attributes(
        _ parts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        _ count: Int
    ) -> [[String]] {
        (0..<count).compactMap { index in
            guard let local = parts?[5 * index], let start = parts?[5 * index + 3], let end = parts?[5 * index + 4]
            else { return nil }
            let value = UnsafeBufferPointer(start: start, count: end - start)
            // libxml2 leaves `&amp;` in the form `&#38;` for a tree builder to resolve.
            let text = String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
            return [name(parts?[5 * index + 1], local), text]
        }
    }
}
