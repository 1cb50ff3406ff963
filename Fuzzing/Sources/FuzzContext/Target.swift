import FuzzDriver
import TemplateEngine

/// Any bytes as JSON, rendered by a template that reads everything there may be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let context = try? Context.json(bytes, file: "data.json") {
        let text = "<p th:each=\"e : ${#root}\" th:title=\"${e.key}\">[[${e.value}]]</p>[[${a}]][[${a.b}]]"
        let source = TemplateSource(name: "t", file: "t", bytes: Array(text.utf8))
        let compilation = TemplateCompiler(sources: [source]).compile([TemplateEntry(name: "t", mode: .html)])
        _ = try? compilation.templates["t"]?.render(context)
    }
    _ = try? MessageCatalog(properties: bytes, file: "m.properties", locale: "zh_CN")
    return 0
}

@main
enum Target {
    static func main() { runFuzzer(fuzz) }
}
