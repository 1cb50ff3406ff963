import CLibXML2

/// The named characters of HTML.
public enum HTMLEntity {
    /// The character that `&name;` stands for, sometimes two scalars; nil when there is no such name.
    public static func scalars(named name: String) -> [Unicode.Scalar]? {
        MarkupParser.initialize()
        let entry = name.withCString { text in
            text.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) { htmlEntityLookup($0) }
        }
        guard let entry else { return HTMLNamedCharacters.scalars[name[...]] }
        return Unicode.Scalar(entry.pointee.value).map { [$0] }
    }
}
