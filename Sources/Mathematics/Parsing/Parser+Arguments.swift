extension Parser {
  /// Reads what a command applies to: a group, or a single sign.
  ///
  /// - Parameter command: the command as it is written, for the error where nothing follows.
  mutating func argument(of command: String, _ place: Token) -> MathNode {
    let token = tokens.peek()
    guard !isEnd(token), !isScriptSign(token), !isStray(token) else {
      report(.missingArgument(of: command), place.range)
      return .nothing
    }
    _ = tokens.next()
    if case .character(let digit) = token.kind, digit.isASCIIDigit {
      return .number(String(digit), font.alphabet(for: .upright))
    }
    if case .character(let letter) = token.kind, letter.isASCIILetter {
      return .identifier(String(letter), font.alphabet(for: .italic))
    }
    return nucleus(token) ?? .nothing
  }

  /// Reads what stands between braces, of which the first has been read.
  mutating func group(_ opening: Token) -> [MathNode] {
    let nodes = awaiting(.brace) { $0.row() }
    close("}", opening: "{", opening)
    return nodes
  }

  /// Reads what may stand in square brackets after a command.
  mutating func option() -> MathNode? {
    let opening = tokens.peek()
    guard opening.kind == .character("[") else { return nil }
    _ = tokens.next()
    let nodes = awaiting(.bracket) { $0.row() }
    close("]", opening: "[", opening)
    return nodes.only
  }

  /// Reads the end of something that was opened.
  mutating func close(_ closing: Unicode.Scalar, opening: String, _ place: Token) {
    if tokens.peek().kind == .character(closing) {
      _ = tokens.next()
    } else {
      report(.missingBrace(opening: opening, closing: String(closing)), place.range)
    }
  }

  /// Reads a name in braces as it is written, and the place of what stands between them; none where no brace
  /// follows.
  mutating func name(of command: String, _ place: Token) -> (text: String, range: Range<Int>)? {
    let opening = tokens.peek()
    guard opening.kind == .character("{") else {
      report(.missingGroup(of: command), place.range)
      return nil
    }
    _ = tokens.next()
    let start = tokens.offset
    var text = ""
    while true {
      let token = tokens.peek(keepingSpace: true)
      switch token.kind {
      case .character("}"):
        _ = tokens.next(keepingSpace: true)
        return (text, start..<token.range.lowerBound)
      case .character(let scalar) where scalar != "{":
        text.unicodeScalars.append(scalar)
        _ = tokens.next(keepingSpace: true)
      default:
        report(.missingBrace(opening: "{", closing: "}"), opening.range)
        return nil
      }
    }
  }

  /// Whether a token can be no argument, for it belongs to what surrounds it.
  private func isStray(_ token: Token) -> Bool {
    switch token.kind {
    case .character("}"), .character("&"), .command("\\"), .command("right"), .command("middle"),
      .command("end"):
      true
    default: false
    }
  }
}

extension [MathNode] {
  /// The nodes as one.
  var only: MathNode { count == 1 ? self[0] : .row(self) }
}
