/// `|text ${value}|` is written as the concatenation it stands for, before anything else is looked at.
enum LiteralSubstitution {
    static func apply(to input: Chars) -> Chars {
        guard input.scalars.contains(pipe) else { return input }
        var rewriter = Rewriter(input: input)
        return rewriter.run()
    }

    private static let pipe: UInt32 = 0x7C
    private static let quote: UInt32 = 0x27

    private struct Rewriter {
        let input: Chars
        var output = Chars()
        var open = -1
        var inText = false
        var pieces = 0
        var index = 0

        mutating func run() -> Chars {
            while index < input.count {
                let scalar = input.scalars[index]
                if scalar == pipe {
                    toggle()
                } else if startsExpression {
                    expression()
                } else if open >= 0 {
                    literal(scalar)
                } else if scalar == quote {
                    quoted()
                } else {
                    copy()
                }
            }
            return output
        }

        private var place: Int { input.offsets[index] }

        private mutating func copy() {
            output.append(input.scalars[index], at: place)
            index += 1
        }

        private mutating func toggle() {
            if open < 0 {
                open = index
                pieces = 0
            } else {
                if inText { output.append("'", at: place) }
                if index == open + 1 { output.append("||", at: place) }
                inText = false
                open = -1
            }
            index += 1
        }

        private var startsExpression: Bool {
            guard index + 1 < input.count, input.scalars[index + 1] == 0x7B else { return false }
            switch input.scalars[index] {
            case 0x24, 0x2A, 0x23, 0x40: return true
            default: return false
            }
        }

        private mutating func expression() {
            if open >= 0 {
                if inText {
                    output.append("' + ", at: place)
                } else if pieces > 0 {
                    output.append(" + '' + ", at: place)
                }
                inText = false
                pieces += 1
            }
            copy()
            copy()
            var level = 1
            while index < input.count, level > 0 {
                if input.scalars[index] == 0x7B { level += 1 }
                if input.scalars[index] == 0x7D { level -= 1 }
                copy()
            }
        }

        private mutating func literal(_ scalar: UInt32) {
            if !inText {
                output.append(pieces > 0 ? " + '" : "'", at: place)
                inText = true
                pieces += 1
            }
            if scalar == quote || scalar == 0x5C { output.append("\\", at: place) }
            copy()
        }

        private mutating func quoted() {
            copy()
            while index < input.count {
                let escaped = StandardParser.isEscaped(input.scalars, index)
                let closes = input.scalars[index] == quote && !escaped
                copy()
                if closes { return }
            }
        }
    }
}
