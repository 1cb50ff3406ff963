/// The document types that templates of the first Thymeleaf versions declare, and what they stand for.
enum DoctypeTranslation {
    private static let standards: [String: (name: String, path: String)] = [
        "xhtml1-strict": ("XHTML 1.0 Strict", "xhtml1/DTD/xhtml1-strict.dtd"),
        "xhtml1-transitional": ("XHTML 1.0 Transitional", "xhtml1/DTD/xhtml1-transitional.dtd"),
        "xhtml1-frameset": ("XHTML 1.0 Frameset", "xhtml1/DTD/xhtml1-frameset.dtd"),
        "xhtml11": ("XHTML 1.1", "xhtml11/DTD/xhtml11.dtd"),
    ]

    private static let address = "http://www.thymeleaf.org/dtd/"

    /// The declaration that is written in place of one of Thymeleaf's own, such as
    /// `<!DOCTYPE html SYSTEM "http://www.thymeleaf.org/dtd/xhtml1-strict-thymeleaf-3.dtd">`; nil for all others.
    static func translation(of declaration: String) -> String? {
        let words = declaration.split(whereSeparator: \.isWhitespace)
        guard words.count >= 4, words[2].uppercased() == "SYSTEM", words.dropFirst(4).allSatisfy({ $0 == ">" }) else {
            return nil
        }
        let quoted = words[3].split(separator: ">").first ?? ""
        let system = quoted.trimmingPrefix { $0 == "\"" || $0 == "'" }.prefix { $0 != "\"" && $0 != "'" }
        guard system.hasPrefix(address), system.hasSuffix(".dtd"), let mark = system.firstRange(of: "-thymeleaf-"),
            let standard = standards[String(system[..<mark.lowerBound].dropFirst(address.count))]
        else { return nil }
        return #"\#(words[0]) \#(words[1]) PUBLIC "-//W3C//DTD \#(standard.name)//EN" "#
            + #""http://www.w3.org/TR/\#(standard.path)">"#
    }
}
