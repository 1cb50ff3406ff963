import TestSupport

/// Random well-formed documents in which everything that XML allows stands where a scanner may stumble over it.
struct RandomXML {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A document with one root.
    mutating func document() -> String {
        random.pick([
            "", "\u{FEFF}", "<?xml version=\"1.0\"?>\n", "<!-- <a b='>'/> -->\n", "<!DOCTYPE r [<!ELEMENT r ANY>]>\n",
        ])
            + element(depth: 0) + random.pick(["", "\n", "<?end <x/>?>", "<!--x-->"])
    }

    private mutating func element(depth: Int) -> String {
        let name = random.pick(["a", "B-1", "指标", "x.y", "_z", "r"])
        let start = "<" + name + attributes() + random.pick(["", " ", "\n  "])
        guard random.below(4) > 0, depth < 5 else { return start + "/>" }
        var content = ""
        for _ in 0..<random.below(4) { content += piece(depth: depth + 1) }
        return start + ">" + content + "</" + name + random.pick(["", " ", "\n"]) + ">"
    }

    private mutating func attributes() -> String {
        var result = ""
        for name in ["title", "数值", "data-x", "Z"] where random.below(3) == 0 {
            let space = random.pick([" ", "\n", " \t "])
            let equals = random.pick(["=", " = ", "=\n"])
            result += space + name + equals + value()
        }
        return result
    }

    private mutating func value() -> String {
        let inside = random.pick([
            "", "a > b", "/>", "&lt;&amp;&#20013;&#x4E2D;", "公办园 52.66%", "--&gt;", "[[x]]", "]]>",
        ])
        return random.below(2) == 0 ? "\"\(inside)'\"" : "'\(inside)\"'"
    }

    private mutating func piece(depth: Int) -> String {
        switch random.below(6) {
        case 0: random.pick(["text", "，。", "a > b", "&amp;", "&#65;\n", "/> ' \""])
        case 1: random.pick(["<!-- <b c='d'> -->", "<!---->", "<!--\n''>-->"])
        case 2: random.pick(["<![CDATA[<b>]]>", "<![CDATA[]]]]>", "<![CDATA[ ]] > </a> ]]>"])
        case 3: random.pick(["<?p <b c=\"?>", "<?p?>"])
        default: element(depth: depth)
        }
    }
}
