public import Foundation

/// Turns the bytes of a text file into characters: UTF-8, UTF-16 or GB18030, with or without a byte order mark.
public enum TextDecoder {
    /// The encodings that official texts come in.
    public enum Encoding: String, Sendable, CaseIterable {
        /// UTF-8.
        case utf8 = "UTF-8"
        /// UTF-16, recognised by its byte order mark.
        case utf16 = "UTF-16"
        /// GB 18030, which includes GBK and GB 2312.
        case gb18030 = "GB18030"
    }

    /// What was read.
    public struct Result: Sendable {
        /// The characters, without a byte order mark.
        public var text: String
        /// The encoding that was found.
        public var encoding: Encoding
        /// Whether some bytes belong to no character; they are shown as U+FFFD.
        public var hasInvalidBytes: Bool
    }

    /// Decodes a file: by its byte order mark, else as UTF-8 where that is valid, else as GB18030.
    ///
    /// Bytes that fit neither are decoded as GB18030, line by line, with U+FFFD in place of what cannot be read.
    public static func decode(_ data: Data) -> Result {
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(data.dropFirst(3)) }
        if data.starts(with: [0x84, 0x31, 0x95, 0x33]) { return gb18030(data.dropFirst(4)) }
        if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) { return utf16(data) }
        if let text = String(validating: data, as: UTF8.self) {
            return Result(text: text, encoding: .utf8, hasInvalidBytes: false)
        }
        let result = gb18030(data)
        guard result.hasInvalidBytes else { return result }
        let other = utf8(data)
        return replacements(other.text) < replacements(result.text) ? other : result
    }

    private static func utf8(_ data: Data) -> Result {
        let valid = String(validating: data, as: UTF8.self)
        return Result(
            text: valid ?? String(decoding: data, as: UTF8.self),
            encoding: .utf8,
            hasInvalidBytes: valid == nil
        )
    }

    private static func utf16(_ data: Data) -> Result {
        let littleEndian = data.first == 0xFF
        let bytes = Array(data.dropFirst(2))
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let low = UInt16(bytes[littleEndian ? index : index + 1])
            let high = UInt16(bytes[littleEndian ? index + 1 : index])
            return high << 8 | low
        }
        let text = String(decoding: units, as: UTF16.self)
        return Result(
            text: text,
            encoding: .utf16,
            hasInvalidBytes: bytes.count % 2 != 0 || text.unicodeScalars.contains("\u{FFFD}")
        )
    }

    private static func gb18030(_ data: Data) -> Result {
        if let text = foundationGB18030(data) {
            return Result(text: text, encoding: .gb18030, hasInvalidBytes: false)
        }
        // A line feed is never part of a GB18030 character, so damage stays within its line.
        let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
        let texts = lines.map { foundationGB18030($0) ?? salvagedGB18030(Array($0)) }
        return Result(text: texts.joined(separator: "\n"), encoding: .gb18030, hasInvalidBytes: true)
    }

    private static func foundationGB18030(_ data: Data) -> String? {
        // kCFStringEncodingGB_18030_2000 as a Foundation encoding.
        data.isEmpty ? "" : String(data: Data(data), encoding: String.Encoding(rawValue: 0x8000_0632))
    }

    private static func salvagedGB18030(_ bytes: [UInt8]) -> String {
        var text = ""
        var index = 0
        while index < bytes.count {
            let lengths = bytes[index] < 0x80 ? [1] : [2, 4]
            let candidates = lengths.lazy.filter { index + $0 <= bytes.count }
            let decoded = candidates.compactMap { length in
                foundationGB18030(Data(bytes[index..<index + length])).map { (length, $0) }
            }
            let (length, character) = decoded.first ?? (1, "\u{FFFD}")
            text += character
            index += length
        }
        return text
    }

    private static func replacements(_ text: String) -> Int { text.unicodeScalars.count { $0 == "\u{FFFD}" } }
}

extension String {
    /// Decodes a collection of code units; nil when it is not valid.
    fileprivate init?(validating data: Data, as encoding: UTF8.Type) {
        guard let text = String(bytes: data, encoding: .utf8) else { return nil }
        self = text
    }
}
