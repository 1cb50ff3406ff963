import Foundation
public import Assessment
public import PlanModel

/// Everything that the reports about one plan are made from.
public struct ReportInput: Sendable {
    /// The plan.
    public var plan: Plan
    /// Names of areas and organizations.
    public var registry: Registry
    /// The figures collected.
    public var observations: [Observation]
    /// What was reported about tasks and projects.
    public var progress: [ProgressNote]
    /// The problems found and their rectification.
    public var findings: [Finding]
    /// The text that people wrote for the documents.
    public var narrative: Narrative
    /// The lines of the official text that the plan's anchors count.
    public var sourceLines: [String]
    /// Whether figures, notes and narrative are invented demonstration data.
    public var isSample: Bool
    /// Cut-off dates that differ from the usual ones.
    public var cutOffs: [DocumentKind: CalendarDate]

    /// Creates an input from its parts.
    public init(
        plan: Plan,
        registry: Registry,
        observations: [Observation],
        progress: [ProgressNote] = [],
        findings: [Finding] = [],
        narrative: Narrative = Narrative(),
        sourceLines: [String] = [],
        isSample: Bool = false,
        cutOffs: [DocumentKind: CalendarDate] = [:]
    ) {
        self.plan = plan
        self.registry = registry
        self.observations = observations
        self.progress = progress
        self.findings = findings
        self.narrative = narrative
        self.sourceLines = sourceLines
        self.isSample = isSample
        self.cutOffs = cutOffs
    }

    /// The words that an anchor points at, the cells of a table's row parted by bars; nil where the text is not at hand.
    func words(at anchor: Anchor) -> String? {
        guard anchor.lines.lowerBound >= 1, anchor.lines.upperBound <= sourceLines.count else { return nil }
        return sourceLines[(anchor.lines.lowerBound - 1)...(anchor.lines.upperBound - 1)]
            .map { $0.split(separator: "\t").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " | ") }
            .joined(separator: "\n")
    }
}

/// What all reports of one run have in common.
public struct ReportSettings: Sendable {
    /// The thresholds.
    public var rules: AssessmentRules
    /// The day the run stands at: nothing published later is used.
    public var asOf: CalendarDate
    /// The cut-off date of documents whose scheduled one has not come yet.
    public var draftCutOff: CalendarDate
    /// The site's particulars.
    public var site: Configuration.Site

    /// Creates settings from their parts.
    public init(rules: AssessmentRules, asOf: CalendarDate, draftCutOff: CalendarDate, site: Configuration.Site) {
        self.rules = rules
        self.asOf = asOf
        self.draftCutOff = draftCutOff
        self.site = site
    }

    /// The days a document of a plan stands at, and whether it is ahead of its schedule.
    func schedule(of kind: DocumentKind, for input: ReportInput) -> (date: EvaluationDate, isDraft: Bool) {
        let scheduled = input.cutOffs[kind] ?? kind.usualCutOff(for: input.plan.years)
        let isDraft = asOf < scheduled
        return (EvaluationDate(cutOff: isDraft ? draftCutOff : scheduled, knownBy: asOf), isDraft)
    }
}
