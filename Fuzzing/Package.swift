// swift-tools-version:6.2

import PackageDescription

// Built with `-Xswiftc -sanitize=fuzzer,address`; see README.md.
let targets = [
    "FuzzTemplate": ["TemplateEngine"], "FuzzExpression": ["TemplateEngine"], "FuzzContext": ["TemplateEngine"],
    "FuzzFigures": ["Collection"], "FuzzYAML": ["PlanFiles"], "FuzzImport": ["PlanImport", "PlanFiles"],
]

let package = Package(
    name: "Fuzzing",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "PlanReport", path: "..")],
    targets: [.target(name: "FuzzDriver")]
        + targets.sorted { $0.key < $1.key }.map { name, products in
            .executableTarget(
                name: name,
                dependencies: ["FuzzDriver"] + products.map { .product(name: $0, package: "PlanReport") },
                swiftSettings: [.unsafeFlags(["-parse-as-library"])]
            )
        },
    swiftLanguageModes: [.v6]
)
