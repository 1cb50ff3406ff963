import PlanModel

@testable import Assessment

/// The table of hand-computed cases.
enum TargetTable {
    static let levels: [TargetCase] = [
        TargetCase(
            "基期年有数：应达 41.17+(75−41.17)×2/5=54.702；完成率 21.97/33.83=0.6494；速度 0.6494/0.4=1.6236",
            try target(.atLeast, "75"),
            "2020 41.17, 2021 52.66, 2022 63.14",
            .ahead,
            actual: "63.14",
            expected: "54.702",
            attainment: "0.6494",
            pace: "1.6236",
            forecast: "96.095"
        ),
        TargetCase(
            "首期 2021 为 50：应达 50+(60−50)×2/4=55；完成率 5/10=0.5；速度 0.5/0.5=1",
            try target(.atLeast, "60"),
            "2021 50, 2023 55",
            .onTrack,
            expected: "55",
            attainment: "0.5",
            pace: "1",
            forecast: "60"
        ),
        TargetCase(
            "完成率 4.5/10=0.45；速度 0.45/0.5=0.9，正好等于下限",
            try target(.atLeast, "60"),
            "2021 50, 2023 54.5",
            .onTrack,
            pace: "0.9"
        ),
        TargetCase(
            "完成率 4.4/10=0.44；速度 0.88<0.9",
            try target(.atLeast, "60"),
            "2021 50, 2023 54.4",
            .behind,
            pace: "0.88"
        ),
        TargetCase(
            "完成率 5.5/10=0.55；速度 1.1，正好等于上限",
            try target(.atLeast, "60"),
            "2021 50, 2023 55.5",
            .ahead,
            pace: "1.1"
        ),
        TargetCase(
            "比首期低：完成率 −1/10=−0.1；速度 −0.2",
            try target(.atLeast, "60"),
            "2021 50, 2023 49",
            .regressing,
            pace: "-0.2"
        ),
        TargetCase("60≥60，期限前达到", try target(.atLeast, "60"), "2021 50, 2023 60", .achieved),
        TargetCase("期限年 60=60", try target(.atLeast, "60"), "2021 50, 2025 60", .achieved, attainment: "1"),
        TargetCase("期限年 60.1>60", try target(.atLeast, "60"), "2021 50, 2025 60.1", .exceeded),
        TargetCase("期限年 59.9<60", try target(.atLeast, "60"), "2021 50, 2025 59.9", .missed, expected: "60"),
        TargetCase(
            "期限后一年才达到：2025 年 59<60，2026 年 60",
            try target(.atLeast, "60"),
            "2021 50, 2025 59, 2026 60",
            .achieved,
            isLate: true
        ),
        TargetCase(
            "期限已误，其后再多也是逾期完成，不是超额完成：2025 年 59，2026 年 61",
            try target(.atLeast, "60"),
            "2021 50, 2025 59, 2026 61",
            .achieved,
            isLate: true
        ),
        TargetCase(
            "期限年没有数据，不知道是否误期：2022 年 85<90，2023 年缺，2024 年 95",
            try target(.atLeast, "90", deadline: "2023"),
            "2021 80, 2022 85, 2024 95",
            .exceeded
        ),
        TargetCase(
            "期限年已达到，其后更多：2023 年 90≥90，2025 年 95",
            try target(.atLeast, "90", deadline: "2023"),
            "2021 80, 2023 90, 2025 95",
            .exceeded
        ),
        TargetCase("超过 100% 合法：117.4≥100", try target(.atLeast, "100"), "2021 99, 2025 117.4", .exceeded),
        TargetCase(
            "只有一期、未达标、期限未到：没有起点，不判断",
            try target(.atLeast, "60"),
            "2023 58.7",
            nil,
            actual: "58.7",
            open: .noStart
        ),
        TargetCase("只有一期但已达标", try target(.atLeast, "60"), "2023 62", .achieved),
        TargetCase("没有数据", try target(.atLeast, "60"), "", .noData, open: .noFigure),
        TargetCase("只有缺失说明", try target(.atLeast, "60"), "2023", .noData, open: .noFigure),
        TargetCase("只有基期年的数据", try target(.atLeast, "60"), "2020 41", .noData, open: .noFigure),
        TargetCase(
            "期限早于规划期末：2022 年 91.6≥90",
            try target(.atLeast, "90", deadline: "2022"),
            "2021 84.3, 2022 91.6",
            .exceeded
        ),
        TargetCase(
            "期限在规划期后（2030）：应达 42.9+(38−42.9)×2/9=41.8111；完成率 1.7/4.9=0.3469；速度 0.3469×9/2=1.5612",
            try target(.atMost, "38", direction: .down, deadline: "2030"),
            "2021 42.9, 2023 41.2",
            .ahead,
            expected: "41.8111",
            attainment: "0.3469",
            pace: "1.5612"
        ),
        TargetCase(
            "降至 1.05 以内：期限年 1.05≤1.05",
            try target(.atMost, "1.05", deadline: "2023"),
            "2021 1.1, 2023 1.05",
            .achieved
        ),
        TargetCase(
            "降至 1.05 以内：1.06>1.05",
            try target(.atMost, "1.05", deadline: "2023"),
            "2021 1.1, 2023 1.06",
            .missed
        ),
        TargetCase(
            "左右，从上方接近：容差 3×5%=0.15，3.2>3.15；应达 4.8+(3−4.8)×4/9=4；完成率 1.6/1.8=0.8889",
            try target(.about, "3", deadline: "2030"),
            "2021 4.8, 2025 3.2",
            .ahead,
            expected: "4",
            attainment: "0.8889"
        ),
        TargetCase("左右：3.15 在容差内", try target(.about, "3", deadline: "2030"), "2021 4.8, 2025 3.15", .achieved),
        TargetCase("左右，方向已明：低于 3 更好，不算偏离", try target(.about, "3", deadline: "2025"), "2021 4.8, 2025 2", .exceeded),
        TargetCase("左右，没有方向：2 偏离 3 超过 0.15", try target(.about, "3", deadline: "2025"), "2025 2", .missed),
        TargetCase(
            "区间 5—8：达到下限 5 即达标",
            try target(.range, range: ("5", "8"), unit: "所"),
            "2021 3, 2025 5",
            unit: "所",
            .achieved
        ),
        TargetCase(
            "区间 5—8：期限年 9>8 为超额",
            try target(.range, range: ("5", "8"), unit: "所"),
            "2021 3, 2025 9",
            unit: "所",
            .exceeded
        ),
        TargetCase(
            "区间 5—8：2023 年 4；速度 (1/2)/(2/4)=1",
            try target(.range, range: ("5", "8"), unit: "所"),
            "2021 3, 2023 4",
            unit: "所",
            .onTrack,
            expected: "4",
            pace: "1"
        ),
        TargetCase("全覆盖：100≥100", try target(.complete, unit: nil), "2021 80, 2025 100", .achieved),
        TargetCase("全覆盖：99.9<100", try target(.complete, unit: nil), "2021 80, 2025 99.9", .missed),
        TargetCase("全覆盖：单位不是 %，不判断", try target(.complete, unit: nil), "2025 30", unit: "个", .noData, open: .otherUnit),
        TargetCase("清零：0≤0", try target(.zero, unit: nil), "2021 4, 2025 0", unit: "人", .achieved),
        TargetCase(
            "清零：期限前 4→1，应达 4+(0−4)×2/4=2，速度 (3/4)/(2/4)=1.5",
            try target(.zero, unit: nil),
            "2021 4, 2023 1",
            unit: "人",
            .ahead,
            expected: "2",
            pace: "1.5"
        ),
        TargetCase("保持 93% 以上：94.17≥93", try target(.atLeast, "93", holds: true), "2020 92.14, 2022 94.17", .held),
        TargetCase("保持 93% 以上：92.9<93", try target(.atLeast, "93", holds: true), "2022 92.9", .broken),
        TargetCase("基期已达标即为保持：基期 100，101 仍达标", try target(.atLeast, "100"), "2020 100, 2023 101", .held),
        TargetCase("基期已达标：99<100，跌破", try target(.atLeast, "100"), "2020 100, 2023 99", .broken),
        TargetCase(
            "首期已达标也是保持：起点 61≥60，没有路程，62 仍达标",
            try target(.atLeast, "60"),
            "2021 61, 2023 62",
            .held,
            expected: "60"
        ),
        TargetCase("首期正好达标：每周 1 节，仍是 1 节", try target(.atLeast, "1", unit: "节"), "2021 1, 2023 1", unit: "节", .held),
        TargetCase("首期已达标后又回落：59<60，跌破", try target(.atLeast, "60"), "2021 61, 2023 59", .broken),
        TargetCase("首期已低于上限：起点 1.03≤1.05，期限年 1.02", try target(.atMost, "1.05"), "2021 1.03, 2025 1.02", .held),
        TargetCase(
            "首期已到期限年，不作起点：2023 年 91≥90，2025 年 95",
            try target(.atLeast, "90", deadline: "2023"),
            "2023 91, 2025 95",
            .exceeded
        ),
        TargetCase(
            "期限年才有首期且不够，其后达到：2023 年 0.8<1，2025 年 1.5",
            try target(.atLeast, "1", unit: "个", deadline: "2023"),
            "2023 0.8, 2024 1.2, 2025 1.5",
            unit: "个",
            .achieved,
            isLate: true
        ),
        TargetCase(
            "合计的上限已超过：3+1=4>3，没有回头路",
            try target(.atMost, "3", unit: "起", accumulates: true),
            "2021 3, 2022 1",
            unit: "起",
            .regressing,
            actual: "4"
        ),
        TargetCase(
            "负值：−4→0，2023 年 −2；速度 (2/4)/(2/4)=1",
            try target(.atLeast, "0"),
            "2021 -4, 2023 -2",
            .onTrack,
            expected: "-2",
            pace: "1"
        ),
        TargetCase(
            "截止 2022 年底：2023 年的数不用；速度 (1/10)/(1/4)=0.4",
            try target(.atLeast, "60"),
            "2021 50, 2022 51, 2023 60",
            .behind,
            pace: "0.4",
            asOf: "2022-12-31"
        ),
        TargetCase("方向性要求只看文字", try target(.direction, direction: .up), "2021 50, 2023 60", nil, open: .byText),
    ]

