import ArgumentParser
import Diagnostics

/// How a run ended; the numbers are a contract with scripts (`sysexits.h`).
enum ExitStatus: Int32 {
    /// Bad data or templates: nothing was published.
    case badData = 65
    /// A defect of ours.
    case software = 70
    /// Reading or writing failed.
    case inputOutput = 74
    /// Another run holds the lock.
    case tryAgainLater = 75
    /// The workspace is not set up.
    case configuration = 78

    var exitCode: ExitCode { ExitCode(rawValue) }

    /// The status for problems that keep a run from going on: configuration only where nothing else is wrong.
    init(for diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        self = !errors.isEmpty && errors.allSatisfy { $0.code.hasPrefix("configuration.") } ? .configuration : .badData
    }
}
