import Foundation

/// One input, as libFuzzer passes it.
public typealias FuzzTest = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// Runs libFuzzer over a test with the arguments of the process, and ends it.
public func runFuzzer(_ test: FuzzTest) -> Never {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, test))
}

/// libFuzzer's driver (`LLVMFuzzerRunDriver`); SwiftPM names `main` after the target, so libFuzzer's own is not used.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: FuzzTest
) -> CInt
