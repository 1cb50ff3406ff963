import Diagnostics
import Yams

/// What Yams says about a file it cannot read, in the words of a diagnostic.
struct YAMLSyntaxProblem {
    let error: any Error
    let source: SourceText

    var diagnostic: Diagnostic {
        guard let error = error as? YamlError else { return make(line: 1, column: 1, problem: "\(error)") }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return make(line: mark.line, column: mark.column, problem: problem, context: context)
        case .reader(let problem, let offset, _, _):
            let (line, column) = position(offset)
            return make(line: line, column: column, problem: problem)
        default:
            return make(line: 1, column: 1, problem: "\(error)")
        }
    }

    private func make(line: Int, column: Int, problem: String, context: YamlError.Context? = nil) -> Diagnostic {
        let known = wording(of: problem, line: line, column: column)
        // What is never closed or finished is best looked for where it begins.
        if known?.pointsToBeginning == true, let mark = context?.mark {
            return make(line: mark.line, column: mark.column, problem: problem)
        }
        let (line, column) = visible(line, column)
        return source.diagnostic(
            code: "yaml.syntax",
            line: line,
            column: column,
            known?.message ?? LocalizedText(en: "YAML: \(problem)", zh: "YAML 语法错误：\(problem)"),
            help: [known?.help].compactMap { $0 } + begun(context, line)
        )
    }

    private func begun(_ context: YamlError.Context?, _ line: Int) -> [LocalizedText] {
        guard let context, context.mark.line < line else { return [] }
        return [
            LocalizedText(
                en: "look also at line \(context.mark.line), where it begins",
                zh: "请同时检查第 \(context.mark.line) 行（从该行开始）"
            )
        ]
    }

    /// The end of the text above, where a place is on an empty line.
    private func visible(_ line: Int, _ column: Int) -> (Int, Int) {
        var line = min(line, source.lines.count)
        guard source.line(line)?.isEmpty == true else { return (line, column) }
        while line > 1, source.line(line)?.isEmpty == true { line -= 1 }
        return (line, max(1, source.line(line)?.unicodeScalars.count ?? 1))
    }

    private func wording(of problem: String, line: Int, column: Int) -> Wording? {
        let scalar = source.line(line)?.unicodeScalars.dropFirst(column - 1).first
        let pattern = scalar == "\t" ? Wording.tab : problem
        return Self.wordings.first { pattern.contains($0.pattern) }
    }

    /// The line and column of a character.
    private func position(_ offset: Int?) -> (Int, Int) {
        let before = source.text.prefix(offset ?? 0)
        let lines = SourceText(file: "", text: String(before), lineBreaks: .yaml).lines
        return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
    }

    private struct Wording {
        let pattern: String
        let message: LocalizedText
        let help: LocalizedText
        var pointsToBeginning = false

        static let tab = "found character '\\t'"
    }

    private static let beginsWithSign = LocalizedText(
        en: "text cannot begin with '*' or '&'",
        zh: "文本不能以“*”或“&”开头"
    )
    private static let quoteText = LocalizedText(en: "put the text in quotes", zh: "请给文本加引号")

    private static let wordings = [
        Wording(
            pattern: "mapping values are not allowed",
            message: LocalizedText(en: "a colon is not allowed here", zh: "此处不能有冒号"),
            help: LocalizedText(
                en: "put text that contains ': ' in quotes, and check the indentation of this line and the one above",
                zh: "含“: ”的文本请加引号，并检查本行与上一行的缩进"
            )
        ),
        Wording(
            pattern: Wording.tab,
            message: LocalizedText(en: "a line is indented with a tab", zh: "缩进使用了制表符"),
            help: LocalizedText(en: "indent with spaces", zh: "请用空格缩进")
        ),
        Wording(
            pattern: "cannot start any token",
            message: LocalizedText(en: "text cannot begin with this character", zh: "文本不能以此字符开头"),
            help: LocalizedText(en: "put the text in quotes; indent with spaces, not tabs", zh: "请给文本加引号；缩进请用空格")
        ),
        Wording(
            pattern: "could not find expected ':'",
            message: LocalizedText(en: "a key without its colon", zh: "键后缺少冒号"),
            help: LocalizedText(
                en: "write 'key: value', with a space after the colon",
                zh: "请写成“key: value”，冒号用半角并后跟空格"
            ),
            pointsToBeginning: true
        ),
        Wording(
            pattern: "did not find expected key",
            message: LocalizedText(en: "this line does not fit the lines above", zh: "本行与上文结构不符"),
            help: LocalizedText(
                en: "check the indentation, and the quotes of the line above",
                zh: "请检查缩进以及上一行的引号"
            )
        ),
        Wording(
            pattern: "did not find expected '-' indicator",
            message: LocalizedText(en: "a list item must begin with '-'", zh: "列表项必须以“-”开头"),
            help: LocalizedText(en: "check the indentation of this line", zh: "请检查本行缩进")
        ),
        Wording(
            pattern: "did not find expected ',' or",
            message: LocalizedText(en: "a bracket is not closed", zh: "括号没有闭合"),
            help: LocalizedText(en: "close it, or put a comma between the items", zh: "请补全括号，或在各项之间加半角逗号"),
            pointsToBeginning: true
        ),
        Wording(
            pattern: "did not find expected node content",
            message: LocalizedText(en: "a value is missing inside brackets", zh: "括号内缺少内容"),
            help: LocalizedText(
                en: "write the value or close the bracket; put text with brackets in quotes",
                zh: "请填写内容或补全括号；含括号的文本请加引号"
            )
        ),
        Wording(
            pattern: "found unexpected end of stream",
            message: LocalizedText(en: "a quotation mark is not closed", zh: "引号没有闭合"),
            help: LocalizedText(en: "close the quotation mark", zh: "请补全引号"),
            pointsToBeginning: true
        ),
        Wording(
            pattern: "but found another document",
            message: LocalizedText(en: "a second document begins here", zh: "此处开始了第二个文档"),
            help: LocalizedText(en: "remove the line '---'", zh: "请删除“---”行")
        ),
        Wording(
            pattern: "found undefined alias",
            message: beginsWithSign,
            help: quoteText
        ),
        Wording(
            pattern: "did not find expected alphabetic or numeric character",
            message: beginsWithSign,
            help: quoteText,
            pointsToBeginning: true
        ),
    ]
}
