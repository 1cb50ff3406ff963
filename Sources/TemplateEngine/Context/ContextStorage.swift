/// The flat form of a context: values in an arena, records as shapes and slots. Immutable once built.
final class ContextStorage: @unchecked Sendable {
    /// The names of a record's fields, shared by all records that have the same names in the same order.
    struct Shape {
        var fields: UnsafePointer<Field>
        var count: Int
    }

    /// One name of a shape.
    struct Field {
        /// The name as a text value.
        var name: Value
        var hash: UInt64
    }

    /// What the values lie in, and the bytes of texts.
    let arenas: [Arena]
    let shapes: UnsafeMutablePointer<Shape>
    let shapeCount: Int
    let root: Value

    init(arenas: [Arena], shapes: [Shape], root: Value) {
        self.arenas = arenas
        self.shapes = .allocate(capacity: max(1, shapes.count))
        self.shapes.initialize(from: shapes, count: shapes.count)
        shapeCount = shapes.count
        self.root = root
    }

    deinit { shapes.deallocate() }
}

/// The hash that names are found by.
enum NameHash {
    /// FNV-1a, finished by a mix so that its low bits may pick a bucket.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ (hash >> 29)
    }
}

/// Builds a ``ContextStorage`` value by value.
///
/// Lists and records lie before what is in them, texts in an arena of their own without gaps: so that rendering, which
/// goes through the data in its order, reads memory forwards.
struct ContextBuilder {
    private let arena = Arena(capacity: 32 << 10)
    private let texts = Arena(capacity: 64 << 10)
    private var names: [[UInt8]: Int] = [:]
    private var nameValues: [Value] = []
    private var shapes: [ContextStorage.Shape] = []
    private var shapeNumbers: [[Int]: Int] = [:]

    /// The number of a name.
    private mutating func name(_ bytes: [UInt8]) -> Int {
        if let known = names[bytes] { return known }
        let number = nameValues.count
        names[bytes] = number
        nameValues.append(text(bytes))
        return number
    }

    /// A text value.
    func text(_ bytes: [UInt8], tag: Value.Tag = .text) -> Value {
        bytes.withUnsafeBufferPointer { source in
            Value(tag, texts.packedCopy(source), source.count, flags: Value.textFlags(source))
        }
    }

    /// The flat form of a tree of values.
    mutating func flatten(_ value: ContextValue) -> Value {
        switch value {
        case .null: return .null
        case .boolean(let value): return Value(value)
        case .integer(let value): return Value(Int(value))
        case .decimal(let digits): return text(Array(digits.utf8), tag: .decimal)
        case .text(let string): return text(Array(string.utf8))
        case .markup(let bytes): return text(bytes, tag: .markup)
        case .list(let items):
            let memory = arena.values(max(1, items.count))
            for (index, item) in items.enumerated() { (memory + index).initialize(to: flatten(item)) }
            return Value(.list, memory, items.count)
        case .record(let fields): return record(fields)
        }
    }

    /// A record value; of two fields with one name the last counts.
    private mutating func record(_ fields: [ContextField]) -> Value {
        let memory = arena.values(max(1, fields.count))
        var names: [Int] = []
        names.reserveCapacity(fields.count)
        for field in fields {
            let name = name(Array(field.name.utf8))
            let value = flatten(field.value)
            if let known = names.firstIndex(of: name) {
                memory[known] = value
            } else {
                (memory + names.count).initialize(to: value)
                names.append(name)
            }
        }
        return Value(.record, memory, shape(names))
    }

    private mutating func shape(_ names: [Int]) -> Int {
        if let known = shapeNumbers[names] { return known }
        let stride = MemoryLayout<ContextStorage.Field>.stride
        let fields = arena.allocate(max(1, names.count) * stride)
            .bindMemory(to: ContextStorage.Field.self, capacity: max(1, names.count))
        for (index, name) in names.enumerated() {
            let value = nameValues[name]
            (fields + index).initialize(to: ContextStorage.Field(name: value, hash: NameHash.of(value.bytes)))
        }
        shapeNumbers[names] = shapes.count
        shapes.append(ContextStorage.Shape(fields: fields, count: names.count))
        return shapes.count - 1
    }

    /// The finished storage.
    func finish(root: Value) -> ContextStorage {
        ContextStorage(arenas: [arena, texts], shapes: shapes, root: root)
    }
}
