import Diagnostics

/// Why rendering cannot go on.
final class Fault: Error, @unchecked Sendable {
    let code: String
    let message: LocalizedText
    let help: [LocalizedText]
    /// Where in which source, as soon as it is known.
    private(set) var source: SourceText?
    private(set) var offset = 0
    private(set) var length = 1

    init(_ code: String, _ message: LocalizedText, help: [LocalizedText] = []) {
        self.code = code
        self.message = message
        self.help = help
    }

    convenience init(_ problem: ExpressionProblem) {
        self.init(problem.code, problem.message, help: problem.help)
    }

    /// Notes the place, unless a narrower one is known.
    func locate(_ place: SourcePlace, _ sources: [SourceText]) {
        guard source == nil, place.length > 0, Int(place.source) < sources.count else { return }
        source = sources[Int(place.source)]
        offset = Int(place.offset)
        length = Int(place.length)
    }

    func diagnostic(fallback: SourceText?) -> Diagnostic {
        guard let source = source ?? fallback else {
            return Diagnostic(code: code, at: SourceLocation(file: ""), message, help: help)
        }
        return source.diagnostic(code, at: offset, length: length, message, help: help)
    }
}
