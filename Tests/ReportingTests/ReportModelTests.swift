import TemplateEngine
import Testing

@testable import Reporting

@Suite("报告模型")
struct ReportModelTests {
    @Test("模式里的每个记录、每个字段都有确定的类型，引用的记录都存在")
    func schemaIsClosed() {
        let schema = ContextSchema.reportModel
        func referenced(_ type: ContextType) -> String? {
            switch type {
            case .record(let name): name
            case .list(let element), .map(let element), .optional(let element): referenced(element)
            case .boolean, .integer, .decimal, .text, .markup: nil
            }
        }
        for (record, fields) in schema.records {
            #expect(Set(fields.map(\.name)).count == fields.count, "duplicate field in \(record)")
            for name in fields.compactMap({ referenced($0.type) }) {
                #expect(schema.records[name] != nil, "\(record) refers to \(name)")
            }
        }
    }

    @Test("内部字段标明不公开")
    func internalFields() {
        let hidden = ContextSchema.reportModel.records.flatMap { record, fields in
            fields.filter { $0.visibility == .internal }.map { "\(record).\($0.name)" }
        }
        #expect(hidden == ["ReportedPoint.reportedBy"])
    }

    @Test("值与模式出自同一声明")
    func valuesMatchSchema() throws {
        let chart = ChartBuilder(try Fixture.assessment([:])).chart()
        guard case .record(let fields) = chart.contextValue else {
            Issue.record("a record's context value is a record")
            return
        }
        #expect(fields.map(\.name) == ContextSchema.reportModel.records["TrendChart"]?.map(\.name))
    }

    @Test("并发运行的结果按位置排列，与作业数无关", arguments: [1, 2, 7])
    func order(_ jobs: Int) async {
        let squares = await mapConcurrently(Array(0..<100), jobs: jobs) { $0 * $0 }
        #expect(squares == (0..<100).map { $0 * $0 })
    }
}
