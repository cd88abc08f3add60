import Spelling

extension Parser {
  /// Reads the name of a function that has no command, `\operatorname{…}` or `\operatorname*{…}`.
  mutating func operatorName(_ token: Token) -> MathNode {
    let hasLimits = tokens.peek().kind == .character("*")
    if hasLimits { _ = tokens.next() }
    let name = with(Font(alphabet: .upright, isName: true)) { $0.argument(of: "\\operatorname", token) }
    return .function(name.joiningWords, hasLimits ? .aboveInDisplay : .beside)
  }

  /// Reads `\pmod{n}` and its siblings.
  mutating func modulo(_ form: ModuloForm, _ written: String, _ token: Token) -> MathNode {
    let modulus = argument(of: written, token)
    let word: [MathNode] = [.identifier("mod", .upright), .space(MathLength(units: 3_333)), modulus]
    let quad = MathNode.space(MathLength(units: 10_000))
    func inParentheses(_ nodes: [MathNode]) -> [MathNode] {
      [quad, .symbol("(", .opening)] + nodes + [.symbol(")", .closing)]
    }
    switch form {
    case .withParentheses: return .row(inParentheses(word))
    case .parenthesesAlone: return .row(inParentheses([modulus]))
    case .plain: return .row([quad] + word)
    }
  }

  /// Reads `\color{name}{…}`. Unlike LaTeX's, it colours what stands in its braces and nothing else.
  mutating func coloured(_ written: String, _ token: Token) -> MathNode? {
    guard let name = name(of: written, token) else { return nil }
    let opening = tokens.next()
    guard opening.kind == .character("{") else {
      report(.missingGroup(of: "\(written){\(name.text)}"), token.range)
      return isEnd(opening) ? nil : nucleus(opening)
    }
    let content = group(opening)
    guard let cssClass = palette[name.text] else {
      let near = NearMiss.of(name.text, in: palette.keys.sorted())
      report(.unknownColour(name.text, suggestion: near), name.range)
      return .row(content)
    }
    return .coloured(content, cssClass)
  }

  /// Reads a space of a given width.
  mutating func space(_ written: String, _ token: Token) -> MathNode? {
    guard let name = name(of: written, token) else { return nil }
    if let length = MathLength(name.text) { return .space(length) }
    report(.invalidLength(name.text), name.range)
    return nil
  }

  /// Reads what names or numbers the formula.
  mutating func note(_ construct: Construct, _ token: Token) {
    let written = construct == .label ? "\\label" : "\\tag"
    let isBare = construct == .tag && tokens.peek().kind == .character("*")
    if isBare { _ = tokens.next() }
    guard let name = name(of: written, token) else { return }
    let isSecond = construct == .label ? label != nil : tag != nil
    if name.text.allSatisfy({ $0 == " " }) {
      report(.emptyName(of: written), token.range)
    } else if isSecond {
      report(.duplicateName(of: written), token.range)
    } else if construct == .label {
      label = Formula.Label(name: name.text, range: name.range)
    } else {
      tag = Formula.Tag(text: name.text, isBare: isBare)
    }
  }
}

extension MathNode {
  /// The words of a row of words and narrow spaces as one identifier; anything else as it is.
  fileprivate var joiningWords: MathNode {
    guard case .row(let nodes) = self else { return self }
    var text = ""
    for node in nodes {
      switch node {
      case .identifier(let word, .upright), .number(let word, .upright): text += word
      case .space: text += "\u{2009}"
      default: return self
      }
    }
    return text.isEmpty ? self : .identifier(text, .upright)
  }
}
