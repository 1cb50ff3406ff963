import Foundation
import FuzzDriver
import PlanImport
import PlanModel

/// Any bytes as an official text: a file of whatever kind they look like, a web page, and the XML inside a Word document.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let data = Data(UnsafeBufferPointer(start: start, count: count))
    // No PDF: that would only test poppler, in another process.
    guard !data.starts(with: Array("%PDF".utf8)), let id = PlanID("fuzz") else { return 0 }
    for name in ["fuzz.txt", "fuzz.html"] {
        guard let document = try? DocumentReader.read(data, name: name) else { continue }
        let result = PlanImporter.importing(document, id: id, registry: Registry(areas: [], organizations: []))
        precondition(!result.json.isEmpty)
    }
    return 0
}

@main
enum Target {
    static func main() { runFuzzer(fuzz) }
}
