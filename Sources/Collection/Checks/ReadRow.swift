import PlanModel

/// An observation with the row it was read from, for problems that only show beside other rows.
struct ReadRow {
    let observation: Observation
    let row: ObservationRow
}
