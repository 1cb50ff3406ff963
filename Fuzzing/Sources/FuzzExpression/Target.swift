import FuzzDriver
import TemplateEngine

/// Any bytes as expressions: as the value of several attributes and inside `[[…]]`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let escaped = String(decoding: bytes, as: UTF8.self)
        .map { $0 == "\"" ? "&quot;" : $0 == "<" ? "&lt;" : String($0) }.joined()
    let limits = TemplateLimits(fragmentDepth: 10, outputBytes: 1 << 20, lateExpressions: 50)
    for attribute in ["text", "with", "each", "insert", "href", "attr", "remove"] {
        let text = "<p th:\(attribute)=\"\(escaped)\">a</p><b th:text=\"${\(escaped)}\">c</b>"
        let source = TemplateSource(name: "t", file: "t", bytes: Array(text.utf8))
        let compilation = TemplateCompiler(sources: [source], limits: limits).compile([
            TemplateEntry(name: "t", mode: .html)
        ])
        let context = Context(
            .record([
                ContextField("a", .integer(7)), ContextField("b", .decimal("2.50")), ContextField("s", .text("text")),
                ContextField("l", .list([.integer(3), .integer(1)])),
                ContextField("m", .record([ContextField("k", .null)])),
            ])
        )
        _ = try? compilation.templates["t"]?.render(context)
    }
    return 0
}

@main
enum Target {
    static func main() { runFuzzer(fuzz) }
}
