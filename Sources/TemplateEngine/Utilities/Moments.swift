/// A point in time of `#dates` and `#temporals`.
struct Moment {
    var year: Int32 = 1970
    var month: Int32 = 1
    var day: Int32 = 1
    var hour: Int32 = 0
    var minute: Int32 = 0
    var second: Int32 = 0
    var nanosecond: Int32 = 0
    /// Minutes east of Greenwich, where known.
    var offset: Int32 = 0
    /// Which parts it has: 1 date, 2 time, 4 offset; 8 it is a `Date`.
    var parts: Int32 = 3
}

extension Machine {
    func momentProperty(_ value: Value, _ name: String) -> Value? { nil }
    func momentText(_ value: Value) -> String { "" }
}

extension UtilityRegistry {
    static let dates: [Function] = []
    static let temporals: [Function] = []
    static let chinese: [Function] = []
}
