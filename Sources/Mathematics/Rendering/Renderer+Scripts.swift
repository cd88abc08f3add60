extension Renderer {
  /// A base with its scripts.
  ///
  /// Primes stand beside the base and not in its superscript: the character is raised by itself, and few fonts have
  /// one for superscripts.
  func scripts(_ scripts: Scripts, _ placement: Placement, isAtEnd: Bool) -> Element {
    let isStacked = standsAboveAndBelow(scripts.base)
    var base = element(scripts.base, placement, isAtEnd: isAtEnd)
    if style != .display, case .largeOperator(_, .above) = scripts.base {
      base = base.with("movablelimits", "false")
    }
    if scripts.primes > 0, !isStacked {
      base = Element("mrow", [base, Element("mo", text: Renderer.primes(scripts.primes))])
    }
    let small = with(style.ofScripts)
    let sub = scripts.sub.map(small.element)
    var sup = scripts.sup.map(small.element)
    if scripts.primes > 0, isStacked {
      let primes = Element("mo", text: Renderer.primes(scripts.primes))
      sup = sup.map { Element("mrow", [primes, $0]) } ?? primes
    }
    switch (sub, sup) {
    case (let sub?, let sup?): return Element(isStacked ? "munderover" : "msubsup", [base, sub, sup])
    case (let sub?, nil): return Element(isStacked ? "munder" : "msub", [base, sub])
    case (nil, let sup?): return Element(isStacked ? "mover" : "msup", [base, sup])
    case (nil, nil): return base
    }
  }

  private func standsAboveAndBelow(_ base: MathNode) -> Bool {
    switch base {
    case .largeOperator(_, let limits), .function(_, let limits):
      limits == .above || (limits == .aboveInDisplay && style == .display)
    case .accent(let accent, _): accent.takesLabels
    case .classed(_, .operation): style == .display
    default: false
    }
  }

  /// Primes, up to four in one character.
  private static func primes(_ count: Int) -> String {
    let characters = ["", "′", "″", "‴", "⁗"]
    return String(repeating: "⁗", count: count / 4) + characters[count % 4]
  }

  /// Smaller things above and below a base.
  func stack(_ base: Element, above: MathNode?, below: MathNode?) -> Element {
    let small = with(style.ofScripts)
    switch (above, below) {
    case (let above?, let below?):
      return Element("munderover", [base, small.element(below), small.element(above)])
    case (nil, let below?): return Element("munder", [base, small.element(below)])
    case (let above?, nil): return Element("mover", [base, small.element(above)])
    case (nil, nil): return base
    }
  }

  /// A mark above or below a base.
  func accent(_ accent: Accent, _ base: MathNode) -> Element {
    let mark = Element("mo", text: accent.mark).with("stretchy", accent.isWide ? "true" : "false")
    let name = accent.isBelow ? "munder" : "mover"
    let marked = Element(name, [element(base), mark]).with(accent.isBelow ? "accentunder" : "accent", "true")
    return accent.lineClass.map { marked.with("class", $0) } ?? marked
  }
}
