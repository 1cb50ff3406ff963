import Foundation
import PlanImport
import PlanModel

/// Feeds arbitrary bytes to the importer, as a file of whatever kind they look like.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImport(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let data = Data(bytes: start, count: count)
    // No PDF: that would only test poppler, in another process.
    guard !data.starts(with: Array("%PDF".utf8)), let id = PlanID("fuzz"),
        let document = try? DocumentReader.read(data, name: "fuzz.txt")
    else { return 0 }
    let result = PlanImporter.importing(document, id: id, registry: Registry(areas: [], organizations: []))
    precondition(!result.json.isEmpty)
    return 0
}
