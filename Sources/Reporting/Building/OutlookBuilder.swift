import Assessment
import Foundation
import PlanModel

extension Outlook {
    /// The outlook of an indicator, with why what is missing is missing; where all is over there is no forecast.
    init(_ assessment: IndicatorAssessment, isOver: Bool = false) {
        let forecast = isOver ? nil : assessment.forecasts
        let target: [Decimal?] = [assessment.indicator.target.value]
        let range = forecast?.range
        linear = Figure(forecast?.linear, scale: 2, apartFrom: target, missing: .notApplicable)
        constantGrowth = Figure(forecast?.constantGrowth, scale: 2, apartFrom: target, missing: .notApplicable)
        low = Figure(range?.lowerBound, scale: 2, apartFrom: target + [range?.upperBound], missing: .notApplicable)
        high = Figure(range?.upperBound, scale: 2, apartFrom: target + [range?.lowerBound], missing: .notApplicable)
        self.range = low.text == high.text ? low.text : "\(low.text)—\(high.text)"
        reason = Self.reason(assessment, forecast)
        ratio = .notApplicable
        switch assessment.progressRatio {
        case .success(let found)?:
            let limits = ProgressRatio.Band.allCases.map(\.lowerBound)
            ratio = Figure(found.value, scale: 2, apartFrom: limits, missing: .notApplicable)
            band = found.band.chinese
            bandCode = found.band.rawValue
        case .failure(let undefined)?: ratioReason = undefined.chinese
        case nil: ratioReason = "暂无数据"
        }
    }

    private static func reason(_ assessment: IndicatorAssessment, _ forecast: Forecast?) -> String? {
        guard let forecast else {
            if assessment.observation == nil { return "暂无数据，不作推算" }
            return assessment.isHold ? "基期已达到目标，不作推算" : "目标年已到，不作推算"
        }
        let reasons = [
            forecast.constantGrowth == nil ? "有数值不大于零或推算值过大，不能作等速推算" : nil,
            forecast.range == nil ? "基期以来只有一期变化，不能给出区间" : nil,
            forecast.range.map { $0.lowerBound == $0.upperBound } == true ? "历次变化相同" : nil,
        ]
        let missing = reasons.compactMap { $0 }
        return missing.isEmpty ? nil : missing.joined(separator: "；")
    }
}

extension ForecastCounts {
    /// Counts the forecasts of indicators.
    init(_ assessments: [IndicatorAssessment]) {
        let forecasts = assessments.compactMap(\.forecastMeetsTarget)
        total = forecasts.count
        reaching = forecasts.count { $0 }
        fallingShort = forecasts.count { !$0 }
    }
}

extension ProgressRatio.Band {
    /// The band in words.
    var chinese: String {
        switch self {
        case .onTrack: "进展充分"
        case .progressing: "进展中等"
        case .slow: "进展有限"
        case .deteriorating: "背离目标"
        }
    }
}
