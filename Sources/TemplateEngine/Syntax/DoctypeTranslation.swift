/// The document types that templates of the first Thymeleaf versions declare, and what they stand for.
enum DoctypeTranslation {
    private static let standards: [String: (name: String, path: String)] = [
        "xhtml1-strict": ("XHTML 1.0 Strict", "xhtml1/DTD/xhtml1-strict.dtd"),
        "xhtml1-transitional": ("XHTML 1.0 Transitional", "xhtml1/DTD/xhtml1-transitional.dtd"),
        "xhtml1-frameset": ("XHTML 1.0 Frameset", "xhtml1/DTD/xhtml1-frameset.dtd"),
        "xhtml11": ("XHTML 1.1", "xhtml11/DTD/xhtml11.dtd"),
    ]

    /// The declaration that is written in place of one of Thymeleaf's own; nil for all others.
    static func translation(of declaration: String) -> String? {
        let pattern =
            /<!(doctype)\s+(\S+)\s+SYSTEM\s+["']http:\/\/www\.thymeleaf\.org\/dtd\/([a-z0-9-]+?)-thymeleaf(?:-spring\d)?-\d\.dtd["']\s*>/
            .ignoresCase()
        guard let match = declaration.wholeMatch(of: pattern), let standard = standards[String(match.3)] else {
            return nil
        }
        return #"<!\#(match.1) \#(match.2) PUBLIC "-//W3C//DTD \#(standard.name)//EN" "#
            + #""http://www.w3.org/TR/\#(standard.path)">"#
    }
}
