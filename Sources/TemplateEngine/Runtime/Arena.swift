/// Memory that is handed out piece by piece and given back all at once; what it hands out never moves.
///
/// Every piece is followed by at least ``slack`` readable bytes, so that short runs can be copied in fixed-size steps.
final class Arena {
    /// Readable bytes behind every piece.
    static let slack = 64

    /// A stretch of memory.
    private struct Chunk {
        let start: UnsafeMutableRawPointer
        let capacity: Int

        init(capacity: Int) {
            self.capacity = capacity
            start = .allocate(byteCount: capacity + Arena.slack, alignment: 16)
        }
    }

    /// The full chunks, and the one that is handed out now.
    private var full: [Chunk] = []
    private var current: Chunk
    private var cursor: UnsafeMutableRawPointer
    private var limit: UnsafeMutableRawPointer

    init(capacity: Int = 16 << 10) {
        current = Chunk(capacity: capacity)
        cursor = current.start
        limit = current.start + capacity
    }

    deinit {
        for chunk in full { chunk.start.deallocate() }
        current.start.deallocate()
    }

    /// Hands out `count` bytes at a multiple of 16.
    @inline(__always)
    func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        let rounded = (count &+ 15) & ~15
        if limit - cursor < rounded { grow(rounded) }
        let piece = cursor
        cursor += rounded
        return piece
    }

    /// Room for `count` values, not initialised.
    @inline(__always)
    func values(_ count: Int) -> UnsafeMutablePointer<Value> {
        allocate(count &* MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: count)
    }

    /// Room for `count` bytes, not initialised.
    @inline(__always)
    func bytes(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        allocate(count).bindMemory(to: UInt8.self, capacity: count)
    }

    /// A copy of some bytes, without a gap to what was copied before; for arenas of bytes only.
    func packedCopy(_ source: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        if limit - cursor < source.count { grow(source.count) }
        let target = cursor.bindMemory(to: UInt8.self, capacity: source.count)
        if let base = source.baseAddress { target.update(from: base, count: source.count) }
        cursor += source.count
        return target
    }

    /// A copy of some bytes.
    func copy(_ source: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let target = bytes(source.count)
        if let base = source.baseAddress { target.update(from: base, count: source.count) }
        return target
    }

    /// Takes everything back and keeps the largest chunk for the next use; what was handed out must not be used any more.
    func reset() {
        for chunk in full { chunk.start.deallocate() }
        full.removeAll(keepingCapacity: true)
        cursor = current.start
        limit = current.start + current.capacity
    }

    @inline(never)
    private func grow(_ needed: Int) {
        full.append(current)
        current = Chunk(capacity: max(needed, current.capacity * 2))
        cursor = current.start
        limit = current.start + current.capacity
    }
}
