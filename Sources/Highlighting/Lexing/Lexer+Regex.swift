extension Lexer {
  /// Where the regular expression that a bare slash begins ends; none if the slash is an operator.
  ///
  /// It neither begins nor ends with a space, stays on its line and closes no parenthesis it did not open. What one
  /// slash was refused for holds for those it was read over too, so that no byte is read for each slash of its line.
  mutating func endOfRegex(from slash: Int) -> Int? {
    guard !noRegex.contains(slash), byte(at: slash - 1) != UInt8(ascii: "*"), let first = byte(at: slash + 1),
      !first.isBlank, first != UInt8(ascii: "*"), first != UInt8(ascii: "/")
    else { return nil }
    var groups = 0
    var classes = 0
    var index = slash + 1
    var afterSpace = false
    reading: while let byte = byte(at: index), !byte.endsLine {
      switch byte {
      case UInt8(ascii: "/"):
        let next = self.byte(at: index + 1)
        if afterSpace || next == UInt8(ascii: "/") || next == UInt8(ascii: "*") { break reading }
        return index + 1
      case UInt8(ascii: "\\"):
        index += 1
        if self.byte(at: index)?.endsLine != false { break reading }
      case UInt8(ascii: "["): classes += 1
      case UInt8(ascii: "]"): classes = max(0, classes - 1)
      case UInt8(ascii: "(") where classes == 0: groups += 1
      case UInt8(ascii: ")") where classes == 0:
        groups -= 1
        if groups < 0 { break reading }
      default: break
      }
      afterSpace = byte.isBlank
      index += 1
    }
    noRegex = slash..<index
    return nil
  }

  /// A regular expression between number signs: on one line or, if the opening delimiter ends its line, on many.
  ///
  /// One without an end is its line, or the opening delimiter alone.
  mutating func lexExtendedRegex(hashes: Int) {
    position += hashes + 1
    var index = position
    while byte(at: index)?.isBlank == true { index += 1 }
    let isMultiline = byte(at: index)?.endsLine == true
    if isMultiline {
      if slashes == nil {
        slashes = Closings(of: UInt8(ascii: "/"), in: bytes, from: index, to: bytes.count, escapable: true)
      }
      guard slashes?.contains(hashes, from: index) == true else {
        position = index
        return emit(.regex, then: Before(expectsOperand: false))
      }
    }
    while let byte = byte(), isMultiline || !byte.endsLine {
      position += 1
      if byte == UInt8(ascii: "\\"), self.byte()?.endsLine == false {
        position += 1
      } else if byte == UInt8(ascii: "/") {
        let closing = run(of: UInt8(ascii: "#"), at: position)
        if closing >= hashes {
          position += closing
          break
        }
      }
    }
    emit(.regex, then: Before(expectsOperand: false))
  }
}
