import Diagnostics

/// The loop that carries out instructions.
extension Machine {
    /// Runs from an instruction to the program's end, or to the return of the fragment that was called last.
    mutating func run(from start: Int) throws(Fault) {
        var next = instructions + start
        let bottom = returns.count
        do throws(Fault) {
            while try step(&next, bottom) {}
        } catch {
            error.locate(program.instructionPlaces[next - program.instructions], program.sources)
            throw error
        }
    }

    /// Carries out instructions up to a rare one; false at the end.
    @inline(__always)
    private mutating func step(_ next: inout UnsafeMutablePointer<Instruction>, _ bottom: Int) throws(Fault) -> Bool {
        while true {
            let at = next
            switch at.pointee.code {
            case .literal:
                put(statics + Int(at.pointee.a), Int(at.pointee.b))
                next = at + 1
            case .field:
                put(statics + Int(at.pointee.a), Int(at.pointee.b))
                let value = try field(cells[Int(at.pointee.c)], Int(at.pointee.d))
                try write(value, at.pointee.mode)
                next = at + 1
            case .variable:
                put(statics + Int(at.pointee.a), Int(at.pointee.b))
                try write(cells[Int(at.pointee.c)], at.pointee.mode)
                next = at + 1
            case .text:
                put(statics + Int(at.pointee.a), Int(at.pointee.b))
                try write(try evaluate(at.pointee.c), at.pointee.mode)
                next = at + 1
            case .attributeField:
                let value = try field(cells[Int(at.pointee.c)], Int(at.pointee.d))
                try writeAttribute(value, at)
                next = at + 1
            case .jump: next = instructions + Int(at.pointee.a)
            case .unless:
                let isTrue = truth(try evaluate(at.pointee.a))
                next = isTrue ? at + 1 : instructions + Int(at.pointee.b)
            case .when:
                let isTrue = truth(try evaluate(at.pointee.a))
                next = isTrue ? instructions + Int(at.pointee.b) : at + 1
            case .unlessEmptyField:
                let isEmpty = try isEmptyList(try field(cells[Int(at.pointee.a)], Int(at.pointee.b)))
                next = isEmpty ? at + 1 : instructions + Int(at.pointee.c)
            case .eachField:
                let value = try field(cells[Int(at.pointee.a)], Int(at.pointee.e))
                next = begin(value, at) ? at + 1 : instructions + Int(at.pointee.d)
            case .each:
                let value = try evaluate(at.pointee.a)
                next = begin(value, at) ? at + 1 : instructions + Int(at.pointee.d)
            case .next:
                guard output - outputStart <= outputBytes else { throw Self.tooLarge(template.limits) }
                next = advance() ? instructions + Int(at.pointee.a) : at + 1
            case .enter:
                enter()
                next = at + 1
            case .leave:
                leave()
                next = at + 1
            case .bind:
                bind(Int(at.pointee.a), try evaluate(at.pointee.b))
                next = at + 1
            case .choose:
                let value = try evaluate(at.pointee.a)
                enter()
                bind(Reserved.choice, value)
                bind(Reserved.matched, Value(false))
                next = at + 1
            case .matchText:
                next = try matchesText(at) ? at + 1 : instructions + Int(at.pointee.c)
            case .matchDefault:
                next = try matchesDefault() ? at + 1 : instructions + Int(at.pointee.b)
            case .call: next = try call(at.pointee.a, mode: at.pointee.mode, returningTo: at + 1)
            case .ret:
                let back = returns.pop()
                guard let instruction = back.instruction, returns.count >= bottom else { return false }
                next = instruction
            case .halt: return false
            default:
                let target = try rare(at)
                next = target
            }
        }
    }

