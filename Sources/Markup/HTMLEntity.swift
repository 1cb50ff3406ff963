import CLibXML2

/// The named characters of HTML.
public enum HTMLEntity {
    /// The character that `&name;` stands for (libxml2's `htmlEntityLookup`).
    public static func scalar(named name: String) -> Unicode.Scalar? {
        MarkupParser.initialize()
        guard
            let entry = name.withCString({ text in
                text.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) { htmlEntityLookup($0) }
            })
        else { return nil }
        return Unicode.Scalar(entry.pointee.value)
    }
}
