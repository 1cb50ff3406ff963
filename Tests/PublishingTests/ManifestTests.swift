import Testing

@testable import Publishing

@Suite("The manifest")
struct ManifestTests {
    let manifest = Manifest(files: [
        Manifest.File(path: "烟台/a \"b\".html", contents: Array("two".utf8)),
        Manifest.File(path: "index.html", contents: Array("one".utf8)),
    ])

    @Test("has the same bytes for the same files, in whatever order they came")
    func stableBytes() {
        let expected = """
            {
              "format": "planreport-release/1",
              "digest": "\(manifest.digest)",
              "files": [
                {"path": "index.html", "bytes": 3, "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"},
                {"path": "烟台/a \\"b\\".html", "bytes": 3, "sha256": "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"}
              ]
            }

            """
        #expect(String(decoding: manifest.encoded(), as: UTF8.self) == expected)
        #expect(Manifest(files: manifest.files.reversed()) == manifest)
    }

    @Test("has the digest that sha256sum gives for its own output")
    func digest() {
        // printf one >a; printf two >b; sha256sum a b | sha256sum
        let files = [("a", "one"), ("b", "two")].map { Manifest.File(path: $0.0, contents: Array($0.1.utf8)) }
        #expect(Manifest(files: files).digest == "d17138d96382403690482a89da33475336ab36c046a6912a86badedd62301cb8")
    }

    @Test("is read back as it was written")
    func roundTrip() {
        #expect(Manifest.decoded(manifest.encoded()) == manifest)
    }

    @Test("is refused when its digest is not that of its files, or its format is unknown")
    func refused() {
        let text = String(decoding: manifest.encoded(), as: UTF8.self)
        for (old, new) in [(manifest.digest, "00"), ("release/1", "release/9"), ("}", "")] {
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            #expect(Manifest.decoded(Array(changed.utf8)) == nil)
        }
    }
}

@Suite("The id of a release")
struct ReleaseIDTests {
    @Test(
        "begins with the time in UTC",
        arguments: [
            (0, "19700101T000000Z-0123abcd"), (951_782_400, "20000229T000000Z-0123abcd"),
            (1_751_333_400, "20250701T013000Z-0123abcd"),
        ]
    )
    func timestamp(seconds: Int64, id: String) {
        #expect(ReleaseID(secondsSince1970: seconds, digest: "0123abcdef").rawValue == id)
        #expect(ReleaseID(id)?.rawValue == id)
    }

    @Test(
        "is refused in any other form",
        arguments: [
            "", "current", "20250701T013000Z-0123ABCD", "20250701T013000-0123abcd", "20250701T013000Z-0123abcde",
            "2025070１T013000Z-0123abcd", "../20250701T013000Z-0123a",
        ]
    )
    func refused(text: String) {
        #expect(ReleaseID(text) == nil)
    }

    @Test("sorts by time")
    func order() {
        let ids = [3, 1, 2].map { ReleaseID(secondsSince1970: $0 * 100_000_000, digest: "ffffffff") }
        #expect(ids.sorted() == [ids[1], ids[2], ids[0]])
    }
}
