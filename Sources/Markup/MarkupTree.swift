import CLibXML2

/// A node of a parsed HTML page or XML part, as a value: an element or words.
public struct MarkupNode: Sendable {
    /// The element's local name in lower case for HTML, as written for XML; nil for words.
    public var name: String?
    /// The attributes, by their local names.
    public var attributes: [String: String]
    /// What the element holds.
    public var children: [MarkupNode]
    /// The words of a text node.
    public var text: String

    /// Creates a node from its parts.
    public init(name: String?, attributes: [String: String] = [:], children: [MarkupNode] = [], text: String = "") {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
    }
}

/// Parses HTML pages and XML parts of other people's documents into values, with libxml2.
public enum MarkupTree {
    /// Parses an HTML page the way browsers do, errors and all (`htmlReadMemory`); nil when there is nothing to parse.
    public static func html(_ text: String) -> MarkupNode? {
        parse(text) { bytes, count in
            let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            return htmlReadMemory(bytes, count, nil, "UTF-8", Int32(bitPattern: options | HTML_PARSE_NONET.rawValue))
        }
    }

    /// Parses a well-formed XML part (`xmlReadMemory`), without network, external entities or limits switched off; nil
    /// when it is not well-formed.
    public static func xml(_ text: String) -> MarkupNode? {
        parse(text) { bytes, count in
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            return xmlReadMemory(bytes, count, nil, "UTF-8", Int32(bitPattern: options | XML_PARSE_COMPACT.rawValue))
        }
    }

    private static func parse(
        _ text: String,
        _ read: (UnsafePointer<CChar>, Int32) -> xmlDocPtr?
    ) -> MarkupNode? {
        MarkupParser.initialize()
        var text = text
        return text.withUTF8 { buffer -> MarkupNode? in
            guard let base = buffer.baseAddress, buffer.count < Int32.max else { return nil }
            let document = base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                read($0, Int32(buffer.count))
            }
            guard let document else { return nil }
            defer { xmlFreeDoc(document) }
            return xmlDocGetRootElement(document).flatMap { node($0, depth: 0) }
        }
    }

    /// Deeper elements are left out; no document nests like that.
    private static let deepest = 400

    private static func node(_ pointer: xmlNodePtr, depth: Int) -> MarkupNode? {
        switch pointer.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            return MarkupNode(name: nil, text: string(pointer.pointee.content))
        case XML_ELEMENT_NODE where depth < deepest:
            return MarkupNode(
                name: string(pointer.pointee.name),
                attributes: attributes(pointer),
                children: children(pointer, depth: depth)
            )
        default: return nil
        }
    }

    private static func children(_ pointer: xmlNodePtr, depth: Int) -> [MarkupNode] {
        var result: [MarkupNode] = []
        var child = pointer.pointee.children
        while let current = child {
            if let node = node(current, depth: depth + 1) { result.append(node) }
            child = current.pointee.next
        }
        return result
    }

    private static func attributes(_ pointer: xmlNodePtr) -> [String: String] {
        var result: [String: String] = [:]
        var attribute = pointer.pointee.properties
        while let current = attribute {
            result[string(current.pointee.name)] = current.pointee.children.map { string($0.pointee.content) } ?? ""
            attribute = current.pointee.next
        }
        return result
    }

    private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}