    /// The instructions that are seldom met; the next one.
    @inline(never)
    private mutating func rare(
        _ at: UnsafeMutablePointer<Instruction>
    ) throws(Fault) -> UnsafeMutablePointer<Instruction> {
        let base = instructions
        switch at.pointee.code {
        case .markup:
            put(statics + Int(at.pointee.a), Int(at.pointee.b))
            try writeMarkup(try evaluate(at.pointee.c))
        case .commentBegin: commentStart = output - outputStart
        case .commentEnd: endComment()
        case .textOrBody, .markupOrBody:
            put(statics + Int(at.pointee.a), Int(at.pointee.b))
            let value = try evaluate(at.pointee.c)
            if value.tag == .noOperation { return at + 1 }
            if at.pointee.code == .textOrBody { try write(value, at.pointee.mode) } else { try writeMarkup(value) }
            return base + Int(at.pointee.d)
        case .attribute: try writeAttribute(at)
        case .eachLate: return try beginLate(at) ? at + 1 : base + Int(at.pointee.d)
        case .bindAll: try bindAll(at)
        case .bindLate: try bindLate(at.pointee.a)
        case .select: try select(at.pointee.a)
        case .match: return try matches(try evaluate(at.pointee.a)) ? at + 1 : base + Int(at.pointee.b)
        case .fragment: try evaluateFragment(at.pointee.a)
        case .callFragment: return try callFragment(at)
        case .attributesBegin: attributes.removeAll()
        case .attributeStatic: staticAttribute(at)
        case .attributeChange:
            let name = Value(.text, statics + Int(at.pointee.a), Int(at.pointee.b))
            let value = try evaluate(at.pointee.c)
            let isURL = at.pointee.mode & AttributePolicy.url != 0 && nodes[Int(at.pointee.c)].code != .constant
            if isURL { try checkURL(value) }
            try changeAttribute(name, value, policy: at.pointee.mode)
        case .attributeChangeNamed: try changeNamedAttribute(at)
        case .attributeLate: try changeLateAttributes(at)
        case .attributesEnd: writeAttributes()
        case .assert: try assert(at.pointee.a)
        case .removal: try evaluateRemoval(at.pointee.a)
        case .ifRemoval:
            return cells[Reserved.removal].bits & UInt64(at.pointee.a) != 0 ? base + Int(at.pointee.b) : at + 1
        case .problem: throw Fault(program.problems[Int(at.pointee.a)])
        default: break
        }
        return at + 1
    }

    // MARK: - Iteration

    /// Begins an iteration; false when there is nothing to go through.
    @inline(__always)
    private mutating func begin(_ value: Value, _ at: UnsafeMutablePointer<Instruction>) -> Bool {
        begin(value, variable: at.pointee.b, status: at.pointee.c)
    }

    mutating func begin(_ value: Value, variable: Int32, status: Int32) -> Bool {
        var frame = LoopFrame(
            current: Value(),
            items: nil,
            index: 0,
            count: 1,
            variable: variable,
            status: status,
            shape: -1
        )
        switch value.tag {
        case .null: return false
        case .list:
            frame.items = UnsafePointer(value.items.baseAddress)
            frame.count = value.count
        case .record:
            frame.items = value.slots
            frame.shape = Int32(value.length)
            frame.count = shapes[value.count].count
        case .map:
            frame.items = value.pairs.baseAddress
            frame.shape = -2
            frame.count = value.count
        default: frame.current = value
        }
        guard frame.count > 0 else { return false }
        let memory = arena.allocate(MemoryLayout<LoopFrame>.stride).bindMemory(to: LoopFrame.self, capacity: 1)
        memory.initialize(to: frame)
        if frame.items != nil { memory.pointee.current = current(memory) }
        enter()
        bind(Int(variable), memory.pointee.current)
        bind(Int(status), Value(.status, memory, 0))
        loops.push(memory)
        return true
    }

    @inline(__always)
    private mutating func advance() -> Bool {
        let frame = loops.top
        let index = frame.pointee.index &+ 1
        if index < frame.pointee.count {
            frame.pointee.index = index
            let value = current(frame)
            frame.pointee.current = value
            cells[Int(frame.pointee.variable)] = value
            return true
        }
        _ = loops.pop()
        leave()
        return false
    }

    @inline(__always)
    private mutating func current(_ frame: UnsafeMutablePointer<LoopFrame>) -> Value {
        guard let items = frame.pointee.items else { return frame.pointee.current }
        if frame.pointee.shape == -1 { return items[frame.pointee.index] }
        return entry(frame, items)
    }

