import Foundation

/// Finds the plain number that somebody meant with `1,234`, `５２.６６` or `52.66%`.
public enum NumberHint {
    /// The number as it should be written; nil when it is not clear what was meant.
    public static func corrected(_ text: String) -> String? {
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
}
