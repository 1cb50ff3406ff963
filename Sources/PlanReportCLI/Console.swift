public import ArgumentParser
public import Diagnostics
import Foundation

extension DiagnosticLanguage: ExpressibleByArgument {}

/// What a run says: problems on standard error, in the language asked for, and results on standard output.
struct Console: Sendable {
    let language: DiagnosticLanguage

    /// The language of the option, or else of the locale.
    init(language: DiagnosticLanguage?, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        self.language = language ?? (locale?.hasPrefix("zh") == true ? .chinese : .english)
    }

    /// Prints problems, sorted by place, and their count; prints nothing when there are none.
    func report(_ diagnostics: [Diagnostic]) {
        write(DiagnosticFormatter(language: language).format(diagnostics))
    }

    /// Prints problems and ends the run if any of them is an error.
    func reportAndStop(ifErrorsIn diagnostics: [Diagnostic]) throws {
        report(diagnostics)
        guard diagnostics.containsErrors else { return }
        throw ExitStatus(for: diagnostics).exitCode
    }

    /// Writes a result to standard output; ends the run where that fails, as on a full disk.
    func printResult(_ bytes: some Sequence<UInt8>) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(bytes))
        } catch {
            report([
                Diagnostic(
                    code: "output.not-written",
                    at: SourceLocation(file: "standard output"),
                    LocalizedText(en: "the result cannot be written: \(error)", zh: "无法写出结果：\(error)"),
                    help: [LocalizedText(en: "see whether the disk is full", zh: "请检查磁盘空间是否已满")]
                )
            ])
            throw ExitStatus.inputOutput.exitCode
        }
    }

    private func write(_ text: String) {
        guard !text.isEmpty else { return }
        // Where not even problems can be told, the exit code is all that is left.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
