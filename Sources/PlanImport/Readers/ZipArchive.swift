import CLibZip
import Foundation

/// The parts of a zip archive in memory, read with libzip.
struct ZipArchive {
    private let data: Data
    /// The largest part that is read; no official document comes near.
    private static let largest: UInt64 = 64 << 20

    init(_ data: Data) { self.data = data }

    /// The bytes of a part (`zip_fopen_index`, `zip_fread`); nil when there is none or the archive is damaged.
    func part(_ name: String) -> [UInt8]? {
        var bytes = [UInt8](data)
        return bytes.withUnsafeMutableBytes { buffer -> [UInt8]? in
            var error = zip_error_t()
            zip_error_init(&error)
            defer { zip_error_fini(&error) }
            guard let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
            else {
                return nil
            }
            guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
                zip_source_free(source)
                return nil
            }
            defer { zip_discard(archive) }
            return Self.read(name, from: archive)
        }
    }

    private static func read(_ name: String, from archive: OpaquePointer) -> [UInt8]? {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0, let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { return nil }
        defer { zip_fclose(file) }
        var status = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0, status.size <= largest else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        let count = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
        return count == zip_int64_t(status.size) ? bytes : nil
    }
}
