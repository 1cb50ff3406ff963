// swift-tools-version:6.2

import PackageDescription

let package = Package(
    name: "PlanReport",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "planreport", targets: ["planreport"]),
        .library(name: "TemplateEngine", targets: ["TemplateEngine"]),
        .library(name: "Assessment", targets: ["Assessment", "PlanModel", "Diagnostics"]),
        .library(name: "Collection", targets: ["Collection", "Diagnostics"]),
        .library(name: "PlanFiles", targets: ["PlanFiles"]),
        .library(name: "PlanImport", targets: ["PlanImport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "Diagnostics"),
        .target(name: "Markup", dependencies: ["CLibXML2", "Diagnostics"]),
        .target(name: "TemplateEngine", dependencies: ["Markup", "Diagnostics"]),
        .target(
            name: "PlanModel",
            dependencies: ["Diagnostics", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "PlanFiles",
            dependencies: [
                "Collection", "PlanModel", "Diagnostics", .product(name: "Yams", package: "Yams"),
            ]
        ),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(
            name: "PlanImport",
            dependencies: [
                "PlanModel", "Diagnostics", "Markup", "CLibZip", .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(name: "Collection", dependencies: ["PlanModel", "Diagnostics"]),
        .target(name: "Assessment", dependencies: ["PlanModel"]),
        .target(
            name: "Reporting",
            dependencies: [
                "Assessment", "PlanModel", "TemplateEngine", "Diagnostics",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "Publishing",
            dependencies: ["Diagnostics", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "PlanReportCLI",
            dependencies: [
                "Publishing", "Reporting", "Assessment", "PlanImport", "PlanFiles", "PlanModel", "TemplateEngine",
                "Markup", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "planreport",
            dependencies: ["PlanReportCLI", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Diagnostics"]),
        .testTarget(
            name: "TemplateEngineTests",
            dependencies: ["TemplateEngine", "Markup", "CLibXML2", "Diagnostics", "TestSupport"]
        ),
        .testTarget(name: "PlanModelTests", dependencies: ["PlanModel", "Diagnostics"]),
        .testTarget(
            name: "PlanFilesTests",
            dependencies: ["PlanFiles", "Collection", "PlanModel", "Diagnostics", "TestSupport"]
        ),
        .testTarget(
            name: "PlanImportTests",
            dependencies: [
                "PlanImport", "PlanFiles", "PlanModel", "Diagnostics", "TestSupport",
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "CollectionTests", dependencies: ["Collection", "PlanModel", "Diagnostics", "TestSupport"]),
        .testTarget(name: "AssessmentTests", dependencies: ["Assessment", "PlanModel", "Diagnostics", "TestSupport"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reporting", "PlanFiles", "Collection", "Assessment", "PlanModel", "TemplateEngine", "Markup",
                "Diagnostics",
            ]
        ),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Diagnostics"]),
        .testTarget(
            name: "PlanReportCLITests",
            dependencies: [
                "planreport", "PlanReportCLI", "PlanFiles", "PlanModel", "Reporting", "Markup", "Diagnostics",
                "TestSupport",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
