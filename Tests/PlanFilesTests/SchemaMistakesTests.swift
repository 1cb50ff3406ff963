import Testing

@Suite("What the schema does not allow is reported where it stands")
struct SchemaMistakesTests {
    @Test("exactly once, in both languages, with what to do", arguments: mistakes)
    func isReported(_ mistake: Mistake) throws {
        try mistake.check()
    }

    static let mistakes = [
        Mistake(
            .plan,
            #"comparator: ">=""#,
            #"comparator: "≥""#,
            #"""
            Plans/demo/plan.yaml:67:17 [schema.not-allowed]
            '≥' is not a value of 'indicators[0].comparator'
            “indicators[0].comparator”的值不能是“≥”
            - did you mean '>='?
            - 是否应为“>=”？
            """#
        ),
        Mistake(
            .plan,
            "short_title:",
            "short_titel:",
            #"""
            Plans/demo/plan.yaml:4:1 [schema.unknown-key]
            unknown key 'short_titel'
            键“short_titel”无法识别
            - did you mean 'short_title'?
            - 是否应为“short_title”？
            """#
        ),
        Mistake(
            .plan,
            "issuer: 某市人民政府\n",
            "",
            #"""
            Plans/demo/plan.yaml:1:1 [schema.missing-key]
            the file has no 'issuer'
            文件缺少“issuer”
            - add 'issuer:' — who issued it
            - 请补充“issuer:”（发文机关）
            """#
        ),
        Mistake(
            .plan,
            #"issued: "2021""#,
            "issued: 2021",
            #"""
            Plans/demo/plan.yaml:7:9 [schema.wrong-type]
            'issued' must be text, not a whole number
            “issued”应为文本，而不是整数
            - put it in quotes: "2021"
            - 请加引号："2021"
            """#
        ),
        Mistake(
            .plan,
            #"issued: "2021""#,
            #"issued: "2021-13""#,
            #"""
            Plans/demo/plan.yaml:7:9 [schema.wrong-form]
            '2021-13' does not have the form of 'issued'
            “2021-13”不符合“issued”的格式
            - write a period in quotes: "2025", "2023-H1", "2023-Q3", "2023-06" or "2023-08-11"
            - 请填写时期（2025、2023-H1、2023-Q3、2023-06 或 2023-08-11）
            """#
        ),
        Mistake(
            .plan,
            #"issued: "2021""#,
            "issued:",
            #"""
            Plans/demo/plan.yaml:7:8 [schema.wrong-type]
            'issued' must be text, not nothing
            “issued”应为文本，而不是空值
            - write a value, or remove the key
            - 请填写内容，或删除此键
            """#
        ),
        Mistake(
            .plan,
            "kind: overview",
            "kind: overveiw",
            #"""
            Plans/demo/plan.yaml:16:11 [schema.not-allowed]
            'overveiw' is not a value of 'chapters[0].kind'
            “chapters[0].kind”的值不能是“overveiw”
            - did you mean 'overview'?
            - 是否应为“overview”？
            """#
        ),
        Mistake(
            .plan,
            "number: 2\n",
            #"number: "2"\#n"#,
            #"""
            Plans/demo/plan.yaml:55:17 [schema.wrong-type]
            'chapters[1].tasks[1].number' must be a whole number, not text
            “chapters[1].tasks[1].number”应为整数，而不是文本
            - remove the quotes: 2
            - 请去掉引号：2
            """#
        ),
        Mistake(
            .plan,
            "value: 93\n",
            "value: 93%\n",
            #"""
            Plans/demo/plan.yaml:42:20 [schema.wrong-type]
            'chapters[1].tasks[0].targets[0].value' must be a number, not text
            “chapters[1].tasks[0].targets[0].value”应为数字，而不是文本
            - write 93
            - 请写 93
            """#
        ),
        Mistake(
            .plan,
            "value: 93\n",
            "value: -1\n",
            #"""
            Plans/demo/plan.yaml:42:20 [schema.out-of-range]
            'chapters[1].tasks[0].targets[0].value' must be at least 0, not -1
            “chapters[1].tasks[0].targets[0].value”应不小于 0，现为 -1
            - correct the number
            - 请更正数字
            """#
        ),
        Mistake(
            .plan,
            "holds: true",
            "holds: yes",
            #"""
            Plans/demo/plan.yaml:44:20 [schema.wrong-type]
            'chapters[1].tasks[0].targets[0].holds' must be true or false, not text
            “chapters[1].tasks[0].targets[0].holds”应为真假值（true 或 false），而不是文本
            - write true or false, without quotes
            - 请写 true 或 false，不加引号
            """#
        ),
        Mistake(
            .plan,
            "lead: [edu]\n        targets",
            "lead: edu\n        targets",
            #"""
            Plans/demo/plan.yaml:37:15 [schema.wrong-type]
            'chapters[1].tasks[0].lead' must be a list, not text
            “chapters[1].tasks[0].lead”应为列表，而不是文本
            - write a list: [edu]
            - 请写成列表：[edu]
            """#
        ),
        Mistake(
            .plan,
            "lead: [edu]\n        targets",
            "lead: [edu, edu]\n        targets",
            #"""
            Plans/demo/plan.yaml:37:21 [schema.not-unique]
            'edu' stands twice in 'chapters[1].tasks[0].lead'
            “chapters[1].tasks[0].lead”中“edu”重复
            - remove one of the two
            - 请删除其中一处
            """#
        ),
        Mistake(
            .plan,
            "range: [5, 8]",
            "range: [5]",
            #"""
            Plans/demo/plan.yaml:50:20 [schema.item-count]
            'chapters[1].tasks[0].targets[1].range' must have at least 2 items, not 1
            “chapters[1].tasks[0].targets[1].range”应有至少 2 项，现有 1 项
            - add or remove items
            - 请增减列表项
            """#
        ),
        Mistake(
            .plan,
            "id: section-1\n",
            "id: Section 1\n",
            #"""
            Plans/demo/plan.yaml:19:13 [schema.wrong-form]
            'Section 1' does not have the form of 'chapters[0].sections[0].id'
            “Section 1”不符合“chapters[0].sections[0].id”的格式
            - write a name of lower-case letters, digits, '-' and '.', beginning with a letter or digit
            - 请填写标识（小写字母、数字、- 和 .）
            """#
        ),
        Mistake(
            .plan,
            "title: 发展目标",
            #"title: """#,
            #"""
            Plans/demo/plan.yaml:21:16 [schema.too-short]
            'chapters[0].sections[0].title' is empty
            “chapters[0].sections[0].title”为空
            - write text, not empty
            - 请填写文本
            """#
        ),
        Mistake(
            .plan,
            "format: 1",
            "format: 2",
            #"""
            Plans/demo/plan.yaml:1:9 [schema.not-allowed]
            '2' is not a value of 'format'
            “format”的值不能是“2”
            - write 1
            - 请写 1
            """#
        ),
        Mistake(
            .plan,
            "id: task-2",
            "id: 任务二",
            #"""
            Plans/demo/plan.yaml:54:13 [schema.wrong-form]
            '任务二' does not have the form of 'chapters[1].tasks[1].id'
            “任务二”不符合“chapters[1].tasks[1].id”的格式
            - write a name of lower-case letters, digits, '-' and '.', beginning with a letter or digit
            - 请填写标识（小写字母、数字、- 和 .）
            """#
        ),
        Mistake(
            .plan,
            "name: 教育集团",
            "name: {a: b}",
            #"""
            Plans/demo/plan.yaml:86:24 [schema.wrong-type]
            'measures[0].name' must be text, not a mapping
            “measures[0].name”应为文本，而不是键值对
            - put text that contains ': ' in quotes
            - 含“: ”的文本请加引号
            """#
        ),
        Mistake(
            .plan,
            "period: {from: 2021, to: 2025}",
            "period: 2021",
            #"""
            Plans/demo/plan.yaml:8:9 [schema.wrong-type]
            'period' must be a mapping, not a whole number
            “period”应为键值对，而不是整数
            - write a mapping
            - 请写键值对
            """#
        ),
        Mistake(
            .plan,
            "short_title:",
            "nonsense: 1\nshort_title:",
            #"""
            Plans/demo/plan.yaml:4:1 [schema.unknown-key]
            unknown key 'nonsense'
            键“nonsense”无法识别
            - use one of: format, id, title, short_title, document_number, issuer, issued, period, area, lead, preamble, chapters, indicator_table, indicators, annex, key_projects, measures
            - 可用的键：format, id, title, short_title, document_number, issuer, issued, period, area, lead, preamble, chapters, indicator_table, indicators, annex, key_projects, measures
            """#
        ),
        Mistake(
            .areas,
            #"code: "370602""#,
            "code: 370602",
            #"""
            Plans/registry/areas.yaml:4:12 [schema.wrong-type]
            'areas[1].code' must be text, not a whole number
            “areas[1].code”应为文本，而不是整数
            - put it in quotes: "370602"
            - 请加引号："370602"
            """#
        ),
        Mistake(
            .progress,
            #"date: "2023-06-30""#,
            #"date: "2023-06-31""#,
            #"""
            Plans/demo/progress/2023.yaml:5:11 [schema.wrong-form]
            '2023-06-31' does not have the form of 'entries[0].date'
            “2023-06-31”不符合“entries[0].date”的格式
            - write a day in quotes: "2023-06-30"
            - 请填写日期（YYYY-MM-DD）
            """#
        ),
        Mistake(
            .progress,
            "state: in_progress",
            "state: in-progress",
            #"""
            Plans/demo/progress/2023.yaml:4:12 [schema.not-allowed]
            'in-progress' is not a value of 'entries[0].state'
            “entries[0].state”的值不能是“in-progress”
            - did you mean 'in_progress'?
            - 是否应为“in_progress”？
            """#
        ),
        Mistake(
            .narrative,
            "conclusion:",
            "conclusions:",
            #"""
            Plans/demo/narrative.yaml:3:3 [schema.unknown-key]
            unknown key 'conclusions' in 'midterm'
            “midterm”中的键“conclusions”无法识别
            - did you mean 'conclusion'?
            - 是否应为“conclusion”？
            """#
        ),
        Mistake(
            .configuration,
            "format: 1",
            "format: 1\npublishing: {keep_releases: 0}",
            #"""
            planreport.yaml:2:29 [schema.out-of-range]
            'publishing.keep_releases' must be at least 1, not 0
            “publishing.keep_releases”应不小于 1，现为 0
            - correct the number
            - 请更正数字
            """#
        ),
        Mistake(
            .configuration,
            "format: 1",
            "format: 1\nassessment: {ahead: 0}",
            #"""
            planreport.yaml:2:21 [schema.out-of-range]
            'assessment.ahead' must be greater than 0, not 0
            “assessment.ahead”应大于 0，现为 0
            - correct the number
            - 请更正数字
            """#
        ),
    ]
}
