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

    /// The status for problems that keep a run from going on: configuration where the settings are wrong or missing.
    ///
    /// Without settings nothing else can be judged, so they decide whatever else was found.
    init(for diagnostics: [Diagnostic]) {
        let isConfiguration = diagnostics.contains {
            $0.severity == .error
                && ($0.code.hasPrefix("configuration.") || $0.location.file == "planreport.yaml")
        }
        self = isConfiguration ? .configuration : .badData
    }
}
