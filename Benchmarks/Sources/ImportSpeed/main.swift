import Foundation
import PlanImport
import PlanModel

// Imports one file some times over as one text and prints time and memory:
//   swift run -c release ImportSpeed ../Plans/yantai-rural-education/source.txt 10
guard CommandLine.arguments.count > 2, let megabytes = Int(CommandLine.arguments[2]), let id = PlanID("speed") else {
    print("usage: ImportSpeed FILE MEGABYTES")
    exit(64)
}
let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
let copies = max(1, megabytes * 1_000_000 / text.utf8.count)
let large = String(repeating: text + "\n\n", count: copies)
let clock = ContinuousClock()
let time = clock.measure {
    let result = PlanImporter.importing(large, id: id, registry: Registry(areas: [], organizations: []))
    print(
        "\(large.utf8.count) bytes, \(result.review.count) items on the list, \(result.planYAML.utf8.count) bytes of plan.yaml"
    )
}
let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? "VmHWM unknown"
print("\(time), \(peak)")
