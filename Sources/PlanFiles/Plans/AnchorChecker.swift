import Diagnostics
import PlanModel

/// Checks that anchors point at the wording they belong to.
struct AnchorChecker {
    let file: YAMLFile
    let source: OfficialText

    /// Everything that is wrong with an anchor and the texts that must stand in its lines.
    func check(_ anchor: Anchor, at node: YAMLNode, texts: [YAMLNode]) -> [Diagnostic] {
        guard source.contains(anchor.lines) else { return [outOfRange(anchor, node)] }
        var diagnostics: [Diagnostic] = []
        if let digest = source.digest(of: anchor.lines), digest != anchor.digest {
            diagnostics.append(outdated(anchor, digest, node))
        }
        let anchored = source.squeezed(anchor.lines)
        for text in texts {
            guard let wording = text.text, OfficialText.find(OfficialText.squeeze(wording), in: anchored) == nil
            else { continue }
            diagnostics.append(notFound(text, wording, anchor, anchored))
        }
        return diagnostics
    }

    private func outOfRange(_ anchor: Anchor, _ node: YAMLNode) -> Diagnostic {
        file.diagnostic(
            code: "plan.anchor-out-of-range",
            at: (node["lines"] ?? node).place,
            LocalizedText(
                en: "\(source.file) has \(source.lines.count) lines, no \(anchor.lines.named)",
                zh: "\(source.file) 共 \(source.lines.count) 行，没有第 \(anchor.lines.wording) 行"
            ),
            help: [LocalizedText(en: "count the lines from 1", zh: "行号从 1 开始，请核对")]
        )
    }

    private func outdated(_ anchor: Anchor, _ digest: String, _ node: YAMLNode) -> Diagnostic {
        file.diagnostic(
            code: "plan.anchor-outdated",
            at: (node["digest"] ?? node).place,
            LocalizedText(
                en: "\(anchor.lines.named) of \(source.file) changed since the anchor was made",
                zh: "\(source.file) 第 \(anchor.lines.wording) 行在建立锚点后有改动"
            ),
            help: [
                LocalizedText(
                    en:
                        "compare the wording with the official text; if the lines are right, write digest: \(quoted(digest))",
                    zh: "请与原文核对；如行号无误，请写 digest: \(quoted(digest))"
                )
            ]
        )
    }

    private func notFound(_ node: YAMLNode, _ wording: String, _ anchor: Anchor, _ anchored: [UInt8]) -> Diagnostic {
        let difference = WordingDifference(wording: wording, anchored: anchored)
        return file.diagnostic(
            code: "plan.text-not-in-source",
            at: place(of: node, wording, after: difference.agreeing),
            LocalizedText(
                en: "this wording is not in \(anchor.lines.named) of \(source.file)",
                zh: "\(source.file) 第 \(anchor.lines.wording) 行中没有这段文字"
            ),
            help: [elsewhere(wording) ?? difference.help]
        )
    }

    /// Where the wording stands instead.
    private func elsewhere(_ wording: String) -> LocalizedText? {
        guard let lines = source.lines(of: OfficialText.squeeze(wording)), let digest = source.digest(of: lines) else {
            return nil
        }
        let anchor = "anchor: {lines: [\(lines.lowerBound), \(lines.upperBound)], digest: \(quoted(digest))}"
        return LocalizedText(
            en: "it stands in \(lines.named): extend the anchor, or write \(anchor)",
            zh: "它位于第 \(lines.wording) 行：请扩展锚点，或写 \(anchor)"
        )
    }

    /// A digest of digits only would be read as a number.
    private func quoted(_ digest: String) -> String {
        digest.allSatisfy(\.isNumber) ? "\"\(digest)\"" : digest
    }

    /// The place where plan and source part, if the text is written on one line.
    private func place(of node: YAMLNode, _ wording: String, after count: Int) -> YAMLNode.Place {
        let isPlain = node.scalar?.isPlain ?? true
        let column = node.place.column + (isPlain ? 0 : 1)
        let scalars = Array((file.source.line(node.place.line) ?? "").unicodeScalars.dropFirst(column - 1))
        let agreeing = Array(wording.unicodeScalars.prefix(count))
        guard scalars.count > count, scalars.starts(with: agreeing) else { return node.place }
        return YAMLNode.Place(line: node.place.line, column: column + count, length: 1)
    }
}

/// Where the wording of a plan parts from the official text.
struct WordingDifference {
    /// How many Unicode scalars of the wording agree with the anchored lines.
    let agreeing: Int
    private let wording: String
    private let following: String?

    init(wording: String, anchored: [UInt8]) {
        let scalars = Array(wording.unicodeScalars)
        var low = 0
        var high = scalars.count
        while low < high {
            let middle = (low + high + 1) / 2
            let prefix = OfficialText.squeeze(Self.text(scalars[..<middle]))
            if OfficialText.find(prefix, in: anchored) == nil { high = middle - 1 } else { low = middle }
        }
        agreeing = low
        self.wording = wording
        let prefix = OfficialText.squeeze(Self.text(scalars[..<low]))
        following = OfficialText.find(prefix, in: anchored).map { start in
            let rest = String(decoding: anchored[(start + prefix.count)...], as: UTF8.self)
            return String(rest.prefix(Self.shown))
        }
    }

    private static let shown = 12
    private static let leastAgreeing = 2

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// What to do: the first difference, or the general rule when nothing agrees.
    var help: LocalizedText {
        guard agreeing >= Self.leastAgreeing, let following else {
            return LocalizedText(
                en: "copy the wording from the official text, and check the lines of the anchor",
                zh: "请从原文复制文字，并核对锚点行号"
            )
        }
        let scalars = Array(wording.unicodeScalars)
        let before = Self.text(scalars[..<agreeing].suffix(Self.shown))
        let here = Self.text(scalars[agreeing...].prefix(Self.shown))
        return LocalizedText(
            en: "correct it: after '\(before)' the official text goes on '\(following)', the plan '\(here)'",
            zh: "请更正：“\(before)”之后原文为“\(following)”，此处为“\(here)”"
        )
    }
}

extension ClosedRange<Int> {
    /// `line 7` or `lines 7–9`.
    var named: String { lowerBound == upperBound ? "line \(wording)" : "lines \(wording)" }

    /// `7` or `7–9`.
    var wording: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)" }
}
