/// The arrays of a program while it is compiled.
final class ProgramBuilder {
    var instructions: [Instruction] = []
    var instructionPlaces: [SourcePlace] = []
    var nodes: [ExprNode] = []
    var nodePlaces: [SourcePlace] = []
    var operands: [Int32] = []
    var statics: [UInt8] = []
    var fragments: [Program.Fragment] = []
    var sources: [SourceText] = []
    private(set) var problems: [ExpressionProblem] = []
    var symbols: SymbolTable
    let arena = Arena(capacity: 4 << 10)
    let mode: TemplateMode

    /// Static bytes that no instruction writes yet.
    private var pendingStart = 0
    private var sourceNumbers: [ObjectIdentifier: Int32] = [:]

    init(mode: TemplateMode, symbols: SymbolTable = SymbolTable()) {
        self.mode = mode
        self.symbols = symbols
        if symbols.count == 0 {
            for name in Reserved.names { _ = self.symbols.number(name, in: arena) }
        }
    }

    // MARK: - Static text

    func write(_ bytes: some Sequence<UInt8>) { statics.append(contentsOf: bytes) }

    func write(_ text: String) { statics.append(contentsOf: text.utf8) }

    /// The static bytes since the last instruction, for an instruction that writes them first.
    private func takePending() -> (Int32, Int32) {
        let range = (Int32(pendingStart), Int32(statics.count - pendingStart))
        pendingStart = statics.count
        return range
    }

    /// Bytes that are written by an instruction of their own kind, not in sequence.
    func constantBytes(_ bytes: some Sequence<UInt8>) -> (Int32, Int32) {
        flush()
        let start = statics.count
        statics.append(contentsOf: bytes)
        pendingStart = statics.count
        return (Int32(start), Int32(statics.count - start))
    }

    /// Writes what is pending by an instruction of its own.
    func flush() {
        guard statics.count > pendingStart else { return }
        let (start, count) = takePending()
        append(Instruction(code: .literal, a: start, b: count), at: SourcePlace(source: 0, offset: 0, length: 0))
    }

    // MARK: - Instructions

    /// The number of the next instruction, with nothing pending before it.
    func here() -> Int32 {
        flush()
        return Int32(instructions.count)
    }

    /// Adds an instruction that writes no static text.
    @discardableResult
    func emit(_ instruction: Instruction, at place: SourcePlace) -> Int {
        flush()
        return append(instruction, at: place)
    }

    /// Adds an instruction that first writes the pending static text.
    func emitText(_ code: Instruction.Code, mode: UInt8, c: Int32, d: Int32 = 0, at place: SourcePlace) {
        let (start, count) = takePending()
        append(Instruction(code: code, mode: mode, a: start, b: count, c: c, d: d), at: place)
    }

    @discardableResult
    private func append(_ instruction: Instruction, at place: SourcePlace) -> Int {
        instructions.append(instruction)
        instructionPlaces.append(place)
        return instructions.count - 1
    }

    // MARK: - Expressions

    func add(_ node: ExprNode, at place: SourcePlace) -> Int32 {
        nodes.append(node)
        nodePlaces.append(place)
        return Int32(nodes.count - 1)
    }

    /// The number of a problem that is reported while rendering.
    func add(_ problem: ExpressionProblem) -> Int32 {
        problems.append(problem)
        return Int32(problems.count - 1)
    }

    func addOperands(_ values: [Int32]) -> Int32 {
        operands.append(contentsOf: values)
        return Int32(operands.count - values.count)
    }

    func symbol(_ name: String) -> Int32 { Int32(symbols.number(name, in: arena)) }

    /// A constant text.
    func text(_ text: String, flags: UInt8 = 0, tag: Value.Tag = .text) -> Value {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer {
            Value(tag, arena.copy($0), $0.count, flags: Value.textFlags($0) | flags)
        }
    }

    /// The symbols of a fragment's parameters.
    func signature(of fragment: Int32) -> [Int32] {
        let fragment = fragments[Int(fragment)]
        return (0..<max(0, fragment.parameterCount)).map { operands[Int(fragment.parameters + $0)] }
    }

    func number(of source: SourceText) -> Int32 {
        if let known = sourceNumbers[ObjectIdentifier(source)] { return known }
        let number = Int32(sources.count)
        sources.append(source)
        sourceNumbers[ObjectIdentifier(source)] = number
        return number
    }
}
