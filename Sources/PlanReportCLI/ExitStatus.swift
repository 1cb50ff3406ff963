import ArgumentParser
import Diagnostics

/// How a run ended; the numbers are a contract with scripts (`sysexits.h`).
enum ExitStatus: Int32 {
    /// The command line asks for what does not exist.
    case usage = 64
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

    /// The status for problems that keep a run from going on.
    ///
    /// Without settings nothing else can be judged, so they decide whatever else was found; then what was asked for, then
    /// what could not be read or written.
    init(for diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        if errors.contains(where: { $0.code.hasPrefix("configuration.") || $0.location.file == "planreport.yaml" }) {
            self = .configuration
        } else if errors.contains(where: { $0.code.hasPrefix("usage.") }) {
            self = .usage
        } else if errors.contains(where: { Self.inputOutputCodes.contains($0.code) }) {
            self = .inputOutput
        } else {
            self = .badData
        }
    }

    private static let inputOutputCodes: Set<String> = [
        "workspace.unreadable-file", "render.unreadable-file", "import.unreadable", "import.unwritable",
        "import.pdf-tool-missing",
    ]
}
