import Foundation
@testable import PlanImport
import PlanModel
import TestSupport
import Testing
import Yams

@Suite("原文的每个字都有去处")
struct CoverageTests {
    @Test("种子原文：写入计划、属于文头版记，或列在清单上", arguments: SeedTests.seeds)
    func seeds(seed: String) throws {
        let result = try SeedTests.imported(seed)
        #expect(Accounting.lost(in: result).isEmpty)
    }

    @Test("模糊测试的文件都能导入，不丢字")
    func fuzzed() throws {
        let id = try #require(PlanID("fuzzed"))
        let files = try ProjectFiles.corpus(of: "FuzzImport")
        #expect(!files.isEmpty)
        for bytes in files {
            guard let document = try? DocumentReader.read(Data(bytes), name: "fuzz.txt") else { continue }
            let registry = Registry(areas: [], organizations: [])
            #expect(Accounting.lost(in: PlanImporter.importing(document, id: id, registry: registry)).isEmpty)
        }
    }

    @Test("任意截断、并行、插入杂字后也不丢字", arguments: SeedTests.seeds, 1...15)
    func damaged(seed: String, round: Int) throws {
        var random = SeededGenerator(seed: UInt64(round) &* 7919 &+ UInt64(seed.utf8.count))
        let text = Damage.apply(to: try ProjectFiles.text("Plans/\(seed)/source.txt"), random: &random)
        let id = try #require(PlanID("damaged"))
        let result = PlanImporter.importing(text, id: id, registry: Registry(areas: [], organizations: []))
        let lost = Accounting.lost(in: result)
        #expect(lost.isEmpty, "round \(round): \(lost.prefix(5))")
    }
}

/// Counts characters: those of the text against those of the plan, the formal parts and the review list.
enum Accounting {
    /// Words of the text, line by line, that stand neither in plan.yaml nor among what the result accounts for.
    static func lost(in result: PlanImporter.Result) -> [String] {
        var places = result.accountedFor
        var lost: [String] = []
        var line = ""
        for (offset, scalar) in result.source.unicodeScalars.enumerated() {
            if places.contains(offset) || scalar.properties.isWhitespace || isDrawing(scalar) {
                if !line.isEmpty { lost.append(line) }
                line = ""
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        if !line.isEmpty { lost.append(line) }
        places.removeAll()
        return lost + missingWords(in: result)
    }

    private static func isDrawing(_ scalar: Unicode.Scalar) -> Bool { "|｜│\u{FEFF}-:".unicodeScalars.contains(scalar) }

    /// What is said to be in the plan must be found in plan.yaml: every Han character at least as often.
    private static func missingWords(in result: PlanImporter.Result) -> [String] {
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in result.planYAML.unicodeScalars { counts[scalar, default: 0] += 1 }
        for scalar in result.namesOfDepartments.unicodeScalars { counts[scalar, default: 0] += 1 }
        for scalar in result.wordsInPlan.unicodeScalars where scalar.properties.isIdeographic {
            counts[scalar, default: 0] -= 1
        }
        let missing = counts.filter { $0.value < 0 }.map { "\($0.key) \($0.value)" }
        return missing.isEmpty ? [] : ["not in plan.yaml: \(missing.joined(separator: ", "))"]
    }
}

/// Damages a text the way scanners, copies and clerks do.
enum Damage {
    static func apply(to text: String, random: inout SeededGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 3...30, using: &random) {
            let index = Int.random(in: 0..<lines.count, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0: cut(&lines, index, &random)
            case 1: if index + 1 < lines.count { lines[index] += lines.remove(at: index + 1) }
            case 2: lines.insert("— \(index) —", at: index)
            case 3: lines.insert("\u{0C}", at: index)
            case 4: lines.insert(noise(&random), at: index)
            case 5: lines.remove(at: index)
            case 6: lines[index] = lines[index].replacingOccurrences(of: "\t", with: "   ")
            case 7: lines[index] = String(lines[index].shuffled(using: &random).prefix(200))
            default: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func cut(_ lines: inout [String], _ index: Int, _ random: inout SeededGenerator) {
        guard lines[index].count > 2 else { return }
        let at = Int.random(in: 1..<lines[index].count, using: &random)
        let line = lines[index]
        lines[index] = String(line.prefix(at))
        lines.insert(String(line.dropFirst(at)), at: index + 1)
    }

    private static func noise(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "附件", "附件2", "抄送：某某", "专栏1 工程", "目录", "第三章 其他", "一、", "（一）", "1.", "||||", "——", "2025年", "序号\t名称\t内容",
            "指标\t2020年\t2025年", "\t\t\t", "（市教育局牵头", "｜甲｜乙｜", "第 3 页", "12", "责任单位：", "\u{FEFF}", "\u{1F600}",
        ]
        return (0..<Int.random(in: 1...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
    }
}
