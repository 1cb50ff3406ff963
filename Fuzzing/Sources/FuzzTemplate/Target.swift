import FuzzDriver
import TemplateEngine

/// Any bytes as a template, in both modes; what compiles is rendered.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let limits = TemplateLimits(fragmentDepth: 20, outputBytes: 1 << 20, lateExpressions: 100)
    for mode in TemplateMode.allCases {
        let source = TemplateSource(name: "t", file: "t", bytes: bytes)
        let compilation = TemplateCompiler(sources: [source], limits: limits).compile([
            TemplateEntry(name: "t", mode: mode)
        ])
        guard let template = compilation.templates["t"] else { continue }
        let context = Context(
            .record([
                ContextField("x", .text("<a>")), ContextField("l", .list([.integer(1), .null, .text("b")])),
                ContextField("m", .record([ContextField("k", .decimal("1.50"))])),
            ])
        )
        _ = try? template.render(context)
    }
    return 0
}

@main
enum Target {
    static func main() { runFuzzer(fuzz) }
}
