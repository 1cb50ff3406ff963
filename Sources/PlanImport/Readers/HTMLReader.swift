import Foundation
import Markup

/// Reads a government web page: the article without menus, buttons and footers.
struct HTMLReader {
    private var lines: [String] = []
    private var current = ""
    private var leftOut: [String] = []

    /// Reads a page.
    static func read(_ text: String) throws(DocumentProblem) -> SourceDocument {
        guard let root = MarkupTree.html(text) else { throw .htmlUnreadable }
        var reader = HTMLReader()
        let page = reader.withoutFurniture(root)
        let article = Self.article(page)
        reader.addTitle(of: root, unlessIn: article)
        reader.walk(article)
        reader.endLine()
        reader.noteOutside(page, article)
        guard !reader.lines.isEmpty else { throw .htmlUnreadable }
        var document = SourceDocument(text: reader.lines.asPlainText, format: .html)
        document.linesAreParagraphs = true
        document.leftOut = reader.leftOut
        return document
    }

    // MARK: What is left out

    private static let furniture: Set<String> = [
        "script", "style", "nav", "header", "footer", "aside", "form", "iframe", "noscript", "select", "button", "head",
        "input",
        "object", "embed", "svg", "video", "audio", "template",
    ]
    private static let furnitureNames = [
        "nav", "menu", "footer", "foot", "header", "breadcrumb", "crumb", "share", "sidebar", "toolbar", "copyright",
        "related",
        "search", "login", "banner", "pagination", "qrcode", "ewm", "print", "fontsize", "font-size", "links",
        "location",
        "weizhi", "dqwz", "position", "topbar", "bottom", "skip", "hidden",
    ]

    private mutating func withoutFurniture(_ node: MarkupNode) -> MarkupNode {
        var result = node
        result.children = []
        for child in node.children {
            if Self.isFurniture(child) {
                note(child)
            } else {
                result.children.append(withoutFurniture(child))
            }
        }
        return result
    }

    private static func isFurniture(_ node: MarkupNode) -> Bool {
        guard let name = node.name else { return false }
        if furniture.contains(name) { return true }
        guard ["div", "ul", "section", "span", "p", "table", "td", "dl"].contains(name) else { return false }
        let words = "\(node.attributes["class"] ?? "") \(node.attributes["id"] ?? "")".lowercased()
            .split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
        let isNamed = words.contains { word in
            furnitureNames.contains {
                word == $0 || word.hasPrefix($0 + "-") || word.hasPrefix($0 + "_") || word.hasSuffix("-" + $0)
                    || word.hasSuffix("_" + $0)
            }
        }
        let isInvisible = node.attributes["style"]?.filter({ !$0.isWhitespace }).contains("display:none") ?? false
        return (isNamed && proseLength(node) < 400) || isInvisible
    }

    private mutating func note(_ node: MarkupNode) {
        guard node.name != "script", node.name != "style", node.name != "head" else { return }
        let words = Self.text(node).collapsed
        if !words.isEmpty { leftOut.append(words) }
    }

    private mutating func noteOutside(_ page: MarkupNode, _ article: MarkupNode) {
        let inside = Self.text(article).count
        let all = Self.text(page).count
        if all > inside {
            leftOut.append(contentsOf: Self.outside(page, article).map(\.collapsed).filter { !$0.isEmpty })
        }
    }

    /// The words of a page around its article.
    private static func outside(_ node: MarkupNode, _ article: MarkupNode) -> [String] {
        if node.attributes == article.attributes, node.name == article.name, text(node) == text(article) { return [] }
        if node.name == nil { return [node.text] }
        guard node.children.contains(where: { $0.name != nil }) else { return [text(node)] }
        return node.children.flatMap { outside($0, article) }
    }

    // MARK: The article

    /// The smallest element that holds nearly all sentences of the page.
    private static func article(_ page: MarkupNode) -> MarkupNode {
        var node = page
        let all = proseLength(page)
        while true {
            let best = node.children.filter { $0.name != nil }.max { proseLength($0) < proseLength($1) }
            guard let best, proseLength(best) * 100 >= all * 88, best.name != "p", best.name != "tr",
                best.name != "tbody"
            else {
                return node
            }
            if best.name == "table", !isLayout(best) { return node }
            node = best
        }
    }

