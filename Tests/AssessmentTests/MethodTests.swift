import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Assessment

@Suite("并列的方法：速度比率、期末预测、合计为一百的占比")
struct MethodTests {
    private func ratio(
        _ baseline: String,
        _ target: String,
        _ year: Int,
        _ value: String
    ) throws -> ProgressRatio {
        let comparator: PlanModel.Comparator = decimal(target) < decimal(baseline) ? .atMost : .atLeast
        let subject = try indicator(baseline, target, comparator)
        let result = try assess(subject, [observation("\(year)", value)]).progressRatio
        return try #require(result).get()
    }

    @Test("41.17→75：2021 年 R=2.19，2022 年 R=1.87，四位小数可手工复核")
    func worked() throws {
        // (52.66/41.17)−1 = 0.279087；(75/41.17)^(1/5)−1 = 0.127447；0.279087/0.127447 = 2.1898
        let first = try ratio("41.17", "75", 2021, "52.66")
        #expect(first.value.rounded(scale: 4) == decimal("2.1898"))
        #expect(first.observed.rounded(scale: 6) == decimal("0.279087"))
        // √(63.14/41.17)−1 = 0.238403；0.238403/0.127447 = 1.8706
        let second = try ratio("41.17", "75", 2022, "63.14")
        #expect(second.value.rounded(scale: 4) == decimal("1.8706"))
        #expect(second.band == .onTrack)
    }

    @Test("下降的目标方向为负：100→50，两年 80 为 R=0.8164（进展中）")
    func falling() throws {
        // √0.8−1 = −0.105573；0.5^(1/5)−1 = −0.129449；0.105573/0.129449 = 0.8156
        let result = try ratio("100", "50", 2022, "80")
        #expect(result.value.rounded(scale: 4) == decimal("0.8156"))
        #expect(result.band == .progressing)
        #expect(try ratio("100", "50", 2022, "101").band == .deteriorating)
        #expect(try ratio("100", "50", 2022, "100").band == .slow)
    }

    @Test("正好按所需增速前进时 R=1")
    func exact() throws {
        // 100→161.051 是每年 10%：两年应为 121
        let result = try ratio("100", "161.051", 2022, "121")
        #expect(result.value == 1)
        #expect(result.band == .onTrack)
    }

