import Assessment
import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Reporting

@Suite("文字中写明的数值、升降和项数与数据对照")
struct NarrativeFigureTests {
    /// 公办幼儿园在园幼儿占比 41.17 (2020) → 75 (2025), 43 in 2021, 45 in 2022; 高等教育在校生 25.8 → 28, 26.3 in 2022.
    private func check(_ text: String, share: [String: String] = ["2021": "43", "2022": "45"]) throws -> [Diagnostic] {
        var students = try Fixture.indicator("25.8", "28")
        students.id = try Fixture.id("students")
        students.name = "在校生"
        students.category = "高等教育"
        students.unit = "万人"
        var narrative = Narrative()
        let place = SourceLocation(file: "narrative.yaml", line: 7, column: 7)
        narrative.passages = [Passage(document: .midterm, text: text, location: place, excerpt: "    - " + text)]
        let figures = try share.sorted { $0.key < $1.key }.map { try Fixture.observation($0.key, $0.value) }
        let input = ReportInput(
            plan: try Fixture.plan([Fixture.indicator(), students]),
            registry: try Fixture.registry(),
            observations: figures + [try Fixture.observation("2022", "26.3", of: "students")],
            narrative: narrative
        )
        let day = CalendarDate.endOfYear(2022)
        let view = PlanView(
            input,
            rules: .standard,
            date: EvaluationDate(cutOff: day, knownBy: day),
            requiresTargetYear: false
        )
        return NarrativeCheck(view: view, kind: .midterm, isDraft: true).diagnostics
    }

