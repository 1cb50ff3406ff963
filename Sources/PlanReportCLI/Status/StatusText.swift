import Assessment
import Diagnostics
import Foundation
import PlanModel
import Reporting

extension StatusReport {
    /// The report for people: a table of indicators, then tasks and projects with their states.
    var text: String {
        let heading = "\(plan.title)（截至\(date.cutOff.chinese)）" + (isSample ? "【示例数据】" : "")
        var blocks = [heading]
        if !indicators.isEmpty { blocks.append(Self.table(indicatorCells)) }
        blocks.append(Self.list("任务", tasks))
        if !projects.isEmpty { blocks.append(Self.list("重点项目", projects)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var indicatorCells: [[String]] {
        let header = ["指标", "单位", "属性", "基期", "目标", "现值", "时点", "应达值", "完成率", "速度", "判断"]
        return [header]
            + indicators.map { assessment in
                let indicator = assessment.indicator
                let label = StatusLabel.text(assessment)
                return [
                    plan.qualifiedName(of: indicator), indicator.unit, indicator.nature.chinese,
                    indicator.baseline.value.plainText, indicator.target.value.plainText,
                    assessment.actual?.plainText ?? "—", assessment.observation?.period.description ?? "—",
                    assessment.actual == nil ? "—" : assessment.expected?.rounded(scale: 2).plainText ?? "—",
                    assessment.attainment.map { ($0 * 100).text(scale: 1) + "%" } ?? "—",
                    assessment.pace?.rounded(scale: 2).plainText ?? "—", label,
                ]
            }
    }

    private static func list(_ title: String, _ items: [(number: Int, title: String, state: WorkState)]) -> String {
        let counts = WorkState.allCases.compactMap { state in
            let count = items.count { $0.state == state }
            return count == 0 ? nil : "\(StatusLabel.text(state)) \(count)"
        }
        let rows = items.map { ["\($0.number)", $0.title, StatusLabel.text($0.state)] }
        return "\(title) \(items.count) 项：" + counts.joined(separator: "，") + "\n" + table(rows)
    }

    /// Columns padded to the width they take in a terminal.
    private static func table(_ rows: [[String]]) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { TerminalText.width($0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                let padding = column == row.count - 1 ? 0 : widths[column] - TerminalText.width(row[column])
                return row[column] + String(repeating: " ", count: padding)
            }
            return cells.joined(separator: "  ")
        }
        .joined(separator: "\n")
    }
}
