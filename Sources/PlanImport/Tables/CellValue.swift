import Foundation
import PlanModel

/// Reads the value in a cell: `41.17`, `99%以上`, `≥99`, `1.05以内`, `10左右`, `1,234.5`, `[5]`.
struct CellValue: Sendable {
    /// The value.
    var value: Decimal
    /// How the cell itself compares; `=` for a bare number.
    var comparator: PlanModel.Comparator
    /// The unit that stands in the cell, such as `%`.
    var unit: String

    private static let atLeast: [Word] = ["≥", ">=", "＞", ">", "不低于", "不少于", "不小于", "达到", "大于", "超过"]
    private static let atMost: [Word] = ["≤", "<=", "＜", "<", "不高于", "不超过", "不大于", "控制在", "小于", "低于"]
    private static let about: [Word] = ["约", "~", "≈"]
    private static let tails: [(Word, PlanModel.Comparator)] = [
        ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
        ("左右", .about),
    ]

    /// Whether a cell says that there is no value.
    static func isNone(_ cell: [Unicode.Scalar]) -> Bool {
        cell.isEmpty || cell.allSatisfy { "-—–－/／*＊".unicodeScalars.contains($0) } || cell == Word("无").scalars
    }

    /// Reads a compact cell; nil when it holds no plain value.
    static func read(_ cell: [Unicode.Scalar]) -> CellValue? {
        var rest = cell[...]
        let brackets = "[]［］【】〔〕".unicodeScalars
        while let first = rest.first, brackets.contains(first) { rest.removeFirst() }
        while let last = rest.last, brackets.contains(last) { rest.removeLast() }
        var comparator: PlanModel.Comparator?
        for (words, meaning) in [(atLeast, PlanModel.Comparator.atLeast), (atMost, .atMost), (about, .about)] {
            guard let word = words.first(where: { rest.begins(with: $0) }) else { continue }
            comparator = meaning
            rest = rest.dropFirst(word.scalars.count)
            break
        }
        guard let number = NumberReader.decimal(in: rest, at: rest.startIndex) else { return nil }
        rest = rest[number.end...]
        if let tail = tails.first(where: { rest.ends(with: $0.0) }) {
            comparator = comparator ?? tail.1
            rest = rest.dropLast(tail.0.scalars.count)
        }
        guard rest.count <= 4, !rest.contains(where: \.isDigit) else { return nil }
        return CellValue(value: number.value, comparator: comparator ?? .equal, unit: String(scalars: rest))
    }
}
