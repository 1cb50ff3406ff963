import Collection
import FuzzDriver

/// Any bytes as a file of figures; every problem must stand at a line that exists.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let (table, problems) = CSVTable.read(file: "f.csv", bytes: bytes)
    precondition(table != nil || !problems.isEmpty)
    for problem in problems { precondition(problem.location.line >= 1 && problem.location.column >= 1) }
    return 0
}

@main
enum Target {
    static func main() { runFuzzer(fuzz) }
}
