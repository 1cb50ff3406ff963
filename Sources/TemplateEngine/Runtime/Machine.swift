#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs one program over one context: all state of a rendering.
struct Machine: ~Copyable {
    let template: Template.Storage
    let context: ContextStorage
    let arena: Arena
    /// Without a schema records behave like Java maps.
    let isJavaMap: Bool
    let shapes: UnsafeMutablePointer<ContextStorage.Shape>
    let fragmentDepth: Int
    let outputBytes: Int
    /// How many fragments may still be inserted.
    var callsLeft: Int

    // The program being run; a late one takes its place for a while.
    var program: Program
    var instructions: UnsafeMutablePointer<Instruction>
    var fragments: UnsafeMutablePointer<Program.Fragment>
    var nodes: UnsafeMutablePointer<ExprNode>
    var operands: UnsafeMutablePointer<Int32>
    var statics: UnsafeMutablePointer<UInt8>

    // Output
    var outputStart: UnsafeMutablePointer<UInt8>
    var output: UnsafeMutablePointer<UInt8>
    var outputLimit: UnsafeMutablePointer<UInt8>

    // Variables, by symbol
    var cells: UnsafeMutablePointer<Value>
    var cellCount: Int
    /// For each shape the slot of each symbol, -1 where it has none; nil until it is needed.
    var rows: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>
    var symbols: SymbolTable

    // Stacks
    var saved = Stack<SavedCell>()
    var marks = Stack<Int>()
    var loops = Stack<UnsafeMutablePointer<LoopFrame>>()
    var returns = Stack<Return>()
    var attributes = Stack<AttributeSlot>()
    var late: LateCompiler?
    /// How often `#ids` gave out each name.
    var identifiers: [String: Int] = [:]
    var depth = 0
    /// Where the content of the XML comment being written begins in the output.
    var commentStart = 0

    /// The value a variable had before it was bound.
    struct SavedCell {
        var symbol: Int32
        var value: Value
    }

    /// Where a fragment was called from.
    struct Return {
        var instruction: UnsafeMutablePointer<Instruction>?
        var loops: Int
    }

    /// An attribute of a tag that is put together at run time.
    struct AttributeSlot {
        var name: Value
        /// As written, from the white space on; nothing once the attribute has changed.
        var whole: Value
        /// The escaped value; null without a value.
        var value: Value
        var isPresent: Bool
    }

    init(_ template: Template.Storage, _ context: ContextStorage, _ buffer: borrowing RenderBuffer) {
        self.template = template
        self.context = context
        isJavaMap = template.isJavaMap
        shapes = context.shapes
        fragmentDepth = template.limits.fragmentDepth
        outputBytes = template.limits.outputBytes
        callsLeft = template.limits.fragmentCalls
        program = template.program
        instructions = program.instructions
        fragments = program.fragments
        nodes = program.nodes
        operands = program.operands
        statics = program.statics
        symbols = program.symbols
        arena = buffer.scratch
        outputStart = buffer.base
        output = buffer.base + buffer.count
        outputLimit = buffer.base + buffer.capacity
        cellCount = symbols.count
        cells = .allocate(capacity: cellCount)
        cells.initialize(repeating: Value(), count: cellCount)
        rows = .allocate(capacity: max(1, context.shapeCount))
        rows.initialize(repeating: nil, count: max(1, context.shapeCount))
        bindRoot()
    }

    deinit {
        cells.deallocate()
        rows.deallocate()
    }

    /// The fields of the context's root become variables.
    private mutating func bindRoot() {
        guard context.root.tag == .record else { return }
        let row = row(context.root.count)
        for symbol in 0..<cellCount where row[symbol] >= 0 {
            cells[symbol] = context.root.slots[Int(row[symbol])]
        }
    }

    // MARK: - Fields

    /// The slots of a shape, found when they are first needed.
    @inline(__always)
    mutating func row(_ shape: Int) -> UnsafeMutablePointer<Int32> {
        if let row = rows[shape] { return row }
        return makeRow(shape)
    }

    @inline(never)
    private mutating func makeRow(_ shape: Int) -> UnsafeMutablePointer<Int32> {
        let row = arena.allocate(cellCount * 4).bindMemory(to: Int32.self, capacity: cellCount)
        row.initialize(repeating: -1, count: cellCount)
        let fields = UnsafeBufferPointer(start: context.shapes[shape].fields, count: context.shapes[shape].count)
        for (slot, field) in fields.enumerated() {
            if let symbol = symbol(field) { row[symbol] = Int32(slot) }
        }
        rows[shape] = row
        return row
    }

