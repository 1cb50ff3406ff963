import Diagnostics
import Testing

@testable import TemplateEngine

@Suite("Rules of the template language")
struct ConformanceTests {
    private func check(_ example: Example) throws {
        let result = try outcome(example)
        #expect(result.output == example.output, "\(result.diagnostics)")
        #expect(result.diagnostics.first { $0.severity == .error }?.code == example.error)
    }

    @Test("Output", arguments: Examples.output)
    func output(_ example: Example) throws { try check(example) }

    @Test("Iteration and conditions", arguments: Examples.control)
    func control(_ example: Example) throws { try check(example) }

    @Test("Attributes", arguments: Examples.attributes)
    func attributes(_ example: Example) throws { try check(example) }

    @Test("Fragments", arguments: Examples.fragments)
    func fragments(_ example: Example) throws { try check(example) }

    @Test("Selectors", arguments: Examples.selectors)
    func selectors(_ example: Example) throws { try check(example) }

    @Test("Problems where they are reached", arguments: Examples.reached)
    func reached(_ example: Example) throws { try check(example) }

    @Test("Inside ${…}", arguments: Examples.operators)
    func operators(_ example: Example) throws { try check(example) }

    @Test("Values that could become code", arguments: Examples.guarded)
    func guarded(_ example: Example) throws { try check(example) }

    @Test("Expressions", arguments: Examples.expressions)
    func expressions(_ example: Example) throws { try check(example) }

    @Test("Messages and links", arguments: Examples.links)
    func links(_ example: Example) throws { try check(example) }

    @Test("Utility objects", arguments: Examples.utilities)
    func utilities(_ example: Example) throws { try check(example) }

    @Test("XML", arguments: Examples.xml)
    func xml(_ example: Example) throws { try check(example) }

    @Test("Edges", arguments: Examples.edges)
    func edges(_ example: Example) throws { try check(example) }
}
