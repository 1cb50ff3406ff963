import Foundation

/// Finds the plain number that somebody meant with `1,234`, `５２.６６` or `52.66%`.
public enum NumberHint {
    /// The number as it should be written; nil when it is not clear what was meant.
    public static func corrected(_ text: String) -> String? {
        guard hasThousandsOnly(text) else { return nil }
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", ".", "-": plain.unicodeScalars.append(scalar)
            case "\u{FF10}"..."\u{FF19}":
                plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
            case "．", "。": plain.append(".")
            case "－", "−": plain.append("-")
            case ",", "，", " ", "\u{A0}", "\u{3000}", "%", "％", "+", "_", "'": continue
            default: return nil
            }
        }
        return Decimal(plain: plain) == nil || plain == text ? nil : plain
    }

    /// Whether every comma separates three digits; `1,5` may mean 1.5 and is left to its author.
    private static func hasThousandsOnly(_ text: String) -> Bool {
        let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
        return groups.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    }
}
