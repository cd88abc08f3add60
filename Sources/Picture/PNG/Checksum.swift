/// The sums that tell whether a file is what was written.
enum Checksum {
  /// As PNG has it for each of its chunks (PNG, annex D).
  static func crc32(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8($0 & 0xFF) ^ $1)] ^ $0 >> 8 }
  }

  /// As zlib has it for what was compressed (RFC 1950, section 8).
  static func adler32(of bytes: [UInt8]) -> UInt32 {
    var (one, two): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      one = (one + UInt32(byte)) % 65521
      two = (two + one) % 65521
    }
    return two << 16 | one
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }
}
