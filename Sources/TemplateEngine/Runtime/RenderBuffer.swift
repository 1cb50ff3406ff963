/// Bytes that rendering appends to; reusing one from document to document keeps its memory.
public struct RenderBuffer: ~Copyable {
    var base: UnsafeMutablePointer<UInt8>
    var capacity: Int
    /// How many bytes are in the buffer.
    public internal(set) var count = 0
    /// What a rendering needs beside its output, kept from one to the next.
    let scratch = Arena()

    /// Room behind the last byte that may be written to without asking, so that short runs are copied in fixed steps.
    static let slack = 64

    /// Creates an empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 64 << 10) {
        self.capacity = max(capacity, 1024)
        base = .allocate(capacity: self.capacity + Self.slack)
    }

    deinit { base.deallocate() }

    /// Empties the buffer and keeps its memory.
    public mutating func removeAll() { count = 0 }

    /// The bytes as an array.
    public var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: base, count: count)) }

    /// Gives a closure the bytes without copying them; the pointer is valid only inside it.
    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// Makes room for `needed` more bytes.
    @inline(never)
    mutating func grow(_ needed: Int) {
        let larger = max(capacity * 2, count + needed)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
        memory.update(from: base, count: count)
        base.deallocate()
        base = memory
        capacity = larger
    }
}
