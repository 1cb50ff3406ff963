import Foundation
import PlanModel

/// A statement about a figure inside human text: `{{claim: smart-campus-share > 90}}` or `{{claim: smart-campus-share is achieved}}`.
///
/// It is checked against the figures and never printed.
struct Claim: Hashable, Sendable {
    /// How a figure is compared.
    enum Relation: String, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case more = ">"
        case less = "<"
        case equal = "="
        case verdict = "is"

        /// Whether the relation holds between a figure and a number.
        func holds(_ figure: Decimal, _ number: Decimal) -> Bool {
            switch self {
            case .atLeast: figure >= number
            case .atMost: figure <= number
            case .more: figure > number
            case .less: figure < number
            case .equal: figure == number
            case .verdict: false
            }
        }
    }

    /// The whole marker, braces included.
    let text: String
    /// What it is about, as written.
    let item: String
    let relation: Relation
    /// The number or the verdict.
    let value: String
}

extension Claim {
    /// The markers of a text, in order; nil stands for one that cannot be read.
    static func all(in text: String) -> [(marker: String, claim: Claim?)] {
        markers(in: text).map { range in
            let marker = String(text[range])
            return (marker, parse(marker))
        }
    }

    /// The text without its markers, as it is printed.
    static func removed(from text: String) -> String {
        var rest = text
        for range in markers(in: text).reversed() { rest.removeSubrange(range) }
        return rest
    }

    private static func markers(in text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var start = text.startIndex
        while let open = text[start...].firstRange(of: "{{claim:") {
            let end = text[open.upperBound...].firstRange(of: "}}")?.upperBound ?? text.endIndex
            ranges.append(open.lowerBound..<end)
            start = end
        }
        return ranges
    }

    private static func parse(_ marker: String) -> Claim? {
        guard marker.hasSuffix("}}") else { return nil }
        let body = marker.dropFirst("{{claim:".count).dropLast(2)
        let words = body.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 3, let relation = Relation(rawValue: normal(words[1])) else { return nil }
        let isNumber = Decimal(plain: words[2]) != nil
        guard isNumber != (relation == .verdict) else { return nil }
        return Claim(text: marker, item: words[0], relation: relation, value: words[2])
    }

    private static func normal(_ relation: String) -> String {
        switch relation {
        case "≥": ">="
        case "≤": "<="
        case "＞": ">"
        case "＜": "<"
        default: relation
        }
    }
}
