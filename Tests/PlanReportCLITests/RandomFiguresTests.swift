import Assessment
import Diagnostics
import Foundation
import PlanFiles
import PlanModel
import Reporting
import TestSupport
import Testing

@testable import PlanReportCLI

/// Figures that make arithmetic difficult: the numbers that divide by zero, cancel out, or take many digits.
private struct DifficultFigures {
    private var random: SeededGenerator
    private let extremes = ["0", "-1", "1", "100", "-0.0001", "99999999999999.99", "0.000000000001", "41.17", "75"]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func value(near numbers: [Decimal]) -> Decimal {
        switch random.below(3) {
        case 0: return Decimal(plain: random.pick(extremes)) ?? 0
        case 1 where !numbers.isEmpty: return random.pick(numbers)
        default: return Decimal(random.below(200_000) - 20_000) / 1_000
        }
    }

    /// Figures for everything that a plan measures: some years missing, some districts, both stages.
    mutating func observations(of plan: Plan, areas: [AreaCode]) -> [Observation] {
        let indicators = plan.indicators.map { ($0.id, $0.unit, [$0.baseline.value, $0.target.value]) }
        let targets = plan.allTargets.map { ($0.id, $0.unit ?? "", [$0.value].compactMap { $0 }) }
        let measures = plan.measures.map { ($0.id, $0.unit, [Decimal]()) }
        var all: [Observation] = []
        for (id, unit, numbers) in indicators + targets + measures {
            for area in [plan.area] + areas.prefix(2) {
                for year in plan.years.lowerBound - 1...plan.years.upperBound where random.below(3) > 0 {
                    for stage in [Observation.Stage.selfReported, .verified] where random.below(2) > 0 {
                        all.append(
                            Observation(
                                indicator: id,
                                area: area,
                                period: .year(year),
                                value: value(near: numbers),
                                unit: unit,
                                stage: stage,
                                definition: "口径",
                                source: "来源",
                                location: SourceLocation(file: "random.csv", line: all.count + 2)
                            )
                        )
                    }
                }
            }
        }
        return all
    }
}

@Suite("任意数据下的文档（随机输入）")
struct RandomFiguresTests {
    private func files(seed: UInt64) async throws -> [ReportFile] {
        let workspace = projectFolder.path(percentEncoded: false)
        let contents = try #require(Workspace.load(at: projectFolder).0)
        let templates = try #require(TemplateFolder(workspace: workspace).compile().0)
        var figures = DifficultFigures(seed: seed)
        let inputs = contents.reportInputs.map { input in
            var random = input
            let areas = input.registry.areas.map(\.code).filter { $0 != input.plan.area }
            random.observations = figures.observations(of: input.plan, areas: areas)
            random.narrative = Narrative()
            return random
        }
        let settings = ReportSettings(configuration: contents.configuration, asOf: CalendarDate("2027-06-30"))
        let builder = ReportBuilder(templates: templates, settings: settings, kinds: DocumentKind.allCases, jobs: 2)
        let (files, problems) = await builder.build(inputs)
        // A binding indicator that falls short has to be explained by people; nothing else may be wrong.
        let others = problems.filter { $0.severity == .error && $0.code != "narrative.binding-miss-unexplained" }
        #expect(others.isEmpty)
        let (schema, _) = SiteValidator.loadSchema(workspace: workspace)
        let invalid = SiteValidator(schema: try #require(schema)).validate(files)
        #expect(invalid.isEmpty, "\(invalid.prefix(3).map { "\($0.location): \($0.message.en)" })")
        return files
    }

    @Test("没有 NaN 和无穷；一起印出的占比合计为100%", arguments: [1, 2, 3] as [UInt64])
    func everyNumberIsFinite(_ seed: UInt64) async throws {
        var rows = 0
        for file in try await files(seed: seed) {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for word in ["NaN", "nan%", "Infinity", "∞", ">inf<", ">inf%", ">-inf"] {
                #expect(!text.contains(word), "\(file.path): \(word)")
            }
            for row in text.matches(of: /<tr>(.*?)<\/tr>/.dotMatchesNewlines()) {
                let shares = row.output.1.matches(of: /<span class="when">(\d+\.\d)%<\/span>/).compactMap {
                    Decimal(plain: String($0.output.1))
                }
                guard shares.count > 1 else { continue }
                rows += 1
                #expect(shares.reduce(0, +) == 100, "\(file.path): \(row.output.1)")
            }
        }
        #expect(rows > 0)
    }
}
