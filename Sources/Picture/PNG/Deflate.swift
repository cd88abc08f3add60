/// Compression of rows of flat colours, as zlib's format has it (RFC 1950, RFC 1951), with the fixed codes.
///
/// The same rows give the same bytes everywhere, which no library for this format promises from release to release.
enum Deflate {
  static func stream(of rows: [UInt8], rowLength: Int) -> [UInt8] {
    var bits = Bits(bytes: [0x78, 0x01])
    // One block, the last, of fixed codes.
    bits.append(0b011, count: 3)
    rows.withUnsafeBufferPointer { bytes in
      var repeats = Repeats(bytes, rowLength: rowLength)
      var place = 0
      while place < bytes.count {
        if let found = repeats.longest(at: place) {
          bits.append(length: found.length)
          bits.append(distance: found.distance)
          place += found.length
        } else {
          bits.append(symbol: Int(bytes[place]))
          place += 1
        }
      }
    }
    bits.append(symbol: 256)
    return bits.bytes + PNG.word(Checksum.adler32(of: rows))
  }

  /// The least value of each code, and how many bits tell which of its values it is (RFC 1951, section 3.2.5).
  private static func codes(from least: Int, perBit: Int, count: Int) -> [(least: Int, extra: Int)] {
    var (codes, next): ([(least: Int, extra: Int)], Int) = ([], least)
    for code in 0..<count {
      let extra = max(0, code / perBit - 1)
      codes.append((next, extra))
      next += 1 << extra
    }
    return codes
  }
  fileprivate static let lengths = codes(from: 3, perBit: 4, count: 28) + [(Repeats.longest, 0)]
  fileprivate static let distances = codes(from: 1, perBit: 2, count: 30)
}

/// Bits in a row, the first the lowest of its byte.
private struct Bits {
  private(set) var bytes: [UInt8]
  private var used = 8

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ value: Int, count: Int) {
    for bit in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
      used += 1
    }
  }

  /// A code begins with its highest bit.
  private mutating func append(code: Int, count: Int) {
    for bit in (0..<count).reversed() { append(code >> bit & 1, count: 1) }
  }

  /// A byte, the end or the code of a length, as the fixed codes have it (RFC 1951, section 3.2.6).
  mutating func append(symbol: Int) {
    switch symbol {
    case ..<144: append(code: 0x30 + symbol, count: 8)
    case ..<256: append(code: 0x190 + symbol - 144, count: 9)
    case ..<280: append(code: symbol - 256, count: 7)
    default: append(code: 0xC0 + symbol - 280, count: 8)
    }
  }

  mutating func append(length: Int) {
    guard let code = Deflate.lengths.lastIndex(where: { $0.least <= length }) else { return }
    append(symbol: 257 + code)
    append(length - Deflate.lengths[code].least, count: Deflate.lengths[code].extra)
  }

  mutating func append(distance: Int) {
    guard let code = Deflate.distances.lastIndex(where: { $0.least <= distance }) else { return }
    append(code: code, count: 5)
    append(distance - Deflate.distances[code].least, count: Deflate.distances[code].extra)
  }
}
