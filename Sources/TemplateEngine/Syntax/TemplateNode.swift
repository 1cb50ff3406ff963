/// A piece of a template's markup, always with the bytes of the source it stands on.
indirect enum TemplateNode: Sendable {
    case element(ElementNode)
    /// Text, entities as they are written; `raw` inside `script` and `style`.
    case text(Range<Int>, raw: Bool)
    case comment(Range<Int>)
    case cdata(Range<Int>)
    /// DOCTYPE, XML declaration, processing instruction, unmatched end tag: never changed.
    case other(Range<Int>)
    /// A conditional comment of old browsers, whose content is a template too.
    case conditionalComment(open: Range<Int>, children: [TemplateNode], close: Range<Int>)
}

extension TemplateNode {
    /// All of the node in the source.
    var range: Range<Int> {
        switch self {
        case .element(let element):
            let last = element.children.last?.range.upperBound ?? element.open.upperBound
            return element.open.lowerBound..<(element.close?.upperBound ?? last)
        case .text(let range, _), .comment(let range), .cdata(let range), .other(let range): return range
        case .conditionalComment(let open, _, let close): return open.lowerBound..<close.upperBound
        }
    }
}

/// An element of a template.
final class ElementNode: Sendable {
    /// The name as written.
    let name: String
    /// The name as templates compare it: lower case in HTML.
    let key: String
    let attributes: [AttributeNode]
    let children: [TemplateNode]
    /// The start tag, from `<` to `>`.
    let open: Range<Int>
    /// The end tag; nil where there is none.
    let close: Range<Int>?
    /// Where the name ends in the start tag.
    let nameEnd: Int
    /// The tag ends in `/>` or is one of HTML's void elements: there is no content.
    let isStandalone: Bool
    /// The content is text whatever it looks like: `script` and `style` in HTML.
    let isRawText: Bool

    init(_ start: StartTag, children: [TemplateNode], close: Range<Int>?) {
        name = start.name
        key = start.key
        attributes = start.attributes
        self.children = children
        open = start.range
        self.close = close
        nameEnd = start.nameEnd
        isStandalone = start.isStandalone
        isRawText = start.isRawText
    }

    /// The attribute with a name in comparing form, if there is one.
    func attribute(_ key: String) -> AttributeNode? {
        attributes.first { $0.key == key }
    }
}

/// An attribute as written.
struct AttributeNode: Sendable {
    /// The name as written.
    let name: String
    /// The name as templates compare it: lower case in HTML.
    let key: String
    /// From the white space before the name to the end of the value.
    let range: Range<Int>
    /// The name.
    let nameRange: Range<Int>
    /// What stands between the quotes; nil without a value.
    let value: Range<Int>?
}

/// The start tag of an element.
struct StartTag: Sendable {
    var name: String
    var key: String
    var attributes: [AttributeNode]
    var range: Range<Int>
    var nameEnd: Int
    var isStandalone: Bool
    var isRawText: Bool
}

/// A template as it was parsed.
final class ParsedTemplate: Sendable {
    let source: SourceText
    let mode: TemplateMode
    let nodes: [TemplateNode]
    /// What is no part of the template: parser-level comments and the marks of prototype-only blocks, in order.
    let removed: [Range<Int>]

    init(source: SourceText, mode: TemplateMode, nodes: [TemplateNode], removed: [Range<Int>] = []) {
        self.source = source
        self.mode = mode
        self.nodes = nodes
        self.removed = removed
    }
}
