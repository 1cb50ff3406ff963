import Diagnostics
import Testing

@testable import Collection

@Suite("A wrong first line in a file of observations is reported")
struct HeaderMistakesTests {
    /// A header and everything that is reported then.
    struct BadHeader: Sendable {
        let header: String
        let expected: String

        init(_ header: String, _ expected: String) {
            self.header = header
            self.expected = expected
        }
    }

    @Test("once, at the name of the column", arguments: badHeaders)
    func header(_ mistake: BadHeader) throws {
        let (observations, diagnostics) = try Sample.read(header: mistake.header, Sample.row)
        #expect(observations.isEmpty || diagnostics.contains { $0.code == "metrics.swapped-columns" })
        #expect(diagnostics.map(\.pinned).joined(separator: "\n") == mistake.expected)
    }

    static let badHeaders = [
        BadHeader(
            "indicater,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note",
            #"""
            1:1+9 [metrics.unknown-column]
            unknown column 'indicater'
            列名“indicater”无法识别
            - did you mean 'indicator'?
            - 是否应为“indicator”？
            """#
        ),
        BadHeader(
            "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason",
            #"""
            1:1+9 [metrics.missing-column]
            the column 'note' is missing
            缺少列“note”
            - add it to the first line; its cells may stay empty where nothing is known
            - 请在首行补充该列；没有内容的单元格可以留空
            """#
        ),
        BadHeader(
            "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note,note",
            #"""
            1:96+4 [metrics.duplicate-column]
            the column 'note' stands twice
            列“note”重复
            - remove one of the two
            - 请删除其中一列
            2:1+5 [metrics.cell-count]
            this row has 12 cells, the first line has 13
            本行有 12 个单元格，首行有 13 个
            - put text that contains commas in quotes, and keep the commas of empty cells
            - 含半角逗号的文本请加引号；空单元格的逗号请保留
            """#
        ),
        BadHeader(
            "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note,",
            #"""
            1:96+1 [metrics.unknown-column]
            a column has no name
            有一列没有列名
            - use: indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            - 可用的列名：indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            2:1+5 [metrics.cell-count]
            this row has 12 cells, the first line has 13
            本行有 12 个单元格，首行有 13 个
            - put text that contains commas in quotes, and keep the commas of empty cells
            - 含半角逗号的文本请加引号；空单元格的逗号请保留
            """#
        ),
        BadHeader(
            "indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note,备注",
            #"""
            1:96+2 [metrics.unknown-column]
            unknown column '备注'
            列名“备注”无法识别
            - use: indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            - 可用的列名：indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            2:1+5 [metrics.cell-count]
            this row has 12 cells, the first line has 13
            本行有 12 个单元格，首行有 13 个
            - put text that contains commas in quotes, and keep the commas of empty cells
            - 含半角逗号的文本请加引号；空单元格的逗号请保留
            """#
        ),
        BadHeader(
            "indicator;area;time_period;value;unit;stage;definition;source;source_url;published;reason;note",
            #"""
            1:1+94 [metrics.wrong-separator]
            the columns are separated by ';'
            各列以“;”分隔
            - save the file as CSV with commas
            - 请另存为以半角逗号分隔的 CSV 文件
            """#
        ),
        BadHeader(
            "indicator\tarea\ttime_period\tvalue\tunit\tstage\tdefinition\tsource\tsource_url\tpublished\treason\tnote",
            #"""
            1:1+94 [metrics.wrong-separator]
            the columns are separated by tabs
            各列以制表符分隔
            - save the file as CSV with commas
            - 请另存为以半角逗号分隔的 CSV 文件
            """#
        ),
        BadHeader(
            "indicator，area，time_period，value，unit，stage，definition，source，source_url，published，reason，note",
            #"""
            1:1+94 [metrics.wrong-separator]
            the columns are separated by '，'
            各列以“，”分隔
            - save the file as CSV with commas
            - 请另存为以半角逗号分隔的 CSV 文件
            """#
        ),
        BadHeader(
            "指标,地区,时期,数值,单位,阶段,口径,来源,网址,发布时间,原因,备注",
            #"""
            1:1+2 [metrics.missing-header]
            the first line must name the columns
            首行应为列名
            - replace this line by: indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            - 请将此行替换为：indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            """#
        ),
        BadHeader(
            "indicator,time_period,area,value,unit,stage,definition,source,source_url,published,reason,note",
            #"""
            1:11+11 [metrics.swapped-columns]
            the columns 'time_period' and 'area' seem to be swapped
            “time_period”与“area”两列可能颠倒
            - exchange the two names in the first line, or the cells below them
            - 请对调首行的两个列名，或对调两列的内容
            """#
        ),
        BadHeader(
            "indicator,area,value,time_period,unit,stage,definition,source,source_url,published,reason,note",
            #"""
            1:16+5 [metrics.swapped-columns]
            the columns 'value' and 'time_period' seem to be swapped
            “value”与“time_period”两列可能颠倒
            - exchange the two names in the first line, or the cells below them
            - 请对调首行的两个列名，或对调两列的内容
            """#
        ),
        BadHeader(
            "",
            #"""
            2:1+5 [metrics.missing-header]
            the first line must name the columns
            首行应为列名
            - put this line above: indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            - 请在最上方加一行：indicator,area,time_period,value,unit,stage,definition,source,source_url,published,reason,note
            """#
        ),
    ]
}