    static let sums: [TargetCase] = [
        TargetCase(
            "新增 200 处：103+35=138；应达 200×2/5=80；速度 138/80=1.725",
            try target(.atLeast, "200", unit: "处", accumulates: true),
            "2021 103, 2022 35",
            unit: "处",
            .ahead,
            actual: "138",
            expected: "80",
            attainment: "0.69",
            pace: "1.725",
            forecast: "345"
        ),
        TargetCase(
            "58+47+41+34+27=207>200",
            try target(.atLeast, "200", unit: "处", accumulates: true),
            "2021 58, 2022 47, 2023 41, 2024 34, 2025 27",
            unit: "处",
            .exceeded,
            actual: "207"
        ),
        TargetCase(
            "18+22+24=64；应达 60；速度 64/60=1.0667",
            try target(.atLeast, "100", unit: "所", accumulates: true),
            "2021 18, 2022 22, 2023 24",
            unit: "所",
            .onTrack,
            actual: "64",
            pace: "1.0667"
        ),
        TargetCase(
            "缺 2021、2022 年：已知 33，不补，不判断",
            try target(.atLeast, "100", unit: "所", accumulates: true),
            "2023 33",
            unit: "所",
            .noData,
            actual: "33",
            gaps: [2021, 2022],
            open: .missingYears
        ),
        TargetCase(
            "缺 2022 年，但已知合计 120 已够",
            try target(.atLeast, "100", unit: "所", accumulates: true),
            "2021 60, 2023 60",
            unit: "所",
            .achieved,
            actual: "120",
            gaps: [2022]
        ),
        TargetCase(
            "半年数作当年已有部分：5+9+3=17；应达 20×30/60=10；速度 1.7",
            try target(.atLeast, "20", unit: "所", accumulates: true),
            "2021 5, 2022 9, 2023-H1 3",
            unit: "所",
            .ahead,
            actual: "17",
            expected: "10",
            pace: "1.7"
        ),
        TargetCase(
            "全年数代替半年数，不重复相加：5+9=14",
            try target(.atLeast, "20", unit: "所", accumulates: true),
            "2021 5, 2022-H1 4, 2022 9",
            unit: "所",
            .ahead,
            actual: "14"
        ),
        TargetCase(
            "期限年合计 19<20",
            try target(.atLeast, "20", unit: "所", deadline: "2023", accumulates: true),
            "2021 5, 2022 9, 2023 5",
            unit: "所",
            .missed,
            actual: "19"
        ),
        TargetCase(
            "期限前缺一年，不知道是否误期：已知 2021、2023 年合计 14，2024 年合计 21",
            try target(.atLeast, "20", unit: "所", deadline: "2023", accumulates: true),
            "2021 5, 2023 9, 2024 7",
            unit: "所",
            .exceeded,
            actual: "21",
            gaps: [2022]
        ),
        TargetCase(
            "期限后补足：2023 年合计 19，2024 年合计 21",
            try target(.atLeast, "20", unit: "所", deadline: "2023", accumulates: true),
            "2021 5, 2022 9, 2023 5, 2024 2",
            unit: "所",
            .achieved,
            actual: "21",
            isLate: true
        ),
    ]

