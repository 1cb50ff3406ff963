import Diagnostics
import TestSupport
import Testing

@testable import TemplateEngine

/// Whatever a template or its data passes on, a function answers or reports; it never ends the run.
@Suite("Methods and utilities with extreme arguments")
struct ExtremeArgumentTests {
    private static let targets = ["'abc'", "l", "m", "n", "d", "b", "t"]
    private static let extremes = ["-9223372036854775807-1", "9223372036854775807", "huge", "0"]
    private static let arguments = extremes + ["-1", "''", "tiny", "null", "l"]

    private let context = Context(
        .record([
            ContextField("l", .list([.text("b"), .null, .integer(3)])),
            ContextField("m", .record([ContextField("k", .integer(1))])),
            ContextField("n", .integer(.min)), ContextField("d", .decimal("-0.5")), ContextField("b", .boolean(true)),
            ContextField("t", .text("2024-02-29T23:59:59")), ContextField("huge", .decimal("1e4000")),
            ContextField("tiny", .decimal("1e-9223372036854775808")),
        ])
    )

    /// Renders one expression; true when it gave a value.
    private func gives(_ expression: String) -> Bool {
        let source = TemplateSource(name: "t", file: "t", bytes: Array("<p th:text=\"${\(expression)}\"></p>".utf8))
        let compilation = TemplateCompiler(sources: [source]).compile([TemplateEntry(name: "t", mode: .html)])
        return (try? compilation.templates["t"]?.render(context)) != nil
    }

    /// All choices of an argument, and of two arguments at the ends of their range.
    private func lists(_ count: Int) -> [String] {
        switch count {
        case 0: [""]
        case 1: Self.arguments
        default: Self.extremes.flatMap { first in Self.extremes.map { "\(first), \($0)" } }
        }
    }

    @Test("methods", arguments: Method.names)
    func methods(name: String) {
        var answers = 0
        for target in Self.targets {
            for count in 0...2 {
                for arguments in lists(count) where gives("\(target).\(name)(\(arguments))") { answers += 1 }
            }
        }
        #expect(answers > 0 || name.hasPrefix("get") || name.hasPrefix("is"), "\(name) never answered")
    }

    @Test("functions of the utility objects", arguments: UtilityRegistry.objects)
    func functions(object: String) {
        let functions = UtilityRegistry.functions.filter { $0.object == object }
        let variants = functions.filter { $0.name.hasPrefix("array") || $0.name.hasPrefix("set") }.map(\.name)
        for function in functions where !variants.contains(function.name) {
            for count in function.arity.clamped(to: 0...3) {
                for target in count > 0 ? Self.targets : [""] {
                    for arguments in lists(max(0, min(2, count - 1))) {
                        let all = count > 1 ? "\(target), \(arguments)" : target
                        _ = gives("#\(object).\(function.name)(\(all))")
                    }
                }
            }
        }
    }
}
