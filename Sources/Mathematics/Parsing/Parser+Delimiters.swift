extension Parser {
  /// Reads a delimiter; none, with an error, where none follows. An empty text is the dot, which shows nothing.
  mutating func delimiter(after written: String, _ place: Token) -> String? {
    let token = tokens.peek()
    let text: String? =
      switch token.kind {
      case .character(let scalar): Delimiters.byCharacter[scalar]
      case .command(let name): Delimiters.byCommand[name]
      case .end: nil
      }
    if text == nil {
      report(.missingDelimiter(after: written), place.range)
    } else {
      _ = tokens.next()
    }
    return text
  }

  /// Reads what stands between `\left`, which has been read, and `\right`.
  mutating func fence(_ token: Token) -> MathNode {
    let left = delimiter(after: "\\left", token) ?? ""
    var body: [MathNode] = []
    while true {
      body += awaiting(.right) { $0.row() }
      let end = tokens.peek()
      switch end.kind {
      case .command("middle"):
        _ = tokens.next()
        if let text = delimiter(after: "\\middle", end) { body.append(.middle(text)) }
      case .command("right"):
        _ = tokens.next()
        return .fenced(left: left, body, right: delimiter(after: "\\right", end) ?? "")
      default:
        report(.missingRight, token.range)
        return .fenced(left: left, body, right: "")
      }
    }
  }

  /// Reads a delimiter of a given height.
  mutating func sized(
    _ size: DelimiterSize, _ kind: MathClass?, _ written: String, _ token: Token
  ) -> MathNode? {
    guard let text = delimiter(after: written, token) else { return nil }
    return .delimiter(text, size, kind ?? .ordinary)
  }
}
