import Crypto

extension Anchor {
    /// The digest that anchors carry of the lines they point at: the first 16 hexadecimal digits of the SHA-256 of the
    /// lines joined by line feeds.
    ///
    /// - Parameter text: The lines, without a line feed at the end.
    /// - Returns: 16 digits, lower case.
    public static func digest(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).prefix(8)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
    }
}
