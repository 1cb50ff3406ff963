/// What a byte of markup may be part of.
extension UInt8 {
    /// White space as XML and HTML have it.
    var isMarkupSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    /// The beginning of an element's name.
    var isMarkupNameStart: Bool {
        (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F || self >= 0x80
    }

    /// A byte of an element's or attribute's name: whatever does not end it.
    var isMarkupNameByte: Bool {
        switch self {
        case 0x22, 0x27, 0x2F, 0x3C, 0x3D, 0x3E: false
        default: !isMarkupSpace
        }
    }
}
