import FuzzDriver
import PlanFiles

/// Any bytes as one of the workspace's YAML files.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let (file, problems) = YAMLFile.read(file: "f.yaml", bytes: bytes)
    precondition(file != nil || !problems.isEmpty)
    return 0
}

@main
enum Target {
    static func main() { runFuzzer(fuzz) }
}
