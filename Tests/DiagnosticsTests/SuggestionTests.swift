import Diagnostics
import Testing

@Suite("The name that was probably meant")
struct SuggestionTests {
    @Test(
        "is the nearest one",
        arguments: [
            ("titel", ["text", "title"], "title"),
            ("atleast", ["atMost", "atLeast"], "atLeast"),
            ("verifed", ["self_reported", "verified"], "verified"),
            ("芝罘", ["福山区", "芝罘区"], "芝罘区"),
            ("ab", ["ba", "zz"], "ba"),
            ("task-9", ["task-2", "task-1"], "task-1"),
        ]
    )
    func nearest(word: String, candidates: [String], expected: String) {
        #expect(Suggestion.nearest(to: word, among: candidates) == expected)
    }

    @Test(
        "of signs is the one that is meant, not the one with most strokes in common",
        arguments: [
            ("≥", ">="), ("≤", "<="), ("⩾", ">="), ("＞＝", ">="), ("＜=", "<="), ("＝", "="), ("～", "~"), ("≈", "~"),
            (">", ">="),
            ("＞", ">="), ("＜", "<="), ("=>", ">="), ("==", "="),
        ]
    )
    func signs(word: String, expected: String) {
        #expect(Suggestion.nearest(to: word, among: ["=", ">=", "<=", "~"]) == expected)
    }

    @Test("of a sign that could be any is left out", arguments: ["≠", "!=", "-", "", "＋"])
    func unclearSigns(word: String) {
        #expect(Suggestion.nearest(to: word, among: ["=", ">=", "<=", "~"]) == nil)
    }

    @Test("is left out when none is near", arguments: [("nonsense", ["title", "text"]), ("a", []), ("", ["title"])])
    func none(word: String, candidates: [String]) {
        #expect(Suggestion.nearest(to: word, among: candidates) == nil)
        #expect(Suggestion.help(for: word, among: candidates) == [])
        let fallback = LocalizedText(en: "look it up", zh: "请查阅")
        #expect(Suggestion.help(for: word, among: candidates, otherwise: fallback) == [fallback])
    }

    @Test("is proposed in both languages")
    func help() {
        let help = Suggestion.help(for: "titel", among: ["title"])
        #expect(help == [LocalizedText(en: "did you mean 'title'?", zh: "是否应为“title”？")])
    }
}
