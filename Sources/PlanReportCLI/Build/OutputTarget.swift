import Diagnostics
import Foundation
import PlanModel
import Publishing
import Reporting

/// The output folder of a build.
struct OutputTarget {
    let path: String
    let console: Console

    private var directory: OutputDirectory { OutputDirectory(path: path) }

    /// The right to publish into the folder; nil where there is none yet, which is not made for data that may be bad.
    ///
    /// It is taken before anything is read, so that a run that began earlier cannot publish over a later one's release.
    func lockIfPresent() throws -> RunLock? {
        try FileManager.default.fileExists(atPath: path) ? lock() : nil
    }

    /// The right to publish into the folder, which is made if need be.
    func lock() throws -> RunLock {
        try ending { () throws(PublishingError) in try RunLock(directory) }
    }

    /// What the current release has at a path; nil when there is nothing.
    func current(_ path: String) throws -> [UInt8]? {
        try ending { () throws(PublishingError) in try directory.currentFile(path) }
    }

    /// Publishes a site as a new release.
    ///
    /// Nothing in the folder is touched before this is called, that is, before everything is known to be right.
    func publish(_ site: Site, _ lock: RunLock) throws {
        let publication = try ending { () throws(PublishingError) in
            var release = try ReleaseBuilder(lock)
            for file in site.files {
                try release.write(path: file.path, bytes: file.bytes)
            }
            return try release.publish(
                secondsSince1970: Int64(Date().timeIntervalSince1970),
                keeping: site.configuration.keepReleases
            )
        }
        console.report(publication.warnings.map(\.diagnostic))
    }

    /// Reports what fails and ends the run.
    private func ending<Result>(_ body: () throws(PublishingError) -> Result) throws -> Result {
        do throws(PublishingError) {
            return try body()
        } catch {
            console.report([error.diagnostic])
            throw status(of: error).exitCode
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
