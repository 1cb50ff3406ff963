import Assessment
import Diagnostics
import Foundation
import PlanModel
import Testing

@testable import Reporting

@Suite("人写的文字与数据对照")
struct NarrativeTests {
    private let figures = ["2021": "43", "2022": "45"]

    /// A plan with one binding indicator, 41.17 (2020) → 75 (2025), and the given text.
    private func view(
        _ text: String,
        figures: [String: String],
        explanations: [Explanation] = [],
        signature: Signature? = nil,
        cutOff: Int = 2022
    ) throws -> PlanView {
        var indicator = try Fixture.indicator()
        indicator.nature = .binding
        let plan = try Fixture.plan([indicator])
        var narrative = Narrative()
        narrative.file = "narrative.yaml"
        let place = SourceLocation(file: "narrative.yaml", line: 7, column: 7)
        narrative.passages = [Passage(document: .midterm, text: text, location: place, excerpt: "    - " + text)]
        narrative.midterm.explanations = explanations
        narrative.midterm.signature = signature
        let input = ReportInput(
            plan: plan,
            registry: Registry(areas: [], organizations: []),
            observations: try figures.sorted { $0.key < $1.key }.map { try Fixture.observation($0.key, $0.value) },
            narrative: narrative
        )
        let day = CalendarDate.endOfYear(cutOff)
        let date = EvaluationDate(cutOff: day, knownBy: day)
        return PlanView(input, rules: .standard, date: date, requiresTargetYear: false)
    }

    private func check(_ text: String, isDraft: Bool = true) throws -> [Diagnostic] {
        NarrativeCheck(view: try view(text, figures: figures), kind: .midterm, isDraft: isDraft).diagnostics
    }

    @Test("说滞后的指标“提前完成”：报出文件、行、列和数据")
    func contradiction() throws {
        let problems = try check("公办幼儿园在园幼儿占比提前完成目标。")
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.code == "narrative.contradicts-figures" && problem.severity == .error)
        #expect(problem.location.description == "narrative.yaml:7:18")
        #expect(problem.length == 4)
        #expect(
            problem.message.zh
                == "文字称“公办幼儿园在园幼儿占比”“提前完成”（share），数据为：相对滞后；2022年为45，目标>=75（test.csv:2:1）"
        )
    }

    @Test(
        "符合数据的说法、否定的说法、与指标无关的说法不报",
        arguments: [
            "公办幼儿园在园幼儿占比相对滞后。", "公办幼儿园在园幼儿占比尚未提前完成。", "评估工作提前完成。",
            "公办幼儿园在园幼儿占比有所提高。多数任务提前完成。", "公办幼儿园在园幼儿占比相对滞后，其他工作提前完成。",
        ]
    )
    func harmless(_ text: String) throws {
        #expect(try check(text).isEmpty)
    }

    @Test(
        "论断标记与数据对照",
        arguments: [
            ("提高较快{{claim: share > 44}}。", nil), ("{{claim: share is behind}}", nil), ("{{claim: share is 相对滞后}}", nil),
            ("{{claim: share ≥ 45}}", nil), ("{{claim: share > 60}}", "narrative.claim-contradicted"),
            ("{{claim: share is achieved}}", "narrative.claim-contradicted"),
            ("{{claim: shore > 60}}", "narrative.claim-unknown-item"),
            ("{{claim: share >> 60}}", "narrative.claim-syntax"),
            ("{{claim: share > 60", "narrative.claim-syntax"),
        ]
    )
    func claims(_ text: String, _ code: String?) throws {
        #expect(try check(text).map(\.code) == (code.map { [$0] } ?? []))
    }

    @Test("论断标记不印出来")
    func printed() {
        #expect(Claim.removed(from: "提高较快{{claim: share > 44}}，好{{claim: a = 1}}。") == "提高较快，好。")
    }

    @Test("约束性指标未达标必须说明原因和整改措施；草稿不要求")
    func unexplained() throws {
        let open = try view("", figures: figures)
        #expect(NarrativeCheck(view: open, kind: .midterm, isDraft: true).diagnostics.isEmpty)
        let midterm = NarrativeCheck(view: open, kind: .midterm, isDraft: false).diagnostics
        #expect(midterm.map(\.code) == ["narrative.binding-miss-unexplained"])
        #expect(midterm.map(\.severity) == [.warning])
        #expect(NarrativeCheck(view: open, kind: .final, isDraft: false).diagnostics.map(\.severity) == [.error])
        let explanation = Explanation(
            item: try Fixture.id("share"),
            cause: "原因",
            remedy: "措施",
            location: SourceLocation(file: "narrative.yaml")
        )
        let explained = try view("", figures: figures, explanations: [explanation])
        #expect(NarrativeCheck(view: explained, kind: .midterm, isDraft: false).diagnostics.isEmpty)
    }

    @Test("签发后数据变动，文字标为待复核；数据未变不报")
    func stale() throws {
        let digest = try view("", figures: figures).figureDigest
        let signature = Signature(
            by: "市教育局",
            date: .endOfYear(2022),
            figures: digest,
            location: SourceLocation(file: "narrative.yaml", line: 3)
        )
        let same = try view("", figures: figures, signature: signature)
        #expect(!NarrativeCheck(view: same, kind: .midterm, isDraft: true).isStale)
        let moved = try view("", figures: ["2021": "43", "2022": "45.1"], signature: signature)
        let check = NarrativeCheck(view: moved, kind: .midterm, isDraft: true)
        #expect(check.isStale)
        #expect(check.diagnostics.map(\.code) == ["narrative.signed-for-other-figures"])
        #expect(check.diagnostics.map(\.severity) == [.warning])
    }
}
