import Spelling

extension Parser {
  /// Reads words in braces, with formulas between dollar signs among them.
  mutating func text(_ style: TextStyle, of command: String, _ token: Token) -> MathNode? {
    let opening = tokens.peek()
    guard opening.kind == .character("{") else {
      report(.missingGroup(of: command), token.range)
      return nil
    }
    _ = tokens.next()
    return .text(pieces(style, opening))
  }

  /// Reads up to the brace that closes `opening`.
  private mutating func pieces(_ style: TextStyle, _ opening: Token) -> [TextPiece] {
    var pieces: [TextPiece] = []
    while true {
      let token = tokens.next(keepingSpace: true)
      switch token.kind {
      case .end:
        report(.missingBrace(opening: "{", closing: "}"), opening.range)
        return pieces
      case .character("}"): return pieces
      case .character("{"): pieces += nested(token) { $0.pieces(style, token) } ?? []
      case .character("$"): pieces += mathInText(token)
      case .character("~"): pieces.append("\u{A0}", style)
      case .character("%"), .character("#"), .character("&"):
        if case .character(let scalar) = token.kind { report(.reservedCharacter(scalar), token.range) }
      case .character(let scalar):
        if scalar.isSpace {
          pieces.append(" ", style)
        } else if scalar.properties.generalCategory == .control {
          report(.unknownCharacter(scalar), token.range)
        } else {
          pieces.append(scalar, style)
        }
      case .command(let name): pieces += command(inText: name, style, token)
      }
    }
  }

  private mutating func command(inText name: String, _ style: TextStyle, _ token: Token) -> [TextPiece] {
    switch name {
    case "%", "#", "$", "&", "_", "{", "}": return [.words(name, style)]
    case " ", ",": return [.words(name == "," ? "\u{2009}" : "\u{A0}", style)]
    case "": report(.loneBackslash, token.range)
    default:
      if case .text(let inner)? = Construct.byCommand[name] {
        let opening = tokens.peek()
        guard opening.kind == .character("{") else {
          report(.missingGroup(of: "\\" + name), token.range)
          return []
        }
        _ = tokens.next()
        return nested(token) { $0.pieces(inner, opening) } ?? []
      }
      if case .symbol("…", _)? = Symbols.byCommand[name] { return [.words("…", style)] }
      let names = Construct.byCommand.filter { if case .text = $0.value { true } else { false } }.keys
        .sorted()
      let near = NearMiss.of(name, in: names).map { "\\" + $0 }
      let isMath = Symbols.byCommand[name] != nil || Construct.byCommand[name] != nil
      report(.unknownCommand("\\" + name, suggestion: isMath ? "$\\\(name)$" : near), token.range)
    }
    return []
  }

  private mutating func mathInText(_ opening: Token) -> [TextPiece] {
    let nodes = with(Font()) { parser in
      let outer = parser.awaited
      parser.awaited = [.brace, .dollar]
      defer { parser.awaited = outer }
      return parser.row()
    }
    close("$", opening: "$", opening)
    return [.math(nodes)]
  }
}

extension [TextPiece] {
  /// Appends a character, to the words before it where they have the same style.
  fileprivate mutating func append(_ scalar: Unicode.Scalar, _ style: TextStyle) {
    if case .words(var words, style)? = last {
      removeLast()
      words.unicodeScalars.append(scalar)
      append(.words(words, style))
    } else {
      append(.words(String(scalar), style))
    }
  }
}
