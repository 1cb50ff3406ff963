import Testing

@Suite("What contradicts the rest of the plan or the official text is reported")
struct PlanMistakesTests {
    @Test("exactly once, in both languages, with what to do", arguments: mistakes)
    func isReported(_ mistake: Mistake) throws {
        try mistake.check()
    }

    static let mistakes = [
        Mistake(
            .plan,
            "id: demo",
            "id: demo-2",
            #"""
            Plans/demo/plan.yaml:2:5 [plan.folder-differs]
            the plan is called 'demo-2', its folder 'demo'
            规划标识为“demo-2”，所在文件夹却是“demo”
            - rename the folder or the plan
            - 请修改文件夹名或规划标识，使二者一致
            """#
        ),
        Mistake(
            .plan,
            "period: {from: 2021, to: 2025}",
            "period: {from: 2025, to: 2021}",
            #"""
            Plans/demo/plan.yaml:8:26 [plan.period-reversed]
            the plan ends in 2021, before it begins in 2025
            规划终止年 2021 早于起始年 2025
            - write the earlier year in 'from'
            - 请将较早的年份填在“from”
            """#
        ),
        Mistake(
            .plan,
            #"area: "370600""#,
            #"area: "370601""#,
            #"""
            Plans/demo/plan.yaml:9:7 [plan.unknown-area]
            no area '370601' is registered
            地区代码“370601”未登记
            - did you mean '370600'?
            - 是否应为“370600”？
            """#
        ),
        Mistake(
            .plan,
            "support: [finance]",
            "support: [finanse]",
            #"""
            Plans/demo/plan.yaml:79:15 [plan.unknown-organization]
            no organization 'finanse' is registered
            单位“finanse”未登记
            - did you mean 'finance'?
            - 是否应为“finance”？
            """#
        ),
        Mistake(
            .plan,
            "id: task-2",
            "id: summary",
            #"""
            Plans/demo/plan.yaml:54:13 [plan.reserved-identifier]
            'summary' is what pages call a part of their own
            “summary”是页面固定部分的名称
            - give the item another identifier
            - 请另取标识
            """#
        ),
        Mistake(
            .plan,
            "id: task-2",
            "id: task-1",
            #"""
            Plans/demo/plan.yaml:54:13 [plan.duplicate-identifier]
            the identifier 'task-1' is used twice, first in line 32
            标识“task-1”重复，首次出现在第 32 行
            - give one of the two another identifier
            - 请为其中一处另取标识
            """#
        ),
        Mistake(
            .plan,
            "number: 2\n",
            "number: 3\n",
            #"""
            Plans/demo/plan.yaml:55:17 [plan.numbers-not-consecutive]
            task 3 stands where task 2 is expected
            此处应为任务 2，而不是任务 3
            - check the printed number, and whether one is missing
            - 请核对印发文本中的序号，检查是否有遗漏
            """#
        ),
        Mistake(
            .plan,
            "chapter: chapter-1",
            "chapter: chapter-3",
            #"""
            Plans/demo/plan.yaml:59:40 [plan.unknown-item]
            'chapter-3' is not in this plan
            本规划中没有“chapter-3”
            - did you mean 'chapter-1'?
            - 是否应为“chapter-1”？
            """#
        ),
        Mistake(
            .plan,
            "item: task-1",
            "item: task-9",
            #"""
            Plans/demo/plan.yaml:86:45 [plan.unknown-item]
            'task-9' is not in this plan
            本规划中没有“task-9”
            - did you mean 'task-1'?
            - 是否应为“task-1”？
            """#
        ),
        Mistake(
            .plan,
            "kind: atLeast\n",
            "kind: milestone\n",
            #"""
            Plans/demo/plan.yaml:42:13 [plan.target-refuses-field]
            a target of the kind 'milestone' has no 'value'
            “milestone”类承诺目标不应有“value”
            - remove it, or choose another kind
            - 请删除，或改用其他类型
            """#
        ),
        Mistake(
            .plan,
            #"            unit: "%"\#n            holds"#,
            "            holds",
            #"""
            Plans/demo/plan.yaml:40:19 [plan.target-needs-field]
            a target of the kind 'atLeast' needs 'unit'
            “atLeast”类承诺目标必须有“unit”
            - add 'unit:', or choose another kind
            - 请补充“unit:”，或改用其他类型
            """#
        ),
        Mistake(
            .plan,
            "range: [5, 8]",
            "range: [8, 5]",
            #"""
            Plans/demo/plan.yaml:50:20 [plan.range-reversed]
            the range begins with 8 and ends with 5
            范围的下限 8 不小于上限 5
            - write the smaller number first
            - 请将较小的数写在前面
            """#
        ),
        Mistake(
            .plan,
            #"period: "2025""#,
            #"period: "2019""#,
            #"""
            Plans/demo/plan.yaml:69:22 [plan.periods-not-ordered]
            2019 does not follow 2020
            2019 没有排在 2020 之后
            - order them by time: baseline, interim targets, target
            - 请按时间先后排列：基期、中间年份目标、目标
            """#
        ),
        Mistake(
            .plan,
            "[5, 5]",
            "[55, 55]",
            #"""
            Plans/demo/plan.yaml:17:21 [plan.anchor-out-of-range]
            Plans/demo/source.txt has 21 lines, no line 55
            Plans/demo/source.txt 共 21 行，没有第 55 行
            - count the lines from 1
            - 行号从 1 开始，请核对
            """#
        ),
        Mistake(
            .plan,
            "[11, 13]",
            "[13, 11]",
            #"""
            Plans/demo/plan.yaml:36:25 [plan.anchor-reversed]
            the anchor begins in line 13 and ends in line 11
            锚点起始行 13 大于终止行 11
            - write the first line first
            - 请将起始行写在前面
            """#
        ),
        Mistake(
            .plan,
            "text: 生均支出只增不减。",
            "text: 生均支岀只增不减。",
            #"""
            Plans/demo/plan.yaml:57:18 [plan.text-not-in-source]
            this wording is not in line 15 of Plans/demo/source.txt
            Plans/demo/source.txt 第 15 行中没有这段文字
            - correct it: after '生均支' the official text goes on '出只增不减。', the plan '岀只增不减。'
            - 请更正：“生均支”之后原文为“出只增不减。”，此处为“岀只增不减。”
            """#
        ),
        Mistake(
            .plan,
            "title: 保障经费投入",
            "title: 扩大学前资源",
            #"""
            Plans/demo/plan.yaml:56:16 [plan.text-not-in-source]
            this wording is not in line 15 of Plans/demo/source.txt
            Plans/demo/source.txt 第 15 行中没有这段文字
            - it stands in line 11: extend the anchor, or write anchor: {lines: [11, 11], digest: 1e819d0c936c6ab4}
            - 它位于第 11 行：请扩展锚点，或写 anchor: {lines: [11, 11], digest: 1e819d0c936c6ab4}
            """#
        ),
        Mistake(
            .plan,
            "item: task-1",
            "item: nonsense",
            #"""
            Plans/demo/plan.yaml:86:45 [plan.unknown-item]
            'nonsense' is not in this plan
            本规划中没有“nonsense”
            - write the 'id' of an item above
            - 请写本文件中某一事项的“id”
            """#
        ),
        Mistake(
            .source,
            "生均支出只增不减。",
            "生均支出只增不减！",
            #"""
            Plans/demo/plan.yaml:58:43 [plan.anchor-outdated]
            line 15 of Plans/demo/source.txt changed since the anchor was made
            Plans/demo/source.txt 第 15 行在建立锚点后有改动
            - compare the wording with the official text; if the lines are right, write digest: 5669d2b18d7d6a68
            - 请与原文核对；如行号无误，请写 digest: 5669d2b18d7d6a68
            Plans/demo/plan.yaml:57:23 [plan.text-not-in-source]
            this wording is not in line 15 of Plans/demo/source.txt
            Plans/demo/source.txt 第 15 行中没有这段文字
            - correct it: after '生均支出只增不减' the official text goes on '！', the plan '。'
            - 请更正：“生均支出只增不减”之后原文为“！”，此处为“。”
            """#
        ),
        Mistake(
            .progress,
            "reported_by: edu",
            "reported_by: edus",
            #"""
            Plans/demo/progress/2023.yaml:6:18 [plan.unknown-organization]
            no organization 'edus' is registered
            单位“edus”未登记
            - did you mean 'edu'?
            - 是否应为“edu”？
            """#
        ),
        Mistake(
            .progress,
            "reported_by: edu",
            "reported_by: 市教育厅",
            #"""
            Plans/demo/progress/2023.yaml:6:18 [plan.unknown-organization]
            no organization '市教育厅' is registered
            单位“市教育厅”未登记
            - did you mean 'edu' (市教育局)?
            - 是否应为“edu”（市教育局）？
            """#
        ),
        Mistake(
            .plan,
            "lead: edu",
            "lead: 市教育局（市委教育工委）",
            #"""
            Plans/demo/plan.yaml:10:7 [plan.unknown-organization]
            no organization '市教育局（市委教育工委）' is registered
            单位“市教育局（市委教育工委）”未登记
            - did you mean 'edu' (市教育局)?
            - 是否应为“edu”（市教育局）？
            """#
        ),
        Mistake(
            .plan,
            "support: [finance]",
            "support: [市水利局]",
            #"""
            Plans/demo/plan.yaml:79:15 [plan.unknown-organization]
            no organization '市水利局' is registered
            单位“市水利局”未登记
            - add it to Plans/registry/organizations.yaml
            - 请在 Plans/registry/organizations.yaml 中登记
            """#
        ),
    ]
}
