import Foundation
import Markup

/// Reads Word documents: paragraphs with their automatic numbers, tables with merged cells.
struct DocxReader {
    private var lines: [String] = []
    private var numbering: DocxNumbering

    /// Reads a file's bytes.
    static func read(_ data: Data) throws(DocumentProblem) -> SourceDocument {
        let archive = ZipArchive(data)
        guard let main = tree(archive, "word/document.xml"), let body = main.first("body") else {
            throw .docxUnreadable
        }
        let numbering = DocxNumbering(
            numbering: tree(archive, "word/numbering.xml"),
            styles: tree(archive, "word/styles.xml")
        )
        var reader = DocxReader(numbering: numbering)
        reader.walk(body.children)
        var document = SourceDocument(text: reader.lines.asPlainText, format: .docx)
        document.linesAreParagraphs = true
        return document
    }

    private init(numbering: DocxNumbering) { self.numbering = numbering }

    private static func tree(_ archive: ZipArchive, _ name: String) -> MarkupNode? {
        archive.part(name).flatMap { MarkupTree.xml(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func walk(_ nodes: [MarkupNode]) {
        for node in nodes {
            switch node.name {
            case "p": addParagraph(node)
            case "tbl": addTable(node)
            case "sdt": walk(node.first("sdtContent")?.children ?? [])
            case "sdtContent", "ins", "customXml", "smartTag": walk(node.children)
            default: break
            }
        }
    }

    private mutating func addParagraph(_ paragraph: MarkupNode) {
        let words = Self.words(paragraph).split(separator: "\n").map { String($0).collapsed }.filter { !$0.isEmpty }
        guard !words.isEmpty else { return }
        lines.append(number(paragraph) + words[0])
        lines += words.dropFirst()
    }

    /// The automatic number of a paragraph, its own or that of its style.
    private mutating func number(_ paragraph: MarkupNode) -> String {
        let properties = paragraph.first("pPr")
        let own = properties?.first("numPr")
        let style = properties?.first("pStyle")?.attributes["val"].flatMap { numbering.ofStyle[$0] }
        let list = own?.first("numId")?.attributes["val"] ?? style?.list
        let level = own?.first("ilvl")?.attributes["val"].flatMap { Int($0) } ?? style?.level ?? 0
        guard let list, list != "0" else { return "" }
        let number = numbering.next(list: list, level: level)
        let needsSpace = number.last.map { $0.isASCII || $0 == "章" || $0 == "节" } ?? false
        return number + (needsSpace ? " " : "")
    }

    /// The words of a paragraph; what was deleted in tracked changes is left out.
    private static func words(_ node: MarkupNode) -> String {
        switch node.name {
        case "t": node.children.map(\.text).joined()
        case "tab": " "
        case "br", "cr": node.attributes["type"] == "page" ? "" : "\n"
        case "noBreakHyphen": "-"
        case "del", "pPr", "rPr", "Fallback", "instrText", "moveFrom": ""
        default: node.children.map(words).joined()
        }
    }

    private mutating func addTable(_ table: MarkupNode) {
        var grid = GridTable()
        for row in Self.rows(table) {
            let cells = Self.cells(row).map { cell in
                let properties = cell.first("tcPr")
                let merge = properties?.first("vMerge")
                let continues = merge.map { $0.attributes["val"] != "restart" } ?? false
                return GridTable.Cell(
                    text: continues ? "" : cellText(cell),
                    columns: properties?.first("gridSpan")?.attributes["val"].flatMap { Int($0) } ?? 1,
                    continues: continues
                )
            }
            grid.add(cells)
        }
        lines += grid.lines
    }

    private static func rows(_ table: MarkupNode) -> [MarkupNode] {
        table.children.flatMap { $0.name == "tr" ? [$0] : ($0.name == "sdt" ? rows($0.first("sdtContent") ?? $0) : []) }
    }

    private static func cells(_ row: MarkupNode) -> [MarkupNode] {
        row.children.flatMap { $0.name == "tc" ? [$0] : ($0.name == "sdt" ? cells($0.first("sdtContent") ?? $0) : []) }
    }

    private mutating func cellText(_ cell: MarkupNode) -> String {
        var parts: [String] = []
        for child in cell.children {
            if child.name == "p" {
                let words = Self.words(child).collapsed
                if !words.isEmpty { parts.append(number(child) + words) }
            } else if child.name == "tbl" {
                parts += Self.rows(child).flatMap(Self.cells).map { Self.words($0).collapsed }
            }
        }
        return parts.joined(separator: " ").collapsed
    }
}
