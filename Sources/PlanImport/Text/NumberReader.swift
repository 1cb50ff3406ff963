import Foundation
import PlanModel

/// Reads plain numbers in compact words.
enum NumberReader {
    /// A number and where it ends.
    struct Found {
        var value: Decimal
        var end: Int
    }

    /// The decimal number, with thousands separators or without, that begins at an index.
    static func decimal(in text: ArraySlice<Unicode.Scalar>, at start: Int) -> Found? {
        var digits = ""
        var index = start
        var hasPoint = false
        while index < text.endIndex, digits.utf8.count <= 20 {
            let scalar = text[index]
            if scalar.isDigit {
                digits.unicodeScalars.append(scalar)
            } else if scalar == ".", !hasPoint, index + 1 < text.endIndex, text[index + 1].isDigit, !digits.isEmpty {
                hasPoint = true
                digits += "."
            } else if scalar == ",", !hasPoint, isThousands(text, index), !digits.isEmpty {
                index += 1
                continue
            } else {
                break
            }
            index += 1
        }
        let trimmed = digits.drop { $0 == "0" }
        let plain = trimmed.isEmpty || trimmed.first == "." ? "0" + trimmed : String(trimmed)
        guard !digits.isEmpty, let value = Decimal(plain: plain) else { return nil }
        return Found(value: value, end: index)
    }

    private static func isThousands(_ text: ArraySlice<Unicode.Scalar>, _ comma: Int) -> Bool {
        let after = text[(comma + 1)...].prefix(4)
        return after.count >= 3 && after.prefix(3).allSatisfy(\.isDigit)
            && (after.count < 4 || after.last?.isDigit == false)
    }
}
