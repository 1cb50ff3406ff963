import Diagnostics

/// Text with `[[…]]` and `[(…)]` in it, and values written piece by piece.
extension CodeGenerator {
    func compileText(_ range: Range<Int>, raw: Bool) {
        guard inlining else { return builder.write(source.bytes[range]) }
        if isTextual, !raw, let nodes = TextualElements.nodes(source, range) { return compile(nodes) }
        var place = range.lowerBound
        for (inner, escaped) in InlineText.expressions(source, range) {
            builder.write(source.bytes[place..<(inner.lowerBound - 2)])
            inlineExpression(inner, escaped: escaped, raw: raw)
            place = inner.upperBound + 2
        }
        builder.write(source.bytes[place..<range.upperBound])
    }

    private func inlineExpression(_ range: Range<Int>, escaped: Bool, raw: Bool) {
        if raw { return refuseScript(Chars(source.string(range), at: range.lowerBound)) }
        attempt { () throws(ExpressionProblem) in
            let text = AttributeText.chars(source, range, mode: template.mode)
            let place = self.place(range.lowerBound, text.count)
            guard !text.isBlank else { throw StandardParser(start: range.lowerBound).unparsable(text) }
            if escaped, !LateText.isLate(text) {
                let expr = try StandardParser.parse(text.trimmed)
                return try writeText(expr, mode: textMode(), at: place)
            }
            if !escaped { warnUnescaped(text) }
            let node = try restricted(if: !escaped) { () throws(ExpressionProblem) in try expression(text) }
            builder.emitText(escaped ? .text : .markup, mode: textMode(), c: node, at: place)
        }
    }

    /// Reports what would write into a script or a style sheet.
    func refuseScript(_ text: Chars) {
        diagnostics.append(
            source.diagnostic(
                "template.dynamic-script",
                at: text.start,
                length: text.count,
                .init(
                    en: "nothing dynamic may stand in 'script' or 'style'",
                    zh: "“script”和“style”中不得出现动态内容"
                ),
                help: [
                    .init(
                        en: "put the value into a 'data-*' attribute; if this is no expression, add th:inline=\"none\"",
                        zh: "请把值放入“data-*”属性；若此处并非表达式，请加 th:inline=\"none\""
                    )
                ]
            )
        )
    }

    /// Without a schema nothing is known about what is written unescaped.
    func warnUnescaped(_ text: Chars) {
        guard warnsOfMarkup, text.find("${") != nil || text.find("*{") != nil, text.find("~{") == nil else { return }
        diagnostics.append(
            source.diagnostic(
                "template.unescaped",
                severity: .warning,
                at: text.start,
                length: text.count,
                .init(en: "this is written without escaping", zh: "此处输出不会转义"),
                help: [.init(en: "use 'th:text' unless the value is trusted markup", zh: "除非该值是可信的标记，请改用“th:text”")]
            )
        )
    }

    /// Writes a value: a concatenation piece by piece, a path by an instruction of its own.
    func writeText(_ expr: Expr, mode: UInt8, at place: SourcePlace) throws(ExpressionProblem) {
        if let parts = Self.concatenation(expr) {
            for part in parts { try writePart(part, mode: mode | Place.nullWord) }
            return
        }
        let node = try expression(expr)
        writeNode(node, mode: mode, at: place)
    }

    private func writePart(_ part: Expr, mode: UInt8) throws(ExpressionProblem) {
        switch part.kind {
        case .text(let text), .token(let text):
            builder.write(Escape.string(text, place: mode))
        default:
            writeNode(try expressions.compile(part), mode: mode, at: expressions.place(part))
        }
    }

    private func writeNode(_ node: Int32, mode: UInt8, at place: SourcePlace) {
        let expression = builder.nodes[Int(node)]
        let own = builder.nodePlaces[Int(node)]
        switch expression.code {
        case .variable: builder.emitText(.variable, mode: mode, c: expression.a, at: own)
        case .variableField: builder.emitText(.field, mode: mode, c: expression.a, d: expression.b, at: own)
        default: builder.emitText(.text, mode: mode, c: node, at: place)
        }
    }

    /// The parts of an expression that is a concatenation for sure; nil for what may be an addition of numbers.
    static func concatenation(_ expr: Expr) -> [Expr]? {
        guard case .operation(.add, let left, let right) = expr.kind else { return nil }
        let leftParts = concatenation(left)
        let rightParts = concatenation(right)
        guard leftParts != nil || rightParts != nil || isLiteral(left) || isLiteral(right) else { return nil }
        return (leftParts ?? [left]) + (rightParts ?? [right])
    }

    private static func isLiteral(_ expr: Expr) -> Bool {
        switch expr.kind {
        case .text, .token: true
        default: false
        }
    }
}

/// Where `[[…]]` and `[(…)]` stand in a text.
enum InlineText {
    /// The insides of the expressions, and whether they are escaped.
    static func expressions(_ source: SourceText, _ range: Range<Int>) -> [(Range<Int>, escaped: Bool)] {
        var result: [(Range<Int>, escaped: Bool)] = []
        var place = range.lowerBound
        while let open = start(source.bytes, from: place, to: range.upperBound) {
            let escaped = source.bytes[open + 1] == 0x5B
            guard let close = end(source.bytes, from: open + 2, to: range.upperBound, escaped ? 0x5D : 0x29) else {
                break
            }
            result.append(((open + 2)..<close, escaped))
            place = close + 2
        }
        return result
    }

    private static func start(_ bytes: [UInt8], from place: Int, to end: Int) -> Int? {
        var index = place
        while index + 1 < end {
            if bytes[index] == 0x5B, bytes[index + 1] == 0x5B || bytes[index + 1] == 0x28 { return index }
            index += 1
        }
        return nil
    }

    private static func end(_ bytes: [UInt8], from place: Int, to end: Int, _ closing: UInt8) -> Int? {
        var quote: UInt8 = 0
        var index = place
        while index + 1 < end {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x27 {
                if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
            } else if quote == 0, byte == closing, bytes[index + 1] == 0x5D {
                return index
            }
            index += 1
        }
        return nil
    }
}
