/// A compiled template: flat arrays that nothing changes any more. May be shared between threads.
final class Program: @unchecked Sendable {
    /// What a call of a fragment needs to know.
    struct Fragment {
        /// Where its code begins, -1 if it was not needed: whole, and without its outer elements.
        var entry: Int32
        var contentsEntry: Int32
        /// The operand where its parameters' symbols begin.
        var parameters: Int32
        /// How many parameters its signature has; -1 if it has no signature.
        var parameterCount: Int32
        /// Its name, for messages.
        var name: Value
        /// Its markup as written: what it is as a text.
        var markup: Value
    }

    let instructions: UnsafeMutablePointer<Instruction>
    let instructionCount: Int
    let nodes: UnsafeMutablePointer<ExprNode>
    let nodeCount: Int
    let operands: UnsafeMutablePointer<Int32>
    let operandCount: Int
    let statics: UnsafeMutablePointer<UInt8>
    let staticCount: Int
    let fragments: UnsafeMutablePointer<Fragment>
    let fragmentCount: Int
    let instructionPlaces: [SourcePlace]
    let nodePlaces: [SourcePlace]
    let sources: [SourceText]
    /// What could not be compiled and is an error where rendering comes to it.
    let problems: [ExpressionProblem]
    /// Keeps the constants' bytes.
    let arena: Arena
    let symbols: SymbolTable
    let mode: TemplateMode
    let start: Int

    init(_ builder: ProgramBuilder, start: Int) {
        (instructions, instructionCount) = Self.copy(builder.instructions)
        (nodes, nodeCount) = Self.copy(builder.nodes)
        (operands, operandCount) = Self.copy(builder.operands)
        (fragments, fragmentCount) = Self.copy(builder.fragments)
        statics = .allocate(capacity: builder.statics.count + Arena.slack)
        statics.initialize(repeating: 0, count: builder.statics.count + Arena.slack)
        statics.update(from: builder.statics, count: builder.statics.count)
        staticCount = builder.statics.count
        instructionPlaces = builder.instructionPlaces
        nodePlaces = builder.nodePlaces
        sources = builder.sources
        problems = builder.problems
        arena = builder.arena
        symbols = builder.symbols
        mode = builder.mode
        self.start = start
    }

    deinit {
        instructions.deallocate()
        nodes.deallocate()
        operands.deallocate()
        statics.deallocate()
        fragments.deallocate()
    }

    private static func copy<Element>(_ array: [Element]) -> (UnsafeMutablePointer<Element>, Int) {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, array.count))
        memory.initialize(from: array, count: array.count)
        return (memory, array.count)
    }
}

/// The names a program uses for variables and fields, numbered; later ones may be added, known ones keep their number.
struct SymbolTable {
    private(set) var names: [String] = []
    private(set) var values: [Value] = []
    private(set) var hashes: [UInt64] = []
    private var numbers: [String: Int] = [:]
    /// Open addressing by hash: symbol + 1, or 0.
    private(set) var buckets: [Int32] = Array(repeating: 0, count: 64)

    init() {}

    var count: Int { names.count }

    /// The number of a name.
    mutating func number(_ name: String, in arena: Arena) -> Int {
        if let known = numbers[name] { return known }
        let bytes = Array(name.utf8)
        let value = bytes.withUnsafeBufferPointer {
            Value(.text, arena.copy($0), $0.count, flags: Value.textFlags($0))
        }
        let number = names.count
        numbers[name] = number
        names.append(name)
        values.append(value)
        hashes.append(NameHash.of(value.bytes))
        if names.count * 2 > buckets.count { grow() }
        insert(number)
        return number
    }

    /// The number of a name, if it has one.
    func known(_ name: String) -> Int? { numbers[name] }

    private mutating func insert(_ number: Int) {
        var index = Int(truncatingIfNeeded: hashes[number]) & (buckets.count - 1)
        while buckets[index] != 0 { index = (index + 1) & (buckets.count - 1) }
        buckets[index] = Int32(number + 1)
    }

    private mutating func grow() {
        buckets = Array(repeating: 0, count: buckets.count * 2)
        for number in names.indices.dropLast() { insert(number) }
    }
}
