/// How text lies in the cells of a terminal.
public enum TerminalText {
    /// Terminal cells: two for East Asian wide and full-width characters, one for the rest.
    public static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// The cells of one scalar.
    public static func width(_ scalar: Unicode.Scalar) -> Int { isWide(scalar) ? 2 : 1 }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
            true
        case 0x2018...0x201D, 0x2014, 0x2026: true
        default: false
        }
    }
}
