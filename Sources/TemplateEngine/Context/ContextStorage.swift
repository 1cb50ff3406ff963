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

    let arena: Arena
    let shapes: UnsafeMutablePointer<Shape>
    let shapeCount: Int
    let root: Value

    init(arena: Arena, shapes: [Shape], root: Value) {
        self.arena = arena
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
struct ContextBuilder {
    let arena = Arena(capacity: 64 << 10)
    private var names: [[UInt8]: Int] = [:]
    private var nameValues: [Value] = []
    private var shapes: [ContextStorage.Shape] = []
    private var shapeNumbers: [[Int]: Int] = [:]

    /// The number of a name.
    mutating func name(_ bytes: [UInt8]) -> Int {
        if let known = names[bytes] { return known }
        let number = nameValues.count
        names[bytes] = number
        nameValues.append(text(bytes))
        return number
    }

    /// A text value.
    func text(_ bytes: [UInt8], tag: Value.Tag = .text) -> Value {
        bytes.withUnsafeBufferPointer { source in
            Value(tag, arena.copy(source), source.count, flags: Value.textFlags(source))
        }
    }

    /// A list value.
    func list(_ items: [Value]) -> Value {
        let memory = arena.values(items.count)
        memory.initialize(from: items, count: items.count)
        return Value(.list, memory, items.count)
    }

    /// A record value; of two fields with one name the last counts.
    mutating func record(_ fields: [(name: Int, value: Value)]) -> Value {
        var unique = fields
        if Set(fields.lazy.map(\.name)).count != fields.count {
            unique = []
            for field in fields {
                if let index = unique.firstIndex(where: { $0.name == field.name }) {
                    unique[index].value = field.value
                } else {
                    unique.append(field)
                }
            }
        }
        let memory = arena.values(max(1, unique.count))
        for (index, field) in unique.enumerated() { (memory + index).initialize(to: field.value) }
        return Value(.record, memory, shape(unique.map(\.name)))
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
        ContextStorage(arena: arena, shapes: shapes, root: root)
    }
}
