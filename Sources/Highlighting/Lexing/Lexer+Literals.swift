extension Lexer {
  /// The opening delimiter of a string literal.
  ///
  /// Three quotes after number signs open a literal of one line if the line also closes it: `#"""#`.
  mutating func openLiteral(hashes: Int) {
    let quote = position + hashes
    let isTriple = bytes[quote] == UInt8(ascii: "\"") && run(of: bytes[quote], at: quote, upTo: 3) == 3
    let isMultiline = isTriple && (hashes == 0 || !lineCloses(from: quote + 2, hashes: hashes))
    literals.append(Literal(quote: bytes[quote], hashes: hashes, isMultiline: isMultiline))
    position = quote + (isMultiline ? 3 : 1)
  }

  private mutating func lineCloses(from index: Int, hashes: Int) -> Bool {
    if quotes.map({ index < $0.end }) != true {
      quotes = Closings(
        of: UInt8(ascii: "\""), in: bytes, from: index, to: endOfLine(from: index), escapable: false)
    }
    return quotes?.contains(hashes, from: index) ?? false
  }

  /// The text of a literal up to its end, an escape or the end of the line it may not go beyond.
  mutating func lexText(of literal: Literal) {
    while let byte = byte() {
      switch byte {
      case literal.quote:
        let quotes = literal.isMultiline ? 3 : 1
        if run(of: literal.quote, at: position, upTo: quotes) == quotes,
          hasHashes(literal.hashes, at: position + quotes)
        {
          position += quotes + literal.hashes
          literals.removeLast()
          return emit(.string, then: Before(expectsOperand: false))
        }
        position += 1
      case UInt8(ascii: "\\") where hasHashes(literal.hashes, at: position + 1):
        emit(.string)
        return lexEscape(in: literal)
      case _ where byte.endsLine && !literal.isMultiline:
        literals.removeLast()
        return emit(.string, then: Before(expectsOperand: false))
      default: position += 1
      }
    }
    emit(.string)
  }

  /// A backslash with its number signs and what it escapes.
  private mutating func lexEscape(in literal: Literal) {
    position += 1 + literal.hashes
    switch byte() {
    case UInt8(ascii: "(")?:
      position += 1
      literals[literals.count - 1].depth = 0
      emit(.interpolationStart, then: Before())
      return
    case UInt8(ascii: "u")? where byte(1) == UInt8(ascii: "{"):
      // The longest scalar has eight digits.
      var end = position + 2
      while end < position + 10, byte(at: end)?.isHexDigit == true { end += 1 }
      if byte(at: end) == UInt8(ascii: "}") { position = end + 1 }
    case let byte? where "0\\tnr\"'".utf8.contains(byte): position += 1
    default: break
    }
    emit(.escape)
  }

  private func hasHashes(_ count: Int, at index: Int) -> Bool {
    run(of: UInt8(ascii: "#"), at: index, upTo: count) == count
  }

  private func run(of value: UInt8, at index: Int, upTo limit: Int) -> Int {
    var count = 0
    while count < limit, byte(at: index + count) == value { count += 1 }
    return count
  }
}
