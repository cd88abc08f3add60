extension Lexer {
  /// A number with whatever letters stick to it.
  mutating func lexNumber() {
    let isMember = before.isDot
    if bytes[position] == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "x") {
      position += 2
      skip { $0.isHexDigit }
      skipHexadecimalFraction()
      skipExponent(UInt8(ascii: "p"), UInt8(ascii: "P"))
    } else if bytes[position] == UInt8(ascii: "0"), let radix = byte(1),
      radix == UInt8(ascii: "b") || radix == UInt8(ascii: "o")
    {
      position += 2
    } else {
      skip { $0.isDigit }
      // The dots of `pair.0.1` are members' dots.
      if !isMember {
        if byte() == UInt8(ascii: "."), byte(1)?.isDigit == true {
          position += 1
          skip { $0.isDigit }
        }
        skipExponent(UInt8(ascii: "e"), UInt8(ascii: "E"))
      }
    }
    skipNameContinuation()
    emit(.number, then: Before(expectsOperand: false))
  }

  private mutating func skip(where isDigit: (UInt8) -> Bool) {
    while let byte = byte(), isDigit(byte) || byte == UInt8(ascii: "_") { position += 1 }
  }

  /// A hexadecimal fraction needs an exponent: `0x1.f` may be a member.
  private mutating func skipHexadecimalFraction() {
    guard byte() == UInt8(ascii: "."), byte(1)?.isHexDigit == true else { return }
    let start = position
    position += 1
    skip { $0.isHexDigit }
    if byte() != UInt8(ascii: "p"), byte() != UInt8(ascii: "P") { position = start }
  }

  private mutating func skipExponent(_ small: UInt8, _ capital: UInt8) {
    guard byte() == small || byte() == capital else { return }
    let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
    guard byte(1 + sign)?.isDigit == true else { return }
    position += 1 + sign
    skip { $0.isDigit }
  }
}
