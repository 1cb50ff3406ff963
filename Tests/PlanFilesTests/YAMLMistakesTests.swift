import Testing

@Suite("A mistake of YAML syntax is reported where it is made")
struct YAMLMistakesTests {
    @Test("exactly once, in both languages, with what to do", arguments: mistakes)
    func isReported(_ mistake: Mistake) throws {
        try mistake.check()
    }

    static let mistakes = [
        Mistake(
            .plan,
            "name: 教育集团",
            "name: [教育集团",
            #"""
            Plans/demo/plan.yaml:86:24 [yaml.syntax]
            a bracket is not closed
            括号没有闭合
            - close it, or put a comma between the items
            - 请补全括号，或在各项之间加半角逗号
            """#
        ),
        Mistake(
            .plan,
            "name: 教育集团",
            #"name: "教育集团"#,
            #"""
            Plans/demo/plan.yaml:86:24 [yaml.syntax]
            a quotation mark is not closed
            引号没有闭合
            - close the quotation mark
            - 请补全引号
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title: 教育: 规划",
            #"""
            Plans/demo/plan.yaml:4:16 [yaml.syntax]
            a colon is not allowed here
            此处不能有冒号
            - put text that contains ': ' in quotes, and check the indentation of this line and the one above
            - 含“: ”的文本请加引号，并检查本行与上一行的缩进
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title 教育规划",
            #"""
            Plans/demo/plan.yaml:4:1 [yaml.syntax]
            a key without its colon
            键后缺少冒号
            - write 'key: value', with a space after the colon
            - 请写成“key: value”，冒号用半角并后跟空格
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "\tshort_title: 教育规划",
            #"""
            Plans/demo/plan.yaml:4:1 [yaml.syntax]
            a line is indented with a tab
            缩进使用了制表符
            - indent with spaces
            - 请用空格缩进
            - look also at line 3, where it begins
            - 请同时检查第 3 行（从该行开始）
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            " short_title: 教育规划",
            #"""
            Plans/demo/plan.yaml:4:13 [yaml.syntax]
            a colon is not allowed here
            此处不能有冒号
            - put text that contains ': ' in quotes, and check the indentation of this line and the one above
            - 含“: ”的文本请加引号，并检查本行与上一行的缩进
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title: *教育规划",
            #"""
            Plans/demo/plan.yaml:4:14 [yaml.syntax]
            text cannot begin with '*' or '&'
            文本不能以“*”或“&”开头
            - put the text in quotes
            - 请给文本加引号
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title: &a 教育规划",
            #"""
            Plans/demo/plan.yaml:4:14 [yaml.anchor]
            anchors (&) and aliases (*) are not used in data files
            数据文件中不使用锚点（&）和别名（*）
            - write the value out, or put it in quotes if it begins with & or *
            - 请写出完整内容；若内容以 & 或 * 开头，请加引号
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title: 教育规划\ntitle: 又一",
            #"""
            Plans/demo/plan.yaml:5:1 [yaml.duplicate-key]
            the key 'title' is given twice, first in line 3
            键“title”重复，首次出现在第 3 行
            - keep one of the two
            - 请只保留其中一处
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title: 教育规划\n---\n",
            #"""
            Plans/demo/plan.yaml:5:1 [yaml.syntax]
            a second document begins here
            此处开始了第二个文档
            - remove the line '---'
            - 请删除“---”行
            - look also at line 1, where it begins
            - 请同时检查第 1 行（从该行开始）
            """#
        ),
        Mistake(
            .plan,
            "short_title: 教育规划",
            "short_title: 教育规划\n? [a]\n: b",
            #"""
            Plans/demo/plan.yaml:5:3 [yaml.key]
            a key must be a single word or text
            键必须是单个词或文本
            - put text that begins with [ or { in quotes
            - 以 [ 或 { 开头的文本请加引号
            """#
        ),
    ]
}
