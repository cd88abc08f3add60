import Spelling

extension Parser {
  /// Reads what a command begins.
  mutating func command(_ name: String, _ token: Token) -> MathNode? {
    if let node = Symbols.byCommand[name] { return inFont(node) }
    let written = "\\" + name
    guard let construct = Construct.byCommand[name] else {
      reportUnknown(name, token)
      return nil
    }
    switch construct {
    case .fraction(let style, let isBinomial):
      let numerator = argument(of: written, token)
      return .fraction(
        Fraction(
          numerator: numerator, denominator: argument(of: written, token), style: style,
          isBinomial: isBinomial))
    case .root:
      let degree = option()
      return .root(argument(of: written, token), degree: degree)
    case .left: return fence(token)
    case .right, .middle:
      report(.unexpectedRight(written), token.range)
      _ = delimiter(after: written, token)
      return nil
    case .sized(let size, let kind): return sized(size, kind, written, token)
    case .begin: return environment(token)
    case .end:
      if let name = self.name(of: written, token) { report(.unexpectedEnd(name.text), token.range) }
      return nil
    case .alphabet(let alphabet):
      return with(Font(alphabet: alphabet, isBold: font.isBold)) { $0.argument(of: written, token) }
    case .bold:
      return with(Font(alphabet: font.alphabet, isBold: true)) { $0.argument(of: written, token) }
    case .operatorName: return operatorName(token)
    case .text(let style): return text(style, of: written, token)
    case .accent(let accent): return .accent(accent, argument(of: written, token))
    case .overset, .underset, .stackrel: return stack(construct, written, token)
    case .labelledArrow(let arrow):
      let below = option()
      let above = argument(of: written, token)
      return .arrow(arrow, above: above == .nothing ? nil : above, below: below)
    case .substack: return substack(token)
    case .not: return negation(token)
    case .phantom(let extent): return .phantom(argument(of: written, token), extent)
    case .strut: return .phantom(.symbol("(", .opening), .height)
    case .boxed: return .boxed(argument(of: written, token))
    case .colour: return coloured(written, token)
    case .style: return nil
    case .classed(let kind): return .classed(argument(of: written, token), kind)
    case .modulo(let form): return modulo(form, written, token)
    case .dots: return dots()
    case .space: return space(written, token)
    case .label, .tag:
      note(construct, token)
      return nil
    case .nothing: return nil
    case .limits:
      report(.misplacedLimits(written), token.range)
      return nil
    case .line:
      report(.misplacedLine(written), token.range)
      return nil
    }
  }

  private mutating func reportUnknown(_ name: String, _ token: Token) {
    switch name {
    case "": report(.loneBackslash, token.range)
    case "\\": report(.misplacedLine("\\\\"), token.range)
    default:
      let near = NearMiss.of(name, in: Symbols.commands).map { "\\" + $0 }
      report(.unknownCommand("\\" + name, suggestion: near), token.range)
    }
  }

  private mutating func stack(_ construct: Construct, _ written: String, _ token: Token) -> MathNode {
    let mark = argument(of: written, token)
    let base = argument(of: written, token)
    switch construct {
    case .underset: return .stack(base, above: nil, below: mark)
    case .stackrel: return .classed(.stack(base, above: mark, below: nil), .relation)
    default: return .stack(base, above: mark, below: nil)
    }
  }

  /// Crosses out the next sign.
  private mutating func negation(_ token: Token) -> MathNode? {
    guard let node = argumentOfNot(token) else { return nil }
    switch node {
    case .symbol(let sign, let kind): return .symbol(Relations.negated[sign] ?? sign + "\u{338}", kind)
    case .identifier(let text, let alphabet) where text.unicodeScalars.count == 1:
      return .identifier(text + "\u{338}", alphabet)
    default:
      report(.invalidNegation, token.range)
      return nil
    }
  }

  private mutating func argumentOfNot(_ token: Token) -> MathNode? {
    let count = errors.count
    let node = argument(of: "\\not", token)
    if errors.count > count { return nil }
    if case .row(let nodes) = node, nodes.count == 1 { return nodes[0] }
    return node
  }

  /// Dots on the line, or at the height of the operator that follows.
  private func dots() -> MathNode {
    switch tokens.peek().kind {
    case .character(let scalar):
      if let kind = Operators.byCharacter[scalar]?.1, kind == .binary || kind == .relation {
        return .symbol("⋯", .inner)
      }
    case .command(let name):
      if case .symbol(_, let kind)? = Symbols.byCommand[name], kind == .binary || kind == .relation {
        return .symbol("⋯", .inner)
      }
    case .end: break
    }
    return .symbol("…", .inner)
  }
}
