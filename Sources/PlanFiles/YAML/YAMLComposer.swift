import Diagnostics
import Yams

/// Turns YAML text into nodes with places; the only user of Yams.
struct YAMLComposer {
    private let source: SourceText
    private var lines: [[Unicode.Scalar]]
    /// First keys of pairs of equal keys, replaced by a stand-in so that Yams reads on; the real first scalar by place.
    private var standIns: [Position: Unicode.Scalar] = [:]
    private var diagnostics: [Diagnostic] = []

    private struct Position: Hashable {
        let line: Int
        let column: Int
    }

    init(source: SourceText) {
        self.source = source
        lines = source.lines.map { Array($0.unicodeScalars) }
    }

    /// The topmost value and the keys given twice.
    consuming func compose() throws(DiagnosticsError) -> (YAMLNode, [Diagnostic]) {
        var composer = self
        let root = try composer.parse()
        let node = try composer.convert(root.node)
        withExtendedLifetime(root.parser) {}
        return (node, composer.diagnostics)
    }

    // MARK: Yams

    /// Parses; when Yams stops at a key given twice, puts a stand-in for the first of the two and tries again.
    private mutating func parse() throws(DiagnosticsError) -> (node: Node, parser: Parser) {
        while true {
            do {
                let parser = try Parser(yaml: text, encoding: .utf8)
                guard let node = try parser.singleRoot() else { throw DiagnosticsError([emptyFile]) }
                return (node, parser)
            } catch let YamlError.duplicatedKeysInMapping(_, context) {
                guard standIns.count < Self.maximumStandIns, replaceKey(at: context.mark) else {
                    throw DiagnosticsError([duplicate(of: nil, at: place(context.mark))])
                }
            } catch let error as DiagnosticsError {
                throw error
            } catch {
                throw DiagnosticsError([YAMLSyntaxProblem(error: error, source: source).diagnostic])
            }
        }
    }

    private static let maximumStandIns = 100