    @Test("无法计算时说明原因，绝不出现无穷大")
    func undefined() throws {
        #expect(throws: ProgressRatio.Undefined.targetIsBaseline) { try ratio("100", "100", 2022, "101") }
        let held = try assess(indicator("95", "93"), [observation("2022", "96")]).progressRatio
        #expect(throws: ProgressRatio.Undefined.metAtBaseline) { try #require(held).get() }
        #expect(throws: ProgressRatio.Undefined.notPositive) { try ratio("0", "60", 2022, "7.7") }
        #expect(throws: ProgressRatio.Undefined.notPositive) { try ratio("10", "60", 2022, "0") }
        #expect(throws: ProgressRatio.Undefined.outOfRange) {
            try ratio("1", "1000000000000000000000000000000000000000000000000000000000000000000000", 2022, "2")
        }
    }

    @Test("线性预测、等速增长预测和数据给出的范围")
    func forecasts() throws {
        // 线性：41.17+(63.14−41.17)×5/2=96.095；两步：11.49、10.48，从 63.14 再走三年：94.58 至 97.61
        let result = try assess(indicator("41.17", "75"), [observation("2021", "52.66"), observation("2022", "63.14")])
        let forecast = try #require(result.forecasts)
        #expect(forecast.linear == decimal("96.095"))
        #expect(forecast.range == decimal("94.58")...decimal("97.61"))
        // 等速：41.17×(63.14/41.17)^(5/2) = 119.9200
        #expect(forecast.constantGrowth?.rounded(scale: 3) == decimal("119.920"))
        let single = try #require(try assess(indicator("41.17", "75"), [observation("2021", "52.66")]).forecasts)
        #expect(single.range == nil && single.steps == 1)
        #expect(try assess(indicator("41.17", "75"), [observation("2025", "76")]).forecasts == nil)
    }

    @Test("两个阶段的目标：应达值逐段计算，阶段结果分列")
    func stages() throws {
        var subject = try indicator("40", "80")
        subject.interimTargets = [.init(period: .year(2022), value: 70)]
        // 2021 年：40+(70−40)×1/2=55，速度 (55−40)/15=1；2023 年：70+(80−70)×1/3=73.3333
        let early = try assess(subject, [observation("2021", "55")])
        #expect(early.expected == 55 && early.pace == 1 && early.verdict == .onTrack)
        let late = try assess(subject, [observation("2022", "69"), observation("2023", "70")])
        #expect(late.expected?.rounded(scale: 4) == decimal("73.3333"))
        // 30/33.3333=0.9
        #expect(late.verdict == .onTrack && late.stages.first?.isMet == false)
        #expect(try assess(subject, [observation("2023", "69.9")]).verdict == .behind)
        #expect(early.stages.first?.isMet == nil)
    }

    @Test("一起列出的占比合计正好一百", arguments: [[1, 1, 1], [2, 3, 1, 7], [0, 0, 5], [13], [1, 999], [6, 6, 6, 6, 6, 6, 6]])
    func shares(_ counts: [Int]) {
        #expect(Shares.percentages(of: counts).reduce(0, +) == 100)
        #expect(Shares.percentages(of: counts, scale: 0).reduce(0, +) == 100)
    }

    @Test(
        "项数相同的占比相同，差额由项数独一无二的一组承担",
        arguments: [
            // 3/6 = 50.0，1/6 = 16.67：16.7×3 = 50.1，余下 49.9
            ([1, 1, 1, 3], ["16.7", "16.7", "16.7", "49.9"]),
            // 10/66 = 15.15，36/66 = 54.55：15.2×2 = 30.4；15.15 舍为 15.1 则差 0.3，入为 15.2 则差 0.1
            ([36, 10, 10, 10], ["54.4", "15.2", "15.2", "15.2"]),
            ([0, 2, 2, 2, 1], ["0", "28.6", "28.6", "28.6", "14.2"]),
            ([1, 1], ["50", "50"]), ([1, 2], ["33.3", "66.7"]),
        ]
    )
    func equalShares(_ counts: [Int], _ expected: [String]) {
        #expect(Shares.percentages(of: counts) == expected.map(decimal))
        #expect(Shares.areAdjusted(of: counts) == (counts.count > 2))
    }

    @Test("任意项数：合计总是一百，与实际占比相差不到 0.2，项数相同的至多相差 0.1（随机输入）")
    func anyShares() {
        var random = SeededGenerator(seed: 15)
        for _ in 0..<2_000 {
            let counts = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
            let total = counts.reduce(0, +)
            guard total > 0 else { continue }
            let shares = Shares.percentages(of: counts)
            #expect(shares.reduce(0, +) == 100)
            for (count, share) in zip(counts, shares) {
                #expect(abs(share * Decimal(total) - Decimal(count * 100)) * 10 < Decimal(2 * total), "\(counts)")
                #expect(count > 0 || share == 0)
            }
            let byCount = Dictionary(grouping: zip(counts, shares), by: \.0).values.map { Set($0.map(\.1)) }
            #expect(byCount.allSatisfy { $0.count <= 2 })
        }
    }

    @Test("三份各三分之一：33.4、33.3、33.3，做不到相同；没有计数时都是 0")
    func thirds() {
        #expect(Shares.percentages(of: [1, 1, 1]) == [decimal("33.4"), decimal("33.3"), decimal("33.3")])
        #expect(Shares.percentages(of: [0, 0]) == [0, 0])
        #expect(
            Shares.areAdjusted(of: [1, 1, 1]) && !Shares.areAdjusted(of: [0, 0]) && !Shares.areAdjusted(of: [1, 3])
        )
    }

    @Test("四舍六入五成双", arguments: [("0.125", "0.12"), ("0.135", "0.14"), ("0.1251", "0.13"), ("-0.125", "-0.12")])
    func rounding(_ value: String, _ rounded: String) {
        #expect(decimal(value).rounded(scale: 2) == decimal(rounded))
    }
}
