// swift-tools-version:6.2

import PackageDescription

// A package of its own, so that users never build it. Run with:
//   swift build -c release --product fuzz-import --sanitize fuzzer,address
//   .build/release/fuzz-import -max_total_time=600 -max_len=65536 -dict=import.dict Corpus
let package = Package(
    name: "FuzzImport",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "PlanReport", path: "../..")],
    targets: [
        .executableTarget(
            name: "fuzz-import",
            dependencies: [.product(name: "PlanImport", package: "PlanReport")],
            path: "Sources/FuzzImport",
            swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]
        ),
        .executableTarget(
            name: "import-speed",
            dependencies: [.product(name: "PlanImport", package: "PlanReport")],
            path: "Sources/ImportSpeed"
        ),
    ],
    swiftLanguageModes: [.v6]
)
