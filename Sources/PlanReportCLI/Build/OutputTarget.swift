import Diagnostics
import Foundation
import PlanModel
import Publishing
import Reporting

/// The output folder of a build.
struct OutputTarget {
    let path: String
    let console: Console

    /// Publishes a site as a new release; what the selection leaves out is carried over from the current one.
    ///
    /// Nothing in the folder is touched before this is called, that is, before everything is known to be right.
    func publish(_ site: Site, selection: BuildSelection) throws {
        do throws(PublishingError) {
            let lock = try RunLock(OutputDirectory(path: path))
            let files = try carryingOver(site.files, selection: selection, from: lock.output)
            var release = try ReleaseBuilder(lock)
            for file in files {
                try release.write(path: file.path, bytes: file.bytes)
            }
            let publication = try release.publish(
                secondsSince1970: Int64(Date().timeIntervalSince1970),
                keeping: site.configuration.keepReleases
            )
            console.report(publication.warnings.map(\.diagnostic))
        } catch {
            console.report([error.diagnostic])
            throw status(of: error).exitCode
        }
    }

    private func carryingOver(
        _ files: [ReportFile],
        selection: BuildSelection,
        from output: OutputDirectory
    ) throws(PublishingError) -> [ReportFile] {
        guard let current = try output.currentRelease() else { return files }
        let root = URL(fileURLWithPath: output.path(of: current))
        return files.map { file in
            guard !selection.includes(file.path), let data = try? Data(contentsOf: root.appending(path: file.path))
            else {
                return file
            }
            var kept = file
            kept.bytes = Array(data)
            return kept
        }
    }

    private func status(of error: PublishingError) -> ExitStatus {
        switch error {
        case .locked: .tryAgainLater
        case .refusedPath: .software
        case .currentIsNotALink, .releaseExists, .invalidManifest, .failed: .inputOutput
        }
    }
}