    /// The entry of a record or map that an iteration is at.
    @inline(never)
    private mutating func entry(_ frame: UnsafeMutablePointer<LoopFrame>, _ items: UnsafePointer<Value>) -> Value {
        let pair = arena.values(2)
        let index = frame.pointee.index
        if frame.pointee.shape >= 0 {
            pair[0] = shapes[Int(frame.pointee.shape)].fields[index].name
            pair[1] = items[index]
        } else {
            pair[0] = items[index * 2]
            pair[1] = items[index * 2 + 1]
        }
        return Value(.entry, pair, 1)
    }

    // MARK: - Switch

    private mutating func matchesText(_ at: UnsafeMutablePointer<Instruction>) throws(Fault) -> Bool {
        let choice = cells[Reserved.choice]
        guard choice.tag == .text, cells[Reserved.matched].tag == .boolean else {
            return try matches(try evaluate(at.pointee.d))
        }
        guard !cells[Reserved.matched].boolean else { return false }
        guard Int(choice.length) == Int(at.pointee.b), isSame(choice, statics + Int(at.pointee.a)) else { return false }
        cells[Reserved.matched] = Value(true)
        return true
    }

    /// Whether a text holds the same bytes; both have room behind them.
    @inline(__always)
    private func isSame(_ value: Value, _ bytes: UnsafeMutablePointer<UInt8>) -> Bool {
        let count = Int(value.length)
        guard count <= 8 else {
            return Self.equal(value.bytes, UnsafeBufferPointer(start: UnsafePointer(bytes), count: count))
        }
        guard count > 0 else { return true }
        let a = value.pointer.unsafelyUnwrapped.loadUnaligned(as: UInt64.self)
        let b = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
        return (a ^ b) << UInt64(64 - count * 8) == 0
    }

    private mutating func matches(_ value: Value) throws(Fault) -> Bool {
        guard try !isMatched() else { return false }
        guard try isEqual(cells[Reserved.choice], value) else { return false }
        cells[Reserved.matched] = Value(true)
        return true
    }

    private mutating func matchesDefault() throws(Fault) -> Bool {
        guard try !isMatched() else { return false }
        cells[Reserved.matched] = Value(true)
        return true
    }

    private func isMatched() throws(Fault) -> Bool {
        guard cells[Reserved.matched].tag == .boolean else {
            throw Fault(
                "template.case",
                .init(en: "'th:case' stands outside of a 'th:switch'", zh: "“th:case”不在“th:switch”之内")
            )
        }
        return cells[Reserved.matched].boolean
    }

    // MARK: - Fragments

    mutating func call(
        _ number: Int32,
        mode: UInt8,
        returningTo instruction: UnsafeMutablePointer<Instruction>?
    ) throws(Fault) -> UnsafeMutablePointer<Instruction> {
        guard returns.count < fragmentDepth else {
            throw Fault(
                "template.fragment-depth",
                .init(
                    en: "fragments insert each other more than \(template.limits.fragmentDepth) deep",
                    zh: "片段相互引用超过 \(template.limits.fragmentDepth) 层"
                )
            )
        }
        guard output - outputStart <= outputBytes else { throw Self.tooLarge(template.limits) }
        callsLeft &-= 1
        guard callsLeft >= 0 else {
            throw Fault(
                "template.fragment-calls",
                .init(
                    en: "more than \(template.limits.fragmentCalls) fragments are inserted",
                    zh: "引用的片段超过 \(template.limits.fragmentCalls) 个"
                )
            )
        }
        returns.push(Return(instruction: instruction, loops: loops.count))
        let fragment = fragments + Int(number)
        return instructions + Int(mode == 0 ? fragment.pointee.entry : fragment.pointee.contentsEntry)
    }

    static func tooLarge(_ limits: TemplateLimits) -> Fault {
        Fault(
            "template.output-size",
            .init(
                en: "the document is larger than \(limits.outputBytes) bytes",
                zh: "文档超过 \(limits.outputBytes) 字节"
            )
        )
    }
}
