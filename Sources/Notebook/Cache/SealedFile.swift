package import Foundation

/// A value in a file that is written as a whole, and read only if it is what was written.
///
/// A file that was cut short, damaged, or written in another form reads as none.
package enum SealedFile {
  /// The value in a file.
  package static func read<Value: Decodable>(_ type: Value.Type, from file: URL) -> Value? {
    guard let data = try? Data(contentsOf: file), data.count > 8 else { return nil }
    let content = data.dropFirst(8)
    guard Data(seal(of: content)) == data.prefix(8) else { return nil }
    return try? PropertyListDecoder().decode(Value.self, from: Data(content))
  }

  /// Writes a value. Whoever reads at the same time sees the old file or the new one.
  package static func write<Value: Encodable>(_ value: Value, to file: URL) throws {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    let content = try encoder.encode(value)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (Data(seal(of: content)) + content).write(to: file, options: .atomic)
  }

  private static func seal(of content: Data) -> [UInt8] {
    let digest = Digest(of: content)
    return (0..<8).map { UInt8(truncatingIfNeeded: digest.value >> (8 * $0)) }
  }
}

/// A number that tells most contents apart: FNV-1a, 64 bits, by words of eight bytes.
///
/// It guards against damage and gives names to files. Where two contents must be told apart for sure, they are compared.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(of content: Data) {
    let content = Data(content)
    content.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for i in 0..<words { add(bytes.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self)) }
      for byte in bytes[(8 * words)...] { add(UInt64(byte)) }
    }
    add(UInt64(content.count))
  }

  init(of text: String) { self.init(of: Data(text.utf8)) }

  private mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 29
  }

  /// Sixteen hexadecimal digits.
  var name: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
