extension Renderer {
  /// A sign in a row.
  func symbol(_ sign: String, _ kind: MathClass, _ placement: Placement, isAtEnd: Bool) -> Element {
    let form = placement.form(of: sign)
    var element = Element("mo", text: sign)
    if OperatorDictionary.hasSeveralForms(sign), form != .infix || isAtEnd {
      element = element.with("form", form.rawValue)
    }
    element.attributes += space(around: sign, placement)
    if OperatorDictionary.growing.contains(sign) { element = element.with("stretchy", "false") }
    return element
  }

  /// What must be said of the space around a sign: nothing where it has that space by itself.
  func space(around sign: String, _ placement: Placement) -> [Element.Attribute] {
    let own = OperatorDictionary.spacing(of: sign, placement.form(of: sign))
    var attributes: [Element.Attribute] = []
    if !OperatorDictionary.looksLike(own.left, placement.left) {
      attributes.append(.init(name: "lspace", value: MathLength(mu: placement.left).css))
    }
    if !OperatorDictionary.looksLike(own.right, placement.right) {
      attributes.append(.init(name: "rspace", value: MathLength(mu: placement.right).css))
    }
    return attributes
  }

  /// Delimiters as tall as what stands between them.
  func fence(_ left: String, _ body: [MathNode], _ right: String) -> Element {
    func delimiter(_ sign: String, _ form: OperatorDictionary.Form, _ kind: MathClass) -> [Element] {
      guard !sign.isEmpty else { return [] }
      var element = Element("mo", text: sign)
      let isExpected = Delimiters.classes[sign] == kind
      if !isExpected { element = element.with("form", form.rawValue) }
      if !OperatorDictionary.fences.contains(sign) {
        element.attributes += ["lspace", "rspace"].map { .init(name: $0, value: "0") }
        element = element.with("stretchy", "true").with("symmetric", "true")
      }
      return [element]
    }
    return Element(
      "mrow", delimiter(left, .prefix, .opening) + elements(body) + delimiter(right, .postfix, .closing))
  }

  /// A delimiter as tall as the row it stands in.
  func middle(_ sign: String) -> Element {
    Element("mo", text: sign).with("lspace", "0").with("rspace", "0").with("stretchy", "true")
      .with("symmetric", "true")
  }

  /// A delimiter of a given height; the dot has none.
  func delimiter(_ sign: String, _ size: DelimiterSize, _ kind: MathClass, _ placement: Placement) -> Element
  {
    guard !sign.isEmpty else { return Element("mrow") }
    // Six tenths of an em a step, from one of twelve: plain TeX's \big and its siblings.
    let height = MathLength(units: 6_000 + 6_000 * size.rawValue).css
    var element = Element("mo", space(around: sign, placement), text: sign)
    if !OperatorDictionary.fences.contains(sign) || Delimiters.classes[sign] == nil {
      element = element.with("stretchy", "true").with("symmetric", "true")
    }
    return element.with("minsize", height).with("maxsize", height)
  }

  /// An arrow as long as its labels.
  func arrow(_ sign: String, _ above: MathNode?, _ below: MathNode?, _ placement: Placement) -> Element {
    func label(_ node: MathNode) -> Element {
      let side = space(MathLength(units: 4_000))
      return Element("mrow", [side, with(style.ofScripts).element(node), side])
    }
    let arrow = Element("mo", space(around: sign, placement), text: sign).with("stretchy", "true")
    switch (above, below) {
    case (let above?, let below?): return Element("munderover", [arrow, label(below), label(above)])
    case (nil, let below?): return Element("munder", [arrow, label(below)])
    case (let above?, nil): return Element("mover", [arrow, label(above)])
    case (nil, nil): return arrow
    }
  }
}
