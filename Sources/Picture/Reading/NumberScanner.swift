/// Numbers, flags and letters, one behind the other, as the data of a path has them.
///
/// Values are made with additions, multiplications and divisions alone, so they are the same on every machine.
struct NumberScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return rest.isEmpty
    }
  }

  /// A letter, if one is next.
  mutating func letter() -> UInt8? {
    skipBlanks()
    guard let byte = rest.first, byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") else {
      return nil
    }
    rest = rest.dropFirst()
    return byte
  }

  /// A number, if one is next, of at most a million either way: a drawing has no use for others.
  mutating func number() -> Double? {
    skipBlanks()
    var text = rest
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") { text = text.dropFirst() }
    var (value, divisor, hasDigits) = (0.0, 1.0, false)
    while let digit = text.digit {
      (value, hasDigits) = (value * 10 + digit, true)
      text = text.dropFirst()
    }
    if text.first == UInt8(ascii: ".") {
      text = text.dropFirst()
      while let digit = text.digit {
        // Digits beyond these would not move a point.
        if divisor < 1e6 { (value, divisor) = (value * 10 + digit, divisor * 10) }
        hasDigits = true
        text = text.dropFirst()
      }
    }
    value /= divisor
    guard hasDigits, value <= 1e6, text.first.map({ $0 | 0x20 }) != UInt8(ascii: "e") else { return nil }
    rest = text
    return isNegative ? -value : value
  }

  /// A flag of an arc, which needs no blank behind it.
  mutating func flag() -> Bool? {
    skipBlanks()
    guard let byte = rest.first, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") else { return nil }
    rest = rest.dropFirst()
    return byte == UInt8(ascii: "1")
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x2C || (0x09...0x0D).contains($0) }
  }
}

extension ArraySlice<UInt8> {
  /// The digit that is next.
  fileprivate var digit: Double? {
    first.flatMap { $0 >= 0x30 && $0 <= 0x39 ? Double($0 - 0x30) : nil }
  }
}