    static let yearly: [TargetCase] = [
        TargetCase(
            "每年 10 所：11、10、12 均达标，2/2…期限前 3/3",
            try target(.yearlyAmount, "10", unit: "所", recurrence: .year),
            "2021 11, 2022 10, 2023 12",
            unit: "所",
            .onTrack,
            attainment: "1"
        ),
        TargetCase(
            "每年 140 节：132<140；达标 2/3=0.6667<0.9",
            try target(.yearlyAmount, "140", unit: "节", recurrence: .year),
            "2021 132, 2022 146, 2023 153",
            unit: "节",
            .behind,
            attainment: "0.6667"
        ),
        TargetCase(
            "上半年 4 所不足 10，年未结束，不判断该年",
            try target(.yearlyAmount, "10", unit: "所", recurrence: .year),
            "2021 11, 2022 10, 2023-H1 4",
            unit: "所",
            .onTrack,
            actual: "10"
        ),
        TargetCase(
            "上半年 12 所已够，计为达标",
            try target(.yearlyAmount, "10", unit: "所", recurrence: .year),
            "2021 11, 2022 10, 2023-H1 12",
            unit: "所",
            .onTrack,
            actual: "12"
        ),
        TargetCase(
            "五年都正好 10 所",
            try target(.yearlyAmount, "10", unit: "所", recurrence: .year),
            "2021 10, 2022 10, 2023 10, 2024 10, 2025 10",
            unit: "所",
            .achieved
        ),
        TargetCase(
            "五年都多于 10 所",
            try target(.yearlyAmount, "10", unit: "所", recurrence: .year),
            "2021 11, 2022 12, 2023 11, 2024 11, 2025 11",
            unit: "所",
            .exceeded
        ),
        TargetCase(
            "有一年 9 所，期末即未完成",
            try target(.yearlyAmount, "10", unit: "所", recurrence: .year),
            "2021 11, 2022 9, 2023 11, 2024 11, 2025 11",
            unit: "所",
            .missed,
            attainment: "0.8"
        ),
        TargetCase(
            "缺 2022 年：其余都达标也不能说完成",
            try target(.yearlyAmount, "1", unit: "次", recurrence: .schoolYear),
            "2021 1, 2022, 2023 1, 2024 1, 2025 1",
            unit: "次",
            .noData,
            gaps: [2022],
            open: .missingYears
        ),
        TargetCase(
            "缺 2022 年但 2023 年 0<1：怎样都是未完成",
            try target(.yearlyAmount, "1", unit: "次", recurrence: .schoolYear),
            "2021 1, 2023 0, 2024 1, 2025 1",
            unit: "次",
            .missed,
            gaps: [2022]
        ),
        TargetCase(
            "每学年不低于 10%：8.7、9.6 未达；1/3<0.9",
            try target(.atLeast, "10", recurrence: .schoolYear),
            "2021 8.7, 2022 9.6, 2023 10.4",
            .behind,
            attainment: "0.3333"
        ),
        TargetCase(
            "每年至少下降 1 个百分点（报的是降幅）：0.7<1，达标 2/3",
            try target(.yearlyChange, "1", unit: "个百分点", direction: .down, recurrence: .year),
            "2021 0.7, 2022 1.1, 2023 1.2",
            unit: "个百分点",
            .behind,
            attainment: "0.6667"
        ),
        TargetCase(
            "每年至少下降 1 个百分点（报的是水平）：60→59→57.5，降 1、1.5，达标 2/2",
            try target(.yearlyChange, "1", unit: "个百分点", direction: .down, recurrence: .year),
            "2020 60, 2021 59, 2022 57.5",
            .onTrack,
            actual: "1.5",
            attainment: "1"
        ),
        TargetCase(
            "只增不减：166.35≤171.82≤175.46",
            try target(.nonDecreasing, unit: nil, recurrence: .year),
            "2021 166.35, 2022 171.82, 2023 175.46",
            unit: "亿元",
            .held
        ),
        TargetCase(
            "只增不减：17985→17932 减少",
            try target(.nonDecreasing, unit: nil, recurrence: .year),
            "2021 17640, 2022 17985, 2023 17932, 2024 18410",
            unit: "元",
            .broken
        ),
        TargetCase("只增不减：持平不算减少", try target(.nonDecreasing, unit: nil), "2021 5, 2022 5", unit: "元", .held),
        TargetCase(
            "只增不减：缺 2022 年，2023 年较 2021 年高，中间可能降过",
            try target(.nonDecreasing, unit: nil),
            "2021 5, 2023 6",
            unit: "元",
            .noData,
            gaps: [2022],
            open: .missingYears
        ),
        TargetCase(
            "只增不减：缺 2022 年，2023 年较 2021 年低，必有一年减少",
            try target(.nonDecreasing, unit: nil),
            "2021 6, 2023 5",
            unit: "元",
            .broken,
            gaps: [2022]
        ),
        TargetCase(
            "不再新增（存量）：126≥117≥108",
            try target(.nonDecreasing, unit: nil, direction: .down),
            "2021 126, 2022 117, 2023 108",
            unit: "个",
            .held
        ),
        TargetCase(
            "不再新增（逐年新增数）：0、1",
            try target(.nonDecreasing, unit: nil, direction: .down, accumulates: true),
            "2021 0, 2022 1",
            unit: "所",
            .broken
        ),
        TargetCase(
            "年均增长 10% 左右：1.094×1.103×1.088=1.312872；下限 9.5%：1.095³=1.312932>1.312872；9.9%×0.9=9%：1.09³=1.295029",
            try target(.growthRate, "10", text: "年均增长10%左右"),
            "2021 9.4, 2022 10.3, 2023 8.8",
            .onTrack,
            actual: "9.4983"
        ),
        TargetCase(
            "年均增长 10% 左右，期末：连乘 1.595786，开五次方 1.097981，9.7981%≥9.5%",
            try target(.growthRate, "10", text: "年均增长10%左右"),
            "2021 9.4, 2022 10.3, 2023 8.8, 2024 10.6, 2025 9.9",
            .achieved,
            actual: "9.7981"
        ),
        TargetCase(
            "年均增长 10%（没有“左右”），期末 9.8%<10%",
            try target(.growthRate, "10", text: "年均增长10%"),
            "2021 9.4, 2022 10.3, 2023 8.8, 2024 10.6, 2025 9.9",
            .missed
        ),
        TargetCase(
            "报的是金额：100→121，两年 1.1²=1.21，正好 10%；速度 1",
            try target(.growthRate, "10", text: "年均增长10%"),
            "2020 100, 2022 121",
            unit: "亿元",
            .onTrack,
            actual: "10"
        ),
        TargetCase(
            "年均负增长：100→90",
            try target(.growthRate, "10", text: "年均增长10%"),
            "2020 100, 2021 90",
            unit: "亿元",
            .regressing,
            actual: "-10"
        ),
        TargetCase(
            "增速缺 2022 年：不判断",
            try target(.growthRate, "10", text: "年均增长10%"),
            "2021 10, 2023 10",
            .noData,
            gaps: [2022],
            open: .missingYears
        ),
    ]
}
