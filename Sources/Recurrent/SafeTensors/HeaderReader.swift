/// Reads the part of JSON that a header may hold: objects, strings, and lists of whole numbers.
///
/// The caller says what must come next, so nothing nests deeper than the caller asks, and no reader recurs.
struct HeaderReader {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  /// The tensor whose entry is being read, for the errors.
  var tensor: String?

  /// A reader of those bytes, which must be UTF-8.
  init(_ bytes: [UInt8], from start: Int, to end: Int) throws(TensorFileError) {
    if let place = Self.firstNotUTF8(bytes[start..<end]) { throw .notUTF8(byte: start + place) }
    (self.bytes, self.end, position) = (bytes, end, start)
    if next != UInt8(ascii: "{") { throw unexpected("{") }
  }

  private static func firstNotUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
    var (decoder, iterator, place) = (UTF8(), bytes.makeIterator(), 0)
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): place += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return place
      }
    }
  }

  /// Reads an object, handing each name to `value`, which must read the value behind it.
  mutating func members(
    _ value: (inout HeaderReader, String) throws(TensorFileError) -> Void
  ) throws(TensorFileError) {
    try expect("{")
    if skips("}") { return }
    repeat {
      let name = try string()
      try expect(":")
      try value(&self, name)
    } while skips(",")
    try expect("}", "a comma or }")
  }

  /// Reads a list of whole numbers from 0.
  mutating func wholeNumbers() throws(TensorFileError) -> [Int] {
    try expect("[")
    if skips("]") { return [] }
    var numbers: [Int] = []
    repeat { numbers.append(try wholeNumber()) } while skips(",")
    try expect("]", "a comma or ]")
    return numbers
  }

  /// Reads a list of two whole numbers.
  mutating func pair() throws(TensorFileError) -> (Int, Int) {
    try expect("[")
    let first = try wholeNumber()
    try expect(",")
    let second = try wholeNumber()
    try expect("]")
    return (first, second)
  }

  /// Reads a string.
  mutating func string() throws(TensorFileError) -> String {
    try expect("\"", "a string")
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw unexpected("an escaped control character") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += String(try escape()).utf8
      } else {
        text.append(byte)
      }
    }
    if next == nil { throw unexpected("\"") }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Throws unless nothing but blanks is left.
  mutating func finish() throws(TensorFileError) {
    skipBlanks()
    if next != nil { throw unexpected("the end of the header") }
  }

  private mutating func wholeNumber() throws(TensorFileError) -> Int {
    skipBlanks()
    let start = position
    var value: Int? = 0
    while let byte = next, Self.isPartOfNumber(byte) {
      let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      value = isDigit ? value.flatMap { Self.appending(byte, to: $0) } : nil
      position += 1
    }
    if position == start { throw unexpected("a whole number") }
    let hasLeadingZero = position > start + 1 && bytes[start] == UInt8(ascii: "0")
    if let value, !hasLeadingZero { return value }
    let text = String(decoding: bytes[start..<min(position, start + 40)], as: UTF8.self)
    throw .notAWholeNumber(byte: start, tensor: tensor, found: text)
  }

  private static func appending(_ digit: UInt8, to number: Int) -> Int? {
    let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
    return overflow || carry ? nil : sum
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    "+-.0123456789Ee".utf8.contains(byte)
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(TensorFileError) -> Unicode.Scalar {
    guard let byte = next else { throw unexpected("an escape") }
    let plain: Unicode.Scalar
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = Unicode.Scalar(byte)
    case UInt8(ascii: "b"): plain = "\u{8}"
    case UInt8(ascii: "f"): plain = "\u{C}"
    case UInt8(ascii: "n"): plain = "\n"
    case UInt8(ascii: "r"): plain = "\r"
    case UInt8(ascii: "t"): plain = "\t"
    case UInt8(ascii: "u"):
      position += 1
      return try unicodeEscape()
    default: throw unexpected("an escape")
    }
    position += 1
    return plain
  }

  private mutating func unicodeEscape() throws(TensorFileError) -> Unicode.Scalar {
    let unit = try fourDigits()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let start = position
    if skipsNow("\\"), skipsNow("u") {
      let low = try fourDigits()
      // A second half in the first place gives a number past the last scalar.
      let pair = 0x10000 + (unit - 0xD800) << 10 + low &- 0xDC00
      if 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(pair) { return scalar }
    }
    position = start
    throw unexpected("both halves of a surrogate pair")
  }

  private mutating func fourDigits() throws(TensorFileError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Unicode.Scalar(byte).hexadecimalValue else {
        throw unexpected("a hexadecimal digit")
      }
      value = value << 4 + digit
      position += 1
    }
    return value
  }

  private var next: UInt8? { position < end ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, " \t\r\n".utf8.contains(byte) { position += 1 }
  }

  private mutating func skips(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    return skipsNow(character)
  }

  private mutating func skipsNow(_ character: Unicode.Scalar) -> Bool {
    if next != UInt8(ascii: character) { return false }
    position += 1
    return true
  }

  private mutating func expect(
    _ character: Unicode.Scalar, _ expected: String? = nil
  ) throws(TensorFileError) {
    if !skips(character) { throw unexpected(expected ?? String(character)) }
  }

  private func unexpected(_ expected: String) -> TensorFileError {
    let found =
      switch next {
      case nil: "the end of the header"
      case .some(let byte) where 0x21...0x7E ~= byte: String(Unicode.Scalar(byte))
      case .some(let byte): "byte value \(byte)"
      }
    return .malformed(byte: position, tensor: tensor, expected: expected, found: found)
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
