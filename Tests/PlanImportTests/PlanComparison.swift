import Yams

/// Compares an imported plan with a reviewed one, part by part.
struct PlanComparison {
    private(set) var differences: [String] = []

    /// What differs in structure; targets and identifiers of indicators are left out.
    static func differences(_ imported: Node, _ reviewed: Node) -> [String] {
        var comparison = PlanComparison()
        comparison.compare(imported, reviewed)
        return comparison.differences
    }

    private mutating func compare(_ imported: Node, _ reviewed: Node) {
        for key in ["title", "document_number", "issuer", "issued", "area", "lead"] {
            same(imported, reviewed, key, "plan")
        }
        same(imported["period"], reviewed["period"], "from", "period")
        same(imported["period"], reviewed["period"], "to", "period")
        paragraph(imported["preamble"], reviewed["preamble"], "preamble")
        each(imported, reviewed, "chapters", "plan") { $0.chapter($1, $2, $3) }
        same(imported["indicator_table"], reviewed["indicator_table"], "title", "indicator_table")
        same(imported["indicator_table"], reviewed["indicator_table"], "chapter", "indicator_table")
        each(imported, reviewed, "indicators", "plan") { $0.indicator($1, $2, $3) }
        same(imported["annex"], reviewed["annex"], "title", "annex")
        same(imported["annex"], reviewed["annex"], "cited_as", "annex")
        each(imported, reviewed, "key_projects", "plan") { $0.project($1, $2, $3) }
    }

    private mutating func chapter(_ imported: Node, _ reviewed: Node, _ place: String) {
        for key in ["id", "number", "title", "kind"] { same(imported, reviewed, key, place) }
        anchor(imported, reviewed, place)
        each(imported, reviewed, "paragraphs", place) { $0.paragraph($1, $2, $3) }
        each(imported, reviewed, "sections", place) { $0.section($1, $2, $3) }
        each(imported, reviewed, "tasks", place) { $0.task($1, $2, $3) }
    }

    private mutating func section(_ imported: Node, _ reviewed: Node, _ place: String) {
        for key in ["id", "number", "title"] { same(imported, reviewed, key, place) }
        anchor(imported, reviewed, place)
        each(imported, reviewed, "paragraphs", place) { $0.paragraph($1, $2, $3) }
        each(imported, reviewed, "tasks", place) { $0.task($1, $2, $3) }
    }

    private mutating func task(_ imported: Node, _ reviewed: Node, _ place: String) {
        for key in ["id", "number", "title", "text"] { same(imported, reviewed, key, place) }
        duties(imported, reviewed, place)
        anchor(imported, reviewed, place)
    }

    private mutating func project(_ imported: Node, _ reviewed: Node, _ place: String) {
        for key in ["id", "number", "name", "content"] { same(imported, reviewed, key, place) }
        duties(imported, reviewed, place)
        anchor(imported, reviewed, place)
        each(imported, reviewed, "goals", place) { comparison, imported, reviewed, place in
            for key in ["id", "text"] { comparison.same(imported, reviewed, key, place) }
            if imported.strings("deadlines") != reviewed.strings("deadlines") {
                comparison.differences.append(
                    "\(place) deadlines: \(imported.strings("deadlines")) \(reviewed.strings("deadlines"))"
                )
            }
            comparison.duties(imported, reviewed, place)
            comparison.anchor(imported, reviewed, place)
        }
    }

    private mutating func indicator(_ imported: Node, _ reviewed: Node, _ place: String) {
        for key in ["number", "name", "category", "unit", "nature", "comparator"] {
            same(imported, reviewed, key, place)
        }
        for key in ["baseline", "target"] {
            same(imported[key], reviewed[key], "period", "\(place) \(key)")
            same(imported[key], reviewed[key], "value", "\(place) \(key)")
        }
        anchor(imported, reviewed, place)
    }

    private mutating func paragraph(_ imported: Node?, _ reviewed: Node?, _ place: String) {
        same(imported, reviewed, "text", place)
        if let imported, let reviewed { anchor(imported, reviewed, place) }
    }

    private mutating func duties(_ imported: Node, _ reviewed: Node, _ place: String) {
        for key in ["lead", "support"] where imported.strings(key) != reviewed.strings(key) {
            differences.append("\(place) \(key): \(imported.strings(key)) instead of \(reviewed.strings(key))")
        }
    }

    private mutating func anchor(_ imported: Node, _ reviewed: Node, _ place: String) {
        guard let ours = imported["anchor"], let theirs = reviewed["anchor"] else {
            differences.append("\(place): no anchor")
            return
        }
        if ours.strings("lines") != theirs.strings("lines") || ours.string("digest") != theirs.string("digest") {
            differences.append("\(place) anchor: \(ours.strings("lines")) instead of \(theirs.strings("lines"))")
        }
    }

    private mutating func same(_ imported: Node?, _ reviewed: Node?, _ key: String, _ place: String) {
        let ours = imported?.string(key) ?? ""
        let theirs = reviewed?.string(key) ?? ""
        if ours != theirs { differences.append("\(place) \(key): ‘\(ours)’ instead of ‘\(theirs)’") }
    }

    private mutating func each(
        _ imported: Node,
        _ reviewed: Node,
        _ key: String,
        _ place: String,
        _ compare: (inout PlanComparison, Node, Node, String) -> Void
    ) {
        let ours = imported.list(key)
        let theirs = reviewed.list(key)
        if ours.count != theirs.count {
            differences.append("\(place) \(key): \(ours.count) instead of \(theirs.count)")
        }
        for (index, pair) in zip(ours, theirs).enumerated() {
            compare(&self, pair.0, pair.1, "\(place) \(key) \(index + 1)")
        }
    }
}
