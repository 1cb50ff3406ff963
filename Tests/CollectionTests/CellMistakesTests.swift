import Diagnostics
import Foundation
import Testing

@testable import Collection

@Suite("A wrong cell in a file of observations is reported")
struct CellMistakesTests {
    /// One change to a row that is right, and everything that is reported then.
    struct BadCell: Sendable {
        let old: String
        let new: String
        let expected: String

        init(_ old: String, _ new: String, _ expected: String) {
            self.old = old
            self.new = new
            self.expected = expected
        }
    }

    @Test("at the cell it is in, with the cell as it should be where that is clear", arguments: badCells)
    func cell(_ mistake: BadCell) throws {
        let range = try #require(Sample.row.range(of: mistake.old))
        let (observations, diagnostics) = try Sample.read(Sample.row.replacingCharacters(in: range, with: mistake.new))
        #expect(observations.isEmpty)
        #expect(diagnostics.map(\.pinned).joined(separator: "\n") == mistake.expected)
    }

    static let badCells = [
        BadCell(
            "63.14",
            "abc",
            #"""
            2:19+3 [metrics.not-a-number]
            'abc' is not a plain number
            “abc”不是普通数字
            - write digits and at most one point, such as 52.66, >95 (over) or ~3 (about)
            - 请只写半角数字和小数点，例如 52.66、>95（超过）、~3（约）
            """#
        ),
        BadCell(
            "63.14",
            #""1,234""#,
            #"""
            2:20+5 [metrics.not-a-number]
            '1,234' is not a plain number
            “1,234”不是普通数字
            - write 1234
            - 请写 1234
            """#
        ),
        BadCell(
            "63.14",
            "６３.１４",
            #"""
            2:19+5 [metrics.not-a-number]
            '６３.１４' is not a plain number
            “６３.１４”不是普通数字
            - write 63.14
            - 请写 63.14
            """#
        ),
        BadCell(
            "63.14",
            "63.14%",
            #"""
            2:19+6 [metrics.not-a-number]
            '63.14%' is not a plain number
            “63.14%”不是普通数字
            - write 63.14
            - 请写 63.14
            """#
        ),
        BadCell(
            "63.14",
            "＞63",
            #"""
            2:19+3 [metrics.not-a-number]
            '＞63' is not a plain number
            “＞63”不是普通数字
            - write >63
            - 请写 >63
            """#
        ),
        BadCell(
            "63.14",
            "约63",
            #"""
            2:19+3 [metrics.not-a-number]
            '约63' is not a plain number
            “约63”不是普通数字
            - write digits and at most one point, such as 52.66, >95 (over) or ~3 (about)
            - 请只写半角数字和小数点，例如 52.66、>95（超过）、~3（约）
            """#
        ),
        BadCell(
            "63.14",
            "=B2/C2",
            #"""
            2:19+6 [metrics.formula]
            '=B2/C2' is a formula, not a number
            “=B2/C2”是公式，不是数字
            - paste the result as a value
            - 请将计算结果粘贴为数值
            """#
        ),
        BadCell(
            "63.14",
            "@SUM(A1)",
            #"""
            2:19+8 [metrics.formula]
            '@SUM(A1)' is a formula, not a number
            “@SUM(A1)”是公式，不是数字
            - paste the result as a value
            - 请将计算结果粘贴为数值
            """#
        ),
        BadCell(
            "63.14",
            "+63.14",
            #"""
            2:19+6 [metrics.not-a-number]
            '+63.14' is not a plain number
            “+63.14”不是普通数字
            - write 63.14
            - 请写 63.14
            """#
        ),
        BadCell(
            "63.14",
            "暂无数据",
            #"""
            2:19+4 [metrics.not-a-number]
            '暂无数据' is not a plain number
            “暂无数据”不是普通数字
            - leave the cell empty and say why in 'reason'
            - 请将单元格留空，并在“reason”列说明原因
            """#
        ),
        BadCell(
            "63.14",
            "1e3",
            #"""
            2:19+3 [metrics.not-a-number]
            '1e3' is not a plain number
            “1e3”不是普通数字
            - write digits and at most one point, such as 52.66, >95 (over) or ~3 (about)
            - 请只写半角数字和小数点，例如 52.66、>95（超过）、~3（约）
            """#
        ),
        BadCell(
            "63.14",
            ">",
            #"""
            2:19+1 [metrics.not-a-number]
            '>' is not a plain number
            “>”不是普通数字
            - write digits and at most one point, such as 52.66, >95 (over) or ~3 (about)
            - 请只写半角数字和小数点，例如 52.66、>95（超过）、~3（约）
            """#
        ),
        BadCell(
            "63.14",
            "",
            #"""
            2:19+1 [metrics.missing-reason]
            a missing value without a reason
            数值缺失而没有说明原因
            - write the value, or in 'reason' why there is none
            - 请填写数值，或在“reason”列说明缺失原因
            """#
        ),
        BadCell(
            "发布会",
            "",
            #"""
            2:39+1 [metrics.missing-source]
            a value without a source
            有数值而没有来源
            - write in 'source' where the value is from
            - 请在“source”列写明数据来源
            """#
        ),
        BadCell(
            "share",
            "shaer",
            #"""
            2:1+5 [metrics.unknown-indicator]
            the plan has no indicator, target or measure 'shaer'
            规划中没有指标、承诺目标或监测数据“shaer”
            - did you mean 'share'?
            - 是否应为“share”？
            """#
        ),
        BadCell(
            "share",
            "公办园占比",
            #"""
            2:1+5 [metrics.unknown-indicator]
            the plan has no indicator, target or measure '公办园占比'
            规划中没有指标、承诺目标或监测数据“公办园占比”
            - write its identifier: share
            - 请写标识：share
            """#
        ),
        BadCell(
            "share",
            "",
            #"""
            2:1+1 [metrics.empty-cell]
            the cell 'indicator' is empty
            “indicator”单元格为空
            - fill it in
            - 请填写
            """#
        ),
        BadCell(
            "share",
            "Share",
            #"""
            2:1+5 [metrics.unknown-indicator]
            the plan has no indicator, target or measure 'Share'
            规划中没有指标、承诺目标或监测数据“Share”
            - did you mean 'share'?
            - 是否应为“share”？
            """#
        ),
        BadCell(
            "share",
            "nonsense",
            #"""
            2:1+8 [metrics.unknown-indicator]
            the plan has no indicator, target or measure 'nonsense'
            规划中没有指标、承诺目标或监测数据“nonsense”
            - write the 'id' of an indicator, target or measure in plan.yaml
            - 请写 plan.yaml 中指标、承诺目标或监测数据的“id”
            """#
        ),
        BadCell(
            "370602",
            "370603",
            #"""
            2:7+6 [metrics.unknown-area]
            no area '370603' is registered
            地区“370603”未登记
            - write one of: 370600 烟台市, 370602 芝罘区
            - 请写以下代码之一：370600 烟台市、370602 芝罘区
            """#
        ),
        BadCell(
            "370602",
            "芝罘区",
            #"""
            2:7+3 [metrics.unknown-area]
            no area '芝罘区' is registered
            地区“芝罘区”未登记
            - write its code: 370602
            - 请写代码：370602
            """#
        ),
        BadCell(
            "370602",
            "某区",
            #"""
            2:7+2 [metrics.unknown-area]
            no area '某区' is registered
            地区“某区”未登记
            - write one of: 370600 烟台市, 370602 芝罘区
            - 请写以下代码之一：370600 烟台市、370602 芝罘区
            """#
        ),
        BadCell(
            "2022,",
            "2022年,",
            #"""
            2:14+5 [metrics.bad-period]
            '2022年' is not a period
            “2022年”不是规范的时期
            - write 2022
            - 请写 2022
            """#
        ),
        BadCell(
            "2022,",
            "2022年上半年,",
            #"""
            2:14+8 [metrics.bad-period]
            '2022年上半年' is not a period
            “2022年上半年”不是规范的时期
            - write 2022-H1
            - 请写 2022-H1
            """#
        ),
        BadCell(
            "2022,",
            "2022/6/30,",
            #"""
            2:14+9 [metrics.bad-period]
            '2022/6/30' is not a period
            “2022/6/30”不是规范的时期
            - write 2022-06-30
            - 请写 2022-06-30
            """#
        ),
        BadCell(
            "2022,",
            "去年,",
            #"""
            2:14+2 [metrics.bad-period]
            '去年' is not a period
            “去年”不是规范的时期
            - write 2023, 2023-H1, 2023-Q3, 2023-06 or 2023-06-30
            - 请写成 2023、2023-H1、2023-Q3、2023-06 或 2023-06-30
            """#
        ),
        BadCell(
            "2022,",
            ",",
            #"""
            2:14+1 [metrics.empty-cell]
            the cell 'time_period' is empty
            “time_period”单元格为空
            - fill it in
            - 请填写
            """#
        ),
        BadCell(
            "2023-03",
            "2023-3",
            #"""
            2:65+6 [metrics.bad-period]
            '2023-3' is not a period
            “2023-3”不是规范的时期
            - write 2023-03
            - 请写 2023-03
            """#
        ),
        BadCell(
            "%,",
            "万人,",
            #"""
            2:25+2 [metrics.wrong-unit]
            the unit of 'share' is %, not 万人
            “share”的计量单位是%，不是万人
            - convert the value to % and write that unit
            - 请将数值换算为%，并改写单位
            """#
        ),
        BadCell(
            "%,",
            ",",
            #"""
            2:25+1 [metrics.empty-cell]
            the cell 'unit' is empty
            “unit”单元格为空
            - fill it in
            - 请填写
            """#
        ),
        BadCell(
            "verified",
            "verifed",
            #"""
            2:27+7 [metrics.bad-stage]
            'verifed' is not a stage
            “verifed”不是规范的数据阶段
            - did you mean 'verified'?
            - 是否应为“verified”？
            """#
        ),
        BadCell(
            "verified",
            "自评",
            #"""
            2:27+2 [metrics.bad-stage]
            '自评' is not a stage
            “自评”不是规范的数据阶段
            - write self_reported (自评) or verified (验证)
            - 请写 self_reported（自评）或 verified（验证）
            """#
        ),
        BadCell(
            "https://example.com/1",
            "www.example.com",
            #"""
            2:43+15 [metrics.bad-address]
            an address must begin with https:// or http://
            网址应以 https:// 或 http:// 开头
            - copy the whole address from the browser
            - 请从浏览器复制完整网址
            """#
        ),
        BadCell(
            "%,",
            "％,",
            #"""
            2:25+1 [metrics.wrong-unit]
            the unit of 'share' is %, not ％
            “share”的计量单位是%，不是％
            - write it half-width: %
            - 请写半角 %
            """#
        ),
        BadCell(
            "63.14",
            "63.14％",
            #"""
            2:19+6 [metrics.not-a-number]
            '63.14％' is not a plain number
            “63.14％”不是普通数字
            - write 63.14
            - 请写 63.14
            """#
        ),
        BadCell(
            "share,370602,2022,63.14,%,verified,在园,发布会,https://example.com/1,2023-03,,",
            "share，370602，2022，63.14，%，verified，在园，发布会，https://example.com/1，2023-03，，",
            #"""
            2:1+73 [metrics.cell-count]
            this row has 1 cell, the first line has 12
            本行有 1 个单元格，首行有 12 个
            - replace the full-width commas “，” by “,”
            - 请把全角逗号“，”改为半角“,”
            """#
        ),
        BadCell(
            "在园",
            "在,园",
            #"""
            2:75+1 [metrics.cell-count]
            this row has 13 cells, the first line has 12
            本行有 13 个单元格，首行有 12 个
            - put text that contains commas in quotes, and keep the commas of empty cells
            - 含半角逗号的文本请加引号；空单元格的逗号请保留
            """#
        ),
        BadCell(
            "在园,",
            "",
            #"""
            2:1+5 [metrics.cell-count]
            this row has 11 cells, the first line has 12
            本行有 11 个单元格，首行有 12 个
            - put text that contains commas in quotes, and keep the commas of empty cells
            - 含半角逗号的文本请加引号；空单元格的逗号请保留
            """#
        ),
        BadCell(
            "在园",
            #"在"园"#,
            #"""
            2:37+1 [metrics.stray-quote]
            a quotation mark inside a cell that does not begin with one
            未加引号的单元格中出现引号
            - put the whole cell in quotes and write the mark twice: ""
            - 请给整个单元格加引号，其中的引号写两次：""
            """#
        ),
        BadCell(
            "在园",
            #""在园"#,
            #"""
            2:36+1 [metrics.unclosed-quote]
            the quotation mark of this cell is never closed
            此单元格的引号没有闭合
            - close it, or remove it
            - 请补全或删除引号
            """#
        ),
    ]
}

extension Diagnostic {
    /// Everything that people see of a diagnostic but the file's name and the excerpt.
    var pinned: String {
        let place = "\(location.line):\(location.column)+\(length) [\(code)]"
        let lines = [place, message.en, message.zh] + help.flatMap { ["- " + $0.en, "- " + $0.zh] }
        return lines.joined(separator: "\n")
    }
}
