/// Writing characters so that they stay text where they stand.
enum Escape {
    /// What replaces a byte, or nil where it stays.
    @inline(__always)
    static func replacement(_ byte: UInt8, place: UInt8) -> StaticString? {
        switch byte {
        case 0x26: return "&amp;"
        case 0x3C: return "&lt;"
        case 0x3E: return "&gt;"
        case 0x22: return "&quot;"
        case 0x27: return place & Place.xml != 0 ? "&apos;" : "&#39;"
        case 0x09 where place & (Place.xml | Place.attribute) == Place.xml | Place.attribute: return "&#x9;"
        case 0x0A where place & (Place.xml | Place.attribute) == Place.xml | Place.attribute: return "&#xa;"
        case 0x0D where place & Place.xml != 0: return "&#xd;"
        default: return nil
        }
    }

    /// Characters that XML 1.0 does not allow at all.
    @inline(__always)
    static func isForbidden(_ byte: UInt8, place: UInt8) -> Bool {
        place & Place.xml != 0 && byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    /// The escaped bytes of a text.
    static func string(_ text: String, place: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text.utf8 where !isForbidden(byte, place: place) {
            if let replacement = replacement(byte, place: place) {
                result.append(
                    contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
                )
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// The flags that text must have to be copied as it is.
    @inline(__always)
    static func cleanFlags(_ place: UInt8) -> UInt8 {
        place & Place.xml != 0 ? Value.clean | Value.printable : Value.clean
    }
}