    private func symbol(_ field: ContextStorage.Field) -> Int? {
        symbols.buckets.withUnsafeBufferPointer { buckets in
            let mask = buckets.count - 1
            var index = Int(truncatingIfNeeded: field.hash) & mask
            while buckets[index] != 0 {
                let symbol = Int(buckets[index]) - 1
                if symbols.hashes[symbol] == field.hash, Self.equal(symbols.values[symbol].bytes, field.name.bytes) {
                    return symbol
                }
                index = (index + 1) & mask
            }
            return nil
        }
    }

    static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        guard let a = left.baseAddress, let b = right.baseAddress else { return true }
        return memcmp(a, b, left.count) == 0
    }

    /// A symbol more, for what is parsed at run time.
    mutating func symbol(_ name: String) -> Int {
        if let known = symbols.known(name) { return known }
        let symbol = symbols.number(name, in: arena)
        adoptSymbols(symbols)
        return symbol
    }

    /// Takes over a table with more symbols.
    mutating func adoptSymbols(_ table: SymbolTable) {
        symbols = table
        guard table.count > cellCount else { return }
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: table.count)
        larger.initialize(repeating: Value(), count: table.count)
        larger.update(from: cells, count: cellCount)
        cells.deallocate()
        cells = larger
        let before = cellCount
        cellCount = table.count
        rows.update(repeating: nil, count: max(1, context.shapeCount))
        guard context.root.tag == .record else { return }
        let row = row(context.root.count)
        for symbol in before..<cellCount where row[symbol] >= 0 {
            cells[symbol] = context.root.slots[Int(row[symbol])]
        }
    }

    // MARK: - Scopes

    @inline(__always)
    mutating func enter() { marks.push(saved.count) }

    @inline(__always)
    mutating func leave() {
        let mark = marks.pop()
        while saved.count > mark {
            let cell = saved.pop()
            cells[Int(cell.symbol)] = cell.value
        }
    }

    @inline(__always)
    mutating func bind(_ symbol: Int, _ value: Value) {
        saved.push(SavedCell(symbol: Int32(truncatingIfNeeded: symbol), value: cells[symbol]))
        cells[symbol] = value
    }

    // MARK: - Output

    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        if outputLimit - output < count { grow(count) }
        if count <= 64 {
            Self.copy32(UnsafeRawPointer(bytes), UnsafeMutableRawPointer(output))
            if count > 32 { Self.copy32(UnsafeRawPointer(bytes + 32), UnsafeMutableRawPointer(output + 32)) }
        } else {
            memcpy(output, bytes, count)
        }
        output += count
    }

    /// Copies 32 bytes, however many are wanted: both sides have room behind them.
    @inline(__always)
    private static func copy32(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer) {
        let a = source.loadUnaligned(as: UInt64.self)
        let b = source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        let c = source.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        let d = source.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        target.storeBytes(of: a, as: UInt64.self)
        target.storeBytes(of: b, toByteOffset: 8, as: UInt64.self)
        target.storeBytes(of: c, toByteOffset: 16, as: UInt64.self)
        target.storeBytes(of: d, toByteOffset: 24, as: UInt64.self)
    }

    /// Text of the source code.
    mutating func put(_ text: StaticString) {
        if outputLimit - output < text.utf8CodeUnitCount { grow(text.utf8CodeUnitCount) }
        memcpy(output, text.utf8Start, text.utf8CodeUnitCount)
        output += text.utf8CodeUnitCount
    }

    @inline(never)
    mutating func grow(_ needed: Int) {
        let used = output - outputStart
        let capacity = max((outputLimit - outputStart) * 2, used + needed)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + RenderBuffer.slack)
        memory.update(from: outputStart, count: used)
        outputStart.deallocate()
        outputStart = memory
        output = memory + used
        outputLimit = memory + capacity
    }
}

/// A stack of plain values.
struct Stack<Element>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 32) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    mutating func push(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func pop() -> Element {
        count &-= 1
        return base[count]
    }

    @inline(__always)
    var top: Element { base[count &- 1] }

    subscript(index: Int) -> Element {
        get { base[index] }
        set { base[index] = newValue }
    }

    mutating func removeAll() { count = 0 }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
