import Foundation
import Testing

@testable import Publishing

@Suite("A release")
struct ReleaseTests {
    let output: TemporaryOutput

    init() throws {
        output = try TemporaryOutput()
    }

    @Test("stands in releases under its time and digest, and current points to it")
    func layout() throws {
        let published = try publish(pages("first"), into: output.directory, at: 1_751_333_400)
        let id = published.release.rawValue
        #expect(id.hasPrefix("20250701T013000Z-"))
        #expect(id.hasSuffix("-" + published.manifest.digest.prefix(8)))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: output.path + "/current") == "releases/" + id)
        #expect(try output.currentFiles["yantai/documents/midterm.xml"] == "<report edition='first'/>")
        #expect(try output.stagingNames.isEmpty)
        #expect(published.isNew)
        #expect(published.warnings.isEmpty)
    }

    @Test("is seen by nobody before it is published, and gone when it never is")
    func abandoned() throws {
        do {
            var release = try ReleaseBuilder(RunLock(output.directory))
            try release.write(path: "index.html", bytes: [])
            #expect(try output.stagingNames.count == 1)
            #expect(!output.exists("releases"))
            #expect(!output.exists("current"))
        }
        #expect(try output.stagingNames.isEmpty)
    }

    @Test("with the same files as the current one is not published again")
    func unchanged() throws {
        let first = try publish(pages("same"), into: output.directory, at: 0)
        let second = try publish(pages("same").reversed(), into: output.directory, at: 60)
        #expect(!second.isNew)
        #expect(second.release == first.release)
        #expect(try output.directory.releases() == [first.release])
        #expect(try output.stagingNames.isEmpty)
    }

    @Test("is published again when the current one was damaged, though its manifest is the same")
    func repaired() throws {
        let first = try publish(pages("same"), into: output.directory, at: 0)
        try output.write("scribbled over", to: "current/index.html")
        let second = try publish(pages("same"), into: output.directory, at: 60)
        #expect(second.isNew)
        #expect(second.release > first.release)
        #expect(try output.currentFiles["index.html"] == "front page, same")
    }

    @Test("left by a run that died just before the switch becomes current as it is")
    func adopted() throws {
        let first = try publish(pages("first"), into: output.directory, at: 0)
        let second = try publish(pages("second"), into: output.directory, at: 60)
        try FileManager.default.removeItem(atPath: output.path + "/current")
        try FileManager.default.createSymbolicLink(
            atPath: output.path + "/current",
            withDestinationPath: "releases/\(first.release)"
        )
        let again = try publish(pages("second"), into: output.directory, at: 60)
        #expect(again.release == second.release)
        #expect(try output.currentFiles["index.html"] == "front page, second")
        #expect(try output.stagingNames.isEmpty)
    }

    @Test("never replaces another one of the same name")
    func collision() throws {
        let first = try publish(pages("same"), into: output.directory, at: 0)
        try output.write("scribbled over", to: "releases/\(first.release)/index.html")
        let path = output.directory.path(of: first.release)
        #expect(throws: PublishingError.releaseExists(path: path)) {
            try publish(pages("same"), into: output.directory, at: 0)
        }
        #expect(try output.stagingNames.isEmpty)
    }

    @Test(
        "takes only normal relative paths",
        arguments: [
            ("/etc/passwd", PublishingError.PathProblem.absolute),
            ("../index.html", .notNormal),
            ("yantai/../../index.html", .notNormal),
            ("./index.html", .notNormal),
            ("yantai//index.html", .notNormal),
            ("yantai/", .notNormal),
            ("", .notNormal),
            ("a\nb.html", .character),
            ("a\0b.html", .character),
            (#"a\b.html"#, .character),
            ("manifest.json", .reserved),
        ]
    )
    func refusedPaths(path: String, problem: PublishingError.PathProblem) throws {
        #expect(throws: PublishingError.refusedPath(path, problem)) {
            try publish([(path, "")], into: output.directory)
        }
        #expect(!output.exists("current"))
        #expect(try output.stagingNames.isEmpty)
    }

    @Test("takes a path once")
    func duplicates() throws {
        #expect(throws: PublishingError.refusedPath("index.html", .duplicate)) {
            try publish([("index.html", "one"), ("index.html", "two")], into: output.directory)
        }
    }

    @Test("does not take a file where it has a folder")
    func fileOverFolder() throws {
        let error = try #require(throws: PublishingError.self) {
            try publish([("yantai/index.html", ""), ("yantai", "")], into: output.directory)
        }
        #expect(error.code == "publishing.input-output")
        #expect(try output.stagingNames.isEmpty)
    }

    @Test("is refused when current is a folder, which is left alone")
    func currentIsAFolder() throws {
        try output.write("kept", to: "current/index.html")
        #expect(throws: PublishingError.currentIsNotALink(path: output.path + "/current")) {
            try publish(pages("first"), into: output.directory)
        }
        #expect(try output.currentFiles == ["index.html": "kept"])
    }
}

