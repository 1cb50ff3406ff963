import CLibXML2

/// libxml2 as a whole.
public enum MarkupParser {
    /// Prepares libxml2 (`xmlInitParser`), once however often and from whichever threads it is called.
    public static func initialize() { _ = once }

    private static let once: Void = xmlInitParser()
}
