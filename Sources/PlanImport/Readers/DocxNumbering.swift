import Foundation
import Markup

/// The automatic numbers of a Word document: formats, levels and running counters.
struct DocxNumbering {
    /// One level of a list.
    private struct Level {
        var format = "decimal"
        var text = "%1."
        var start = 1
    }

    private var levels: [String: [Int: Level]] = [:]
    private var counters: [String: [Int: Int]] = [:]
    private var abstractOf: [String: String] = [:]
    /// The numbers that styles give to their paragraphs.
    private(set) var ofStyle: [String: (list: String, level: Int)] = [:]

    /// Reads `word/numbering.xml` and `word/styles.xml`.
    init(numbering: MarkupNode?, styles: MarkupNode?) {
        for child in numbering?.children ?? [] {
            if child.name == "abstractNum", let id = child.attributes["abstractNumId"] {
                levels[id] = Self.levels(child)
            } else if child.name == "num", let id = child.attributes["numId"] {
                abstractOf[id] = child.first("abstractNumId")?.attributes["val"]
            }
        }
        for style in styles?.children ?? [] where style.name == "style" {
            guard let id = style.attributes["styleId"], let properties = style.first("pPr")?.first("numPr"),
                let list = properties.first("numId")?.attributes["val"]
            else { continue }
            ofStyle[id] = (list, Self.count(properties.first("ilvl")) ?? 0)
        }
    }

    /// The value of a count; one that no document has counts as none.
    private static func count(_ node: MarkupNode?) -> Int? {
        node?.attributes["val"].flatMap { Int($0) }.flatMap { (0...9_999).contains($0) ? $0 : nil }
    }

    private static func levels(_ list: MarkupNode) -> [Int: Level] {
        var result: [Int: Level] = [:]
        for child in list.children where child.name == "lvl" {
            guard let index = Int(child.attributes["ilvl"] ?? "") else { continue }
            var level = Level()
            level.format = child.first("numFmt")?.attributes["val"] ?? level.format
            level.text = child.first("lvlText")?.attributes["val"] ?? ""
            level.start = Self.count(child.first("start")) ?? 1
            result[index] = level
        }
        return result
    }

    /// The number of the next paragraph of a list: 第一章, （一）, 1.; empty for bullets and unknown lists.
    mutating func next(list: String, level: Int) -> String {
        guard let abstract = abstractOf[list], let known = levels[abstract], let format = known[level] else {
            return ""
        }
        var running = counters[abstract] ?? [:]
        running[level] = running[level].map { $0 + 1 } ?? format.start
        for deeper in running.keys where deeper > level { running[deeper] = nil }
        counters[abstract] = running
        guard format.format != "bullet", format.format != "none" else { return "" }
        var text = format.text
        for index in 0...8 where text.contains("%\(index + 1)") {
            let value = running[index] ?? known[index]?.start ?? 1
            text = text.replacingOccurrences(
                of: "%\(index + 1)",
                with: Self.number(value, known[index]?.format ?? "decimal")
            )
        }
        return text
    }

    private static func number(_ value: Int, _ format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanCounting":
            chinese(value)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            Unicode.Scalar(UInt32(0x245F + min(max(value, 1), 20))).map { String(scalars: [$0]) } ?? "\(value)"
        default: "\(value)"
        }
    }

    private static func chinese(_ value: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(value) else { return "\(value)" }
        if value < 10 { return digits[value] }
        return (value < 20 ? "" : digits[value / 10]) + "十" + digits[value % 10]
    }
}

extension MarkupNode {
    /// The first child element with a name.
    func first(_ name: String) -> MarkupNode? { children.first { $0.name == name } }
}
