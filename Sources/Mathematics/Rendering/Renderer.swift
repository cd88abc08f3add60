/// Writes the parts of a formula as MathML Core.
///
/// It says of each operator what the browser could not know: its space where TeX has another, whether it grows, and
/// its form where its place does not show it. Where TeX and MathML Core agree, it says nothing.
struct Renderer {
  /// The size in which it writes.
  var style: MathStyle

  /// A row's elements.
  ///
  /// - Parameter before: the class of what stands before the row, if the row goes on from there.
  func elements(_ nodes: [MathNode], before: MathClass? = nil) -> [Element] {
    var placements = Placement.all(in: nodes, style: style, before: before)[...]
    return elements(nodes, &placements)
  }

  /// A part by itself.
  func element(_ node: MathNode) -> Element {
    if case .row(let nodes) = node { return .row(elements(nodes)) }
    return .row(elements([node]))
  }

  func with(_ style: MathStyle) -> Renderer { Renderer(style: style) }

  /// The elements of a row or of a part of it, each part with the next placement.
  private func elements(_ nodes: [MathNode], _ placements: inout ArraySlice<Placement>) -> [Element] {
    var elements: [Element] = []
    let first = nodes.firstIndex { !$0.isSpace }
    let last = nodes.lastIndex { !$0.isSpace }
    for (index, node) in nodes.enumerated() {
      switch node {
      case .space(let length): elements.append(space(length))
      case .coloured(let inner, let cssClass):
        let children = self.elements(inner, &placements)
        if !children.isEmpty { elements.append(Element.row(children).with("class", cssClass)) }
      case .styled(let inner, let own):
        let children = with(own).elements(inner, &placements)
        if own == style {
          elements += children
        } else if !children.isEmpty {
          elements.append(styled(children, own))
        }
      default:
        guard let placement = placements.popFirst() else { continue }
        if placement.gap > 0 { elements.append(space(MathLength(mu: placement.gap))) }
        elements.append(element(node, placement, isAtEnd: index == first || index == last))
        if node.isFunction, placement.next?.isArgument == true {
          elements.append(Element("mo", text: "\u{2061}"))
        }
      }
    }
    return elements
  }

  /// A part of a row.
  ///
  /// - Parameter isAtEnd: whether it is the first or last of the elements around it, where browsers take an
  ///   operator for one with a single operand.
  func element(_ node: MathNode, _ placement: Placement, isAtEnd: Bool) -> Element {
    switch node {
    case .identifier(let text, let alphabet): identifier(text, alphabet)
    case .number(let digits, let alphabet):
      Element("mn", text: alphabet == .upright ? digits : alphabet.text(digits))
    case .symbol(let sign, let kind): symbol(sign, kind, placement, isAtEnd: isAtEnd)
    case .largeOperator(let sign, _): Element("mo", space(around: sign, placement), text: sign)
    case .function(let name, _): element(name)
    case .row(let nodes): group(nodes, placement)
    case .scripts(let scripts): self.scripts(scripts, placement, isAtEnd: isAtEnd)
    case .fraction(let fraction): self.fraction(fraction)
    case .root(let radicand, let degree): root(radicand, degree)
    case .fenced(let left, let body, let right): fence(left, body, right)
    case .middle(let sign): middle(sign)
    case .delimiter(let sign, let size, let kind): delimiter(sign, size, kind, placement)
    case .table(let table): self.table(table)
    case .accent(let accent, let base): self.accent(accent, base)
    case .stack(let base, let above, let below):
      stack(element(base, placement, isAtEnd: isAtEnd), above: above, below: below)
    case .arrow(let sign, let above, let below): arrow(sign, above, below, placement)
    case .text(let pieces): text(pieces)
    case .phantom(let content, let extent): phantom(content, extent)
    case .boxed(let content): Element("mrow", [.init(name: "class", value: "boxed")], [element(content)])
    case .classed(let content, _): element(content, placement, isAtEnd: isAtEnd)
    case .space, .coloured, .styled: element(node)
    }
  }

  /// What stands in braces; a sign that is alone there has the space of what it stands for, none.
  private func group(_ nodes: [MathNode], _ placement: Placement) -> Element {
    if nodes.count == 1, nodes[0].coreOperator != nil { return element(nodes[0], placement, isAtEnd: true) }
    return .row(elements(nodes))
  }

  private func identifier(_ text: String, _ alphabet: Alphabet) -> Element {
    let isLetter = text.unicodeScalars.count == 1
    switch alphabet {
    case .upright where isLetter: return Element("mi", text: text).with("mathvariant", "normal")
    case .upright: return Element("mi", text: text)
    case .italic where isLetter: return Element("mi", text: text)
    default: return Element("mi", text: alphabet.text(text))
    }
  }

  /// A space; MathML Core has no negative width, CSS has a negative margin.
  func space(_ length: MathLength) -> Element {
    length.units < 0
      ? Element("mspace").with("style", "margin-left:\(length.css)")
      : Element("mspace").with("width", length.css)
  }

  /// Elements in a style that their surroundings do not have.
  func styled(_ elements: [Element], _ style: MathStyle) -> Element {
    let level = max(0, style.rawValue - MathStyle.text.rawValue)
    return Element("mstyle", elements)
      .with("displaystyle", style == .display ? "true" : "false").with("scriptlevel", "\(level)")
  }
}

extension MathClass {
  /// Whether it can be what a function is applied to.
  fileprivate var isArgument: Bool {
    switch self {
    case .ordinary, .operation, .opening, .inner: true
    case .binary, .relation, .closing, .punctuation: false
    }
  }
}

extension MathNode {
  fileprivate var isSpace: Bool { if case .space = self { true } else { false } }

  fileprivate var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let scripts): scripts.base.isFunction
    default: false
    }
  }
}
