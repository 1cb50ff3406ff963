import Diagnostics
import PlanModel

extension YAMLFile {
    /// What is wrong with the day of something that was done: it cannot lie ahead. Without `today` nothing is checked.
    func checkPast(_ node: YAMLNode?, today: CalendarDate?) -> Diagnostic? {
        guard let node, let day = node.date, let today, day > today else { return nil }
        return diagnostic(
            code: "progress.future-date",
            at: node.place,
            LocalizedText(
                en: "\(day) is after today (\(today))",
                zh: "日期\(day.chinese)晚于今天（\(today.chinese)）"
            ),
            help: [
                LocalizedText(
                    en: "correct it; what has not happened yet cannot be reported",
                    zh: "请更正；尚未发生的情况不能填报"
                )
            ]
        )
    }
}
