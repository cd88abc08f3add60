extension Lexer {
  /// An operator, or the regular expression that its first slash begins.
  mutating func lexOperator() {
    let isLeftBound = isLeftBound
    if isLeftBound, bytes[position] == UInt8(ascii: "?") || bytes[position] == UInt8(ascii: "!") {
      position += 1
      return emit(.operation, then: Before(expectsOperand: false, isMarkedTry: before.isTry))
    }
    let end = endOfOperator
    let isRightBound = isRightBound(end, isLeftBound: isLeftBound)
    // What is bound on neither side looks like a binary operator, and is one where an operand came before it.
    if !isLeftBound, !before.declaresOperator, isRightBound || before.expectsOperand || before.isMarkedTry,
      let slash = bytes[position..<end].firstIndex(of: UInt8(ascii: "/")),
      let regexEnd = endOfRegex(from: slash)
    {
      position = slash
      emit(.operation)
      position = regexEnd
      return emit(.regex, then: Before(expectsOperand: false))
    }
    let isDot = end == position + 1 && bytes[position] == UInt8(ascii: ".")
    let isArrow = bytes[position..<end].elementsEqual("->".utf8)
    position = end
    emit(
      isDot ? .punctuation(UInt8(ascii: ".")) : .operation,
      then: Before(expectsOperand: !isDot && !isArrow && !(isLeftBound && !isRightBound), isDot: isDot))
  }

  /// Where the operator at the position ends: a comment ends it, and a dot if it does not begin with one.
  private var endOfOperator: Int {
    let hasDots = bytes[position] == UInt8(ascii: ".")
    var end = position
    while let (scalar, next) = scalar(at: end) {
      guard scalar == "." ? hasDots : scalar.continuesOperator else { break }
      if scalar == "/", end > position, let second = byte(at: end + 1),
        second == UInt8(ascii: "/") || second == UInt8(ascii: "*")
      {
        break
      }
      end = next
    }
    return end
  }

  /// No space, opening bracket or separator stands before the position.
  private var isLeftBound: Bool {
    switch byte(-1) {
    case nil, 0x00, 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: ":"):
      false
    case UInt8(ascii: "/"): byte(-2) != UInt8(ascii: "*")
    case 0xA0: byte(-2) != 0xC2
    default: true
    }
  }

  /// No space, closing bracket, separator or comment stands at an index.
  private func isRightBound(_ index: Int, isLeftBound: Bool) -> Bool {
    switch byte(at: index) {
    case nil, 0x00, 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: ":"):
      false
    case UInt8(ascii: "."): !isLeftBound
    case UInt8(ascii: "/"):
      byte(at: index + 1) != UInt8(ascii: "/") && byte(at: index + 1) != UInt8(ascii: "*")
    case 0xC2: byte(at: index + 1) != 0xA0
    default: true
    }
  }
}
