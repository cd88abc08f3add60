extension Renderer {
  /// A fraction or a binomial.
  func fraction(_ fraction: Fraction) -> Element {
    let own = fraction.style ?? style
    let inner = with(own.ofFractions)
    var element = Element("mfrac", [inner.element(fraction.numerator), inner.element(fraction.denominator)])
    if fraction.isBinomial {
      element = element.with("linethickness", "0")
      element = Element("mrow", [Element("mo", text: "("), element, Element("mo", text: ")")])
    }
    return own == style ? element : styled([element], own)
  }

  /// A root of a given degree, or a square root.
  func root(_ radicand: MathNode, _ degree: MathNode?) -> Element {
    if let degree { return Element("mroot", [element(radicand), with(.scriptScript).element(degree)]) }
    if case .row(let nodes) = radicand { return Element("msqrt", elements(nodes)) }
    return Element("msqrt", elements([radicand]))
  }

  /// Room for something that is not shown, or something shown that takes no room.
  func phantom(_ content: MathNode, _ extent: PhantomExtent) -> Element {
    let shown = element(content)
    let hidden = Element("mphantom", [shown])
    switch extent {
    case .all: return hidden
    case .width: return Element("mpadded", [hidden]).with("height", "0").with("depth", "0")
    case .height: return Element("mpadded", [hidden]).with("width", "0")
    case .smash: return Element("mpadded", [shown]).with("height", "0").with("depth", "0")
    }
  }

  /// Words, and formulas among them.
  func text(_ pieces: [TextPiece]) -> Element {
    let inner = with(style.withoutDisplay)
    var elements: [Element] = []
    for piece in pieces.joiningWords {
      switch piece {
      case .words(let words, let style):
        let element = Element("mtext", text: words.keepingSpaces)
        elements.append(style == .upright ? element : element.with("class", style.rawValue))
      case .math(let nodes):
        let children = inner.elements(nodes)
        elements.append(style == .display ? styled(children, .text) : .row(children))
      }
    }
    return .row(elements)
  }
}

extension [TextPiece] {
  /// The pieces, neighbouring words of one style as one.
  fileprivate var joiningWords: [TextPiece] {
    var pieces: [TextPiece] = []
    for piece in self {
      if case .words(let words, let style) = piece, case .words(var before, style)? = pieces.last {
        pieces.removeLast()
        before += words
        pieces.append(.words(before, style))
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }
}

extension String {
  /// The text with white space as one space, and one that would be lost at either end as one that is kept.
  fileprivate var keepingSpaces: String {
    var result = ""
    for character in self where character != " " || result.last != " " { result.append(character) }
    if result.first == " " { result = "\u{A0}" + result.dropFirst() }
    if result.last == " " { result = result.dropLast() + "\u{A0}" }
    return result
  }
}
