/// Cuts Swift source text into lexemes, without failing and without looking at a byte more than a few times.
///
/// Interpolations nest on a stack, not by recursion, so that depth costs no more than length.
struct Lexer {
  let bytes: [UInt8]
  var position = 0
  /// The string literals the position is within, the outermost first.
  var literals: [Literal] = []
  /// What the last lexeme that is no trivia says of a slash after it.
  var before = Before()
  /// The last stretch in which a slash was found not to begin a regular expression.
  var noRegex = 0..<0
  /// Where the line at hand may end a raw string, where the text may end a regular expression of many lines.
  var quotes: Closings?
  var slashes: Closings?
  private(set) var lexemes: [Lexeme] = []
  private var written = 0

  /// A string literal that was opened and is not closed yet.
  struct Literal {
    let quote: UInt8
    let hashes: Int
    let isMultiline: Bool
    /// The parentheses open in its interpolation; none between interpolations.
    var depth: Int?
  }

  struct Before {
    /// An expression may begin, so that a slash that looks like a binary operator is none.
    var expectsOperand = true
    /// The name of an operator must follow.
    var declaresOperator = false
    var isDot = false
    var isTry = false
    /// `try?` or `try!`, which an expression follows.
    var isMarkedTry = false
  }

  static func lexemes(of bytes: [UInt8]) -> [Lexeme] {
    var lexer = Lexer(bytes: bytes)
    lexer.skipHead()
    while lexer.position < bytes.count {
      if let literal = lexer.literals.last, literal.depth == nil {
        lexer.lexText(of: literal)
      } else {
        lexer.lexCode()
      }
    }
    // A literal that opened at the very end.
    lexer.emit(.string)
    return lexer.lexemes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at an offset from the position; none beyond the end.
  func byte(_ offset: Int = 0) -> UInt8? { byte(at: position + offset) }

  func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  /// The scalar that begins at an index, and the index after it.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let first = byte(at: index) else { return nil }
    if first < 0x80 { return (Unicode.Scalar(first), index + 1) }
    let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let end = min(index + count, bytes.count)
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for continuation in bytes[(index + 1)..<end] { value = value << 6 | UInt32(continuation & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", end)
  }

  /// Ends a lexeme at the position.
  mutating func emit(_ kind: Lexeme.Kind) {
    guard position > written else { return }
    lexemes.append(Lexeme(kind: kind, count: position - written))
    written = position
  }

  /// Ends a lexeme at the position and notes what a slash would mean after it.
  mutating func emit(_ kind: Lexeme.Kind, then before: Before) {
    emit(kind)
    self.before = before
  }

  /// The number of bytes of one value from an index on.
  func run(of value: UInt8, at index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] == value { end += 1 }
    return end - index
  }

  func endOfLine(from index: Int) -> Int {
    var end = index
    while end < bytes.count, !bytes[end].endsLine { end += 1 }
    return end
  }

  /// A byte order mark and the line that names a script's interpreter.
  private mutating func skipHead() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      emit(.space(endsLine: false))
    }
    if byte() == UInt8(ascii: "#"), byte(1) == UInt8(ascii: "!") {
      position = endOfLine(from: position)
      emit(.comment(endsLine: false))
    }
  }

  private mutating func lexCode() {
    switch bytes[position] {
    case 0x00, 0x09...0x0D, 0x20: lexSpace()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
      position = endOfLine(from: position)
      emit(.comment(endsLine: false))
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): lexBlockComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): openLiteral(hashes: 0)
    case UInt8(ascii: "#"): lexHash()
    case UInt8(ascii: "@"): lexAttribute()
    case UInt8(ascii: "`"): lexQuotedName()
    case 0x30...0x39: lexNumber()
    case UInt8(ascii: "("), UInt8(ascii: ")"): lexParenthesis(bytes[position])
    case UInt8(ascii: "."): lexDot()
    case let byte where byte.beginsName || byte == UInt8(ascii: "$"): lexName()
    case let byte where byte.isOperator: lexOperator()
    case let byte where byte < 0x80: lexPunctuation(byte)
    default: lexNonASCII()
    }
  }

  /// White space; the end of a line also ends the literals of one line in whose interpolations it stands.
  private mutating func lexSpace() {
    var endsLine = false
    while let byte = byte(), byte == 0 || byte == 0x20 || (0x09...0x0D).contains(byte) {
      if byte.endsLine {
        if let literal = literals.last, !literal.isMultiline {
          emit(.space(endsLine: endsLine))
          literals.removeLast()
          before = Before(expectsOperand: false)
          return
        }
        endsLine = true
      }
      position += 1
    }
    emit(.space(endsLine: endsLine))
  }

  private mutating func lexBlockComment() {
    var depth = 0
    var endsLine = false
    repeat {
      switch (bytes[position], byte(1)) {
      case (UInt8(ascii: "/"), UInt8(ascii: "*")):
        depth += 1
        position += 2
      case (UInt8(ascii: "*"), UInt8(ascii: "/")):
        depth -= 1
        position += 2
      default:
        if bytes[position].endsLine { endsLine = true }
        position += 1
      }
    } while depth > 0 && position < bytes.count
    emit(.comment(endsLine: endsLine))
  }

  private mutating func lexParenthesis(_ byte: UInt8) {
    position += 1
    let opens = byte == UInt8(ascii: "(")
    guard let depth = literals.last?.depth else {
      return emit(.punctuation(byte), then: Before(expectsOperand: opens))
    }
    if opens || depth > 0 {
      literals[literals.count - 1].depth = opens ? depth + 1 : depth - 1
      emit(.punctuation(byte), then: Before(expectsOperand: opens))
    } else {
      literals[literals.count - 1].depth = nil
      emit(.interpolationEnd)
    }
  }

  private mutating func lexPunctuation(_ byte: UInt8) {
    position += 1
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\\"):
      emit(.punctuation(byte), then: Before(expectsOperand: false))
    default: emit(.punctuation(byte), then: Before())
    }
  }

  private mutating func lexNonASCII() {
    guard let (scalar, end) = scalar(at: position) else { return }
    if scalar.beginsOperator {
      lexOperator()
    } else if scalar.beginsName {
      lexName()
    } else {
      position = end
      emit(.space(endsLine: false))
    }
  }
}
