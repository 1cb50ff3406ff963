import Diagnostics

/// Writes the review list for people.
enum ReviewMarkdown {
    /// The text of `review.md`.
    static func write(_ result: PlanImporter.Result) -> String {
        let draft = result.draft
        let tasks = draft.chapters.reduce(0) { $0 + $1.tasks.count + $1.sections.reduce(0) { $0 + $1.tasks.count } }
        var text = "# 导入核对清单：\(escape(draft.title.text))\n\n"
        text +=
            "章 \(draft.chapters.count)，任务 \(tasks)，指标 \(draft.indicatorTables.reduce(0) { $0 + $1.indicators.count })，"
        text += "重点项目 \(draft.projects.count)，目标 \(draft.allTargets.count)，待核对 \(result.review.count)。\n"
        text += "每个字要么写入 plan.yaml，要么属于文头、版记，要么列在下面。\n\n"
        text += "| 行 | 代码 | 说明 | 原文 |\n|---:|---|---|---|\n"
        for item in result.review {
            text +=
                "| \(item.line) | `\(item.code.rawValue)` | \(escape(item.message.zh)) | \(escape(item.excerpt)) |\n"
        }
        return text
    }

    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": result += "\\|"
            case "\n", "\t", "\r", "\u{0C}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