    /// The length of the words that are no links.
    private static func proseLength(_ node: MarkupNode) -> Int {
        if node.name == nil { return node.text.unicodeScalars.count { !$0.isBlank } }
        if node.name == "a" { return 0 }
        return node.children.reduce(0) { $0 + proseLength($1) }
    }

    private static func text(_ node: MarkupNode) -> String {
        node.name == nil
            ? node.text : node.children.map { text($0) + ($0.name.map(blocks.contains) == true ? " " : "") }.joined()
    }

    /// The heading of the page where the article does not repeat it.
    private mutating func addTitle(of root: MarkupNode, unlessIn article: MarkupNode) {
        guard let heading = Self.first("h1", in: root) else { return }
        let title = Self.text(heading).collapsed
        let plain = title.filter { !$0.isWhitespace }
        guard plain.count >= 6, !Self.text(article).filter({ !$0.isWhitespace }).contains(plain) else { return }
        lines.append(title)
        leftOut.removeAll { $0 == title }
    }

    private static func first(_ name: String, in node: MarkupNode) -> MarkupNode? {
        if node.name == name { return node }
        for child in node.children { if let found = first(name, in: child) { return found } }
        return nil
    }

    // MARK: Lines

    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "blockquote", "dd",
        "dt", "dl",
        "pre", "center", "td", "tr", "table", "tbody", "main", "body", "html",
    ]

    private mutating func walk(_ node: MarkupNode) {
        guard let name = node.name else {
            current += node.text
            return
        }
        switch name {
        case "br": endLine()
        case "table" where !Self.isLayout(node):
            endLine()
            addTable(node)
        case "ol":
            endLine()
            for (index, item) in node.children.filter({ $0.name == "li" }).enumerated() {
                current += "\(index + 1). "
                walk(item)
                endLine()
            }
        default:
            let isBlock = Self.blocks.contains(name)
            if isBlock { startBlock() }
            node.children.forEach { walk($0) }
            if isBlock { endLine() }
        }
    }

    /// A list item's number stays with the paragraph inside it.
    private mutating func startBlock() {
        let words = current.trimmingCharacters(in: .whitespacesAndNewlines)
        let isNumber = words.hasSuffix(".") && Int(words.dropLast()) != nil
        if !isNumber { endLine() }
    }

    private mutating func endLine() {
        let words = current.collapsed
        if !words.isEmpty { lines.append(words) }
        current = ""
    }

    // MARK: Tables

    /// A table that only sets the page: one column, or another table or long article inside.
    private static func isLayout(_ table: MarkupNode) -> Bool {
        let rows = rows(table)
        if rows.allSatisfy({ cells($0).count <= 1 }) { return true }
        return rows.flatMap(cells).contains { first("table", in: $0) != nil }
    }

    private static func rows(_ table: MarkupNode) -> [MarkupNode] {
        table.children.flatMap { child -> [MarkupNode] in
            switch child.name {
            case "tr": [child]
            case "tbody", "thead", "tfoot": rows(child)
            default: []
            }
        }
    }

    private static func cells(_ row: MarkupNode) -> [MarkupNode] {
        row.children.filter { $0.name == "td" || $0.name == "th" }
    }

    private mutating func addTable(_ table: MarkupNode) {
        var grid = GridTable()
        for row in Self.rows(table) {
            grid.add(
                Self.cells(row).map { cell in
                    GridTable.Cell(
                        text: Self.text(cell).collapsed,
                        columns: Int(cell.attributes["colspan"] ?? "") ?? 1,
                        rows: Int(cell.attributes["rowspan"] ?? "") ?? 1
                    )
                }
            )
        }
        if let caption = Self.first("caption", in: table) { lines.append(Self.text(caption).collapsed) }
        lines += grid.lines
    }
}
