// swift-tools-version:6.2

import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "PlanReport", path: "..")],
    targets: [
        .executableTarget(
            name: "PeersRow",
            dependencies: [.product(name: "TemplateEngine", package: "PlanReport")]
        ),
        .executableTarget(
            name: "AssessmentScale",
            dependencies: [.product(name: "Assessment", package: "PlanReport")]
        ),
        .executableTarget(
            name: "ImportSpeed",
            dependencies: [.product(name: "PlanImport", package: "PlanReport")]
        ),
        .executableTarget(
            name: "Counts",
            dependencies: [.product(name: "TemplateEngine", package: "PlanReport")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
