import Foundation
import Reporting

extension Provenance {
    /// The explanation for people, from the plan's sentence to the pages.
    var text: String {
        let heading = "\(name)（\(id)，截至\(asOf)）" + (isSample ? "【示例数据】" : "")
        let blocks = [
            block("规划原文", sentenceLines), block("目标", demandLines), block("报送数据", cells.map(line)),
            block("责任单位", responsible.isEmpty ? [] : [responsible.joined(separator: "、")]),
            block("所含承诺事项", commitments.map { "\($0.name)（\($0.id)，\($0.due)）：\($0.verdictLabel)" }),
            block("进展记录", isReportedOn && notes.isEmpty ? ["尚未收到进展报告"] : notes), block("计算", steps.map(\.line)),
            block("其他方法", methods.map(\.line)),
            block("判断标准", [thresholds].compactMap { $0 }), block("判断", [verdictLabel]),
        ]
        let further =
            documents.map(\.text) + [
                block("所在文件", places.map { "\($0.path)  \($0.title)" })
            ]
        return ([heading] + (blocks + further).compactMap { $0 }).joined(separator: "\n") + "\n"
    }

    /// Whether progress notes are to be expected.
    private var isReportedOn: Bool { [.task, .section, .project, .goal].contains(kind) }

    private func block(_ title: String, _ lines: [String]) -> String? {
        lines.isEmpty ? nil : title + "\n" + lines.map { "  " + $0 }.joined(separator: "\n")
    }

    /// A cell, with the name of the measure where it is about one of the item's.
    private func line(_ cell: Cell) -> String { cell.item == id ? cell.line : "\(cell.name)：\(cell.line)" }

    private var sentenceLines: [String] {
        guard let sentence else { return [] }
        let lines =
            sentence.firstLine == sentence.lastLine
            ? "\(sentence.firstLine)" : "\(sentence.firstLine)-\(sentence.lastLine)"
        return [sentence.text, "\(sentence.file):\(lines)"].compactMap { $0 }
    }

    private var demandLines: [String] {
        guard let demand else { return [] }
        let start = demand.baseline.map { "，起点 \($0)" } ?? ""
        return ["\(demand.wording)，时限 \(demand.due)\(start)"] + demand.amendments.map { "规划调整：\($0)" }
    }
}

extension Provenance.Reading {
    fileprivate var text: String {
        let lines = ["判断：\(verdictLabel)"] + (steps + methods).map(\.line)
        return "\(title)（截至\(cutOff)）\n" + lines.map { "  " + $0 }.joined(separator: "\n")
    }
}

extension Provenance.Cell {
    fileprivate var line: String {
        var parts = ["\(area) \(period) \(figure)", stageLabel, use]
        if let comparison { parts.append(comparison) }
        parts.append("口径：\(definition)")
        if !source.isEmpty { parts.append("来源：\(source)" + (published.map { "（\($0)）" } ?? "")) }
        if let note { parts.append("说明：\(note)") }
        return parts.joined(separator: "；") + "；\(location)"
    }
}

extension Provenance.Step {
    fileprivate var line: String {
        let sides = [formula, numbers, result].filter { !$0.isEmpty }
        return "\(name)：" + sides.joined(separator: " = ")
    }
}
