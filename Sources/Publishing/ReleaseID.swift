#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The name of a release: when it was published (UTC, ISO 8601 basic format) and what is in it, such as
/// `20250701T013000Z-3fa9c2d1`.
///
/// Names sort in the order of publication.
public struct ReleaseID: Hashable, Sendable {
    /// The name as it stands on disk.
    public let rawValue: String

    /// An id from its text; nil when the text is not one.
    public init?(_ text: String) {
        guard Self.isValid(Array(text.utf8)) else { return nil }
        rawValue = text
    }

    /// The id of a release published at a moment, in seconds since 1970 (UTC), with a digest in hexadecimal.
    init(secondsSince1970 seconds: Int64, digest: String) {
        rawValue = Self.timestamp(seconds) + "-" + digest.prefix(Self.digestLength)
    }

    private static let digestLength = 8

    private static func isValid(_ text: [UInt8]) -> Bool {
        let form = "ddddddddTddddddZ-xxxxxxxx".utf8
        return text.count == form.count && zip(text, form).allSatisfy(admits)
    }

    /// Whether a byte may stand where the form has `place`: `d` is a digit, `x` a hexadecimal one, the rest itself.
    private static func admits(_ byte: UInt8, place: UInt8) -> Bool {
        let isDigit = (0x30...0x39).contains(byte)
        return switch place {
        case UInt8(ascii: "d"): isDigit
        case UInt8(ascii: "x"): isDigit || (0x61...0x66).contains(byte)
        default: byte == place
        }
    }

    private static func timestamp(_ seconds: Int64) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let date = padded(parts.tm_year + 1900, 4) + padded(parts.tm_mon + 1, 2) + padded(parts.tm_mday, 2)
        return date + "T" + padded(parts.tm_hour, 2) + padded(parts.tm_min, 2) + padded(parts.tm_sec, 2) + "Z"
    }

    private static func padded(_ number: CInt, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension ReleaseID: Comparable {
    /// Orders by the time of publication.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.rawValue.utf8.lexicographicallyPrecedes(rhs.rawValue.utf8)
    }
}

extension ReleaseID: CustomStringConvertible {
    /// The name as it stands on disk.
    public var description: String { rawValue }
}
