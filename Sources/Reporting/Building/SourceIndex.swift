import PlanModel

/// The sources of all figures a report may use, numbered in the order they are first named.
struct SourceIndex {
    private struct Key: Hashable {
        var source: String
        var url: String?
        var published: TimePeriod?

        init(_ observation: Observation) {
            source = observation.source
            url = observation.sourceURL
            published = observation.published
        }
    }

    private var numbers: [Key: Int] = [:]
    private var order: [Key] = []
    private var observations: [[Observation]] = []

    /// Numbers the sources of the figures that have a value.
    init(_ usable: [Observation]) {
        for observation in usable where observation.value != nil {
            let key = Key(observation)
            if numbers[key] == nil {
                numbers[key] = order.count + 1
                order.append(key)
                observations.append([])
            }
            observations[(numbers[key] ?? 1) - 1].append(observation)
        }
    }

    /// The number of an observation's source; 0 where it has no value.
    func number(of observation: Observation) -> Int { numbers[Key(observation)] ?? 0 }

    /// The list of sources with the figures taken from each.
    func entries(figure: (Observation) -> ObservedFigure) -> [SourceEntry] {
        order.indices.map { index in
            SourceEntry(
                number: index + 1,
                name: order[index].source,
                url: order[index].url,
                published: order[index].published?.chinese,
                figures: observations[index].map(figure)
            )
        }
    }
}
