import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import PlanFiles

@Suite("A workspace")
struct WorkspaceTests {
    @Test("is read whole when nothing is wrong with it")
    func loadsEverything() throws {
        let (contents, diagnostics) = try Fixture.valid().load()
        #expect(diagnostics == [])
        let input = try #require(contents?.plans.first)
        #expect(input.plan.id.text == "demo")
        #expect(input.plan.years == 2021...2025)
        #expect(input.plan.allTasks.map(\.number) == [1, 2])
        #expect(input.plan.allTargets.map(\.id.text) == ["inclusive", "new-kindergartens"])
        #expect(input.plan.allTargets.last?.range == 5...8)
        #expect(input.plan.indicators.first?.baseline.value == Decimal(plain: "41.17"))
        #expect(input.plan.annex?.citedAs == "重点工程")
        #expect(input.observations.map(\.value) == [Decimal(plain: "63.14"), 125, nil])
        #expect(input.progress.map(\.item.text) == ["task-1"])
        #expect(input.narrative.midterm.conclusion == ["总体顺利。"])
        #expect(input.narrative.final.nextSteps == ["继续推进。"])
        #expect(!input.isSample)
        let configuration = try #require(contents?.configuration)
        #expect(configuration.site.name == "烟台市教育局")
        #expect(configuration.cutOffs.values.first?.midterm == CalendarDate("2023-06-30"))
        #expect(configuration.keepReleases == 14)
    }
}