    @Test("说反的升降报出文件、行、列和数据")
    func direction() throws {
        let problem = try #require(try check("2022年高等教育在校生由25.8万人下降到26.3万人。").first)
        #expect(problem.code == "narrative.contradicts-figures" && problem.severity == .error)
        #expect(problem.location.description == "narrative.yaml:7:19")
        #expect(problem.length == 16)
        #expect(
            problem.message.zh
                == "文字称“高等教育在校生”“由25.8万人下降到26.3万人”（students），数据为：2020年基期值为25.8万人，2022年为26.3万人（test.csv:2:1）"
        )
    }

    @Test(
        "与数据不符的数值、变化、单位和结论",
        arguments: [
            ("高等教育在校生达到28.5万人。", "达到28.5万人"),
            ("2021年，公办幼儿园在园幼儿占比为45%。", "为45%"),
            ("公办幼儿园在园幼儿占比2022年达到43%，位居前列。", "2022年达到43%"),
            ("公办幼儿园在园幼儿占比超过60%。", "超过60%"),
            ("公办幼儿园在园幼儿占比由2020年的41.17%提高到2022年的52%。", "由2020年的41.17%提高到2022年的52%"),
            ("公办幼儿园在园幼儿占比由40%升至45%。", "由40%升至45%"),
            ("公办幼儿园在园幼儿占比比2020年下降3.83个百分点。", "比2020年下降3.83个百分点"),
            ("2022年，公办幼儿园在园幼儿占比为45%，比上年提高3个百分点。", "比上年提高3个百分点"),
            ("高等教育在校生比2020年增长5%。", "比2020年增长5%"),
            ("公办幼儿园在园幼儿占比逐年下降。", "逐年下降"),
            ("公办幼儿园在园幼儿占比提高了9万人。", "提高了9万人"),
            ("公办幼儿园在园幼儿占比达到9万人。", "达到9万人"),
            ("高等教育在校生增加1.2个百分点。", "增加1.2个百分点"),
            ("公办幼儿园在园幼儿占比圆满完成规划目标。", "圆满完成"),
            ("公办幼儿园在园幼儿占比达到目标要求。", "达到目标要求"),
            ("2项指标中1项完成。", "2项指标中1项完成"),
            ("2项指标全部完成。", "2项指标全部完成"),
            ("2项预期性指标中，有2项快于预期。", "2项预期性指标中，有2项快于预期"),
        ]
    )
    func contradicted(text: String, phrase: String) throws {
        let problems = try check(text)
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(["narrative.contradicts-figures", "narrative.wrong-unit"].contains(problem.code))
        #expect(problem.message.zh.contains("“\(phrase)”"))
    }

    @Test(
        "符合数据的说法不报，四舍五入、换算单位也不报",
        arguments: [
            "高等教育在校生达到26.3万人。", "高等教育在校生达到263000人。", "高等教育在校生约26万人。", "高等教育在校生超过26万人。",
            "2021年，公办幼儿园在园幼儿占比为43%。", "公办幼儿园在园幼儿占比由41.2%提高到45%。",
            "2022年，公办幼儿园在园幼儿占比为45%，比上年提高2个百分点，比2020年提高3.83个百分点。",
            "高等教育在校生比2020年增加0.5万人。", "高等教育在校生比2020年增长1.9%。", "公办幼儿园在园幼儿占比逐年提高。",
            "2项指标中2项相对滞后。", "2项指标中0项完成。",
        ]
    )
    func borneOut(_ text: String) throws {
        #expect(try check(text).map(\.message.zh) == [])
    }

    @Test(
        "说的是目标、区市、其他口径或没有数据的年份，或者说不准的，不作判断",
        arguments: [
            "到2025年，公办幼儿园在园幼儿占比达到75%。", "力争公办幼儿园在园幼儿占比达到75%。", "公办幼儿园在园幼儿占比达到75%的目标仍有差距。",
            "芝罘区公办幼儿园在园幼儿占比达到80%。", "全国公办幼儿园在园幼儿占比下降。", "城区公办幼儿园在园幼儿占比达到60%。",
            "2019年，公办幼儿园在园幼儿占比为38%。", "公办幼儿园在园幼儿占比的下降趋势得到遏制。", "公办幼儿园在园幼儿占比与高等教育在校生分别达到45%和26.3万人。",
            "确保公办幼儿园在园幼儿占比如期完成。", "公办幼儿园在园幼儿占比达到目标的60%。", "公办幼儿园在园幼儿占比下降的区市有2个。",
            "公办幼儿园在园幼儿占比提高9%。", "力争2项指标全部完成。", "2021年，2项指标中1项完成。", "13项指标中10项完成。", "2项指标全部完成核查。",
            "公办幼儿园在园幼儿占比达到40%—60%。",
        ]
    )
    func undecided(_ text: String) throws {
        #expect(try check(text).map(\.message.zh) == [])
    }

    @Test("没有收集到数据时不对照数值")
    func noData() throws {
        #expect(try check("公办幼儿园在园幼儿占比达到60%，比2020年下降。", share: [:]).isEmpty)
    }

    @Test("一句话里的两处错误都报出来")
    func both() throws {
        let text = "2022年高等教育在校生由25.8万人下降到26.3万人，圆满完成规划目标；公办幼儿园在园幼儿占比提高了9万人。"
        #expect(
            try check(text).map(\.code) == [
                "narrative.contradicts-figures", "narrative.contradicts-figures", "narrative.wrong-unit",
            ]
        )
    }

    @Test("来源只称“超过60%”的数据，不低于它的说法都成立", arguments: [("61%", 0), ("60%以上", 0), ("59%", 1)])
    func over(value: String, errors: Int) throws {
        let point = FigureHistory.Point(period: .year(2022), value: 60, precision: .over, evidence: "")
        let history = FigureHistory(unit: "%", points: [point], latest: point)
        let check = FigureStatementCheck(history: history, year: 2022)
        let found = try #require(FigureStatementParser.statements(after: Substring("达到" + value)).first)
        #expect((check.finding(found.statement) == nil ? 0 : 1) == errors)
    }

    @Test("判断结果中的项数写明是哪些指标")
    func counts() throws {
        let problem = try #require(try check("2项指标中1项相对滞后。").first)
        #expect(problem.message.zh == "文字称“2项指标中1项相对滞后”，判断结果为：相对滞后2项（“学前教育·公办幼儿园在园幼儿占比”、“高等教育·在校生”）")
    }
}
