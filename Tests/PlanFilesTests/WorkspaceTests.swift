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

    @Test("reports the mistakes of all files in one run, those of a file that cannot be read included")
    func everythingAtOnce() throws {
        var fixture = try Fixture.valid()
        fixture.files[Fixture.configuration] = "format: 2\n"
        fixture.files[Fixture.areas] = "areas: [\n"
        fixture.files[Fixture.plan]?.replace("short_title:", with: "short_titel:")
        fixture.files[Fixture.plan]?.replace("[finance]", with: "[finanse]")
        fixture.files[Fixture.metrics]?.replace("63.14", with: "abc")
        fixture.files[Fixture.metrics]?.replace("groups", with: "gruops")
        fixture.files[Fixture.progress]?.replace("item: task-1", with: "item: task-0")
        fixture.files[Fixture.narrative] = "midterm: [\n"
        fixture.files["Schemas/registry-organizations.schema.json"] = nil
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil)
        #expect(
            diagnostics.map { "\($0.location) \($0.code)" } == [
                "planreport.yaml:1:9 schema.not-allowed",
                "Plans/registry/areas.yaml:1:8 yaml.syntax",
                "Schemas/registry-organizations.schema.json:1:1 configuration.missing-schema",
                "Plans/demo/plan.yaml:4:1 schema.unknown-key",
                "Plans/demo/metrics/city.csv:2:26 metrics.not-a-number",
                "Plans/demo/metrics/city.csv:3:1 metrics.unknown-indicator",
                "Plans/demo/progress/2023.yaml:3:11 progress.unknown-item",
                "Plans/demo/narrative.yaml:1:10 yaml.syntax",
            ]
        )
    }

    @Test(
        "reports a missing file with what to do",
        arguments: [
            (Fixture.configuration, "configuration.missing-file"),
            (Fixture.areas, "registry.missing-file"),
            (Fixture.organizations, "registry.missing-file"),
            (Fixture.plan, "plan.missing-file"),
            (Fixture.source, "plan.missing-source"),
            ("Schemas/plan.schema.json", "configuration.missing-schema"),
            ("Schemas/progress.schema.json", "configuration.missing-schema"),
        ]
    )
    func missingFile(path: String, code: String) throws {
        var fixture = try Fixture.valid()
        fixture.files[path] = nil
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil)
        #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["\(path):1:1 \(code)"])
        #expect(diagnostics.allSatisfy { !$0.help.isEmpty })
    }

    @Test("needs neither figures nor progress nor texts")
    func optionalFiles() throws {
        var fixture = try Fixture.valid()
        for path in [Fixture.metrics, Fixture.progress, Fixture.narrative] { fixture.files[path] = nil }
        let (contents, diagnostics) = try fixture.load()
        #expect(diagnostics == [])
        #expect(contents?.plans.first?.observations == [])
        #expect(contents?.plans.first?.narrative == Narrative())
    }

    @Test("takes sample data instead of the real ones, never beside them")
    func sample() throws {
        var fixture = try Fixture.valid()
        fixture.files["Plans/demo/sample/metrics/a.csv"] =
            Fixture.header + "\npublic-share,370600,2023,70,%,verified,,示例,,,,示例\n"
        let (contents, diagnostics) = try fixture.load(sample: true)
        #expect(diagnostics == [])
        let input = try #require(contents?.plans.first)
        #expect(input.isSample)
        #expect(input.observations.map(\.value) == [70])
        #expect(input.progress == [])
        #expect(input.narrative == Narrative())
    }

    @Test("without sample data warns, and loads none")
    func noSample() throws {
        let (contents, diagnostics) = try Fixture.valid().load(sample: true)
        #expect(
            diagnostics.map { "\($0.severity) \($0.location) \($0.code)" } == [
                "warning Plans/demo/sample:1:1 workspace.no-sample"
            ]
        )
        #expect(contents?.plans.first?.observations == [])
    }

    @Test("reads its plans in the order of their names, or those asked for")
    func choosesPlans() throws {
        var fixture = try Fixture.valid()
        let plan = fixture.files[Fixture.plan]
        fixture.files["Plans/another/source.txt"] = fixture.files[Fixture.source]
        fixture.files["Plans/another/plan.yaml"] = plan?.replacing("id: demo", with: "id: another")
        #expect(try fixture.load().0?.plans.map(\.plan.id.text) == ["another", "demo"])
        #expect(try fixture.load(plans: ["demo"]).0?.plans.map(\.plan.id.text) == ["demo"])
        let (contents, diagnostics) = try fixture.load(plans: ["dmeo"])
        #expect(contents == nil)
        #expect(diagnostics.map(\.code) == ["workspace.unknown-plan"])
        #expect(diagnostics.first?.help.first?.en == "did you mean 'demo'?")
    }

    @Test("holds nothing that was reported on a day after the run's")
    func future() throws {
        var fixture = try Fixture.valid()
        fixture.files[Fixture.progress]? += """
            findings:
              - id: finding-1
                item: task-1
                found: "2023-08-01"
                problem: 进度滞后
                measure: 加快建设
                responsible: [edu]
                due: "2024-06-30"
                rechecks: [{date: "2023-09-01", passed: true, result: 已整改}]
                closed: "2023-09-02"
                source: 市教育局

            """
        let today = CalendarDate("2023-06-29")
        let (contents, diagnostics) = try fixture.load(today: today)
        #expect(contents == nil)
        #expect(
            diagnostics.map { "\($0.location) \($0.code)" } == [
                "Plans/demo/progress/2023.yaml:5:11 progress.future-date",
                "Plans/demo/progress/2023.yaml:13:12 progress.future-date",
                "Plans/demo/progress/2023.yaml:19:13 progress.future-date",
                "Plans/demo/progress/2023.yaml:18:23 progress.future-date",
            ]
        )
        #expect(try fixture.load(today: CalendarDate("2023-10-01")).1 == [])
    }

    @Test("without any plan is reported")
    func noPlans() throws {
        let fixture = Fixture(files: try Fixture.valid().files.filter { !$0.key.hasPrefix("Plans/demo") })
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil)
        #expect(diagnostics.map(\.code) == ["configuration.unknown-plan", "workspace.no-plans"])
    }

    @Test("with a schema that was loosened loses nothing without a word")
    func loosenedSchema() throws {
        var fixture = try Fixture.valid()
        fixture.files["Schemas/plan.schema.json"] = "{}"
        fixture.files[Fixture.plan]?.replace("number: 2\n", with: "nummer: 2\n")
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil)
        #expect(diagnostics.map(\.code) == ["plan.incomplete"])
    }

    @Test("settings that are given replace the defaults, exactly")
    func configuration() throws {
        var fixture = try Fixture.valid()
        fixture.files[Fixture.configuration] = """
            format: 1
            site: {site_id_code: "3706000001", url: https://example.com}
            time_zone: Asia/Urumqi
            assessment: {version: "2", ahead: 1.2, on_track: 0.85, about_tolerance: 0.03}
            publishing: {keep_releases: 3}

            """
        let (contents, diagnostics) = try fixture.load()
        #expect(diagnostics == [])
        let configuration = try #require(contents?.configuration)
        #expect(configuration.site.siteIDCode == "3706000001")
        #expect(configuration.site.name == nil)
        #expect(configuration.timeZone == "Asia/Urumqi")
        #expect(configuration.assessment.ahead == Decimal(plain: "1.2"))
        #expect(configuration.assessment.onTrack == Decimal(plain: "0.85"))
        #expect(configuration.assessment.aboutTolerance == Decimal(plain: "0.03"))
        #expect(configuration.keepReleases == 3)
        #expect(Configuration().assessment.onTrack == Decimal(plain: "0.9"))
    }
}
