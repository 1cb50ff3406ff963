import Assessment
import PlanModel

/// Holds what a text counts of the indicators, 13项指标中10项完成, against their verdicts.
struct CountCheck {
    /// A count that the verdicts contradict.
    struct Found {
        let phrase: String
        /// How many there are, with their names.
        let evidence: String
    }

    /// What a word can count: at least those of `least`, at most those of `most`, as people use it.
    private struct Word {
        let text: String
        let least: Set<Verdict>
        let most: Set<Verdict>

        init(_ text: String, _ least: Set<Verdict>, or more: Set<Verdict> = []) {
            self.text = text
            self.least = least
            most = least.union(more)
        }
    }

    let indicators: [IndicatorAssessment]
    /// The year of the document's cut-off: what a sentence counts at another time is not known here.
    let year: Int

    /// The counts of a sentence that are wrong.
    func contradictions(in sentence: Substring) -> [Found] {
        guard !Self.aims.contains(where: sentence.contains), isOfThisYear(sentence) else { return [] }
        return sentence.indices.compactMap { index in
            let isWithinNumber = index > sentence.startIndex && sentence[sentence.index(before: index)].isNumber
            return isWithinNumber ? nil : contradiction(at: sentence[index...])
        }
    }

    private func isOfThisYear(_ sentence: Substring) -> Bool {
        sentence.indices.allSatisfy { index in
            var cursor = TextCursor(sentence[index...])
            return cursor.year().map { $0 == year } ?? true
        }
    }

    private func contradiction(at text: Substring) -> Found? {
        var cursor = TextCursor(text)
        guard let total = cursor.count(), cursor.take(["项"]) != nil else { return nil }
        let kind = cursor.take(["约束性", "预期性", "主要", "规划"])
        guard cursor.take(["指标"]) != nil else { return nil }
        let group = indicators(of: kind)
        guard group.count == total, let stated = part(of: total, &cursor),
            let word = Self.words.first(where: { cursor.rest.hasPrefix($0.text) })
        else { return nil }
        _ = cursor.take([word.text])
        let least = group.count { word.least.contains($0.verdict) }
        let found = group.filter { word.most.contains($0.verdict) }
        let isWhole = cursor.isAtEnd || Self.objects.contains { cursor.rest.hasPrefix($0) }
        guard isWhole, !(least...max(least, found.count)).contains(stated) else { return nil }
        let phrase = String(text.dropLast(cursor.rest.count))
        let names = found.map { "“\($0.indicator.category)·\($0.indicator.name)”" }.joined(separator: "、")
        return Found(phrase: phrase, evidence: "\(word.text)\(found.count)项" + (found.isEmpty ? "" : "（\(names)）"))
    }

    private func indicators(of kind: String?) -> [IndicatorAssessment] {
        switch kind {
        case "约束性": indicators.filter { $0.indicator.nature == .binding }
        case "预期性": indicators.filter { $0.indicator.nature == .anticipatory }
        default: indicators
        }
    }

    /// How many of the group are counted: 中10项, or 全部.
    private func part(of total: Int, _ cursor: inout TextCursor) -> Int? {
        if cursor.take(["全部", "均", "都"]) != nil {
            _ = cursor.take(["已经", "已"])
            return total
        }
        cursor.skip(["中", "里", "，", "已有", "有"])
        guard let count = cursor.count(), cursor.take(["项"]) != nil else { return nil }
        cursor.skip(["指标", "已经", "已"])
        return count
    }

    private static let aims = ["力争", "确保", "争取", "预计", "预期将", "有望", "应"]

    /// What is completed: 完成目标, but not 完成核查.
    private static let objects = ["目标", "规划", "任务", "要求"]

    private static let words = [
        Word("超额完成", [.exceeded], or: [.achieved]), Word("提前完成", [], or: [.achieved, .exceeded]),
        Word("提前实现", [], or: [.achieved, .exceeded]), Word("快于预期", [.ahead], or: [.achieved, .exceeded]),
        Word("基本符合预期", [.onTrack]), Word("相对滞后", [.behind, .regressing], or: [.broken, .missed]),
        Word("未完成", [.missed], or: [.broken, .behind, .regressing]), Word("暂无数据", [.noData]),
        Word("保持达标", [.held]), Word("达到目标", [.achieved, .exceeded], or: [.held]),
        Word("完成", [.achieved, .exceeded], or: [.held]),
    ]
}
