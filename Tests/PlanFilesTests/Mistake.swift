import Diagnostics
import Testing

@testable import PlanFiles

/// One change that breaks the fixture, and everything that is reported then.
struct Mistake: Sendable, CustomTestStringConvertible {
    /// The files of the fixture that mistakes are made in.
    enum File: String, Sendable {
        case plan, source, areas, organizations, progress, narrative, configuration, planSchema

        var path: String {
            switch self {
            case .plan: Fixture.plan
            case .source: Fixture.source
            case .areas: Fixture.areas
            case .organizations: Fixture.organizations
            case .progress: Fixture.progress
            case .narrative: Fixture.narrative
            case .configuration: Fixture.configuration
            case .planSchema: "Schemas/plan.schema.json"
            }
        }
    }

    let file: File
    let old: String
    let new: String
    let expected: String
    let location: Testing.SourceLocation

    /// In a file, `old` is replaced by `new`; `expected` are place and code, then English, Chinese, and the help lines.
    init(
        _ file: File,
        _ old: String,
        _ new: String,
        _ expected: String,
        location: Testing.SourceLocation = #_sourceLocation
    ) {
        self.file = file
        self.old = old
        self.new = new
        self.expected = expected
        self.location = location
    }

    var testDescription: String { "\(file): \(new)" }

    func check() throws {
        var fixture = try Fixture.valid()
        fixture.replace(file.path, old, new, location)
        let (contents, diagnostics) = try fixture.load()
        #expect(contents == nil, sourceLocation: location)
        #expect(diagnostics.map(\.pinned).joined(separator: "\n") == expected, sourceLocation: location)
        for diagnostic in diagnostics {
            #expect(diagnostic.excerpt != nil, "an excerpt is shown", sourceLocation: location)
        }
    }
}

extension Diagnostic {
    /// Everything that people see of a diagnostic but the excerpt.
    var pinned: String {
        let lines = ["\(location) [\(code)]", message.en, message.zh] + help.flatMap { ["- " + $0.en, "- " + $0.zh] }
        return lines.joined(separator: "\n")
    }
}
