public import Foundation

/// The settings of a workspace, `planreport.yaml`.
public struct Configuration: Hashable, Sendable {
    /// What government web pages say about the site in their meta tags; what is not set is left out of the pages.
    public struct Site: Hashable, Sendable {
        /// `SiteName`.
        public var name: String?
        /// `SiteDomain`.
        public var domain: String?
        /// `SiteIDCode`, the ten digits issued for the site.
        public var siteIDCode: String?
        /// `Description`.
        public var description: String?
        /// `Keywords`.
        public var keywords: String?
        /// `Author`.
        public var author: String?
        /// `Url`, the address of the front page.
        public var url: String?
        /// `ContentSource` of article pages.
        public var contentSource: String?
        /// `ColumnName` of column pages.
        public var columnName: String?
        /// `ColumnDescription` of column pages.
        public var columnDescription: String?
        /// `ColumnKeywords` of column pages.
        public var columnKeywords: String?
        /// `ColumnType` of column pages.
        public var columnType: String?

        /// Creates a site of which nothing is known.
        public init() {}
    }

    /// The numbers behind the verdicts, printed in every report's method section.
    public struct Assessment: Hashable, Sendable {
        /// Which edition of the rules this is.
        public var version = "1"
        /// The pace from which on progress is 快于预期.
        public var ahead = Decimal(sign: .plus, exponent: -1, significand: 11)
        /// The pace from which on progress is 基本符合预期.
        public var onTrack = Decimal(sign: .plus, exponent: -1, significand: 9)
        /// How far a value may be from a target of the kind 左右, as a share of the target.
        public var aboutTolerance = Decimal(sign: .plus, exponent: -2, significand: 5)
        /// How far self-reported and verified figures may differ before it is listed, as a share of the verified one.
        public var differenceTolerance = Decimal(sign: .plus, exponent: -2, significand: 5)
        /// How many months before its deadline unfinished work is warned about.
        public var warningMonths = 12

        /// Creates the rules of this edition.
        public init() {}
    }

    /// Up to which day data count for the documents of a plan.
    public struct CutOffs: Hashable, Sendable {
        /// For the mid-term evaluation.
        public var midterm: CalendarDate?
        /// For the final summary.
        public var final: CalendarDate?

        /// Creates cut-off dates.
        public init(midterm: CalendarDate? = nil, final: CalendarDate? = nil) {
            self.midterm = midterm
            self.final = final
        }
    }

    /// The site the pages are published on.
    public var site = Site()
    /// The time zone of dates on pages, a name of the IANA database.
    public var timeZone = "Asia/Shanghai"
    /// The rules of assessment.
    public var assessment = Assessment()
    /// Cut-off dates by plan.
    public var cutOffs: [PlanID: CutOffs] = [:]
    /// How many releases are kept in the output folder.
    public var keepReleases = 14

    /// Creates the default configuration.
    public init() {}
}
