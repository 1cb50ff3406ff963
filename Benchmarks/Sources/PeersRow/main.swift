// The engine's row in the peers' harness: renders one report an area of its data.
// usage: PeersRow [--templates DIR] DATA.json PASSES [--dump DIR COUNT]
import Foundation
import TemplateEngine

var arguments = Array(CommandLine.arguments.dropFirst())
var templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Templates")
    .standardized
if arguments.first == "--templates" {
    templates = URL(fileURLWithPath: arguments[1])
    arguments.removeFirst(2)
}
guard arguments.count >= 2, let passes = Int(arguments[1]) else {
    FileHandle.standardError.write(Data("usage: PeersRow [--templates DIR] DATA.json PASSES [--dump DIR COUNT]\n".utf8))
    exit(64)
}

func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

/// Foundation's JSON as the engine's values; names in one order, so that equal objects share a shape.
func value(_ any: Any) -> ContextValue {
    switch any {
    case let object as [String: Any]:
        .record(object.sorted { $0.key < $1.key }.map { ContextField($0.key, value($0.value)) })
    case let list as [Any]: .list(list.map(value))
    case let text as String: .text(text)
    case let number as NSNumber: .integer(number.int64Value)
    default: .null
    }
}

let loadStart = now()
let data = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: arguments[0])))
guard let model = data as? [String: Any], let plan = model["plan"], let areas = model["areas"] as? [Any] else {
    exit(65)
}
let contexts = areas.map { Context(.record([ContextField("plan", value(plan)), ContextField("area", value($0))])) }
let load = now() - loadStart

let compileStart = now()
let sources = try ["report.html", "badge.html"].map { name in
    TemplateSource(name: name, file: name, bytes: [UInt8](try Data(contentsOf: templates.appending(path: name))))
}
let compilation = TemplateCompiler(sources: sources).compile([TemplateEntry(name: "report.html", mode: .html)])
guard let report = compilation.templates["report.html"] else {
    print(compilation.diagnostics)
    exit(65)
}
let compile = now() - compileStart

if arguments.count >= 5, arguments[2] == "--dump", let count = Int(arguments[4]) {
    for (index, context) in contexts.prefix(count).enumerated() {
        try Data(report.render(context)).write(to: URL(fileURLWithPath: arguments[3] + "/\(index).html"))
    }
    exit(0)
}

var times: [String] = []
var bytes = 0
var buffer = RenderBuffer(capacity: 1 << 20)
for pass in 0...passes {
    bytes = 0
    let start = now()
    for context in contexts {
        buffer.removeAll()
        try report.render(context, into: &buffer)
        bytes += buffer.count
    }
    if pass > 0 { times.append(String(now() - start)) }
}
print(
    "RESULT {\"engine\":\"planreport\",\"version\":\"0.1\",\"docs\":\(contexts.count),\"bytes\":\(bytes),"
        + "\"pass_ns\":[\(times.joined(separator: ","))],\"compile_ns\":\(compile),\"load_ns\":\(load)}"
)