@Suite("Retention")
struct RetentionTests {
    @Test("keeps the newest releases and removes the rest whole")
    func keepsNewest() throws {
        let output = try TemporaryOutput()
        var ids: [ReleaseID] = []
        for day in 0..<5 {
            let published = try publish(
                pages("day \(day)"),
                into: output.directory,
                at: Int64(day) * 86_400,
                keeping: 3
            )
            ids.append(published.release)
            #expect(published.removed == (day < 3 ? [] : [ids[day - 3]]))
        }
        #expect(try output.directory.releases() == Array(ids.suffix(3)))
        #expect(try output.stagingNames.isEmpty)
    }

    @Test(
        "never removes the current release or a newer one",
        arguments: [
            (current: 3, keep: 1, removed: [0, 1, 2]),
            (current: 1, keep: 1, removed: [0]),
            (current: 1, keep: 3, removed: [0]),
            (current: 3, keep: 4, removed: []),
            (current: 0, keep: 0, removed: []),
        ]
    )
    func current(current: Int, keep: Int, removed: [Int]) {
        let ids = (0..<4).map { ReleaseID(secondsSince1970: $0, digest: "00000000") }
        let expired = Retention.expired(ids, current: ids[current], keeping: keep)
        #expect(expired == removed.map { ids[$0] })
    }

    @Test("leaves folders alone that are not named like releases")
    func strangers() throws {
        let output = try TemporaryOutput()
        try output.write("mine", to: "releases/backup/notes.txt")
        for second in 0..<3 { try publish(pages("\(second)"), into: output.directory, at: Int64(second), keeping: 1) }
        #expect(output.exists("releases/backup/notes.txt"))
        #expect(try output.directory.releases().count == 1)
    }
}

@Suite("Verification")
struct VerificationTests {
    @Test("names what is missing, altered and not in the manifest")
    func mismatches() throws {
        let output = try TemporaryOutput()
        let release = try publish(pages("first"), into: output.directory).release
        #expect(try output.directory.verify(release) == [])

        try FileManager.default.removeItem(atPath: output.path + "/current/index.html")
        try output.write("other", to: "current/yantai/index.html")
        try output.write("extra", to: "current/yantai/draft.html")
        #expect(
            try output.directory.verify(release) == [
                .missing("index.html"), .altered("yantai/index.html"), .unlisted("yantai/draft.html"),
            ]
        )
    }

    @Test("of a release with a broken manifest is an error")
    func brokenManifest() throws {
        let output = try TemporaryOutput()
        let release = try publish(pages("first"), into: output.directory).release
        try output.write("{", to: "current/manifest.json")
        let path = output.directory.path(of: release) + "/manifest.json"
        #expect(throws: PublishingError.invalidManifest(path: path)) { try output.directory.verify(release) }
    }
}
