// Assesses 60 commitments of many areas over six years, and prints how long a million figures take and how that grows.
//
//   swift run -c release AssessmentScale [areas…]      by default 750 1500 3000
//
// Times are printed, never asserted; the ratio to the size before it says whether the cost grows with the figures.

import Assessment
import Diagnostics
import Foundation
import PlanModel

let anchor = Anchor(lines: 1...1, digest: "0")

func name<Kind>(_ text: String) -> Identifier<Kind> {
    guard let id = Identifier<Kind>(text) else { fatalError("not an identifier: \(text)") }
    return id
}

func area(_ number: Int) -> AreaCode {
    guard let code = AreaCode("\(100_000 + number)") else { fatalError("not a code: \(number)") }
    return code
}

/// 60 commitments of every kind that figures judge.
let targets: [Target] = (0..<60).map { number in
    let kinds: [Target.Kind] = [.atLeast, .atMost, .range, .complete, .nonDecreasing, .yearlyAmount]
    let kind = kinds[number % kinds.count]
    let hasValue = [.atLeast, .atMost, .yearlyAmount].contains(kind)
    return Target(
        id: name("target-\(number)"),
        kind: kind,
        subject: "目标",
        value: hasValue ? 60 : nil,
        range: kind == .range ? 5...8 : nil,
        unit: "%",
        recurrence: kind == .yearlyAmount ? .year : nil,
        accumulates: kind == .atLeast && number % 12 == 0,
        text: "目标",
        anchor: anchor
    )
}

let plan = Plan(
    id: name("plan"),
    title: "规划",
    shortTitle: "规划",
    documentNumber: "",
    issuer: "",
    issued: .year(2021),
    years: 2021...2025,
    area: area(0),
    lead: name("lead"),
    preamble: Paragraph(text: "", anchor: anchor),
    chapters: []
)

/// A figure for every area, commitment and year from 2020 to 2025.
func observations(_ areas: Int) -> [Observation] {
    var all: [Observation] = []
    all.reserveCapacity(areas * targets.count * 6)
    for number in 0..<areas {
        for (index, target) in targets.enumerated() {
            for year in 2020...2025 {
                all.append(
                    Observation(
                        indicator: target.id,
                        area: area(number),
                        period: .year(year),
                        value: Decimal((number * 31 + index * 17 + year * 7) % 1000) / 10,
                        unit: "%",
                        stage: .verified,
                        definition: "",
                        source: "",
                        location: SourceLocation(file: "data.csv", line: all.count + 2)
                    )
                )
            }
        }
    }
    return all
}

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let day = CalendarDate.endOfYear(2025)
var before: (figures: Int, seconds: Double)?
for areas in sizes.isEmpty ? [750, 1500, 3000] : sizes {
    let figures = observations(areas)
    let clock = ContinuousClock()
    var counts: [Verdict?: Int] = [:]
    let time = clock.measure {
        let index = ObservationIndex(figures)
        let date = EvaluationDate(cutOff: day, knownBy: day)
        let assessor = TargetAssessor(plan: plan, rules: .standard, date: date, observations: index)
        for number in 0..<areas {
            for target in targets {
                counts[assessor.assess(TargetPlace(target: target), area: area(number)).verdict, default: 0] += 1
            }
        }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let growth = before.map { seconds / $0.seconds / (Double(figures.count) / Double($0.figures)) }
    let verdicts = counts.map { "\($0.key?.rawValue ?? "open") \($0.value)" }.sorted().joined(separator: ", ")
    print("\(areas) areas × \(targets.count) targets × 6 years = \(figures.count) figures: \(seconds) s", terminator: "")
    print(growth.map { ", \($0) times the cost a figure of the size before" } ?? "")
    print("  \(verdicts)")
    before = (figures.count, seconds)
}