    private var text: String {
        var text = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append("\n") }
            text.append(contentsOf: line)
        }
        return String(text)
    }

    private mutating func replaceKey(at mark: Mark) -> Bool {
        let quoted = scalar(mark.line, mark.column).map { $0 == "\"" || $0 == "'" } ?? false
        let column = quoted ? mark.column + 1 : mark.column
        let position = Position(line: mark.line, column: mark.column)
        guard let first = scalar(mark.line, column), standIns[position] == nil,
            let standIn = Unicode.Scalar(0xE000 + UInt32(standIns.count))
        else { return false }
        standIns[position] = first
        lines[mark.line - 1][column - 1] = standIn
        return true
    }

    private func scalar(_ line: Int, _ column: Int) -> Unicode.Scalar? {
        guard lines.indices.contains(line - 1), lines[line - 1].indices.contains(column - 1) else { return nil }
        return lines[line - 1][column - 1]
    }

    // MARK: Nodes

    private mutating func convert(_ node: Node) throws(DiagnosticsError) -> YAMLNode {
        guard node.anchor == nil else { throw DiagnosticsError(diagnostics + [anchorProblem(node)]) }
        switch node {
        case .scalar(let scalar):
            let value = YAMLNode.Scalar(text: scalar.string, isPlain: scalar.style == .plain)
            return YAMLNode(content: .scalar(value), place: place(of: scalar))
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence { items.append(try convert(item)) }
            return YAMLNode(content: .sequence(items), place: place(sequence.mark))
        case .mapping(let mapping):
            return YAMLNode(content: .mapping(try entries(mapping)), place: mappingPlace(mapping))
        case .alias(let alias):
            throw DiagnosticsError(diagnostics + [anchorProblem(.alias(alias))])
        }
    }

    private mutating func entries(_ mapping: Node.Mapping) throws(DiagnosticsError) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        for (keyNode, valueNode) in mapping {
            guard case .scalar(let scalar) = keyNode else {
                throw DiagnosticsError(diagnostics + [keyProblem(keyNode)])
            }
            let entry = YAMLNode.Entry(key: key(scalar), keyPlace: place(of: scalar), value: try convert(valueNode))
            if let first = entries.first(where: { $0.key == entry.key }) {
                diagnostics.append(duplicate(of: first, at: entry.keyPlace, key: entry.key))
            } else {
                entries.append(entry)
            }
        }
        return entries
    }

    /// The key as the file has it, without the stand-in.
    private func key(_ scalar: Node.Scalar) -> String {
        guard let mark = scalar.mark, let first = standIns[Position(line: mark.line, column: mark.column)] else {
            return scalar.string
        }
        var text = String.UnicodeScalarView([first])
        text.append(contentsOf: scalar.string.unicodeScalars.dropFirst())
        return String(text)
    }

    // MARK: Places

    private func place(_ mark: Mark?) -> YAMLNode.Place {
        YAMLNode.Place(line: mark?.line ?? 1, column: mark?.column ?? 1, length: 1)
    }

    /// A mapping in lines begins with its first key, one in braces with the brace.
    private func mappingPlace(_ mapping: Node.Mapping) -> YAMLNode.Place {
        guard case .scalar(let first)? = mapping.first?.key, first.mark?.line == mapping.mark?.line,
            first.mark?.column == mapping.mark?.column
        else { return place(mapping.mark) }
        return place(of: first)
    }

    /// The span of a scalar that is written on one line; the first scalar of one that goes on.
    private func place(of node: Node.Scalar) -> YAMLNode.Place {
        guard let mark = node.mark, let line = source.line(mark.line) else { return place(node.mark) }
        let rest = line.unicodeScalars.dropFirst(mark.column - 1)
        var length = key(node).unicodeScalars.count
        if node.style == .doubleQuoted || node.style == .singleQuoted {
            length = quotedLength(rest) ?? 1
        }
        return YAMLNode.Place(line: mark.line, column: mark.column, length: max(1, min(length, rest.count)))
    }

    private func quotedLength(_ rest: some Sequence<Unicode.Scalar>) -> Int? {
        var length = 0
        var quote: Unicode.Scalar?
        var escaped = false
        for scalar in rest {
            length += 1
            if quote == nil {
                quote = scalar
            } else if escaped {
                escaped = false
            } else if scalar == "\\", quote == "\"" {
                escaped = true
            } else if scalar == quote {
                return length
            }
        }
        return nil
    }

    // MARK: Problems

    private var emptyFile: Diagnostic {
        source.diagnostic(
            code: "yaml.empty",
            line: 1,
            column: 1,
            LocalizedText(en: "the file is empty", zh: "文件是空的"),
            help: [LocalizedText(en: "begin with 'format: 1'", zh: "首行请写“format: 1”")]
        )
    }

    private func duplicate(of first: YAMLNode.Entry?, at place: YAMLNode.Place, key: String = "") -> Diagnostic {
        let line = first.map { "\($0.keyPlace.line)" } ?? "\(place.line)"
        return source.diagnostic(
            code: "yaml.duplicate-key",
            line: place.line,
            column: place.column,
            length: place.length,
            LocalizedText(
                en: "the key '\(key)' is given twice, first in line \(line)",
                zh: "键“\(key)”重复，首次出现在第 \(line) 行"
            ),
            help: [LocalizedText(en: "keep one of the two", zh: "请只保留其中一处")]
        )
    }

    private func anchorProblem(_ node: Node) -> Diagnostic {
        let place = place(node.mark)
        return source.diagnostic(
            code: "yaml.anchor",
            line: place.line,
            column: place.column,
            LocalizedText(
                en: "anchors (&) and aliases (*) are not used in data files",
                zh: "数据文件中不使用锚点（&）和别名（*）"
            ),
            help: [
                LocalizedText(
                    en: "write the value out, or put it in quotes if it begins with & or *",
                    zh: "请写出完整内容；若内容以 & 或 * 开头，请加引号"
                )
            ]
        )
    }

    private func keyProblem(_ node: Node) -> Diagnostic {
        let place = place(node.mark)
        return source.diagnostic(
            code: "yaml.key",
            line: place.line,
            column: place.column,
            LocalizedText(en: "a key must be a single word or text", zh: "键必须是单个词或文本"),
            help: [LocalizedText(en: "put text that begins with [ or { in quotes", zh: "以 [ 或 { 开头的文本请加引号")]
        )
    }
}
