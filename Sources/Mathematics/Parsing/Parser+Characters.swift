extension Parser {
  /// Reads what begins with a character.
  mutating func character(_ scalar: Unicode.Scalar, _ token: Token) -> MathNode? {
    switch scalar {
    case "{": return .row(group(token))
    case "}": report(.unexpectedBrace, token.range)
    case "&": report(.misplacedAlignment, token.range)
    case "%", "#", "$": report(.reservedCharacter(scalar), token.range)
    case "~": return .space(Spaces.between)
    case "-" where font.isName: return .identifier("-", font.alphabet(for: .upright))
    case _ where scalar.isASCIIDigit || (scalar == "." && tokens.scalar(ahead: 0)?.isASCIIDigit == true):
      return number(scalar)
    case _ where scalar.isASCIILetter: return letters(scalar)
    default:
      if let (sign, kind) = Operators.byCharacter[scalar] { return .symbol(sign, kind) }
      if let node = Symbols.byCharacter[scalar] { return inFont(node) }
      if scalar.properties.isAlphabetic { return .identifier(String(scalar), font.alphabet(for: .italic)) }
      report(.unknownCharacter(scalar), token.range)
    }
    return nil
  }

  /// A node of the symbol tables in the letters asked for.
  func inFont(_ node: MathNode) -> MathNode {
    if case .identifier(let text, let own) = node { .identifier(text, font.alphabet(for: own)) } else { node }
  }

  /// Digits and a decimal point between or before them.
  private mutating func number(_ first: Unicode.Scalar) -> MathNode {
    var digits = String(first)
    var hasPoint = first == "."
    while let scalar = tokens.scalar(ahead: 0) {
      if scalar == ".", !hasPoint, tokens.scalar(ahead: 1)?.isASCIIDigit == true {
        hasPoint = true
      } else if !scalar.isASCIIDigit {
        break
      }
      digits.unicodeScalars.append(scalar)
      _ = tokens.next()
    }
    return .number(digits, font.alphabet(for: .upright))
  }

  /// A letter, or a word where the alphabet asked for makes words.
  private mutating func letters(_ first: Unicode.Scalar) -> MathNode {
    var text = String(first)
    if font.alphabet?.makesWords == true {
      while let scalar = tokens.scalar(ahead: 0),
        scalar.isASCIILetter || scalar.isASCIIDigit || (font.isName && scalar == "-")
      {
        text.unicodeScalars.append(scalar)
        _ = tokens.next()
      }
    }
    return .identifier(text, font.alphabet(for: .italic))
  }
}
