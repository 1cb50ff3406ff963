// swift-tools-version:6.2

import PackageDescription

// Built with `-Xswiftc -sanitize=fuzzer,address`; see README.md.
let targets = ["FuzzTemplate", "FuzzExpression", "FuzzContext"]

let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "PlanReport", path: "..")],
    targets: targets.map { name in
        .executableTarget(
            name: name,
            dependencies: [.product(name: "TemplateEngine", package: "PlanReport")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]
        )
    },
    swiftLanguageModes: [.v6]
)
