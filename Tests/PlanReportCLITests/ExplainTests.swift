import Assessment
import Foundation
import PlanFiles
import PlanModel
import Reporting
import Testing

@testable import PlanReportCLI

@Suite("explain 命令")
struct ExplainTests {
    private static let plan = "yantai-education-14th-fyp"

    private func explain(_ id: String, _ arguments: [String] = []) throws -> [[String: Any]] {
        let result = try planreport(["explain", id, "--format", "json", "--as-of", "2023-06-30"] + arguments)
        #expect(result.status == 0 && result.errors.isEmpty)
        let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(value as? [[String: Any]])
    }

    @Test("从规划原文到报送单元格、公式、判断和所在页面")
    func workedExample() throws {
        let found = try #require(try explain("public-kindergarten-enrolment-share").first)
        #expect(found["plan"] as? String == Self.plan)
        #expect(found["verdict"] as? String == "ahead")
        let sentence = try #require(found["sentence"] as? [String: Any])
        #expect(sentence["file"] as? String == "Plans/\(Self.plan)/source.txt" && sentence["firstLine"] as? Int == 53)
        let cells = try #require(found["cells"] as? [[String: Any]])
        #expect(cells.contains { ($0["location"] as? String)?.hasSuffix("observed.csv:3:1") == true })
        let steps = try #require(found["steps"] as? [[String: Any]])
        let attainment = try #require(steps.first { $0["quantity"] as? String == "attainment" })
        #expect(attainment["numbers"] as? String == "(63.14 − 41.17) ÷ (75 − 41.17)")
        #expect(attainment["result"] as? String == "0.649424")
        let methods = try #require(found["methods"] as? [[String: Any]])
        #expect(methods.first?["result"] as? String == "1.870604")
        let places = try #require(found["places"] as? [[String: Any]])
        #expect(
            places.contains { $0["path"] as? String == "\(Self.plan)/index.html#public-kindergarten-enrolment-share" }
        )
    }

    @Test("指标的规划原文、目标的数值和单位；任务的责任单位、所含承诺事项；没有报告的照实写")
    func demands() throws {
        let indicator = try #require(try explain("public-kindergarten-enrolment-share").first)
        let row = try #require((indicator["sentence"] as? [String: Any])?["text"] as? String)
        #expect(row.contains("公办幼儿园在园幼儿占比") && row.contains(" | 41.17 | "))
        let demand = try #require(indicator["demand"] as? [String: Any])
        let numbers = ["value", "baselineValue", "unit", "duePeriod"].map { demand[$0] as? String }
        #expect(numbers == ["75", "41.17", "%", "2025"])
        let goals = try planreport(["explain", "project-1", "--as-of", "2026-11-21"])
        #expect(goals.output.contains("\n责任单位\n  "), "\(goals.output) \(goals.errors)")
        #expect(goals.output.contains("\n所含承诺事项\n  "))
        #expect(goals.output.contains("\n进展记录\n  尚未收到进展报告\n"))
        #expect(!goals.output.contains("判断标准"))
    }

    @Test("中期评估的数不必知道截止日期也能查到")
    func documents() throws {
        let arguments = ["explain", "public-kindergarten-enrolment-share", "--sample", "--as-of", "2026-11-21"]
        let words = try planreport(arguments).output
        let midterm = try #require(words.firstRange(of: "\n中期评估（截至"))
        #expect(words[midterm.upperBound...].contains("推进速度 r"))
    }

    @Test("逐年累计：每年的数、合计、起点都在")
    func accumulation() throws {
        let found = try #require(try explain("new-public-kindergartens").first)
        let steps = try #require(found["steps"] as? [[String: Any]])
        #expect(steps.first?["numbers"] as? String == "103 + 35")
        #expect((found["demand"] as? [String: Any])?["baseline"] as? String == "0处（2020年，规划期初从零累计）")
    }

    @Test("标识写错：退出码 65，给出相近的标识")
    func unknown() throws {
        let result = try planreport(["explain", "new-public-kindergarden"])
        #expect(result.status == 65)
        #expect(result.errors.contains("[explain.unknown-item]"))
        #expect(result.errors.contains("new-public-kindergartens"))
    }

    @Test("文档里印出的每个数都能解释", arguments: ["midterm", "final"], [false, true])
    func everyNumber(_ document: String, _ sample: Bool) async throws {
        let asOf = try #require(CalendarDate("2026-11-21"))
        let pipeline = BuildPipeline(workspace: projectFolder.path(percentEncoded: false), sample: sample, jobs: 2)
        let site = try await pipeline.makeSite(asOf: asOf, selection: BuildSelection())
        let (contents, _) = Workspace.load(at: projectFolder, sample: sample)
        let configuration = try #require(contents).configuration
        let settings = ReportSettings(configuration: configuration, asOf: asOf)
        var walked = 0
        for input in try #require(contents).reportInputs {
            // As `explain` without a day does: the documents' own calculations are among the answer.
            let explainer = PlanExplainer(input, settings: settings)
            let path = "\(input.plan.id)/\(document)"
            let html = String(
                decoding: try #require(site.files.first { $0.path == path + ".html" }).bytes,
                as: UTF8.self
            )
            let xml = String(decoding: try #require(site.files.first { $0.path == path + ".xml" }).bytes, as: UTF8.self)
            for element in Self.elements(of: xml) {
                let found = try #require(explainer.explain(element.id), "\(element.id) is not explained")
                let json = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
                let known = Set(Self.numbers(in: json))
                for number in element.numbers {
                    walked += 1
                    #expect(Self.isKnown(number, known), "\(path): \(number) of \(element.id)")
                }
                let isPlaced = element.id == Explainer.summaryIdentifier || element.isBeside
                #expect(isPlaced || html.contains("id=\"\(element.id)\""))
            }
        }
        #expect(walked > 200)
    }

    /// What a document prints numbers about, by the identifier that explains them.
    private struct Element {
        var id: String
        var numbers: [String]
        /// Whether it stands beside the plan's own order, in a table about several items.
        var isBeside = false
    }

    /// The indicators, commitments, rankings, districts, differences and sums of a document, each with every number
    /// printed in it.
    private static func elements(of xml: String) -> [Element] {
        let ofPlan = xml.matches(of: /<(indicator|commitment) id="([^"]+)".*?<\/\1>/.dotMatchesNewlines()).map {
            match in
            let body = String(match.output.0)
            let values = attributes("value|lower|upper|expected", of: body)
            let texts = body.matches(of: /<(sentence|judgement)>(.*?)<\/\1>/).flatMap {
                numbers(in: String($0.output.2))
            }
            return Element(id: String(match.output.2), numbers: values + texts)
        }
        let tables = xml.matches(of: /<(ranking|difference|standing) item="([^"]+)".*?<\/\1>/.dotMatchesNewlines())
        let beside = tables.map { match in
            let body = String(match.output.0)
            let names = body.matches(of: #/<(met|unmet|unknown|unranked)\s/#).map { String($0.output.1) }
            let counts = Dictionary(grouping: names) { $0 }.values.map { String($0.count) }
            let values = attributes("place|value|total", of: body)
            return Element(id: String(match.output.2), numbers: values + counts, isBeside: true)
        }
        let sums = xml.matches(of: /<rollUp .*?<\/rollUp>/.dotMatchesNewlines()).map { match in
            let body = String(match.output)
            let counts = body.matches(of: #/>([0-9]+)</#).map { String($0.output.1) }
            return Element(id: Explainer.summaryIdentifier, numbers: attributes("total|percent", of: body) + counts)
        }
        let forecasts = xml.matches(of: /<(forecasts|standings) [^>]*>/).map { match in
            let numbers = attributes("total|reaching|fallingShort|commitments", of: String(match.output.0))
            return Element(id: Explainer.summaryIdentifier, numbers: numbers)
        }
        return ofPlan + beside + sums + forecasts
    }

    private static func attributes(_ names: String, of body: String) -> [String] {
        let all = body.matches(of: /([a-zA-Z]+)="(-?[0-9.]+)"/)
        let wanted = Set(names.split(separator: "|"))
        return all.filter { wanted.contains($0.output.1) }.map { String($0.output.2) }
    }

    private static func numbers(in text: String) -> [String] {
        text.matches(of: /[0-9]+(\.[0-9]+)?/).map { String($0.output.0) }
    }

    /// Whether a number is among those of an explanation, which have more places than are printed.
    private static func isKnown(_ number: String, _ known: Set<String>) -> Bool {
        let digits = number.drop { $0 == "-" }
        guard !known.contains(String(digits)) else { return true }
        guard let value = Decimal(string: String(digits), locale: Locale(identifier: "en_US_POSIX")) else {
            return false
        }
        let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
        return known.contains { text in
            guard let other = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else { return false }
            return other.rounded(scale: places) == value || (other * 100).rounded(scale: places) == value
        }
    }

    @Test("文字说滞后的指标“提前完成”：check 失败，给出文件、行和数据")
    func contradiction() throws {
        let copy = try WorkspaceCopy()
        let file = "Plans/\(Self.plan)/sample/narrative.yaml"
        try copy.replace("同时，少数指标相对滞后", with: "高等教育在校生提前完成，少数指标相对滞后", in: file)
        let line = try copy.line(of: "高等教育在校生提前完成", in: file)
        let result = try planreport(["check", "--sample", "--lang", "zh", "--as-of", "2024-03-31"], in: copy.folder)
        #expect(result.status == 65)
        #expect(result.errors.contains("\(file):\(line):"))
        #expect(result.errors.contains("[narrative.contradicts-figures]"))
        #expect(result.errors.contains("文字称“高等教育在校生”“提前完成”"))
        #expect(result.errors.contains("2022年为26.34，目标>=28"))
    }

    @Test("终期总结中约束性指标未达标而没有原因和整改措施：check 失败")
    func unexplained() throws {
        let copy = try WorkspaceCopy()
        let file = "Plans/\(Self.plan)/sample/narrative.yaml"
        try copy.replace("cause: 本段为示例文字。受人口结构和存量学历影响", with: "cause: 受人口结构和存量学历影响", in: file)
        let url = copy.folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let cut = try #require(text.range(of: "  explanations:", options: .backwards))
        try String(text[..<cut.lowerBound]).write(to: url, atomically: true, encoding: .utf8)
        let result = try planreport(["check", "--sample", "--as-of", "2026-11-21"], in: copy.folder)
        #expect(result.status == 65)
        #expect(result.errors.contains("[narrative.binding-miss-unexplained]"))
        #expect(result.errors.contains("average-years-of-schooling"))
    }
}
