public import Diagnostics
import Foundation
public import PlanModel

/// Reads `planreport.yaml`.
public struct ConfigurationLoader {
    private let schema: JSONSchemaValidator

    /// Creates a loader.
    public init(schema: JSONSchemaValidator) {
        self.schema = schema
    }

    /// Reads the settings; what is not set keeps its default. Nil when the file cannot be read.
    ///
    /// `plans` are the plans of the workspace: cut-off dates of any other are reported, unless it is nil.
    public func load(file: String, bytes: [UInt8], plans: [String]?) -> (Configuration?, [Diagnostic]) {
        let (yaml, problems) = CheckedFile.read(file: file, bytes: bytes, schema: schema)
        guard let yaml else { return (nil, problems) }
        var configuration = Configuration()
        if let node = yaml.root["site"] { configuration.site = site(node) }
        if let node = yaml.root["assessment"] { configuration.assessment = assessment(node) }
        configuration.timeZone = yaml.root["time_zone"]?.text ?? configuration.timeZone
        configuration.cutOffs = cutOffs(yaml.root["documents"]?["cut_offs"])
        configuration.keepReleases =
            yaml.root["publishing"]?["keep_releases"]?.integer ?? configuration.keepReleases
        return (configuration, problems + check(yaml, configuration, plans))
    }

    private func site(_ node: YAMLNode) -> Configuration.Site {
        var site = Configuration.Site()
        site.name = node["name"]?.text
        site.domain = node["domain"]?.text
        site.siteIDCode = node["site_id_code"]?.text
        site.description = node["description"]?.text
        site.keywords = node["keywords"]?.text
        site.author = node["author"]?.text
        site.url = node["url"]?.text
        site.contentSource = node["content_source"]?.text
        site.columnName = node["column_name"]?.text
        site.columnDescription = node["column_description"]?.text
        site.columnKeywords = node["column_keywords"]?.text
        site.columnType = node["column_type"]?.text
        return site
    }

    private func assessment(_ node: YAMLNode) -> Configuration.Assessment {
        var rules = Configuration.Assessment()
        rules.version = node["version"]?.text ?? rules.version
        rules.ahead = node["ahead"]?.decimal ?? rules.ahead
        rules.onTrack = node["on_track"]?.decimal ?? rules.onTrack
        rules.aboutTolerance = node["about_tolerance"]?.decimal ?? rules.aboutTolerance
        rules.differenceTolerance = node["difference_tolerance"]?.decimal ?? rules.differenceTolerance
        rules.warningMonths = node["warning_months"]?.integer ?? rules.warningMonths
        return rules
    }

    private func cutOffs(_ node: YAMLNode?) -> [PlanID: Configuration.CutOffs] {
        var cutOffs: [PlanID: Configuration.CutOffs] = [:]
        for entry in node?.entries ?? [] {
            guard let id = PlanID(entry.key) else { continue }
            cutOffs[id] = Configuration.CutOffs(
                midterm: entry.value["midterm"]?.date,
                final: entry.value["final"]?.date
            )
        }
        return cutOffs
    }

    // MARK: What a schema cannot say

    private func check(_ file: YAMLFile, _ configuration: Configuration, _ plans: [String]?) -> [Diagnostic] {
        checkTimeZone(file) + checkThresholds(file, configuration.assessment) + checkPlans(file, plans)
    }

    private func checkTimeZone(_ file: YAMLFile) -> [Diagnostic] {
        guard let node = file.root["time_zone"], let name = node.text, TimeZone(identifier: name) == nil else {
            return []
        }
        return [
            file.diagnostic(
                code: "configuration.unknown-time-zone",
                at: node.place,
                LocalizedText(en: "there is no time zone '\(name)'", zh: "没有时区“\(name)”"),
                help: [LocalizedText(en: "for China write Asia/Shanghai", zh: "中国大陆请写 Asia/Shanghai")]
            )
        ]
    }

    private func checkThresholds(_ file: YAMLFile, _ rules: Configuration.Assessment) -> [Diagnostic] {
        guard let node = file.root["assessment"], rules.ahead > 0, rules.onTrack >= rules.ahead else { return [] }
        return [
            file.diagnostic(
                code: "configuration.thresholds-reversed",
                at: (node["on_track"] ?? node).place,
                LocalizedText(
                    en: "'on_track' (\(rules.onTrack)) must be less than 'ahead' (\(rules.ahead))",
                    zh: "“on_track”（\(rules.onTrack)）应小于“ahead”（\(rules.ahead)）"
                ),
                help: [LocalizedText(en: "by default they are 0.90 and 1.10", zh: "默认值为 0.90 和 1.10")]
            )
        ]
    }

    private func checkPlans(_ file: YAMLFile, _ plans: [String]?) -> [Diagnostic] {
        guard let plans else { return [] }
        let entries = file.root["documents"]?["cut_offs"]?.entries ?? []
        return entries.filter { !plans.contains($0.key) }.map { entry in
            file.diagnostic(
                code: "configuration.unknown-plan",
                at: entry.keyPlace,
                LocalizedText(en: "there is no plan '\(entry.key)'", zh: "没有规划“\(entry.key)”"),
                help: Suggestion.help(
                    for: entry.key,
                    among: plans,
                    otherwise: LocalizedText(en: "remove it, or add the plan", zh: "请删除，或添加该规划")
                )
            )
        }
    }
}
