import Testing

@Suite("Mistakes in the other files of a workspace are reported")
struct WorkspaceMistakesTests {
    @Test("exactly once, in both languages, with what to do", arguments: mistakes)
    func isReported(_ mistake: Mistake) throws {
        try mistake.check()
    }

    static let mistakes = [
        Mistake(
            .progress,
            "item: task-1",
            "item: nonsense",
            #"""
            Plans/demo/progress/2023.yaml:3:11 [progress.unknown-item]
            the plan has no task, safeguard, project, goal or target 'nonsense'
            规划中没有任务、保障措施、重点工程、工作目标或承诺目标“nonsense”
            - write its 'id' in plan.yaml
            - 请写 plan.yaml 中该事项的“id”
            """#
        ),
        Mistake(
            .configuration,
            "demo:",
            "other-plan:",
            #"""
            planreport.yaml:5:5 [configuration.unknown-plan]
            there is no plan 'other-plan'
            没有规划“other-plan”
            - remove it, or add the plan
            - 请删除，或添加该规划
            """#
        ),
        Mistake(
            .areas,
            #"parent: "370600""#,
            #"parent: "370601""#,
            #"""
            Plans/registry/areas.yaml:4:41 [registry.unknown-parent]
            no area '370601' is in this file
            本文件中没有地区“370601”
            - did you mean '370600'?
            - 是否应为“370600”？
            """#
        ),
        Mistake(
            .areas,
            "name: 烟台市",
            #"name: 烟台市, parent: "370602""#,
            #"""
            Plans/registry/areas.yaml:3:41 [registry.parent-cycle]
            the area '370600' lies within itself
            地区“370600”的上级又属于它自己
            - correct the parent, or remove it
            - 请更正或删除上级
            Plans/registry/areas.yaml:4:41 [registry.parent-cycle]
            the area '370602' lies within itself
            地区“370602”的上级又属于它自己
            - correct the parent, or remove it
            - 请更正或删除上级
            """#
        ),
        Mistake(
            .areas,
            #"  - {code: "370602""#,
            #"  - {code: "370600", name: 福山区}\#n  - {code: "370602""#,
            #"""
            Plans/registry/areas.yaml:4:12 [registry.duplicate-name]
            '370600' stands twice, first in line 3
            “370600”重复，首次出现在第 3 行
            - codes, identifiers, names and aliases must each belong to one entry: keep one
            - 代码、标识、名称和别名只能属于一个条目，请保留一处
            """#
        ),
        Mistake(
            .organizations,
            "name: 市财政局",
            "name: 市教育局",
            #"""
            Plans/registry/organizations.yaml:4:25 [registry.duplicate-name]
            '市教育局' stands twice, first in line 3
            “市教育局”重复，首次出现在第 3 行
            - codes, identifiers, names and aliases must each belong to one entry: keep one
            - 代码、标识、名称和别名只能属于一个条目，请保留一处
            """#
        ),
        Mistake(
            .progress,
            "item: task-1",
            "item: task-11",
            #"""
            Plans/demo/progress/2023.yaml:3:11 [progress.unknown-item]
            the plan has no task, safeguard, project, goal or target 'task-11'
            规划中没有任务、保障措施、重点工程、工作目标或承诺目标“task-11”
            - did you mean 'task-1'?
            - 是否应为“task-1”？
            """#
        ),
        Mistake(
            .configuration,
            "format: 1",
            "format: 1\ntime_zone: Asia/Beijing",
            #"""
            planreport.yaml:2:12 [configuration.unknown-time-zone]
            there is no time zone 'Asia/Beijing'
            没有时区“Asia/Beijing”
            - for China write Asia/Shanghai
            - 中国大陆请写 Asia/Shanghai
            """#
        ),
        Mistake(
            .configuration,
            "format: 1",
            "format: 1\nassessment: {ahead: 0.8}",
            #"""
            planreport.yaml:2:13 [configuration.thresholds-reversed]
            'on_track' (0.9) must be less than 'ahead' (0.8)
            “on_track”（0.9）应小于“ahead”（0.8）
            - by default they are 0.90 and 1.10
            - 默认值为 0.90 和 1.10
            """#
        ),
        Mistake(
            .configuration,
            "demo:",
            "dmeo:",
            #"""
            planreport.yaml:5:5 [configuration.unknown-plan]
            there is no plan 'dmeo'
            没有规划“dmeo”
            - did you mean 'demo'?
            - 是否应为“demo”？
            """#
        ),
        Mistake(
            .planSchema,
            #""minLength": 1"#,
            #""minLenght": 1"#,
            #"""
            Schemas/plan.schema.json:193:7 [configuration.bad-schema]
            the keyword 'minLenght' is not supported in schemas
            模式中不支持关键字“minLenght”
            - did you mean 'minLength'?
            - 是否应为“minLength”？
            - restore the file from the PlanReport package
            - 请从 PlanReport 安装包恢复此文件
            """#
        ),
        Mistake(
            .planSchema,
            #""pattern": "^[0-9a-f]{16}$""#,
            #""pattern": "^[0-9a-f""#,
            #"""
            Schemas/plan.schema.json:248:22 [configuration.bad-schema]
            the pattern is not a regular expression
            pattern 不是正确的正则表达式
            - restore the file from the PlanReport package
            - 请从 PlanReport 安装包恢复此文件
            """#
        ),
        Mistake(
            .planSchema,
            #"#/$defs/paragraph""#,
            #"#/$defs/paragraf""#,
            #"""
            Schemas/plan.schema.json:82:15 [configuration.bad-schema]
            there is no 'paragraf' in $defs
            $defs 中没有“paragraf”
            - did you mean 'paragraph'?
            - 是否应为“paragraph”？
            """#
        ),
    ]
}
