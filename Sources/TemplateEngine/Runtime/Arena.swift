/// Memory that is handed out piece by piece and given back all at once; what it hands out never moves.
///
/// Every piece is followed by at least ``slack`` readable bytes, so that short runs can be copied in fixed-size steps.
final class Arena {
    /// Readable bytes behind every piece.
    static let slack = 64

    private var chunks: [UnsafeMutableRawBufferPointer] = []
    private var used = 0
    private var cursor: UnsafeMutableRawPointer
    private var limit: UnsafeMutableRawPointer

    /// How many bytes were handed out since the last ``reset()``.
    private(set) var allocated = 0

    init(capacity: Int = 16 << 10) {
        let chunk = Self.makeChunk(capacity)
        chunks.append(chunk)
        (cursor, limit) = Self.bounds(chunk)
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
    }

    /// Hands out `count` bytes at a multiple of 16.
    @inline(__always)
    func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        let rounded = (count &+ 15) & ~15
        if limit - cursor < rounded { grow(rounded) }
        let piece = cursor
        cursor += rounded
        allocated &+= rounded
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

    /// Takes everything back; what was handed out must not be used any more.
    func reset() {
        while chunks.count > 1 { chunks.removeFirst().deallocate() }
        (cursor, limit) = Self.bounds(chunks[0])
        allocated = 0
    }

    @inline(never)
    private func grow(_ needed: Int) {
        let chunk = Self.makeChunk(max(needed, (chunks.last?.count ?? 0) * 2))
        chunks.append(chunk)
        (cursor, limit) = Self.bounds(chunk)
    }

    private static func makeChunk(_ capacity: Int) -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer.allocate(byteCount: capacity + slack, alignment: 16)
    }

    private static func bounds(
        _ chunk: UnsafeMutableRawBufferPointer
    ) -> (UnsafeMutableRawPointer, UnsafeMutableRawPointer) {
        guard let base = chunk.baseAddress else { fatalError("an arena chunk is never empty") }
        return (base, base + (chunk.count - slack))
    }
}
