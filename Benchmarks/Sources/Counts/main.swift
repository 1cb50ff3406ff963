// Work whose instructions and allocations can be counted from outside, because it repeats exactly.
// usage: Counts render|compile TIMES [SCALE]
// SCALE multiplies the rows of the report, so that what a row costs can be told from what a document costs.
import Foundation
import TemplateEngine

let arguments = CommandLine.arguments
let numbers = arguments.dropFirst(2).map { Int($0) ?? 0 }
guard 1...2 ~= numbers.count, numbers.allSatisfy({ $0 > 0 }) else {
    FileHandle.standardError.write(Data("usage: Counts render|compile TIMES [SCALE]\n".utf8))
    exit(64)
}
let times = numbers[0]
let scale = numbers.count > 1 ? numbers[1] : 1

let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Templates").standardized
let sources = try ["report.html", "badge.html"].map { name in
    TemplateSource(name: name, file: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
}

func compile() -> Template {
    let compilation = TemplateCompiler(sources: sources).compile([TemplateEntry(name: "report.html", mode: .html)])
    guard let template = compilation.templates["report.html"] else { fatalError("\(compilation.diagnostics)") }
    return template
}

func record(_ fields: KeyValuePairs<String, ContextValue>) -> ContextValue {
    .record(fields.map { ContextField($0.key, $0.value) })
}

func text(_ string: String) -> ContextValue { .text(string) }

func report() -> Context {
    let states = ["done", "ontrack", "delayed"]
    let indicators = (0..<13 * scale).map { index in
        record([
            "name": .text("指标\(index)"), "unit": text("%"), "nature": text("预期性"), "baseline": text("60.1"),
            "actual": text("70.2"),
            "target": text("80.3"), "expected": text("80.6"), "status": .text(states[index % 3]),
            "percent": .integer(50),
        ])
    }
    let tasks = (0..<33 * scale).map { index in
        record([
            "number": .text("1.\(index)"), "title": .text("推行\"双减\"与课后服务 \(index)"), "status": .text(states[index % 3]),
            "dept": text("市教育局"), "paragraphs": .list([text("第一段，内容。"), text("第二段，内容。")]),
            "evidence": .list([text("佐证一"), text("佐证二"), text("佐证三")]),
        ])
    }
    let chapters = ContextValue.list([
        record(["id": text("c1"), "number": text("第一章"), "title": text("发展基础"), "tasks": .list(tasks)])
    ])
    let projects = (0..<41 * scale).map { index in
        record([
            "no": .integer(Int64(index)), "name": text("数字校园建设项目"), "goal": text("目标"), "dept": text("市教育局"),
            "partners": .list(index % 2 == 0 ? [] : [text("市财政局"), text("市总工会")]), "status": .text(states[index % 3]),
            "percent": .integer(7),
        ])
    }
    let summary = record([
        "total": .integer(74), "done": .integer(20), "ontrack": .integer(30), "delayed": .integer(24),
    ])
    let area = record([
        "name": text("东山区"), "date": text("2023年6月1日"), "summary": summary, "indicators": .list(indicators),
        "chapters": chapters, "projects": .list(projects),
    ])
    let plan = record([
        "title": text("江河市“十四五”教育事业发展规划"), "docNumber": text("江政发〔2021〕18号"), "period": text("2021—2025年"),
    ])
    return Context(record(["plan": plan, "area": area]))
}

let template = compile()
let context = report()
var buffer = RenderBuffer(capacity: 1 << 20)
var total = 0
for _ in 0..<times {
    if arguments[1] == "compile" {
        _ = compile()
    } else {
        buffer.removeAll()
        try template.render(context, into: &buffer)
        total += buffer.count
    }
}
print(total)
