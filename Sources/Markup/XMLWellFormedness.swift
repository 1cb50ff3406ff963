import CLibXML2

/// Whether XML is well-formed, told by libxml2's SAX2 interface: no tree is built, and each problem has its byte.
public enum XMLWellFormedness {
    /// Something libxml2 does not accept.
    public struct Problem: Hashable, Sendable {
        /// The byte it is noticed at, counted from 0; of an unknown entity the `&`.
        public var offset: Int
        /// libxml2's own words, in English, without a line break.
        public var message: String
    }

    /// The problems of a document, or of a piece of one, in the order of their places; none when it is well-formed.
    ///
    /// What begins with an XML declaration or has a document type is a document; a piece may have any number of roots
    /// and text beside them. Nothing is loaded from elsewhere and nothing is expanded; prefixes need not be declared.
    public static func problems(_ bytes: some Collection<UInt8>) -> [Problem] {
        MarkupParser.initialize()
        let text = Array(bytes)
        let isDocument = text.starts(with: "<?xml".utf8) || contains("<!DOCTYPE", text)
        let before = isDocument ? [] : Array("<piece>".utf8)
        let after = isDocument ? [] : Array("</piece>".utf8)
        let reports = Reports()
        reports.read(before + text + after)
        return reports.problems.map {
            Problem(offset: min(max(0, $0.offset - before.count), text.count), message: $0.message)
        }
    }

    private static func contains(_ needle: StaticString, _ bytes: [UInt8]) -> Bool {
        let needle = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
        return bytes.indices.contains { bytes[$0...].starts(with: needle) }
    }

    /// Collects the reports of one parser.
    private final class Reports {
        var problems: [Problem] = []

        private var bytes: [UInt8] = []

        func read(_ bytes: [UInt8]) {
            self.bytes = bytes
            var handler = xmlSAXHandler()
            handler.initialized = XML_SAX2_MAGIC
            handler.serror = { data, error in
                guard let data, let error else { return }
                // libxml2 hands over the parser's user data.
                Unmanaged<Reports>.fromOpaque(data).takeUnretainedValue().add(error)
            }
            let own = Unmanaged.passUnretained(self).toOpaque()
            bytes.withUnsafeBytes { buffer in
                let text = buffer.assumingMemoryBound(to: CChar.self)
                guard let parser = xmlCreatePushParserCtxt(&handler, own, nil, 0, nil) else { return }
                defer { xmlFreeParserCtxt(parser) }
                // Recovering goes on after a problem, so that all of them are found.
                xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue))
                xmlParseChunk(parser, text.baseAddress, Int32(clamping: text.count), 1)
            }
        }

        private func add(_ error: UnsafePointer<xmlError>) {
            guard error.pointee.domain == Int32(XML_FROM_PARSER.rawValue), error.pointee.level != XML_ERR_WARNING,
                let parser = error.pointee.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self)
            else { return }
            let words = error.pointee.message.map { String(cString: $0) } ?? ""
            var offset = Int(xmlByteConsumed(parser))
            if error.pointee.code == Int32(XML_ERR_UNDECLARED_ENTITY.rawValue) {
                offset = bytes.prefix(max(0, offset)).lastIndex(of: 0x26) ?? offset
            }
            guard problems.last?.offset != offset else { return }
            problems.append(
                Problem(offset: offset, message: words.split(whereSeparator: \.isNewline).joined(separator: " "))
            )
        }
    }
}
