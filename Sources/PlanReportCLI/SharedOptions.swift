public import ArgumentParser
import Diagnostics
import Foundation
import PlanFiles
public import PlanModel

/// Options of every verb that reads a workspace.
struct WorkspaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with planreport.yaml, Plans, Templates and Schemas.", valueName: "dir"))
    var workspace = "."

    @Flag(help: "Use the invented demonstration data (示例) in Plans/<id>/sample instead of the real figures.")
    var sample = false

    @OptionGroup var language: LanguageOptions
}

/// The language of diagnostics.
struct LanguageOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Language of diagnostics; by default that of the locale, else English.")
    var language: DiagnosticLanguage?

    var console: Console { Console(language: language) }
}

/// The day a run stands at.
struct AsOfOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use only what was published by this day (by default today).",
            valueName: "yyyy-mm-dd"
        )
    )
    var asOf: CalendarDate?
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads ISO 8601 `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension DocumentKind: ExpressibleByArgument {}

extension Workspace {
    /// Reads a workspace for a run at a day, as ``read(at:sample:asOf:)`` does; nil when something is wrong with it.
    static func load(at root: URL, sample: Bool, asOf: CalendarDate?) -> (WorkspaceContents?, [Diagnostic]) {
        let reading = read(at: root, sample: sample, asOf: asOf)
        return (reading.contents, reading.diagnostics)
    }

    /// Reads a workspace for a run at a day; what begins after that day and after today cannot have been reported.
    ///
    /// A run at a day in the past reads data that came in since, so only today tells what lies ahead.
    static func read(at root: URL, sample: Bool, asOf: CalendarDate?) -> WorkspaceReading {
        read(at: root, sample: sample) { timeZone in
            let today = CalendarDate.today(in: timeZone)
            return max(asOf ?? today, today)
        }
    }
}

extension CalendarDate {
    /// Today in a time zone of the IANA database; an unknown one counts as UTC.
    static func today(in timeZone: String, now: Date = Date()) -> CalendarDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: now)
        return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? .endOfYear(1)
    }

    /// The last day of the month before this day's.
    var endOfPreviousMonth: CalendarDate {
        month == 1 ? .endOfYear(year - 1) : TimePeriod.month(year: year, month - 1).lastDay
    }
}
