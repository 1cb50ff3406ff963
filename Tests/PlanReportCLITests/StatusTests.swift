import Foundation
import Testing

@Suite("status 命令")
struct StatusTests {
    private static let plan = "yantai-education-14th-fyp"

    private func rows(_ arguments: [String]) throws -> [[String: Any]] {
        let result = try planreport(["status", "--format", "json"] + arguments)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(value as? [[String: Any]])
    }

    @Test("2023 年 6 月 30 日的公办幼儿园在园幼儿占比")
    func workedExample() throws {
        let rows = try rows(["--plan", Self.plan, "--as-of", "2023-06-30"])
        let row = try #require(rows.first { $0["name"] as? String == "公办幼儿园在园幼儿占比" })
        #expect(row["actual"] as? Double == 63.14)
        #expect(row["timePeriod"] as? String == "2022")
        #expect(row["expected"] as? Double == 54.702)
        #expect(row["attainment"] as? Double == 0.6494)
        #expect(row["verdict"] as? String == "ahead")
        #expect(row["nature"] as? String == "anticipatory")
        #expect(row["comparator"] as? String == ">=")
    }

    @Test("13 个指标，键齐全；没有数据的为空值和 noData，持平目标不作除零")
    func allIndicators() throws {
        let keys: Set = [
            "plan", "id", "name", "category", "unit", "nature", "comparator", "baseline", "baselinePeriod", "target",
            "targetPeriod", "actual", "timePeriod", "expected", "attainment", "pace", "verdict", "forecast",
        ]
        let rows = try rows(["--plan", Self.plan, "--as-of", "2023-06-30"])
        #expect(rows.count == 13)
        #expect(rows.count { $0["nature"] as? String == "binding" } == 2)
        for row in rows {
            #expect(Set(row.keys) == keys)
            guard row["actual"] is NSNull else { continue }
            #expect(row["verdict"] as? String == "noData")
            for key in ["timePeriod", "expected", "attainment", "pace", "forecast"] { #expect(row[key] is NSNull) }
        }
    }

    @Test("csv 与 json 列出同样的指标")
    func csv() throws {
        let result = try planreport(["status", "--plan", Self.plan, "--format", "csv", "--as-of", "2023-06-30"])
        let lines = result.output.split(separator: "\r\n")
        #expect(lines.count == 14)
        #expect(lines[0].hasPrefix("plan,id,name,category,unit,nature,comparator,baseline,baselinePeriod,target"))
        #expect(result.output.contains(",63.14,2022,54.702,0.6494,1.6236,ahead,96.095\r\n"))
    }

    @Test("text 还列出任务和项目的状态")
    func text() throws {
        let result = try planreport(["status", "--plan", Self.plan])
        #expect(result.status == 0)
        for part in ["公办幼儿园在园幼儿占比", "任务 33 项", "重点项目 12 项", "暂无数据"] {
            #expect(result.output.contains(part))
        }
    }

    @Test("没有这个规划：65，并提示最接近的编号")
    func unknownPlan() throws {
        let result = try planreport(["status", "--plan", "yantai-rural-educaton"])
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("did you mean 'yantai-rural-education'?"))
    }

    @Test("用法错误：64")
    func usage() throws {
        #expect(try planreport(["status", "--as-of", "2023-13-01"]).status == 64)
        #expect(try planreport(["build", "--jobs", "0"]).status == 64)
        #expect(try planreport(["publish"]).status == 64)
    }
}
