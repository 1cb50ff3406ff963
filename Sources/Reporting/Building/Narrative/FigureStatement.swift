/// What a sentence says about a figure right after its name: a value, a way from one value to another, a change.
enum FigureStatement: Hashable {
    /// Which way a figure went.
    enum Direction {
        case up, down
    }

    /// A value with the year it is stated for, where one stands beside it.
    struct Level: Hashable {
        let year: Int?
        let number: StatedNumber
    }

    /// What a change is measured from.
    enum Base: Hashable {
        case year(Int)
        case previousYear
    }

    /// 达到65.24%.
    case level(Level)
    /// 由41.17%提高到65.24%.
    case path(from: Level, Direction, to: Level)
    /// 比2020年提高24.07个百分点; without a base 逐年提高.
    case change(Direction, from: Base?, by: StatedNumber?)
}

/// Reads statements from the words after a name; whatever it does not understand to the end is no statement.
struct FigureStatementParser {
    /// A statement with its words.
    struct Found {
        let statement: FigureStatement
        let phrase: String
    }

    /// The statements that stand right after a name.
    static func statements(after name: Substring) -> [Found] {
        var cursor = TextCursor(name)
        _ = cursor.take(["，"])
        if let path = read(&cursor, path) { return [path] }
        if let level = read(&cursor, level) {
            _ = cursor.take(["，"])
            return [level] + [read(&cursor, comparison)].compactMap { $0 }
        }
        return [read(&cursor, comparison) ?? read(&cursor, plainChange)].compactMap { $0 }
    }

    /// A statement of one form, with the words it takes; nothing is taken where it does not stand.
    private static func read(
        _ cursor: inout TextCursor,
        _ form: (inout TextCursor) -> FigureStatement?
    ) -> Found? {
        let start = cursor
        guard let statement = form(&cursor), !cursor.rest.hasPrefix("的"),
            !intentions.contains(where: { cursor.rest.hasPrefix($0) })
        else {
            cursor = start
            return nil
        }
        return Found(statement: statement, phrase: String(start.rest.dropLast(cursor.rest.count)))
    }

    // MARK: Forms

    private static func path(_ cursor: inout TextCursor) -> FigureStatement? {
        cursor.skip(adverbs)
        guard cursor.take(["由", "从"]) != nil, let from = value(&cursor) else { return nil }
        cursor.skip(adverbs)
        guard let direction = direction(&cursor, oneCharacter: true), cursor.take(["到", "至", "为"]) != nil,
            let to = value(&cursor)
        else { return nil }
        return .path(from: from, direction, to: to)
    }

    private static func value(_ cursor: inout TextCursor) -> FigureStatement.Level? {
        let year = cursor.year()
        _ = cursor.take(["的"])
        return cursor.number().map { FigureStatement.Level(year: year, number: $0) }
    }

    private static func level(_ cursor: inout TextCursor) -> FigureStatement? {
        let year = cursor.year()
        cursor.skip(adverbs)
        if direction(&cursor, oneCharacter: true) != nil {
            guard cursor.take(["到", "至", "为"]) != nil else { return nil }
        } else {
            _ = cursor.take(["达到了", "达到", "达", "为", "是", "：", ":"])
        }
        guard let number = cursor.number(), cursor.isAtEnd else { return nil }
        return .level(FigureStatement.Level(year: year, number: number))
    }

    private static func comparison(_ cursor: inout TextCursor) -> FigureStatement? {
        guard cursor.take(["比", "较"]) != nil else { return nil }
        let base: FigureStatement.Base
        if let year = cursor.year() {
            base = .year(year)
        } else {
            guard cursor.take(["上一年", "上年", "去年"]) != nil else { return nil }
            base = .previousYear
        }
        return change(&cursor, from: base)
    }

    private static func plainChange(_ cursor: inout TextCursor) -> FigureStatement? { change(&cursor, from: nil) }

    private static func change(_ cursor: inout TextCursor, from base: FigureStatement.Base?) -> FigureStatement? {
        cursor.skip(adverbs)
        guard let direction = direction(&cursor, oneCharacter: false) else { return nil }
        _ = cursor.take(["了"])
        let amount = cursor.number()
        guard cursor.isAtEnd else { return nil }
        return .change(direction, from: base, by: amount)
    }

    private static func direction(_ cursor: inout TextCursor, oneCharacter: Bool) -> FigureStatement.Direction? {
        let word = cursor.take(up + down + (oneCharacter ? ["升", "增", "降", "减"] : []))
        return word.map { (up + ["升", "增"]).contains($0) ? .up : .down }
    }

    private static let up = ["提高", "提升", "上升", "增加", "增长"]
    private static let down = ["下降", "降低", "减少", "回落", "下滑"]
    private static let adverbs = [
        "已经", "已", "也", "又", "均", "持续", "稳步", "逐年", "逐步", "明显", "显著", "有所", "进一步", "大幅", "小幅", "不断", "略有", "略", "快速",
        "连年",
    ]
    /// What makes a number a target instead of a figure.
    private static let intentions = ["目标", "要求", "任务"]
}
