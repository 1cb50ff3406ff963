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

/// libFuzzer's driver (`LLVMFuzzerRunDriver`); SwiftPM names the program's entry after the product.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The program's entry.
@_cdecl("fuzz_import_main")
public func fuzzImportMain(
    _ count: CInt,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { fuzzImport($0, $1) }
}
