/// A picture read from a file of the format PNG, as far as this package writes it.
struct PNGFile {
  struct Broken: Error { var what: String }

  var width = 0
  var height = 0
  var colours = 0
  var pixels: [UInt32] = []

  init(_ bytes: [UInt8]) throws {
    guard bytes.prefix(8) == [137, 80, 78, 71, 13, 10, 26, 10] else { throw Broken(what: "signature") }
    var (place, chunks): (Int, [String: [UInt8]]) = (8, [:])
    while place < bytes.count {
      let length = Self.number(bytes[place..<place + 4])
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      let content = Array(bytes[place + 8..<place + 8 + length])
      guard
        Self.sum(Array(bytes[place + 4..<place + 8 + length]))
          == Self.number(bytes[place + 8 + length..<place + 12 + length])
      else { throw Broken(what: "sum of \(name)") }
      chunks[name] = content
      place += 12 + length
    }
    guard let header = chunks["IHDR"], let palette = chunks["PLTE"], let data = chunks["IDAT"],
      chunks["IEND"] == [], header.suffix(5) == [8, 3, 0, 0, 0]
    else { throw Broken(what: "chunks") }
    (width, height, colours) = (Self.number(header[0..<4]), Self.number(header[4..<8]), palette.count / 3)
    let rows = try Self.inflated(data)
    guard rows.count == height * (width + 1) else { throw Broken(what: "rows") }
    let known = (0..<colours).map { palette[3 * $0..<3 * $0 + 3].reduce(0) { $0 << 8 | UInt32($1) } }
    for row in 0..<height {
      guard rows[row * (width + 1)] == 0 else { throw Broken(what: "filter") }
      pixels += rows[row * (width + 1) + 1..<(row + 1) * (width + 1)].map { known[Int($0)] }
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  /// The sum of a chunk, bit by bit.
  private static func sum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }

  /// What a stream of one block with fixed codes holds, read bit by bit (RFC 1951).
  static func inflated(_ stream: [UInt8]) throws -> [UInt8] {
    var place = 16
    func bit() throws -> Int {
      guard place / 8 < stream.count - 4 else { throw Broken(what: "end of stream") }
      defer { place += 1 }
      return Int(stream[place / 8] >> UInt8(place % 8) & 1)
    }
    func value(_ bits: Int) throws -> Int { try (0..<bits).reduce(0) { try $0 | bit() << $1 } }
    func code(_ bits: Int, _ start: Int = 0) throws -> Int {
      try (0..<bits).reduce(start) { code, _ in try code << 1 | bit() }
    }
    guard stream.prefix(2) == [0x78, 0x01], try value(3) == 3 else { throw Broken(what: "head of stream") }
    let lengths = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
      227, 258,
    ]
    let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    let distances = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
      4097, 6145, 8193, 12289, 16385, 24577,
    ]
    var bytes: [UInt8] = []
    while true {
      var symbol = try code(7)
      if symbol <= 0b001_0111 {
        symbol += 256
      } else {
        symbol = try code(1, symbol)
        switch symbol {
        case 0x30...0xBF: symbol -= 0x30
        case 0xC0...0xC7: symbol += 280 - 0xC0
        default: symbol = try code(1, symbol) - 0x190 + 144
        }
      }
      if symbol == 256 { break }
      guard symbol > 256 else {
        bytes.append(UInt8(symbol))
        continue
      }
      let length = try lengths[symbol - 257] + value(lengthBits[symbol - 257])
      let number = try code(5)
      let distance = try distances[number] + value(max(0, number / 2 - 1))
      guard distance <= bytes.count else { throw Broken(what: "distance") }
      for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
    }
    var (one, two) = (1, 0)
    for byte in bytes { (one, two) = ((one + Int(byte)) % 65521, (two + one + Int(byte)) % 65521) }
    guard number(stream.suffix(4)) == two << 16 | one else { throw Broken(what: "sum of stream") }
    return bytes
  }
}
