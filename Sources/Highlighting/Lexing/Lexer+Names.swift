extension Lexer {
  mutating func lexName() {
    let start = position
    skipName()
    let text = bytes[start..<position]
    guard bytes[start] != UInt8(ascii: "$"), text.count > 1 || bytes[start] != UInt8(ascii: "_") else {
      return emit(.name(.placeholder), then: Before(expectsOperand: false))
    }
    guard let word = Word(text) else {
      return emit(.name(isCapitalized(start) ? .capitalized : .other), then: Before(expectsOperand: false))
    }
    // After a dot a reserved word is a member's name, which the compiler's lexer does not know.
    emit(
      .name(.word(word)),
      then: Before(
        expectsOperand: word.isReserved && !word.isOperand,
        declaresOperator: word == .func || word == .operator,
        isTry: word == .try))
  }

  /// A name between backticks, which may be of any characters; a backtick without another on its line is
  /// punctuation.
  mutating func lexQuotedName() {
    var end = position + 1
    while let byte = byte(at: end), byte != UInt8(ascii: "`"), !byte.endsLine { end += 1 }
    guard byte(at: end) == UInt8(ascii: "`") else {
      position += 1
      return emit(.punctuation(UInt8(ascii: "`")), then: Before(expectsOperand: false))
    }
    let isCapitalized = isCapitalized(position + 1)
    position = end + 1
    emit(.name(isCapitalized ? .capitalized : .other), then: Before(expectsOperand: false))
  }

  /// An at sign and the name that follows, with its dots.
  mutating func lexAttribute() {
    position += 1
    guard nameBegins(at: position) else {
      return emit(.punctuation(UInt8(ascii: "@")), then: Before(expectsOperand: false))
    }
    skipName()
    while byte() == UInt8(ascii: "."), nameBegins(at: position + 1) {
      position += 1
      skipName()
    }
    emit(.attribute, then: Before(expectsOperand: false))
  }

  /// A number sign: a raw string, a regular expression, a macro or a directive.
  mutating func lexHash() {
    let hashes = run(of: UInt8(ascii: "#"), at: position)
    switch byte(hashes) {
    case UInt8(ascii: "\"")?: return openLiteral(hashes: hashes)
    case UInt8(ascii: "/")?: return lexExtendedRegex(hashes: hashes)
    default: break
    }
    guard hashes == 1, nameBegins(at: position + 1) else {
      position += hashes
      return emit(.punctuation(UInt8(ascii: "#")), then: Before(expectsOperand: false))
    }
    position += 1
    let start = position
    skipName()
    let isDirective =
      switch String(decoding: bytes[start..<min(position, start + 7)], as: UTF8.self) {
      case "if", "else", "elseif", "endif": true
      default: false
      }
    emit(.attribute, then: Before(expectsOperand: isDirective))
  }

  mutating func lexDot() {
    if let next = scalar(at: position + 1)?.scalar, next == "." || next.continuesOperator {
      return lexOperator()
    }
    position += 1
    emit(.punctuation(UInt8(ascii: ".")), then: Before(expectsOperand: false, isDot: true))
  }

  func nameBegins(at index: Int) -> Bool { scalar(at: index)?.scalar.beginsName ?? false }

  /// Moves over a name, whatever it begins with.
  mutating func skipName() {
    guard let first = scalar(at: position) else { return }
    position = first.end
    skipNameContinuation()
  }

  mutating func skipNameContinuation() {
    while let (scalar, end) = scalar(at: position), scalar.continuesName { position = end }
  }

  /// Whether the first letter after any underscores is a capital.
  private func isCapitalized(_ start: Int) -> Bool {
    let letter = start + run(of: UInt8(ascii: "_"), at: start)
    guard let (scalar, _) = scalar(at: letter) else { return false }
    return scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }
}
