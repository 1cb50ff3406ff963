import Foundation
import PlanModel

/// Holds what a sentence says about an indicator's figure against the figures.
///
/// It finds only contradictions that need no guess: where a year, a base or a figure is not known, nothing is said.
struct FigureStatementCheck {
    /// Why a statement cannot stand.
    enum Finding: Hashable {
        /// The figures that say otherwise, as messages cite them.
        case contradicted(by: [String])
        /// The unit of the indicator, which the statement does not have.
        case wrongUnit(String)
    }

    let history: FigureHistory
    /// The year the sentence speaks of, where it names one before the indicator.
    let year: Int?

    /// What is wrong with a statement; nil when it holds or nobody can say.
    func finding(_ statement: FigureStatement) -> Finding? {
        switch statement {
        case .level(let level): check(level, year: level.year ?? year)
        case .path(let from, let direction, let to):
            checkOrder(from.number, direction, to.number) ?? check(from, year: from.year)
                ?? check(to, year: to.year ?? year)
        case .change(let direction, let base, let amount): checkChange(direction, base, amount)
        }
    }

    // MARK: Values

    private func check(_ level: FigureStatement.Level, year: Int?) -> Finding? {
        guard let stated = level.number.converted(to: history.unit) else { return mismatch(level.number) }
        let known = year.map(history.points(ofYear:)) ?? history.points
        guard history.latest != nil, !known.isEmpty, !known.contains(where: { $0.bears(out: stated) }) else {
            return nil
        }
        return .contradicted(by: (year == nil ? [history.latest].compactMap { $0 } : known).map(\.evidence))
    }

    /// A share is no count of anything.
    private func mismatch(_ number: StatedNumber) -> Finding? {
        history.unit == "%" && !["个百分点", "百分点", "‰"].contains(number.unit) ? .wrongUnit(history.unit) : nil
    }

    /// 由25.8万人下降到27.46万人 is wrong whatever the figures are.
    private func checkOrder(
        _ from: StatedNumber,
        _ direction: FigureStatement.Direction,
        _ to: StatedNumber
    ) -> Finding? {
        guard from.bound == .exact, to.bound == .exact, let one = from.converted(to: history.unit)?.value,
            let other = to.converted(to: history.unit)?.value, !direction.holds(from: one, to: other)
        else { return nil }
        let ends = [history.points.first, history.latest].compactMap { $0?.evidence }
        return .contradicted(by: ends)
    }

    // MARK: Changes

    private func checkChange(
        _ direction: FigureStatement.Direction,
        _ base: FigureStatement.Base?,
        _ amount: StatedNumber?
    ) -> Finding? {
        if let amount, let finding = checkUnit(ofChange: amount) { return finding }
        guard let latest = history.latest else { return nil }
        let ends = year.map(history.points(ofYear:)) ?? [latest]
        guard let end = ends.last else { return nil }
        guard let base else { return checkTrend(direction, end) }
        let baseYear = baseYear(base, end)
        let pairs = history.points(ofYear: baseYear).flatMap { from in ends.map { (from: from, to: $0) } }
        let areExact = pairs.allSatisfy { $0.from.precision == .exact && $0.to.precision == .exact }
        guard !pairs.isEmpty, areExact, !pairs.contains(where: { holds($0.from, direction, amount, $0.to) }) else {
            return nil
        }
        return .contradicted(by: [pairs[0].from.evidence, end.evidence])
    }

    private func baseYear(_ base: FigureStatement.Base, _ end: FigureHistory.Point) -> Int {
        switch base {
        case .year(let year): year
        case .previousYear: end.period.year - 1
        }
    }

    private func holds(
        _ from: FigureHistory.Point,
        _ direction: FigureStatement.Direction,
        _ amount: StatedNumber?,
        _ to: FigureHistory.Point
    ) -> Bool {
        guard direction.holds(from: from.value, to: to.value) else { return false }
        guard let amount, let change = change(from.value, to.value, in: amount) else { return true }
        return change.stated.fits(abs(change.value))
    }

    /// How much a figure changed in the unit of a stated amount; nil where 提高9% of a share may mean either.
    private func change(_ from: Decimal, _ to: Decimal, in amount: StatedNumber)
        -> (value: Decimal, stated: StatedNumber)?
    {
        switch (history.unit, amount.unit) {
        case ("%", "个百分点"), ("%", "百分点"): (to - from, amount)
        case ("%", _): nil
        case (_, "%"): from == 0 ? nil : ((to - from) * 100 / from, amount)
        default: amount.converted(to: history.unit).map { (to - from, $0) }
        }
    }

    private func checkUnit(ofChange amount: StatedNumber) -> Finding? {
        let isPoints = ["个百分点", "百分点"].contains(amount.unit)
        if history.unit == "%" { return isPoints || ["", "%", "‰"].contains(amount.unit) ? nil : .wrongUnit("%") }
        return isPoints ? .wrongUnit(history.unit) : nil
    }

    /// 提高 without a base: wrong where the figure did not rise from any earlier one.
    private func checkTrend(_ direction: FigureStatement.Direction, _ end: FigureHistory.Point) -> Finding? {
        let earlier = history.points.filter { $0.period < end.period }
        let areExact = (earlier + [end]).allSatisfy { $0.precision == .exact }
        guard !earlier.isEmpty, areExact, !earlier.contains(where: { direction.holds(from: $0.value, to: end.value) })
        else { return nil }
        return .contradicted(by: [earlier.last, end].compactMap { $0?.evidence })
    }
}

extension FigureStatement.Direction {
    fileprivate func holds(from one: Decimal, to other: Decimal) -> Bool {
        switch self {
        case .up: other > one
        case .down: other < one
        }
    }
}
