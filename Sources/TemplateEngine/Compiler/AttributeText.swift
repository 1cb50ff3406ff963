import Diagnostics
import Markup

/// The value of a template attribute, or the inside of `[[…]]`: entities resolved, places kept.
enum AttributeText {
    /// The scalars of a range of the source, with entity references resolved.
    static func chars(_ source: SourceText, _ range: Range<Int>, mode: TemplateMode) -> Chars {
        var chars = Chars()
        var index = range.lowerBound
        while index < range.upperBound {
            if source.bytes[index] == 0x26, let (scalars, length) = reference(source, index, range.upperBound, mode) {
                for scalar in scalars { chars.append(scalar, at: index) }
                index += length
            } else {
                let (scalar, width) = scalar(source.bytes, index)
                chars.append(scalar, at: index)
                index += width
            }
        }
        return chars
    }

    private static func scalar(_ bytes: [UInt8], _ index: Int) -> (UInt32, Int) {
        let lead = bytes[index]
        let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard width > 1, index + width <= bytes.count else { return (UInt32(lead), 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (value, width)
    }

    private static func reference(
        _ source: SourceText,
        _ start: Int,
        _ end: Int,
        _ mode: TemplateMode
    ) -> ([UInt32], Int)? {
        let limit = min(end, start + 40)
        guard let stop = source.bytes[start..<limit].firstIndex(of: 0x3B), stop > start + 1 else { return nil }
        let name = source.string((start + 1)..<stop)
        let length = stop - start + 1
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, Unicode.Scalar(value) != nil else { return nil }
            return ([value], length)
        }
        switch name {
        case "lt": return ([0x3C], length)
        case "gt": return ([0x3E], length)
        case "amp": return ([0x26], length)
        case "quot": return ([0x22], length)
        case "apos": return ([0x27], length)
        default:
            guard mode == .html, let scalars = HTMLEntity.scalars(named: name) else { return nil }
            return (scalars.map(\.value), length)
        }
    }
}
